#include "show/facets_view.h"

#include <limits.h>
#include <stdlib.h>

#include "base/collate.h"
#include "base/memory.h"
#include "show/narrow.h"
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

static const struct facet_row *row_at(const struct facet_pane *pane, size_t index)
{
    return &pane->all[pane->rows[index]];
}

const struct facet_value *facets_selected(const struct browser *browser)
{
    const struct facet_pane *pane = &browser->facets;
    size_t cursor = browser->views[browser->facets.list].cursor;
    return cursor < pane->count ? &pane->table.values[row_at(pane, cursor)->value] : NULL;
}

/* Appends what a row is called and can be found by. */
static void add_label(struct buffer *out, const struct browser *browser,
                      const struct facet_value *value)
{
    static const struct bytes fields[] = {BYTES_INIT("Author"), BYTES_INIT("Publisher")};
    const struct store *store = browser->store;
    struct record record;
    size_t number;
    facet_add_name(out, store, value->facet, value->id, browser->language);
    if (value->facet != FACET_SOURCE ||
        !store_find_record(store, RECORD_SOURCE, value->id, &record, &number))
        return;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct buffer text = {0};
        if (store_value(store, record, fields[i], &text)) {
            buffer_add_string(out, " · ");
            text_clean_line(out, buffer_bytes(&text));
        }
        buffer_free(&text);
    }
}

/* Eras stay in the order of the file; of others those come first that leave most, and of as many
 * those whose names do. */
static int compare(const void *a, const void *b)
{
    const struct facet_row *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->left != y->left)
        return x->left > y->left ? -1 : 1;
    int order = bytes_compare(buffer_bytes(&x->key), buffer_bytes(&y->key));
    return order ? order : (x->value > y->value) - (x->value < y->value);
}

/* Returns the rank of a value: tags, eras one by one, all else. */
static int rank_of(enum facet facet, uint32_t number)
{
    if (facet == FACET_TAG)
        return 0;
    return facet == FACET_ERA ? 1 + (int)number : INT_MAX;
}

/* Makes the rows of all values that the pane lists. */
static void fill(struct browser *browser)
{
    struct facet_pane *pane = &browser->facets;
    const struct facet_table *table = &pane->table;
    struct fold *fold = fold_new();
    pane->all = memory_new(table->count, sizeof *pane->all);
    pane->rows = memory_new(table->count, sizeof *pane->rows);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct facet_value *value = &table->values[i];
        if (!(pane->facets & 1U << value->facet))
            continue;
        struct facet_row *row = &pane->all[pane->all_count++];
        *row = (struct facet_row){i, {0}, {0}, value->left, rank_of(value->facet, i)};
        add_label(&row->label, browser, value);
        collate_add_key(&row->key, fold, buffer_bytes(&row->label));
    }
    qsort(pane->all, pane->all_count, sizeof *pane->all, compare);
    fold_free(fold);
}

/* Lists the rows whose labels hold what was typed, and selects the first that leaves anything. */
static void narrow(struct browser *browser)
{
    struct facet_pane *pane = &browser->facets;
    struct view *view = view_of(browser);
    struct query *query = query_new(buffer_bytes(&pane->typed));
    struct text_run hit;
    size_t useful = 0;
    pane->count = 0;
    for (size_t i = 0; i < pane->all_count; i++)
        if (!query || query_find(query, buffer_bytes(&pane->all[i].label), 0, &hit))
            pane->rows[pane->count++] = i;
    query_free(query);
    while (useful < pane->count && row_at(pane, useful)->left == 0)
        useful++;
    *view = (struct view){.cursor = useful < pane->count ? useful : 0, .page = view->page};
}

/* Selects the row of a value, if it is listed. */
static void select_value(struct browser *browser, uint32_t value)
{
    const struct facet_pane *pane = &browser->facets;
    for (size_t i = 0; i < pane->count; i++)
        if (row_at(pane, i)->value == value)
            view_of(browser)->cursor = i;
}

