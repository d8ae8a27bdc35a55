#ifndef SHOW_AXIS_LANES_H
#define SHOW_AXIS_LANES_H

#include "show/axis_index.h"

/* Which groups have a lane in a view, and how many rows: those asked for, else those with the most
 * events in view; one more lane holds the events that are at home in all others. So the events of
 * all lanes, without the guests, are the events in view. */

#define AXIS_LANES_MAX 64
#define AXIS_OTHERS    SIZE_MAX

/* When more events than this are in view, columns are counted instead of placing each. */
#define AXIS_CROWD 1000

struct axis_lane {
    size_t group;  /* or AXIS_OTHERS */
    size_t before; /* events of the lane before the view, in it, behind it */
    size_t inside;
    size_t after;
    size_t guests; /* those in view that are counted in another lane */
    int y;         /* in rows below the first lane */
    int rows;
};

struct axis_lanes {
    struct axis_lane items[AXIS_LANES_MAX];
    size_t count;
    struct axis_lane all; /* of the answer; only the numbers of events count */
    unsigned char *of;    /* the lane of each group */
    bool crowded;         /* more than AXIS_CROWD in view */
};

/* Frees what the lanes own and leaves none. */
void axis_lanes_free(struct axis_lanes *lanes);

/* Chooses the lanes of a view of the days `first` to `last`, `rows` (>= 1) rows high. */
void axis_lanes_choose(struct axis_lanes *lanes, const struct axis_index *index, int32_t first,
                       int32_t last, int rows);

#endif
