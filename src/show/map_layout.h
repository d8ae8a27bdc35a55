#ifndef SHOW_MAP_LAYOUT_H
#define SHOW_MAP_LAYOUT_H

#include "show/map_raster.h"
#include "show/surface.h"

/* What of the map stands where in a pane: the land, far islands beside it in a corner of their own
 * where the whole would make the land too small, and the words. */

/* Below this the land cannot be recognised. */
#define MAP_MIN_WIDTH  32
#define MAP_MIN_HEIGHT 14

#define MAP_ZOOM_MAX 4 /* each step doubles the scale */

struct map_layout {
    struct area map;
    struct area words; /* beside the map, or rows below it */
    bool words_beside;
    struct area inset; /* of the far islands, over the map; no width without one */
    struct map_window window;
    struct map_window inset_window;
};

/* Lays out a pane of at least MAP_MIN_WIDTH by MAP_MIN_HEIGHT. At `zoom` 0 all land is shown, above
 * that the land around `middle` with the inset, if any, beside it at the lower right. */
struct map_layout map_layout_of(const struct outlines *outlines, struct area area, int zoom,
                                struct location middle);

/* Moves an inset that lies over the map along its right side to where it covers least land, the
 * lower place among equals. */
void map_layout_place_inset(struct map_layout *layout, const struct map_raster *raster);

/* Returns what a degree of longitude measures of one of latitude, in the middle of the land. */
double map_squash(const struct outlines *outlines);

#endif
