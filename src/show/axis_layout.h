#ifndef SHOW_AXIS_LAYOUT_H
#define SHOW_AXIS_LAYOUT_H

#include "show/axis_piece.h"

/* What fills the lanes. Where few events are in view each one is placed, and those that find no
 * room become marks; of a crowd (AXIS_CROWD) only columns are counted. */

/* Frees everything and leaves an empty layout. */
void axis_layout_free(struct axis_layout *layout);

/* Lays out anew, for lanes of `height` rows together. */
void axis_layout_fill(struct axis_layout *layout, const struct axis_scene *scene, int height);

#endif
