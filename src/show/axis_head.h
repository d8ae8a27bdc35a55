#ifndef SHOW_AXIS_HEAD_H
#define SHOW_AXIS_HEAD_H

#include "show/browser.h"

/* What stands above the lanes of the axis: eras, names of days, the rule; and how all parts of the
 * pane are drawn. */

/* Where the parts of the pane are; a part without room has no rows. */
struct axis_frame {
    struct area eras;
    struct area labels;
    struct area rule;
    struct area lanes;
    struct area words;
    int gutter; /* columns to the left of what is to scale */
};

/* Returns the part of a row that is to scale, behind the gutter. */
struct area axis_scaled(const struct axis_frame *frame, struct area row);

/* Puts text into the columns from `x` up to `end` of an area. */
void axis_put(struct surface *surface, struct area area, int x, int end, struct bytes text,
              unsigned style);

/* Puts `sign`, one column wide, into each of the columns from `x` up to `end`. */
void axis_repeat(struct surface *surface, struct area area, int x, int end, const char *sign,
                 unsigned style);

/* Draws eras, days and rule, as far as the frame has room for them. */
void axis_head_draw(const struct browser *browser, struct surface *surface,
                    const struct axis_frame *frame);

#endif
