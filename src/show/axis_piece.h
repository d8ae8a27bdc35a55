#ifndef SHOW_AXIS_PIECE_H
#define SHOW_AXIS_PIECE_H

#include "show/axis_lanes.h"
#include "show/axis_scale.h"

/* What stands where in the lanes. Every event in view is either a point or bar of its own, or one
 * of a counted mark in the last row of its lane; so the counts of all pieces add up to the events
 * in view, and no two pieces of a row share a cell. */

enum axis_kind { AXIS_POINT, AXIS_BAR, AXIS_MARK };

/* All columns count from the left of the lanes, rows from the top of the first lane. */
struct axis_piece {
    enum axis_kind kind;
    int y;
    int x; /* of the sign, or of `+7` */
    int end;
    int label_x; /* of the title; inside a long bar */
    int label_end;
    int solid_x; /* the part of a bar that is certain */
    int solid_end;
    bool open_past; /* the bar has no end there, and it would be in view */
    bool open_future;
    bool doubtful; /* the point */
    bool selected;
    size_t place;          /* in the answer, of a point or bar */
    size_t count;          /* of events: 1 but for marks */
    struct text_run label; /* in axis_layout.titles */
};

struct axis_layout {
    int width;
    int height;
    struct axis_piece *pieces;
    size_t count;
    size_t room;
    struct buffer titles;
    size_t *columns; /* in a crowd: how many events begin where, lane by lane */
    char *used;      /* the cells that are taken, row by row; while laying out */
    size_t *lone;    /* an event that begins in each column, while laying out a lane */
};

/* What is laid out. */
struct axis_scene {
    const struct store *store;
    const struct answer *answer;
    const struct axis_index *index;
    const struct axis_scale *scale;
    const struct axis_lanes *lanes;
    size_t selected; /* place in the answer; always shown by itself when in view */
    enum language language;
};

#endif
