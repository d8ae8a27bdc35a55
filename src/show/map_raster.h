#ifndef SHOW_MAP_RASTER_H
#define SHOW_MAP_RASTER_H

#include "file/outline.h"

/* Outlines as dots. A cell of the screen is twice as tall as wide and holds 2 by 4 dots, so dots
 * are square. Degrees are laid out evenly, those of longitude shorter by the cosine of the latitude
 * in the middle of the land. */

#define CELL_DOTS_WIDE 2
#define CELL_DOTS_TALL 4

/* A part of the world and how it is laid out in cells. */
struct map_window {
    int columns;
    int rows;
    double west;     /* the left edge, in degrees */
    double north;    /* the upper edge */
    double rate;     /* dots a degree of latitude */
    double squash;   /* what a degree of longitude measures of one of latitude */
    bool no_islands; /* those far out at sea are left out */
};

struct map_raster {
    struct map_window window;
    int width; /* in dots */
    int height;
    uint32_t *units;  /* by dot, row by row: whose land it is; UNIT_NONE for none */
    bool *edges;      /* by dot: at the shore, on a border, or standing for its unit */
    uint32_t *owners; /* by cell: the unit with most dots in it; UNIT_NONE for none */
    int *places;      /* by number in outlines.units: the dot that stands for it; -1 outside */
    size_t place_count;
};

/* Frees the dots and leaves an empty raster. */
void map_raster_free(struct map_raster *raster);

/* Draws the outlines anew as the window shows them. Each unit whose place lies in the window gets
 * the dot there, or the nearest that stands for no other unit, however small it is. Borders are
 * drawn where units are large enough to leave room for anything else. */
void map_raster_fill(struct map_raster *raster, const struct outlines *outlines,
                     const struct map_window *window);

/* Says whether two windows show the same. */
bool map_window_equals(const struct map_window *a, const struct map_window *b);

/* Gives the dot in which a place lies, which may be outside the window. */
void map_window_dot(const struct map_window *window, struct location at, int *x, int *y);

/* Returns the dot that stands for a unit, -1 when it is outside the window. */
int map_raster_place(const struct map_raster *raster, const struct outlines *outlines,
                     uint32_t unit);

#endif
