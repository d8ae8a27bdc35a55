#ifndef SHOW_MAP_DOTS_H
#define SHOW_MAP_DOTS_H

#include "show/browser.h"

/* The map as braille: each dot of the raster is on at edges, and inside a unit by its shade. */

/* The shade of where the selected event happened, denser than all others. */
#define MAP_LIT MAP_SHADES

/* Says whether a province lies where the selected event happened. */
bool map_is_lit(const struct browser *browser, uint32_t unit);

/* Says whether a dot of a shade (0 to MAP_LIT) is on. A shade is a pattern that goes on across
 * units. */
bool map_dot_is_on(int shade, int x, int y);

/* Appends two cells of a shade as braille signs (U+2800 and up). */
void map_dots_add_sample(struct buffer *out, int shade);

/* Draws a raster; where units are pointed at, lit or chosen, so that it shows without colour. */
void map_dots_draw(const struct browser *browser, const struct map_raster *raster,
                   struct surface *surface, struct area area);

#endif
