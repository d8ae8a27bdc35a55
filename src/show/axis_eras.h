#ifndef SHOW_AXIS_ERAS_H
#define SHOW_AXIS_ERAS_H

#include "show/axis_scale.h"

/* Where the eras of a timeline stand above the axis: one that overlaps another goes to the next
 * row, and what finds none is counted. */

#define AXIS_ERAS_MAX 64
#define AXIS_ERA_ROWS 2

struct axis_era {
    size_t number; /* in the file */
    int row;
    int x;
    int end;
};

struct axis_eras {
    struct axis_era items[AXIS_ERAS_MAX];
    size_t count;
    int rows;       /* that are used */
    size_t missing; /* eras in view without a place */
};

/* Places the eras in view in at most `rows` rows. */
void axis_eras_fill(struct axis_eras *eras, const struct store *store,
                    const struct axis_scale *scale, int rows);

#endif
