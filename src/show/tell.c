#include "show/tell.h"

#include "find/naming.h"

#define HANGING 6 /* columns by which a row goes on below itself */

void tell_row(struct page *page, size_t number, struct bytes text)
{
    struct buffer line = {0};
    buffer_printf(&line, "%zu. %.*s", number, BYTES_ARGS(text));
    page_add(page, buffer_bytes(&line), 0, HANGING, STYLE_PLAIN);
    buffer_free(&line);
}

void tell_event(const struct browser *browser, size_t place, struct page *page)
{
    const struct event *event = &browser->store->events[browser->answer.events[place]];
    const uint32_t *units = store_units(browser->store, event);
    struct buffer line = {0};
    store_date(browser->store, event->record, browser->language, &line);
    buffer_add_string(&line, ": ");
    store_title(browser->store, event->record, browser->language, &line);
    if (event->unit_count && units[0] != browser->store->gazetteer.nation) {
        buffer_add_string(&line, " (");
        naming_add_short(&line, browser->store, event, browser->language, browser->names);
        buffer_add_char(&line, ')');
    }
    tell_row(page, place + 1, buffer_bytes(&line));
    buffer_free(&line);
}

void tell_rows(struct browser *browser, enum view_id id, enum message nothing,
               void (*tell)(const struct browser *browser, size_t row, struct page *page),
               struct page *page, bool alone)
{
    const struct view *view = &browser->views[id];
    size_t count = view_ops(id)->count(browser);
    size_t rows = tell_count(view->cursor, count, view->page, alone);
    if (count == 0)
        page_add(page, bytes_of(browser_text(browser, nothing)), 0, 0, STYLE_PLAIN);
    for (size_t row = view->cursor; row < view->cursor + rows; row++)
        tell(browser, row, page);
}

void tell_lines(const struct page *from, size_t first, struct page *page, bool alone)
{
    size_t end = alone && first < from->count ? first + 1 : from->count;
    for (size_t i = first; i < end; i++) {
        const struct page_line *line = &from->lines[i];
        struct bytes text = bytes_after(buffer_bytes(&from->text), line->at);
        if (line->size)
            page_add(page, bytes_first(text, line->size), line->indent, line->indent, STYLE_PLAIN);
        else
            page_add_gap(page);
    }
}

size_t tell_count(size_t from, size_t count, int in_sight, bool alone)
{
    size_t most = alone || in_sight < 1 ? 1 : (size_t)in_sight;
    size_t left = from < count ? count - from : 0;
    return left < most ? left : most;
}
