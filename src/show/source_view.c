#include "show/source_view.h"

#include "show/facets_view.h"
#include "show/rows.h"
#include "show/sheet.h"
#include "show/tell.h"
#include "time/day.h"
#include "time/words.h"

/* The selected source: what it is, and the events that cite it. */

#define MARKER_WIDTH 2
#define YEAR_WIDTH   6
#define DATE_AT      (MARKER_WIDTH + YEAR_WIDTH)
#define TITLE_AT     (DATE_AT + WORDS_SHORT_WIDTH + 2)
#define LOCATOR_FROM 56 /* columns from which on there is room for them */
#define LOCATOR_MAX  16

/* Adds a field of the record as a line. */
static void add_field(struct browser *browser, struct record source, struct bytes name)
{
    struct buffer line = {0};
    store_line(browser->store, source, name, &line);
    page_add(&browser->facets.card, buffer_bytes(&line), 0, 0, STYLE_PLAIN);
    buffer_free(&line);
}

static void add_date(struct browser *browser, struct record source)
{
    struct buffer words = {0};
    store_date(browser->store, source, browser->language, &words);
    page_add(&browser->facets.card, buffer_bytes(&words), 0, 0, STYLE_PLAIN);
    buffer_free(&words);
}

static void add_record(struct browser *browser, struct record source)
{
    struct page *card = &browser->facets.card;
    struct buffer note = {0};
    add_field(browser, source, BYTES("Author"));
    add_field(browser, source, BYTES("Publisher"));
    add_date(browser, source);
    add_field(browser, source, BYTES("Address"));
    if (store_text(browser->store, source, BYTES("Note"), browser->language, &note)) {
        page_add_gap(card);
        page_add(card, buffer_bytes(&note), 0, 0, STYLE_PLAIN);
    }
    buffer_free(&note);
}

/* Lays out all that stands above the events. */
static void lay_out(struct browser *browser, const struct facet_value *value, int width)
{
    struct page *card = &browser->facets.card;
    struct buffer line = {0};
    struct record source;
    size_t number;
    page_begin(card, width);
    facet_add_name(&line, browser->store, FACET_SOURCE, value->id, browser->language);
    page_add(card, buffer_bytes(&line), 0, 0, STYLE_BOLD);
    if (store_find_record(browser->store, RECORD_SOURCE, value->id, &source, &number))
        add_record(browser, source);
    buffer_clear(&line);
    page_add_gap(card);
    buffer_printf(&line, browser_text(browser, MESSAGE_CITED_BY), value->all);
    if (value->left != value->all)
        buffer_printf(&line, browser_text(browser, MESSAGE_CITED_BY_LEFT), value->left);
    page_add(card, buffer_bytes(&line), 0, 0, STYLE_BOLD);
    buffer_free(&line);
}

/* Returns the number of the event at a line of the card, EVENT_NONE above the events. */
static uint32_t event_at(const struct browser *browser, size_t line)
{
    const struct facet_value *value = facets_selected(browser);
    const struct facet_pane *pane = &browser->facets;
    if (!value || line < pane->card.count || line - pane->card.count >= value->all)
        return EVENT_NONE;
    return pane->table.events[value->events_at + line - pane->card.count];
}

static int year_of(const struct browser *browser, uint32_t event)
{
    return day_year(event_day(&browser->store->events[event]));
}

static void draw_date(const struct browser *browser, uint32_t event, struct surface *surface,
                      struct area row)
{
    struct buffer edtf = {0}, words = {0};
    store_value(browser->store, browser->store->events[event].record, BYTES("Date"), &edtf);
    words_short(&words, bytes_trim(buffer_bytes(&edtf)), browser->language);
    row = area_after(row, DATE_AT);
    row.width = WORDS_SHORT_WIDTH;
    surface_put_right(surface, row, buffer_bytes(&words), STYLE_PLAIN);
    buffer_free(&edtf);
    buffer_free(&words);
}

/* Appends where in the source the event found what it says. */
static void add_locators(const struct browser *browser, uint32_t event, struct bytes id,
                         struct buffer *out)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(browser->store, browser->store->events[event].record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes locator;
        if (!bytes_equal(field.name, BYTES("Source")) ||
            !bytes_equal(bytes_split(bytes_trim(field.raw), ' ', &locator), id) ||
            locator.size == 0)
            continue;
        buffer_add_string(out, out->size ? ", " : "");
        text_clean_line(out, locator);
    }
}

/* Draws the locators at the right; returns the columns they take. */
static int draw_locators(const struct browser *browser, uint32_t event, struct surface *surface,
                         struct area row)
{
    struct buffer locators = {0}, shown = {0};
    if (row.width < LOCATOR_FROM)
        return 0;
    add_locators(browser, event, facets_selected(browser)->id, &locators);
    text_add_cut(&shown, buffer_bytes(&locators), LOCATOR_MAX);
    int used = surface_put_right(surface, row, buffer_bytes(&shown), STYLE_FAINT);
    buffer_free(&locators);
    buffer_free(&shown);
    return used ? used + 2 : 0;
}

