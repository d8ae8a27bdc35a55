#ifndef FIND_PICKS_H
#define FIND_PICKS_H

#include "find/facet.h"

/* The tags, eras, sources and standings that a reader picks. An event meets the picks when, of each
 * facet of which any value is picked, it has one that is. */

struct pick {
    enum facet facet;
    struct buffer id;
    int32_t first; /* of an era, in days */
    int32_t last;
};

/* The values picked, in the order in which they were. `{0}` is none. */
struct picks {
    struct pick *items;
    size_t count;
    size_t room;
};

/* Frees the picks and leaves none. */
void picks_free(struct picks *picks);

/* Picks a value, or no longer when it is picked. An era that no record describes is left alone. */
void picks_toggle(struct picks *picks, const struct store *store, enum facet facet,
                  struct bytes id);

/* Says whether a value is picked. */
bool picks_has(const struct picks *picks, enum facet facet, struct bytes id);

/* Takes back the picks of a facet. */
void picks_clear(struct picks *picks, enum facet facet);

/* Reads the spans of the eras picked from another store; those that it does not have are picked no
 * longer. */
void picks_move(struct picks *picks, const struct store *store);

/* Returns the facets whose picks an event does not meet, as bits: 1 << facet. Its record is
 * read once, or not at all where only eras are picked. */
unsigned picks_unmet(const struct picks *picks, const struct store *store,
                     const struct event *event);

#endif
