#ifndef SHOW_AXIS_HEAD_H
#define SHOW_AXIS_HEAD_H

#include "show/axis_frame.h"
#include "show/browser.h"

/* What stands above the lanes of the axis: eras, names of days, the rule. */

/* Draws eras, days and rule, as far as the frame has room for them. */
void axis_head_draw(const struct browser *browser, struct surface *surface,
                    const struct axis_frame *frame);

#endif
