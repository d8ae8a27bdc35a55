#ifndef SHOW_PAGE_H
#define SHOW_PAGE_H

#include "find/query.h"
#include "show/surface.h"

/* A text laid out in lines of some width, to be scrolled: an event's detail, the help. */

struct page_line {
    size_t at;   /* byte in the page's text */
    size_t size; /* in bytes */
    int indent;  /* in columns */
    unsigned style;
};

struct page {
    struct buffer text;
    struct page_line *lines;
    size_t count;
    size_t room;
    int width; /* in columns */
};

/* Empties the page and gives it a width. */
void page_begin(struct page *page, int width);

/* Frees everything. */
void page_free(struct page *page);

/* Adds clean text, wrapped. Its first line is indented by `first` columns, the others by `rest`.
 * A single newline in it is a blank, an empty line parts paragraphs. */
void page_add(struct page *page, struct bytes text, int first, int rest, unsigned style);

/* Adds an empty line, unless the page is empty or ends with one. */
void page_add_gap(struct page *page);

/* Draws the lines from number `top` on; where `query` is not NULL its hits are underlined. */
void page_draw(const struct page *page, size_t top, struct surface *surface, struct area area,
               const struct query *query);

/* Underlines the hits of `query` in text that was drawn at the left of `area`. */
void page_mark_hits(struct surface *surface, struct area area, struct bytes text,
                    const struct query *query);

#endif
