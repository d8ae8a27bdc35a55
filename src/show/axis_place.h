#ifndef SHOW_AXIS_PLACE_H
#define SHOW_AXIS_PLACE_H

#include "show/axis_piece.h"

/* Finding room for single events; for the files axis_*.c only. */

/* Rows of a lane that may be filled. */
struct axis_room {
    int y;
    int rows;
    bool any_row; /* long bars may take more than half of the rows */
    bool roomy;   /* titles need not be short */
    bool unnamed; /* no titles: the row is shared with marks, which need some of it */
};

/* Adds a piece as it is; notes the cells that a piece takes. */
void axis_add_piece(struct axis_layout *layout, struct axis_piece piece);
void axis_take_piece(struct axis_layout *layout, const struct axis_piece *piece);

/* Places the event at `place` of the answer; false when there is no room, and nothing is added. */
bool axis_place_event(struct axis_layout *layout, const struct axis_scene *scene,
                      const struct axis_room *room, size_t place);

/* Makes of `*piece`, a mark, the one event it stands for, between the columns `from` and `end` of
 * its row; false when it does not fit there. */
bool axis_place_between(struct axis_layout *layout, const struct axis_scene *scene,
                        struct axis_piece *piece, size_t place, int from, int end);

/* Gives titles that were cut, of pieces from number `start` on, the cells that stayed free. */
void axis_widen_titles(struct axis_layout *layout, size_t start);

/* Returns the columns of an event in view, at least one, from `*x` up to `*end`. */
void axis_extent(const struct axis_scene *scene, const struct event *event, int *x, int *end);

#endif
