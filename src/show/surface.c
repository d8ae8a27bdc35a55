#include "show/surface.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static const struct cell blank = {.text = " ", .size = 1, .width = 1};

void surface_resize(struct surface *surface, int width, int height)
{
    surface->width = width > 0 ? width : 1;
    surface->height = height > 0 ? height : 1;
    size_t count = (size_t)surface->width * (size_t)surface->height;
    surface->cells = memory_resize(surface->cells, count, sizeof *surface->cells);
    surface_clear(surface);
}

void surface_free(struct surface *surface)
{
    free(surface->cells);
    *surface = (struct surface){0};
}

void surface_clear(struct surface *surface)
{
    size_t count = (size_t)surface->width * (size_t)surface->height;
    for (size_t i = 0; i < count; i++)
        surface->cells[i] = blank;
    surface_set_cursor(surface, 0, 0);
}

struct area surface_area(const struct surface *surface)
{
    return (struct area){0, 0, surface->width, surface->height};
}

struct area area_row(struct area area, int row)
{
    return (struct area){area.x, area.y + row, area.width, row < area.height ? 1 : 0};
}

struct area area_after(struct area area, int columns)
{
    columns = columns < area.width ? columns : area.width;
    return (struct area){area.x + columns, area.y, area.width - columns, area.height};
}

static struct cell *cell_at(struct surface *surface, int x, int y)
{
    return &surface->cells[(size_t)y * (size_t)surface->width + (size_t)x];
}

/* Says whether `width` columns at a place lie inside the surface. */
static bool holds(const struct surface *surface, int x, int y, int width)
{
    return x >= 0 && y >= 0 && y < surface->height && x + width <= surface->width;
}

/* Makes a blank of the other half of a wide character that is about to lose the cell at x. */
static void break_wide(struct surface *surface, int x, int y)
{
    struct cell *cell = cell_at(surface, x, y);
    if (cell->width == 0 && x > 0)
        cell[-1] = blank;
    if (cell->width == 2 && x + 1 < surface->width)
        cell[1] = blank;
}

static void put_grapheme(struct surface *surface, int x, int y, struct bytes grapheme, int width,
                         unsigned style)
{
    if (width < 1 || width > 2 || !holds(surface, x, y, width))
        return;
    for (int i = 0; i < width; i++)
        break_wide(surface, x + i, y);
    struct cell *cell = cell_at(surface, x, y);
    *cell = blank;
    if (grapheme.size <= CELL_BYTES) {
        memcpy(cell->text, grapheme.at, grapheme.size);
        cell->size = (uint8_t)grapheme.size;
        cell->width = (uint8_t)width;
    }
    cell->style = (uint8_t)style;
    if (width == 2)
        *cell_at(surface, x + 1, y) = (struct cell){.style = (uint8_t)style};
}

int surface_put(struct surface *surface, struct area area, struct bytes text, unsigned style)
{
    struct buffer cut = {0};
    int used = 0;
    if (area.height < 1)
        return 0;
    if (text_fit(text, area.width).size < text.size) {
        text_add_cut(&cut, text, area.width);
        text = buffer_bytes(&cut);
    }
    while (text.size) {
        int width;
        struct bytes grapheme = text_next(text, &width);
        put_grapheme(surface, area.x + used, area.y, grapheme, width, style);
        used += width > 0 ? width : 0;
        text = bytes_after(text, grapheme.size);
    }
    buffer_free(&cut);
    return used;
}

int surface_put_string(struct surface *surface, struct area area, const char *text, unsigned style)
{
    return surface_put(surface, area, bytes_of(text), style);
}

int surface_put_right(struct surface *surface, struct area area, struct bytes text, unsigned style)
{
    int width = text_width(text);
    int indent = width < area.width ? area.width - width : 0;
    return surface_put(surface, area_after(area, indent), text, style);
}

void surface_add_style(struct surface *surface, struct area area, unsigned style)
{
    for (int y = area.y; y < area.y + area.height; y++)
        for (int x = area.x; x < area.x + area.width; x++)
            if (holds(surface, x, y, 1))
                cell_at(surface, x, y)->style |= (uint8_t)style;
}

void surface_set_cursor(struct surface *surface, int x, int y)
{
    surface->cursor_x = x;
    surface->cursor_y = y;
}

/* Returns the letter of the one style, or # for several. */
static char style_letter(unsigned style)
{
    static const char letters[] = "bfrua";
    if (style == STYLE_PLAIN)
        return ' ';
    for (size_t bit = 0; letters[bit]; bit++)
        if (style == 1U << bit)
            return letters[bit];
    return '#';
}

static void print_styles(const struct surface *surface, int y, struct buffer *out)
{
    size_t start = out->size;
    buffer_add_char(out, ' ');
    size_t used = out->size;
    for (int x = 0; x < surface->width; x++) {
        buffer_add_char(out, style_letter(surface_at(surface, x, y)->style));
        if (out->data[out->size - 1] != ' ')
            used = out->size;
    }
    buffer_cut(out, used > start + 1 ? used : start);
    if (out->size > start)
        buffer_add_char(out, '\n');
}

void surface_print(const struct surface *surface, struct buffer *out)
{
    for (int y = 0; y < surface->height; y++) {
        buffer_add_char(out, '|');
        for (int x = 0; x < surface->width; x++) {
            const struct cell *cell = surface_at(surface, x, y);
            buffer_add(out, (struct bytes){cell->text, cell->size});
        }
        buffer_add_string(out, "|\n");
        print_styles(surface, y, out);
    }
    buffer_printf(out, "cursor %d,%d\n", surface->cursor_x, surface->cursor_y);
}
