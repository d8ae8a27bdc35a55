#ifndef TESTS_FUZZ_DRAWN_H
#define TESTS_FUZZ_DRAWN_H

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "show/browser.h"

/* What holds of every page that is drawn, whatever the data and the keys: each row is exactly its
 * columns, each cell is one clean grapheme of its width, and the cursor is on the page. */

/* Says whether bytes may be sent to a terminal: UTF-8 without any control. */
static inline bool drawn_is_safe(struct bytes text)
{
    size_t offset;
    struct text_run control;
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F)
            return false;
    return text_is_utf8(text, &offset) && !text_find_control(text, &control);
}

static inline bool drawn_cell_is_right(const struct surface *surface, int x, int y)
{
    const struct cell *cell = surface_at(surface, x, y);
    struct bytes text = {cell->text, cell->size};
    if (cell->width == 0)
        return cell->size == 0 && x > 0 && surface_at(surface, x - 1, y)->width == 2;
    if (cell->width == 2 && (x + 1 == surface->width || surface_at(surface, x + 1, y)->width != 0))
        return false;
    if (cell->size == 1 && cell->text[0] >= ' ' && cell->text[0] < 0x7F)
        return cell->width == 1;
    return cell->size > 0 && drawn_is_safe(text) && text_grapheme(text) == text.size &&
           text_width(text) == cell->width;
}

/* Ends the program, the page printed, unless all of that holds. */
static inline void drawn_check(const struct surface *surface)
{
    bool right = surface->cursor_x >= 0 && surface->cursor_x < surface->width &&
                 surface->cursor_y >= 0 && surface->cursor_y < surface->height;
    for (int y = 0; y < surface->height; y++)
        for (int x = 0; x < surface->width; x++)
            right = right && drawn_cell_is_right(surface, x, y);
    if (right)
        return;
    struct buffer page = {0};
    surface_print(surface, &page);
    fputs(buffer_string(&page), stderr);
    abort();
}

/* Draws a browser at a size and checks the page. */
static inline void drawn_at(struct browser *browser, struct surface *surface, int width, int height)
{
    surface_resize(surface, width, height);
    browser_draw(browser, surface);
    drawn_check(surface);
}

#endif
