#ifndef SHOW_MAP_COMMAND_H
#define SHOW_MAP_COMMAND_H

#include "show/browser.h"

/* What the actions of the map do; each takes the argument that its row gives. */

/* Makes the map ready to be shown: points at where the selected event happened, chooses what is
 * filtered by. Falls back to the list where no map can be drawn. */
void map_begin(struct browser *browser);

/* Puts the list of provinces in place of a map that cannot be drawn. */
void map_fall_back(struct browser *browser);

/* Points at the next province in a direction, an enum map_direction. */
void map_step(struct browser *browser, int direction);

/* Zooms in (1) or out (-1) around the province pointed at; 0 shows the whole land. */
void map_zoom(struct browser *browser, int direction);

/* Chooses the province pointed at, or no longer. */
void map_choose(struct browser *browser, int unused);

/* Filters by the chosen provinces, or by the one pointed at when none is chosen, and leaves. */
void map_apply(struct browser *browser, int unused);

#endif
