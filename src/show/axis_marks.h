#ifndef SHOW_AXIS_MARKS_H
#define SHOW_AXIS_MARKS_H

#include "show/axis_piece.h"

/* Counted marks, `+7`, for events that have no room of their own. */

/* Places marks in row `y` for the events that `counts` has by column, an array as wide as the
 * layout, around the one sign that may stand there. All of them are counted in the end. Where
 * `lone` is not NULL it has for each column with one event its place in the answer, and what is
 * alone and has room is shown as what it is. */
void axis_place_marks(struct axis_layout *layout, const struct axis_scene *scene, int y,
                      const size_t *counts, const size_t *lone);

#endif
