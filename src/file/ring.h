#ifndef FILE_RING_H
#define FILE_RING_H

#include "file/degrees.h"

/* The geometry of places, boxes and rings, as if the Earth were a plane of degrees. */

/* A place, in millionths of a degree. */
struct location {
    int32_t east;
    int32_t north;
};

/* A box of places, its edges included. */
struct extent {
    struct location low;  /* its corner in the southwest */
    struct location high; /* in the northeast */
};

/* The border of one piece of land. */
struct ring {
    uint32_t unit;
    uint32_t at;    /* its run in outlines.points, the last point equal to the first */
    uint32_t count; /* at least 4 */
    struct extent extent;
    bool is_far; /* out at sea, apart from the mainland */
};

/* Makes a box as large as it has to be for a place to lie in it. */
void extent_widen(struct extent *extent, struct location location);

/* Returns a place that stands for a ring with these points, ring->count of them: the middle by
 * area, or where that lies outside, the middle of the widest stretch of land in the west and east
 * of it. */
struct location ring_place(const struct ring *ring, const struct location *points);

#endif
