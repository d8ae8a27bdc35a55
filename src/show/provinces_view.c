#include "show/provinces_view.h"

#include "base/memory.h"
#include "base/text.h"
#include "find/naming.h"
#include "show/key.h"
#include "show/summary.h"
#include "show/tell.h"

/* The provinces, each with the events it would leave: type to narrow, choose any number. */

#define BOX_WIDTH   4
#define COUNT_WIDTH 7

/* Returns the first row that would leave anything. */
static size_t first_useful(const struct province_pane *pane)
{
    for (size_t i = 0; i < pane->count; i++)
        if (pane->left[pane->rows[i]])
            return i;
    return 0;
}

/* Lists the ground units whose names go on as typed. */
static void narrow(struct browser *browser)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    struct province_pane *pane = &browser->provinces;
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    struct query *query = query_new(buffer_bytes(&pane->typed));
    pane->count = 0;
    for (uint32_t unit = 0; unit < gazetteer->count; unit++)
        if (gazetteer_is_ground(gazetteer, unit) &&
            (!query || naming_matches(gazetteer, unit, query)))
            pane->rows[pane->count++] = unit;
    query_free(query);
    *view = (struct view){.cursor = first_useful(pane), .page = view->page};
}

static void provinces_open(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    province_pane_free(pane);
    pane->rows = memory_new(browser->store->gazetteer.count, sizeof *pane->rows);
    pane->left = answer_count_units(browser->store, &browser->question);
    question_init(&pane->chosen);
    for (size_t i = 0; i < browser->question.unit_count; i++)
        question_toggle_unit(&pane->chosen, browser->question.units[i]);
    pane->chosen.all_of = browser->question.all_of;
    narrow(browser);
}

static size_t provinces_count(const struct browser *browser)
{
    return browser->provinces.count;
}

static void draw_row(struct browser *browser, size_t index, struct surface *surface,
                     struct area row, bool focus)
{
    const struct province_pane *pane = &browser->provinces;
    uint32_t unit = pane->rows[index];
    struct buffer name = {0}, count = {0};
    bool chosen = question_has_unit(&pane->chosen, unit);
    struct area label = area_after(row, 2 + BOX_WIDTH);
    surface_put_string(surface, area_after(row, 2), chosen ? "[x]" : "[ ]", STYLE_PLAIN);
    text_clean_line(&name, gazetteer_name(&browser->store->gazetteer, unit, browser->language));
    buffer_printf(&count, "%zu", pane->left[unit]);
    label.width -= COUNT_WIDTH;
    unsigned style = pane->left[unit] ? STYLE_PLAIN : STYLE_FAINT;
    surface_put(surface, label, buffer_bytes(&name), chosen ? style | STYLE_BOLD : style);
    row.width = row.width < 48 ? row.width : 48; /* the number stays near its name */
    surface_put_right(surface, row, buffer_bytes(&count), style);
    buffer_free(&name);
    buffer_free(&count);
    if (index != browser->views[VIEW_PROVINCES].cursor)
        return;
    surface_put_string(surface, row, ">", STYLE_PLAIN);
    surface_add_style(surface, row, STYLE_REVERSE);
    if (focus) {
        surface->cursor_x = row.x;
        surface->cursor_y = row.y;
    }
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

static void draw_heading(const struct browser *browser, struct surface *surface, struct area area)
{
    const struct province_pane *pane = &browser->provinces;
    struct buffer line = {0};
    provinces_head(browser, &line);
    surface_put(surface, area_row(area, 0), buffer_bytes(&line), STYLE_BOLD);
    if (pane->count == 0)
        surface_put_string(surface, area_row(area, 1), browser_text(browser, MESSAGE_NO_PROVINCE),
                           STYLE_PLAIN);
    buffer_free(&line);
}

static void provinces_draw(struct browser *browser, struct surface *surface, struct area area,
                           bool focus)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    size_t rows = area.height > 1 ? (size_t)area.height - 1 : 0;
    view->page = (int)rows;
    if (view->cursor < view->top)
        view->top = view->cursor;
    if (rows && view->cursor >= view->top + rows)
        view->top = view->cursor - rows + 1;
    if (focus) {
        surface->cursor_x = area.x;
        surface->cursor_y = area.y;
    }
    draw_heading(browser, surface, area);
    for (size_t i = 0; i < rows && view->top + i < browser->provinces.count; i++)
        draw_row(browser, view->top + i, surface, area_row(area, (int)i + 1), focus);
}

