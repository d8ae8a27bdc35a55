#ifndef SHOW_SURFACE_H
#define SHOW_SURFACE_H

#include <stdint.h>

#include "base/buffer.h"

/* A grid of cells that views draw on and a terminal or a test then shows. All places and sizes are
 * in columns and rows, from 0; whatever lies outside is not drawn. */

enum style {
    STYLE_PLAIN = 0,
    STYLE_BOLD = 1 << 0,
    STYLE_FAINT = 1 << 1,
    STYLE_REVERSE = 1 << 2,
    STYLE_UNDERLINE = 1 << 3,
    STYLE_ACCENT = 1 << 4, /* the one colour, or bold; never the only sign of anything */
};

#define CELL_BYTES 16 /* a base of four bytes and three marks of four */

struct cell {
    char text[CELL_BYTES]; /* one grapheme, not ended by a NUL */
    uint8_t size;          /* its bytes; 0 in the second cell of a wide one */
    uint8_t width;         /* 1 or 2 columns; 0 in the second cell of a wide one */
    uint8_t style;         /* enum style */
};

struct area {
    int x;
    int y;
    int width;
    int height;
};

struct surface {
    int width;
    int height;
    struct cell *cells; /* row by row */
    int cursor_x;       /* where the terminal's cursor goes */
    int cursor_y;
};

/* Gives the surface a size and clears it. */
void surface_resize(struct surface *surface, int width, int height);

/* Frees the cells. */
void surface_free(struct surface *surface);

/* Makes every cell a plain blank. */
void surface_clear(struct surface *surface);

/* Returns the whole of a surface, and one row of an area. */
struct area surface_area(const struct surface *surface);
struct area area_row(struct area area, int row);

/* Returns what is left of `area` without its first `columns` columns. */
struct area area_after(struct area area, int columns);

/* Draws clean text at the left of the first row of `area`, cut with an ellipsis where it does not
 * fit. Returns the columns used. */
int surface_put(struct surface *surface, struct area area, struct bytes text, unsigned style);

/* The same with a string. */
int surface_put_string(struct surface *surface, struct area area, const char *text, unsigned style);

/* Draws at the right of the first row of `area`; returns the columns used. */
int surface_put_right(struct surface *surface, struct area area, struct bytes text, unsigned style);

/* Adds `style` to every cell of `area`. */
void surface_add_style(struct surface *surface, struct area area, unsigned style);

/* Says where the terminal's cursor goes. */
void surface_set_cursor(struct surface *surface, int x, int y);

/* Returns the cell at a place inside the surface. */
static inline const struct cell *surface_at(const struct surface *surface, int x, int y)
{
    return &surface->cells[(size_t)y * (size_t)surface->width + (size_t)x];
}

/* Appends the surface as text: each row between bars, below it a row of style letters where it
 * has any (b f r u a; # for several), and last the place of the cursor. */
void surface_print(const struct surface *surface, struct buffer *out);

#endif
