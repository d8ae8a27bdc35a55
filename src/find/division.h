#ifndef FIND_DIVISION_H
#define FIND_DIVISION_H

#include "find/period.h"

/* An answer divided into the periods of every level in one pass over its events, a part at a time:
 * whoever goes from level to level then waits for none of a million. */

/* How many events of one period each unit has. */
struct unit_counts {
    size_t *counts; /* by unit */
    uint32_t *used; /* the units whose count is not zero */
    size_t used_count;
};

struct division {
    struct periods levels[LEVEL_EVENT];
    struct unit_counts counts[LEVEL_EVENT]; /* for the last period of each level */
    const struct store *store;
    const struct answer *answer;
    enum names names;
    int32_t known; /* the first day of the first event that is not open there */
    size_t place;  /* in the answer, of the next event */
};

/* Frees what the division owns. */
void division_free(struct division *division);

/* Begins to divide an answer, which is borrowed with its store until it is divided, anew. The units
 * of a period are those by whose `names` places are called. */
void division_begin(struct division *division, const struct store *store,
                    const struct answer *answer, enum names names);

/* Divides `events` more of the answer. False when all of it is divided. */
bool division_go(struct division *division, size_t events);

#endif
