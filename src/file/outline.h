#ifndef FILE_OUTLINE_H
#define FILE_OUTLINE_H

#include "file/ring.h"
#include "file/store.h"

/* Where the units of a gazetteer lie: closed rings, each the border of one piece of land, and names
 * of places that have no record of their own. They are read from the file that the timeline's
 * Outlines names, else from the gazetteer. */

struct outline_label {
    struct bytes name; /* not clean */
    struct location at;
    enum language language;
};

/* A unit that has a ring, and a place inside its largest one that stands for it. */
struct outline_unit {
    uint32_t unit;
    struct location at;
};

struct outlines {
    struct content content; /* of a file of their own */
    struct ring *rings;
    size_t count;
    size_t room;
    struct location *points;
    size_t point_count;
    size_t point_room;
    struct outline_label *labels;
    size_t label_count;
    size_t label_room;
    struct outline_unit *units;
    size_t unit_count;
    size_t unit_room;
    struct extent mainland; /* of the rings that are not far */
    struct extent islands;  /* of those that are, with the labels among them */
    struct extent whole;    /* of all */
    bool has_islands;
};

/* Reads the outlines of a timeline's units into `outlines`. What is faulty, or belongs to no unit
 * of the gazetteer, is passed over. False when no ring is left; then there is nothing to free. */
bool outlines_open(struct outlines *outlines, const struct store *store);

/* Frees everything. */
void outlines_close(struct outlines *outlines);

/* Returns the place that stands for a unit; NULL when the unit has no ring. */
const struct location *outlines_place(const struct outlines *outlines, uint32_t unit);

/* Reads `longitude latitude, longitude latitude, …`, appending the points to `*points`, of which
 * there are `*count` in `*room`. False, and nothing appended, when it is no closed ring of at least
 * three corners. */
bool outline_read_ring(struct bytes value, struct location **points, size_t *count, size_t *room);

/* Reads `longitude latitude name`; false when it is none. */
bool outline_read_label(struct bytes value, struct outline_label *label);

#endif
