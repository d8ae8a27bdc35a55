#include "show/facets_view.h"

#include "show/narrow.h"
#include "show/rows.h"
#include "show/tell.h"

#define MARKER_WIDTH 2
#define BOX_WIDTH    4
#define GROUP_WIDTH  10 /* of the column that names the facet */
#define ROW_WIDTH    76 /* the number stays near its name */

/* Returns where one is in the list. */
static struct view *view_of(struct browser *browser)
{
    return &browser->views[browser->facets.list];
}

static const struct facet_value *value_at(const struct facet_pane *pane, size_t index)
{
    return &pane->table.values[facet_pane_row(pane, index)->value];
}

const struct facet_value *facets_selected(const struct browser *browser)
{
    const struct facet_pane *pane = &browser->facets;
    size_t cursor = browser->views[pane->list].cursor;
    return cursor < pane->count ? value_at(pane, cursor) : NULL;
}

/* Lists what goes on as typed, and selects the first row that leaves anything. */
static void narrow(struct browser *browser)
{
    struct facet_pane *pane = &browser->facets;
    struct view *view = view_of(browser);
    size_t useful = 0;
    facet_pane_narrow(pane);
    while (useful < pane->count && facet_pane_row(pane, useful)->left == 0)
        useful++;
    *view = (struct view){.cursor = useful < pane->count ? useful : 0, .page = view->page};
}

/* Selects the row of a value, if it is listed. */
static void select_value(struct browser *browser, uint32_t value)
{
    const struct facet_pane *pane = &browser->facets;
    for (size_t i = 0; i < pane->count; i++)
        if (facet_pane_row(pane, i)->value == value)
            view_of(browser)->cursor = i;
}

static void open_list(struct browser *browser, enum view_id list, unsigned facets)
{
    facet_pane_fill(&browser->facets, browser->store, &browser->question, browser->language, list,
                    facets);
    narrow(browser);
}

static void facets_open(struct browser *browser)
{
    open_list(browser, VIEW_FACETS, 1U << FACET_TAG | 1U << FACET_ERA | 1U << FACET_STANDING);
}

/* The first source of the selected event is selected. */
static void sources_open(struct browser *browser)
{
    uint32_t event = browser_selected(browser);
    struct facet_reader reader;
    struct bytes id;
    enum facet facet = FACET_TAG;
    open_list(browser, VIEW_SOURCES, 1U << FACET_SOURCE);
    if (event == EVENT_NONE)
        return;
    facet_start(&reader, browser->store, &browser->store->events[event]);
    while (facet_next(&reader, &facet, &id) && facet != FACET_SOURCE)
        continue;
    if (facet == FACET_SOURCE)
        select_value(browser, map_get(&browser->facets.table.ids[FACET_SOURCE], id));
}

static size_t facets_count(const struct browser *browser)
{
    return browser->facets.count;
}

static const char *facet_title(const struct browser *browser, enum facet facet)
{
    static const enum message titles[FACET_COUNT] = {[FACET_TAG] = MESSAGE_FACET_TAGS,
                                                     [FACET_ERA] = MESSAGE_FACET_ERAS,
                                                     [FACET_SOURCE] = MESSAGE_SOURCES,
                                                     [FACET_STANDING] = MESSAGE_SOURCES};
    return browser_text(browser, titles[facet]);
}

/* Names the facet at the first row of it, and at the first row shown. */
static void draw_group(const struct browser *browser, size_t index, struct surface *surface,
                       struct area row)
{
    const struct facet_pane *pane = &browser->facets;
    enum facet facet = value_at(pane, index)->facet;
    row.width = GROUP_WIDTH - 1;
    if (index == browser->views[pane->list].top || value_at(pane, index - 1)->facet != facet)
        surface_put_string(surface, row, facet_title(browser, facet), STYLE_ACCENT);
}

/* Adds `4/12`, events left of all, or one number where they are the same. */
static void add_counts(struct buffer *out, const struct facet_value *value)
{
    if (value->left == value->all)
        buffer_printf(out, "%zu", value->all);
    else
        buffer_printf(out, "%zu/%zu", value->left, value->all);
}

/* Draws the counts at the right; returns the columns they take. */
static int draw_counts(const struct facet_value *value, struct surface *surface, struct area row,
                       unsigned style)
{
    struct buffer counts = {0};
    add_counts(&counts, value);
    int used = surface_put_right(surface, row, buffer_bytes(&counts), style);
    buffer_free(&counts);
    return used + 2;
}

static void draw_row(struct browser *browser, size_t index, struct surface *surface,
                     struct area row, bool focus)
{
    const struct facet_pane *pane = &browser->facets;
    const struct facet_value *value = value_at(pane, index);
    bool chosen = picks_has(&pane->chosen, value->facet, value->id);
    unsigned style = value->left ? STYLE_PLAIN : STYLE_FAINT;
    struct area rest = area_after(row, MARKER_WIDTH);
    if (pane->list == VIEW_FACETS) {
        draw_group(browser, index, surface, rest);
        rest = area_after(rest, GROUP_WIDTH);
    }
    surface_put_string(surface, rest, chosen ? "[x]" : "[ ]", STYLE_PLAIN);
    rest = area_after(rest, BOX_WIDTH);
    rest.width -= draw_counts(value, surface, rest, style);
    surface_put(surface, rest, buffer_bytes(&facet_pane_row(pane, index)->label),
                chosen ? style | STYLE_BOLD : style);
    if (index == browser->views[pane->list].cursor)
        rows_mark(surface, row, focus);
}

