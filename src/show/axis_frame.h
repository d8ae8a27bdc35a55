#ifndef SHOW_AXIS_FRAME_H
#define SHOW_AXIS_FRAME_H

#include "show/surface.h"

/* Where the parts of the axis are in its pane, and how they are drawn column by column. */

/* A part without room has no rows. */
struct axis_frame {
    struct area eras;
    struct area labels;
    struct area rule;
    struct area lanes;
    struct area words;
    int gutter; /* columns to the left of what is to scale */
};

/* Divides a pane, of which `eras` rows are for eras. */
struct axis_frame axis_frame_of(struct area area, int eras);

/* Returns the part of a row that is to scale, behind the gutter. */
struct area axis_frame_scaled(const struct axis_frame *frame, struct area row);

/* Puts text into the columns from `x` up to `end` of an area. */
void axis_put(struct surface *surface, struct area area, int x, int end, struct bytes text,
              unsigned style);

/* Puts `sign`, one column wide, into each of the columns from `x` up to `end`. */
void axis_repeat(struct surface *surface, struct area area, int x, int end, const char *sign,
                 unsigned style);

#endif