static bool provinces_type(struct browser *browser, uint32_t key)
{
    struct buffer *typed = &browser->provinces.typed;
    if (typed->size > 100)
        return true;
    struct buffer longer = {0};
    text_add_point(typed, key);
    text_clean(&longer, buffer_bytes(typed));
    buffer_free(typed);
    *typed = longer;
    narrow(browser);
    return true;
}

static void provinces_untype(struct browser *browser)
{
    struct buffer *typed = &browser->provinces.typed;
    buffer_cut(typed, text_last_grapheme(buffer_bytes(typed)));
    narrow(browser);
}

static bool provinces_back(struct browser *browser)
{
    if (browser->provinces.typed.size == 0)
        return false;
    buffer_clear(&browser->provinces.typed);
    narrow(browser);
    return true;
}

/* Says whether some listed name still goes on as typed after a blank. */
static bool may_go_on(const struct browser *browser)
{
    const struct province_pane *pane = &browser->provinces;
    struct query *query = query_new_with_blank(buffer_bytes(&pane->typed));
    bool found = false;
    for (size_t i = 0; i < pane->count && !found && query; i++)
        found = naming_matches(&browser->store->gazetteer, pane->rows[i], query);
    query_free(query);
    return found;
}

static void provinces_choose(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    size_t cursor = browser->views[VIEW_PROVINCES].cursor;
    bool ends_blank = pane->typed.size && pane->typed.data[pane->typed.size - 1] == ' ';
    if (pane->typed.size && !ends_blank && may_go_on(browser)) {
        provinces_type(browser, ' ');
        return;
    }
    if (cursor >= pane->count)
        return;
    uint32_t unit = pane->rows[cursor];
    question_toggle_unit(&pane->chosen, unit);
    if (provinces_back(browser))
        for (size_t i = 0; i < pane->count; i++)
            if (pane->rows[i] == unit)
                browser->views[VIEW_PROVINCES].cursor = i;
}

void provinces_switch_all_of(struct browser *browser)
{
    browser->provinces.chosen.all_of = !browser->provinces.chosen.all_of;
}

static void provinces_apply(struct browser *browser)
{
    struct province_pane *pane = &browser->provinces;
    struct question *question = &browser->question;
    size_t cursor = browser->views[VIEW_PROVINCES].cursor;
    if (pane->chosen.unit_count == 0 && cursor < pane->count)
        question_toggle_unit(&pane->chosen, pane->rows[cursor]);
    question->unit_count = 0;
    for (size_t i = 0; i < pane->chosen.unit_count; i++)
        question_toggle_unit(question, pane->chosen.units[i]);
    question->all_of = pane->chosen.all_of;
    browser_uncover(browser);
    browser->detail_focus = false;
    browser_ask(browser);
}

/* Goes to the province in row `y`; above them is the heading. */
static void provinces_press(struct browser *browser, int x, int y)
{
    struct view *view = &browser->views[VIEW_PROVINCES];
    size_t row = view->top + (size_t)y - 1;
    (void)x;
    if (y > 0 && row < browser->provinces.count)
        view->cursor = row;
}

static void tell_province(const struct browser *browser, size_t index, struct page *page)
{
    const struct province_pane *pane = &browser->provinces;
    uint32_t unit = pane->rows[index];
    struct buffer line = {0};
    text_clean_line(&line, gazetteer_name(&browser->store->gazetteer, unit, browser->language));
    buffer_add_string(&line, ": ");
    summary_add_count(&line, browser, pane->left[unit]);
    if (question_has_unit(&pane->chosen, unit))
        buffer_printf(&line, ", %s", browser_text(browser, MESSAGE_CHOSEN));
    tell_row(page, index + 1, buffer_bytes(&line));
    buffer_free(&line);
}

static void provinces_tell(struct browser *browser, struct page *page, bool alone)
{
    const struct view *view = &browser->views[VIEW_PROVINCES];
    const struct province_pane *pane = &browser->provinces;
    size_t rows = tell_count(view->cursor, pane->count, view->page, alone);
    if (pane->count == 0)
        page_add(page, bytes_of(browser_text(browser, MESSAGE_NO_PROVINCE)), 0, 0, STYLE_PLAIN);
    for (size_t i = 0; i < rows; i++)
        tell_province(browser, view->cursor + i, page);
}

const struct view_ops provinces_view = {
    .title = MESSAGE_PROVINCES,
    .open = provinces_open,
    .count = provinces_count,
    .draw = provinces_draw,
    .press = provinces_press,
    .head = provinces_head,
    .tell = provinces_tell,
    .type = provinces_type,
    .back = provinces_back,
    .choose = provinces_choose,
    .apply = provinces_apply,
    .untype = provinces_untype,
};
