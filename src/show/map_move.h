#ifndef SHOW_MAP_MOVE_H
#define SHOW_MAP_MOVE_H

#include "file/outline.h"

/* Which unit is the next one in a direction. It depends on where units lie and not on how they are
 * drawn, so the same keys lead the same way at every size. */

enum map_direction { MAP_LEFT, MAP_RIGHT, MAP_UP, MAP_DOWN };

/* Returns the unit that a step from `unit` leads to, the nearest one within a wide angle; `unit`
 * itself where none lies that way. */
uint32_t map_neighbour(const struct outlines *outlines, uint32_t unit,
                       enum map_direction direction);

#endif
