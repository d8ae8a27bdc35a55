#ifndef SHOW_MAP_PANE_H
#define SHOW_MAP_PANE_H

#include "find/tally.h"
#include "show/map_layout.h"

/* What the map keeps between keys. Zeroed it was never opened. */

#define MAP_SHADES 4 /* no events, few, more, most */

struct map_pane {
    struct outlines outlines; /* read when the map is first opened */
    bool was_read;
    uint32_t unit; /* pointed at */
    int zoom;
    struct location middle; /* of what is shown when zoomed in */
    struct question chosen; /* only its provinces count */
    struct tally tally;     /* events by unit under the other filters */
    size_t peak;            /* the highest count of a unit with an outline */
    bool is_counted;        /* cleared when the answer changes */
    struct map_layout layout;
    struct map_raster raster; /* as the layout's window shows it */
    struct map_raster inset;
    size_t filled; /* how often outlines were made into dots */
};

/* Frees what the pane owns and leaves it as new. */
void map_pane_free(struct map_pane *pane);

/* Reads the outlines if that was not done yet; false when there are none. */
bool map_pane_read(struct map_pane *pane, const struct store *store);

/* Counts events by province anew if the answer has changed. */
void map_pane_count(struct map_pane *pane, const struct store *store,
                    const struct question *question);

/* Lays the map out in `area`. Outlines are made into dots anew only if that, the zoom or the part
 * that is shown has changed; what is shown follows the unit pointed at. */
void map_pane_lay(struct map_pane *pane, struct area area);

/* Returns the shade for so many events, 0 to MAP_SHADES - 1, and the least number of events that
 * has a shade above 0. Thresholds are the cube root of the highest count and its square. */
int map_shade(const struct map_pane *pane, size_t count);
size_t map_shade_from(const struct map_pane *pane, int shade);

#endif
