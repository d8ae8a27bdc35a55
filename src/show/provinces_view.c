#include "show/provinces_view.h"

#include "show/narrow.h"
#include "show/province_table.h"
#include "show/rows.h"
#include "show/summary.h"
#include "show/tell.h"

/* The provinces by regions, each with the events it would leave and when they were: type to narrow,
 * choose any number. */

#define HEAD_FROM 10 /* rows from which on the columns have a head */

/* --- What is listed --- */

/* Returns the first row of a unit that would leave anything. */
static size_t first_useful(const struct province_pane *pane)
{
    for (size_t i = 0; i < pane->count; i++)
        if (pane->rows[i].unit != UNIT_NONE && pane->tally.left[pane->rows[i].unit])
            return i;
    return pane->count && pane->rows[0].unit == UNIT_NONE ? 1 : 0;
}

/* Finds the row of a unit; false when it has none. */
static bool find_row(const struct province_pane *pane, uint32_t unit, size_t *row)
{
    size_t i = 0;
    while (i < pane->count && pane->rows[i].unit != unit)
        i++;
    if (unit == UNIT_NONE || i == pane->count)
        return false;
    *row = i;
    return true;
}

static void narrow(struct browser *browser)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    province_pane_narrow(&browser->provinces, &browser->store->gazetteer);
    view->top = 0;
    view->cursor = first_useful(&browser->provinces);
}

/* Returns the unit that the selected event is shown under. */
static uint32_t unit_of_selected(const struct browser *browser)
{
    uint32_t selected = browser_selected(browser);
    if (selected == EVENT_NONE || browser->store->events[selected].unit_count == 0)
        return UNIT_NONE;
    return naming_event_unit(browser->store, &browser->store->events[selected], 0, browser->names);
}

/* Goes to the row of a unit, else to that of the selected event. */
static void go_to_unit(struct browser *browser, uint32_t unit)
{
    const struct province_pane *pane = &browser->provinces;
    size_t row;
    if (find_row(pane, unit, &row) || find_row(pane, unit_of_selected(browser), &row))
        browser->views[VIEW_PROVINCES].cursor = row;
}

static void provinces_open(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    const struct question *question = &browser->question;
    province_pane_free(pane);
    tally_fill(&pane->tally, browser->store, question);
    province_pane_order(pane, &browser->store->gazetteer, browser->language, browser->names);
    question_init(&pane->chosen);
    question_copy_units(&pane->chosen, question);
    pane->chosen.all_of = question->all_of;
    narrow(browser);
    go_to_unit(browser, question->unit_count ? question->units[0] : UNIT_NONE);
}

/* Lists the units by other names, when these were switched. */
static void follow_names(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    struct view *view = &browser->views[VIEW_PROVINCES];
    if (pane->names == browser->names && pane->language == browser->language)
        return;
    uint32_t unit = view->cursor < pane->count ? pane->rows[view->cursor].unit : UNIT_NONE;
    province_pane_order(pane, &browser->store->gazetteer, browser->language, browser->names);
    narrow(browser);
    go_to_unit(browser, unit);
}

static size_t provinces_count(const struct browser *browser)
{
    return browser->provinces.count;
}

/* Moves the first row shown as little as brings the cursor into sight, with its heading when that
 * is the row above. */
static void scroll(struct browser *browser, int height)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    const struct province_pane *pane = &browser->provinces;
    size_t above = view->cursor;
    if (above && above < pane->count && pane->rows[above - 1].unit == UNIT_NONE && height > 1)
        above--;
    view->top = above < view->top ? above : view->top;
    rows_scroll(view, pane->count, height);
}

/* Returns the rows above the list. */
static int head_rows(int height)
{
    return height >= HEAD_FROM ? 2 : 1;
}