/* What the filter hides is faint. */
static void draw_event(struct browser *browser, uint32_t event, bool with_year,
                       struct surface *surface, struct area row)
{
    struct buffer title = {0};
    struct area year = area_after(row, MARKER_WIDTH), rest = area_after(row, TITLE_AT);
    unsigned style = answer_has(&browser->answer, event) ? STYLE_PLAIN : STYLE_FAINT;
    char digits[16];
    snprintf(digits, sizeof digits, "%d", year_of(browser, event));
    year.width = YEAR_WIDTH;
    if (with_year)
        surface_put_string(surface, year, digits, STYLE_ACCENT);
    draw_date(browser, event, surface, row);
    rest.width -= draw_locators(browser, event, surface, row);
    store_title(browser->store, browser->store->events[event].record, browser->language, &title);
    surface_put(surface, rest, buffer_bytes(&title), style);
    buffer_free(&title);
}

static void draw_events(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    const struct view *view = &browser->views[VIEW_SOURCE];
    for (int y = 0; y < area.height; y++) {
        size_t line = view->top + (size_t)y;
        uint32_t event = event_at(browser, line);
        struct area row = area_row(area, y);
        if (event == EVENT_NONE)
            continue;
        uint32_t before = y ? event_at(browser, line - 1) : EVENT_NONE;
        bool with_year =
            before == EVENT_NONE || year_of(browser, before) != year_of(browser, event);
        draw_event(browser, event, with_year, surface, row);
        if (!focus || line != view->cursor)
            continue;
        row.width = row.width < TITLE_AT - 2 ? row.width : TITLE_AT - 2;
        rows_mark(surface, row, focus);
    }
}

static size_t source_count(const struct browser *browser)
{
    const struct facet_value *value = facets_selected(browser);
    return value ? browser->facets.card.count + value->all : 0;
}

/* At another source the card begins at its top, its first event selected when it is in sight. */
static void scroll(struct browser *browser, const struct facet_value *value, int height)
{
    struct view *view = &browser->views[VIEW_SOURCE];
    struct facet_pane *pane = &browser->facets;
    size_t first = pane->card.count;
    uint32_t number = (uint32_t)(value - pane->table.values);
    if (pane->card_value != number) {
        *view = (struct view){.cursor = value->all && first < (size_t)height ? first : 0};
        pane->card_value = number;
    }
    if (view->cursor >= source_count(browser))
        view->cursor = source_count(browser) - 1;
    rows_scroll(view, source_count(browser), height);
}

static void source_draw(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    const struct facet_value *value = facets_selected(browser);
    struct view *view = &browser->views[VIEW_SOURCE];
    struct area text = sheet_pane_text(area);
    if (!value) {
        if (focus)
            surface_set_cursor(surface, text.x, text.y);
        return;
    }
    lay_out(browser, value, text.width);
    scroll(browser, value, area.height);
    page_draw(&browser->facets.card, view->top, surface, text, NULL);
    draw_events(browser, surface, text, focus);
    if (focus)
        surface_set_cursor(surface, text.x, text.y + (int)(view->cursor - view->top));
}

/* Tells a line of the card: of its text, or an event behind the number of its row. */
static void tell_line(struct browser *browser, size_t index, struct page *page)
{
    uint32_t event = event_at(browser, index);
    struct buffer line = {0}, locators = {0};
    if (event == EVENT_NONE) {
        tell_lines(&browser->facets.card, index, page, true);
        return;
    }
    struct record record = browser->store->events[event].record;
    store_date(browser->store, record, browser->language, &line);
    buffer_add_string(&line, ": ");
    store_title(browser->store, record, browser->language, &line);
    add_locators(browser, event, facets_selected(browser)->id, &locators);
    if (locators.size)
        buffer_printf(&line, ", %s", buffer_string(&locators));
    tell_row(page, index + 1, buffer_bytes(&line));
    buffer_free(&line);
    buffer_free(&locators);
}

/* The text of the card is told before the first event. */
static void source_tell(struct browser *browser, struct page *page, bool alone)
{
    const struct view *view = &browser->views[VIEW_SOURCE];
    size_t first = browser->facets.card.count, count = source_count(browser);
    bool is_first = !alone && view->cursor == first;
    if (is_first)
        tell_lines(&browser->facets.card, 0, page, false);
    size_t rows = tell_count(view->cursor, count, view->page, alone);
    for (size_t i = 0; i < rows; i++)
        tell_line(browser, view->cursor + i, page);
}

static void source_press(struct browser *browser, int x, int y)
{
    (void)x;
    rows_press(&browser->views[VIEW_SOURCE], source_count(browser), y);
}

void source_read_event(struct browser *browser, int unused)
{
    uint32_t event = event_at(browser, browser->views[VIEW_SOURCE].cursor);
    (void)unused;
    if (event == EVENT_NONE)
        return;
    browser_uncover(browser);
    browser->panes.detail_focus = true;
    browser_go_to_event(browser, event);
}

const struct view_ops source_view = {
    .title = MESSAGE_SOURCES,
    .count = source_count,
    .draw = source_draw,
    .press = source_press,
    .tell = source_tell,
};