static void facets_head(const struct browser *browser, struct buffer *out)
{
    const struct facet_pane *pane = &browser->facets;
    if (pane->typed.size)
        buffer_printf(out, browser_text(browser, MESSAGE_NARROWED), buffer_string(&pane->typed));
    else if (pane->list == VIEW_SOURCES)
        buffer_printf(out, browser_text(browser, MESSAGE_SOURCES_COUNTED), pane->all_count);
    else
        buffer_add_string(out, browser_text(browser, MESSAGE_FACETS_HEADING));
}

static void facets_draw(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    struct view *view = view_of(browser);
    rows_scroll(view, browser->facets.count, area.height - 1);
    area.width = area.width < ROW_WIDTH ? area.width : ROW_WIDTH;
    narrow_draw_head(browser, browser->facets.list, surface, area_row(area, 0), focus);
    if (browser->facets.count == 0)
        surface_put_string(surface, area_row(area, 1), browser_text(browser, MESSAGE_NO_SUCH_NAME),
                           STYLE_PLAIN);
    for (size_t i = view->top; i < browser->facets.count && i < view->top + (size_t)view->page; i++)
        draw_row(browser, i, surface, area_row(area, (int)(i - view->top) + 1), focus);
}

/* Goes to the row pressed; above them is the heading. */
static void facets_press(struct browser *browser, int x, int y)
{
    (void)x;
    rows_press(view_of(browser), browser->facets.count, y - 1);
}

static void tell_value(const struct browser *browser, size_t index, struct page *page)
{
    const struct facet_pane *pane = &browser->facets;
    const struct facet_value *value = value_at(pane, index);
    struct buffer line = {0}, counts = {0};
    add_counts(&counts, value);
    if (pane->list == VIEW_FACETS)
        buffer_printf(&line, "%s: ", facet_title(browser, value->facet));
    buffer_add(&line, buffer_bytes(&facet_pane_row(pane, index)->label));
    buffer_add_string(&line, ": ");
    buffer_printf(&line, browser_text(browser, MESSAGE_EVENTS_COUNTED), buffer_string(&counts));
    if (picks_has(&pane->chosen, value->facet, value->id))
        buffer_printf(&line, ", %s", browser_text(browser, MESSAGE_CHOSEN));
    tell_row(page, index + 1, buffer_bytes(&line));
    buffer_free(&line);
    buffer_free(&counts);
}

static void facets_tell(struct browser *browser, struct page *page, bool alone)
{
    tell_rows(browser, browser->facets.list, MESSAGE_NO_SUCH_NAME, tell_value, page, alone);
}

static struct buffer *facets_typed(struct browser *browser)
{
    return &browser->facets.typed;
}

static bool facets_lists(const struct browser *browser, const struct query *query)
{
    const struct facet_pane *pane = &browser->facets;
    struct text_run hit;
    bool found = false;
    for (size_t i = 0; i < pane->count && !found; i++)
        found = query_find(query, buffer_bytes(&facet_pane_row(pane, i)->label), 0, &hit);
    return found;
}

static void facets_choose(struct browser *browser)
{
    struct facet_pane *pane = &browser->facets;
    const struct facet_value *value = facets_selected(browser);
    if (!value)
        return;
    picks_toggle(&pane->chosen, browser->store, value->facet, value->id);
    if (narrow_clear(browser))
        select_value(browser, (uint32_t)(value - pane->table.values));
}

/* Who typed a name means that row too. */
static void facets_apply(struct browser *browser)
{
    struct facet_pane *pane = &browser->facets;
    struct picks *picks = &browser->question.picks;
    const struct facet_value *value = facets_selected(browser);
    bool meant = value && (pane->chosen.count == 0 || pane->typed.size);
    if (meant && !picks_has(&pane->chosen, value->facet, value->id))
        picks_toggle(&pane->chosen, browser->store, value->facet, value->id);
    for (int facet = 0; facet < FACET_COUNT; facet++)
        if (pane->facets & 1U << facet)
            picks_clear(picks, (enum facet)facet);
    for (size_t i = 0; i < pane->chosen.count; i++)
        picks_toggle(picks, browser->store, pane->chosen.items[i].facet,
                     buffer_bytes(&pane->chosen.items[i].id));
}

#define LIST_VIEW(its_title, its_open)                                                            \
    {                                                                                             \
        .title = (its_title), .open = (its_open), .count = facets_count, .draw = facets_draw,     \
        .typed = facets_typed, .narrow = narrow, .lists = facets_lists, .back = narrow_clear,     \
        .press = facets_press, .head = facets_head, .tell = facets_tell, .choose = facets_choose, \
        .apply = facets_apply,                                                                    \
    }

const struct view_ops facets_view = LIST_VIEW(MESSAGE_FACETS, facets_open);
const struct view_ops sources_view = LIST_VIEW(MESSAGE_SOURCES, sources_open);