static void open_list(struct browser *browser, enum view_id list, unsigned facets)
{
    struct facet_pane *pane = &browser->facets;
    const struct picks *picks = &browser->question.picks;
    facet_pane_free(pane);
    pane->list = list;
    pane->facets = facets;
    pane->card_value = MAP_NONE;
    facet_table_fill(&pane->table, browser->store, &browser->question);
    fill(browser);
    for (size_t i = 0; i < picks->count; i++)
        if (facets & 1U << picks->items[i].facet)
            picks_toggle(&pane->chosen, browser->store, picks->items[i].facet,
                         buffer_bytes(&picks->items[i].id));
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
    const struct facet_value *values = pane->table.values;
    enum facet facet = values[row_at(pane, index)->value].facet;
    row.width = GROUP_WIDTH - 1;
    if (index == browser->views[browser->facets.list].top ||
        values[row_at(pane, index - 1)->value].facet != facet)
        surface_put_string(surface, row, facet_title(browser, facet), STYLE_BOLD | STYLE_ACCENT);
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
    const struct facet_value *value = &pane->table.values[row_at(pane, index)->value];
    bool chosen = picks_has(&pane->chosen, value->facet, value->id);
    unsigned style = value->left ? STYLE_PLAIN : STYLE_FAINT;
    struct area rest = area_after(row, MARKER_WIDTH);
    if (browser->facets.list == VIEW_FACETS) {
        draw_group(browser, index, surface, rest);
        rest = area_after(rest, GROUP_WIDTH);
    }
    surface_put_string(surface, rest, chosen ? "[x]" : "[ ]", STYLE_PLAIN);
    rest = area_after(rest, BOX_WIDTH);
    rest.width -= draw_counts(value, surface, rest, style);
    surface_put(surface, rest, buffer_bytes(&row_at(pane, index)->label),
                chosen ? style | STYLE_BOLD : style);
    if (index != browser->views[browser->facets.list].cursor)
        return;
    surface_put_string(surface, row, ">", STYLE_PLAIN);
    surface_add_style(surface, row, STYLE_REVERSE);
    if (focus) {
        surface->cursor_x = row.x;
        surface->cursor_y = row.y;
    }
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

static void draw_heading(const struct browser *browser, struct surface *surface, struct area area)
{
    struct buffer line = {0};
    facets_head(browser, &line);
    surface_put(surface, area_row(area, 0), buffer_bytes(&line), STYLE_BOLD);
    if (browser->facets.count == 0)
        surface_put_string(surface, area_row(area, 1), browser_text(browser, MESSAGE_NO_SUCH_NAME),
                           STYLE_PLAIN);
    buffer_free(&line);
}

static void facets_draw(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    struct view *view = view_of(browser);
    size_t rows = area.height > 1 ? (size_t)area.height - 1 : 0;
    view->page = (int)rows;
    if (view->cursor < view->top)
        view->top = view->cursor;
    if (rows && view->cursor >= view->top + rows)
        view->top = view->cursor - rows + 1;
    size_t highest = browser->facets.count > rows ? browser->facets.count - rows : 0;
    view->top = view->top < highest ? view->top : highest;
    if (focus) {
        surface->cursor_x = area.x;
        surface->cursor_y = area.y;
    }
    area.width = area.width < ROW_WIDTH ? area.width : ROW_WIDTH;
    draw_heading(browser, surface, area);
    for (size_t i = 0; i < rows && view->top + i < browser->facets.count; i++)
        draw_row(browser, view->top + i, surface, area_row(area, (int)i + 1), focus);
}

/* Goes to the row pressed; above them is the heading. */
static void facets_press(struct browser *browser, int x, int y)
{
    struct view *view = view_of(browser);
    size_t row = view->top + (size_t)y - 1;
    (void)x;
    if (y > 0 && row < browser->facets.count)
        view->cursor = row;
}

static void tell_value(const struct browser *browser, size_t index, struct page *page)
{
    const struct facet_pane *pane = &browser->facets;
    const struct facet_value *value = &pane->table.values[row_at(pane, index)->value];
    struct buffer line = {0}, counts = {0};
    add_counts(&counts, value);
    if (pane->list == VIEW_FACETS)
        buffer_printf(&line, "%s: ", facet_title(browser, value->facet));
    buffer_add(&line, buffer_bytes(&row_at(pane, index)->label));
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
    const struct view *view = view_of(browser);
    size_t count = browser->facets.count;
    size_t rows = tell_count(view->cursor, count, view->page, alone);
    if (count == 0)
        page_add(page, bytes_of(browser_text(browser, MESSAGE_NO_SUCH_NAME)), 0, 0, STYLE_PLAIN);
    for (size_t i = 0; i < rows; i++)
        tell_value(browser, view->cursor + i, page);
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
        found = query_find(query, buffer_bytes(&row_at(pane, i)->label), 0, &hit);
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
    browser_uncover(browser);
    browser->detail_focus = false;
    browser_ask(browser);
}

const struct view_ops facets_view = {
    .title = MESSAGE_FACETS,
    .open = facets_open,
    .count = facets_count,
    .draw = facets_draw,
    .typed = facets_typed,
    .narrow = narrow,
    .lists = facets_lists,
    .back = narrow_clear,
    .press = facets_press,
    .head = facets_head,
    .tell = facets_tell,
    .choose = facets_choose,
    .apply = facets_apply,
};

const struct view_ops sources_view = {
    .title = MESSAGE_SOURCES,
    .open = sources_open,
    .count = facets_count,
    .draw = facets_draw,
    .typed = facets_typed,
    .narrow = narrow,
    .lists = facets_lists,
    .back = narrow_clear,
    .press = facets_press,
    .head = facets_head,
    .tell = facets_tell,
    .choose = facets_choose,
    .apply = facets_apply,
};
