#ifndef SHOW_AXIS_TICKS_H
#define SHOW_AXIS_TICKS_H

#include "base/language.h"
#include "base/text.h"
#include "show/axis_scale.h"

/* The days that are named above the axis: years, months or days, as close as they can be read. */

#define AXIS_TICKS_MAX 128

struct axis_tick {
    int x;
    bool resumes;          /* it names the day on which time goes on behind a break */
    struct text_run label; /* in axis_ticks.labels */
};

struct axis_ticks {
    struct axis_tick items[AXIS_TICKS_MAX];
    size_t count;
    struct buffer labels;
};

/* Names days of the scale anew; labels end before column `end` and have a blank between them. Free
 * with buffer_free(&ticks->labels). */
void axis_ticks_fill(struct axis_ticks *ticks, const struct axis_scale *scale, int end,
                     enum language language);

#endif
