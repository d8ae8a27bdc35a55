#include "show/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/text_wrap.h"

void page_begin(struct page *page, int width)
{
    buffer_clear(&page->text);
    page->count = 0;
    page->width = width > 1 ? width : 1;
}

void page_free(struct page *page)
{
    buffer_free(&page->text);
    free(page->lines);
    *page = (struct page){0};
}

static void add_line(struct page *page, struct page_line line)
{
    page->lines = memory_grow(page->lines, page->count, &page->room, sizeof *page->lines);
    page->lines[page->count++] = line;
}

/* Wraps one paragraph, which stands at byte `at` of the page's text. The first line is wrapped by
 * itself because it may be indented otherwise. */
static void wrap(struct page *page, size_t at, size_t size, int first, int rest, unsigned style)
{
    int indent = first;
    while (size) {
        struct bytes left = bytes_first(bytes_after(buffer_bytes(&page->text), at), size);
        struct text_run *runs;
        int columns = page->width - indent > 1 ? page->width - indent : 1;
        size_t count = text_wrap(left, columns, &runs);
        size_t taken = indent == rest ? count : 1;
        for (size_t i = 0; i < taken; i++)
            add_line(page, (struct page_line){at + runs[i].at, runs[i].size, indent, style});
        size_t next = taken < count ? runs[taken].at : size;
        free(runs);
        at += next;
        size -= next;
        indent = rest;
    }
}

void page_add(struct page *page, struct bytes text, int first, int rest, unsigned style)
{
    while (text.size) {
        size_t end = bytes_find(text, BYTES("\n\n"));
        struct bytes paragraph = bytes_first(text, end);
        size_t at = page->text.size;
        buffer_add(&page->text, paragraph);
        for (size_t i = at; i < page->text.size; i++)
            if (page->text.data[i] == '\n')
                page->text.data[i] = ' ';
        wrap(page, at, paragraph.size, first, rest, style);
        text = bytes_after(text, end + 2);
        if (text.size)
            page_add_gap(page);
    }
}

void page_add_gap(struct page *page)
{
    if (page->count && page->lines[page->count - 1].size)
        add_line(page, (struct page_line){0});
}

void page_mark_hits(struct surface *surface, struct area area, struct bytes text,
                    const struct query *query)
{
    struct text_run hit;
    if (!query)
        return;
    for (size_t from = 0; query_find(query, text, from, &hit); from = hit.at + hit.size) {
        struct area run = area_after(area, text_width(bytes_first(text, hit.at)));
        int width = text_width(bytes_first(bytes_after(text, hit.at), hit.size));
        run.width = width < run.width ? width : run.width;
        surface_add_style(surface, run, STYLE_UNDERLINE);
    }
}

void page_draw(const struct page *page, size_t top, struct surface *surface, struct area area,
               const struct query *query)
{
    for (int row = 0; row < area.height && top + (size_t)row < page->count; row++) {
        const struct page_line *line = &page->lines[top + (size_t)row];
        struct area place = area_after(area_row(area, row), line->indent);
        struct bytes text = bytes_after(buffer_bytes(&page->text), line->at);
        text = bytes_first(text, line->size);
        surface_put(surface, place, text, line->style);
        page_mark_hits(surface, place, text, query);
    }
}
