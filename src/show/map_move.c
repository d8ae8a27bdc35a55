#include "show/map_move.h"

#include "show/map_layout.h"

/* A degree aside counts as much as so many ahead; what lies more aside than that is out of the
 * angle. */
#define ASIDE 2

/* Gives how far `to` lies ahead of `from`, and how far aside. */
static void measure(struct location from, struct location to, double squash,
                    enum map_direction direction, double *ahead, double *aside)
{
    double east = ((double)to.east - from.east) * squash, north = (double)to.north - from.north;
    bool across = direction == MAP_LEFT || direction == MAP_RIGHT;
    *ahead = across ? east : north;
    *aside = across ? north : east;
    if (direction == MAP_LEFT || direction == MAP_DOWN)
        *ahead = -*ahead;
    if (*aside < 0)
        *aside = -*aside;
}

uint32_t map_neighbour(const struct outlines *outlines, uint32_t unit, enum map_direction direction)
{
    const struct location *here = outlines_place(outlines, unit);
    double squash = map_squash(outlines), least = 0;
    uint32_t found = unit;
    for (size_t i = 0; here && i < outlines->unit_count; i++) {
        double ahead, aside;
        measure(*here, outlines->units[i].at, squash, direction, &ahead, &aside);
        double cost = ahead + aside * ASIDE;
        if (ahead <= 0 || aside > ahead * ASIDE || (found != unit && cost >= least))
            continue;
        least = cost;
        found = outlines->units[i].unit;
    }
    return found;
}