static void provinces_head(const struct browser *browser, struct buffer *out)
{
    const struct province_pane *pane = &browser->provinces;
    enum message heading = pane->chosen.all_of ? MESSAGE_PROVINCES_ALL : MESSAGE_PROVINCES_ANY;
    if (pane->typed.size)
        buffer_printf(out, browser_text(browser, MESSAGE_NARROWED), buffer_string(&pane->typed));
    else
        buffer_add_string(out, browser_text(browser, heading));
}

static void provinces_draw(struct browser *browser, struct surface *surface, struct area area,
                           bool focus)
{
    int head = head_rows(area.height);
    struct area below = {area.x, area.y + 1, area.width, area.height > 1 ? area.height - 1 : 0};
    follow_names(browser);
    scroll(browser, area.height - head);
    narrow_draw_head(browser, VIEW_PROVINCES, surface, area_row(area, 0), focus);
    province_table_draw(browser, surface, below, head > 1, focus);
}

/* --- Keys --- */

static struct buffer *provinces_typed(struct browser *browser)
{
    return &browser->provinces.typed;
}

static bool provinces_lists(const struct browser *browser, const struct query *query)
{
    const struct province_pane *pane = &browser->provinces;
    bool found = false;
    for (size_t i = 0; i < pane->count && !found; i++)
        found = pane->rows[i].unit != UNIT_NONE &&
                naming_matches(&browser->store->gazetteer, pane->rows[i].unit, query);
    return found;
}

static void provinces_choose(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    struct view *view = &browser->views[VIEW_PROVINCES];
    if (view->cursor >= pane->count)
        return;
    uint32_t unit = pane->rows[view->cursor].unit;
    province_pane_toggle(pane, view->cursor);
    if (narrow_clear(browser))
        find_row(pane, unit, &view->cursor);
}

void provinces_switch_all_of(struct browser *browser, int unused)
{
    (void)unused;
    browser->provinces.chosen.all_of = !browser->provinces.chosen.all_of;
}

static void provinces_apply(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    struct question *question = &browser->question;
    size_t cursor = browser->views[VIEW_PROVINCES].cursor, of;
    if (pane->typed.size && !pane->has_chosen && pane->count)
        pane->chosen.unit_count = 0; /* what was typed is meant, not what was chosen before */
    bool is_meant = pane->typed.size || pane->chosen.unit_count == 0;
    if (is_meant && cursor < pane->count && province_pane_chosen(pane, cursor, &of) < of)
        province_pane_toggle(pane, cursor);
    question_copy_units(question, &pane->chosen);
    question->all_of = pane->chosen.all_of;
}

/* Goes to the province in row `y`; above them are the headings. */
static void provinces_press(struct browser *browser, int x, int y)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    (void)x;
    rows_press(view, browser->provinces.count, y - head_rows(view->area.height));
}

static void tell_province(const struct browser *browser, size_t index, struct page *page)
{
    const struct province_pane *pane = &browser->provinces;
    struct buffer line = {0};
    size_t of;
    province_table_add_name(browser, index, &line);
    if (pane->rows[index].unit != UNIT_NONE) {
        buffer_add_string(&line, ": ");
        summary_add_count(browser, &line, pane->tally.left[pane->rows[index].unit]);
    }
    if (province_pane_chosen(pane, index, &of) == of)
        buffer_printf(&line, ", %s", browser_text(browser, MESSAGE_CHOSEN));
    tell_row(page, index + 1, buffer_bytes(&line));
    buffer_free(&line);
}

static void provinces_tell(struct browser *browser, struct page *page, bool alone)
{
    follow_names(browser);
    tell_rows(browser, VIEW_PROVINCES, MESSAGE_NO_PROVINCE, tell_province, page, alone);
}

const struct view_ops provinces_view = {
    .title = MESSAGE_PROVINCES,
    .open = provinces_open,
    .count = provinces_count,
    .draw = provinces_draw,
    .press = provinces_press,
    .head = provinces_head,
    .tell = provinces_tell,
    .typed = provinces_typed,
    .narrow = narrow,
    .lists = provinces_lists,
    .back = narrow_clear,
    .choose = provinces_choose,
    .apply = provinces_apply,
};
