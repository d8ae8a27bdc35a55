#ifndef SHOW_AXIS_SCALE_H
#define SHOW_AXIS_SCALE_H

#include <stdbool.h>

#include "show/axis_index.h"

/* Which column a day stands in. Between breaks all days are equally wide. With squeezing, a gap in
 * which nothing begins or ends and that would be wider than AXIS_BREAK columns is exactly that
 * wide, so that zooming changes nothing by leaps. */

#define AXIS_BREAK 12

/* What is asked of a scale. */
struct axis_window {
    int width;     /* in columns */
    int32_t day;   /* this day, on which something begins or ends, */
    double column; /* shall stand here, as far as the span allows */
    double rate;   /* columns a day; 0 for the whole span */
    bool squeeze;  /* gaps */
};

/* From `day` on the days are `rate` columns wide; it begins at `column`. */
struct axis_segment {
    double day;
    double column;
    double rate;
    bool is_break;
};

struct axis_scale {
    int width;
    double rate;   /* columns a day outside breaks */
    double column; /* where the day asked for came to stand */
    int32_t first; /* the days in view */
    int32_t last;
    struct axis_segment *segments;
    size_t count;
    size_t room;
};

/* Frees the segments and leaves an empty scale. */
void axis_scale_free(struct axis_scale *scale);

/* Makes the scale anew. It never shows days outside the span of the index, and never less than a
 * day. The cost does not depend on the number of events. */
void axis_scale_fill(struct axis_scale *scale, const struct axis_index *index,
                     const struct axis_window *window);

/* Returns the column in which a day begins. It lies outside the view, by no known amount, when the
 * day does; it never falls from one day to the next. */
int axis_scale_column(const struct axis_scale *scale, int64_t day);

/* Returns the first day that begins in `column` or to the right of it. */
int32_t axis_scale_day(const struct axis_scale *scale, int column);

/* Returns the break that column `column` is part of, its days in `*from` and `*to` (the day behind
 * it) and its columns in `*x` and `*end`; false when there is none. */
bool axis_scale_break(const struct axis_scale *scale, int column, int32_t *from, int32_t *to,
                      int *x, int *end);

#endif
