#include "file/ring.h"

void extent_widen(struct extent *extent, struct location location)
{
    if (location.east < extent->low.east)
        extent->low.east = location.east;
    if (location.north < extent->low.north)
        extent->low.north = location.north;
    if (location.east > extent->high.east)
        extent->high.east = location.east;
    if (location.north > extent->high.north)
        extent->high.north = location.north;
}

/* Gives where a line from west to east at `north` first comes into the ring behind `after`, and
 * leaves it again; false when it does so no more. */
static bool next_crossing(const struct ring *ring, const struct location *points, double north,
                          double after, double *crossing)
{
    bool found = false;
    for (uint32_t i = 0; i + 1 < ring->count; i++) {
        const struct location *a = &points[i], *b = a + 1;
        if ((a->north <= north) == (b->north <= north))
            continue;
        double share = (north - a->north) / (double)(b->north - a->north);
        double east = a->east + share * (double)(b->east - a->east);
        if (east > after && (!found || east < *crossing)) {
            *crossing = east;
            found = true;
        }
    }
    return found;
}

/* Returns a third of `sum`, or half of `most` when that is no number up to `most`, as it is where a
 * ring crosses itself. */
static int32_t share_of(int32_t most, double sum)
{
    return sum >= 0 && sum / 3 <= most ? (int32_t)(sum / 3) : most / 2;
}

/* Returns the middle of a ring by area, which may lie outside of it. */
static struct location centroid(const struct ring *ring, const struct location *points)
{
    const struct location *low = &ring->extent.low;
    double area = 0, east = 0, north = 0;
    for (uint32_t i = 0; i + 1 < ring->count; i++) {
        const struct location *a = &points[i], *b = a + 1;
        double ax = (double)a->east - low->east, ay = (double)a->north - low->north;
        double bx = (double)b->east - low->east, by = (double)b->north - low->north;
        double part = ax * by - bx * ay;
        area += part;
        east += (ax + bx) * part;
        north += (ay + by) * part;
    }
    return (struct location){low->east + share_of(ring->extent.high.east - low->east, east / area),
                             low->north +
                                 share_of(ring->extent.high.north - low->north, north / area)};
}

struct location ring_place(const struct ring *ring, const struct location *points)
{
    struct location place = centroid(ring, points);
    double north = place.north + 0.5; /* between any two corners */
    double in, out = (double)ring->extent.low.east - 1, widest = -1, middle = place.east;
    while (next_crossing(ring, points, north, out, &in) &&
           next_crossing(ring, points, north, in, &out)) {
        if (in <= place.east && place.east <= out)
            return place;
        if (out - in <= widest)
            continue;
        widest = out - in;
        middle = in + widest / 2;
    }
    place.east = (int32_t)middle;
    return place;
}
