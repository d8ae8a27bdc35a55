#ifndef FIND_TALLY_H
#define FIND_TALLY_H

#include "find/answer.h"

/* How many events each unit of the gazetteer has, and in which decades. An event counts for every
 * unit it is found under, by gazetteer_holds(), and for the decade of the day it is listed under.
 */
struct tally {
    size_t unit_count; /* of the gazetteer when it was counted */
    int first_year;    /* with which the first decade begins, such as 1850 */
    int decade_count;  /* up to the last that has an event */
    uint32_t *left;    /* by unit: what would be left if it alone were chosen */
    uint32_t *all;     /* by unit: what there is without any filter */
    uint32_t *decades; /* by unit and decade: what would be left, row after row */
    bool is_all;       /* the question filters by nothing but provinces, so that left is all */
};

/* Counts anew: of the question all counts but the provinces chosen. */
void tally_fill(struct tally *tally, const struct store *store, const struct question *question);

/* Frees the counts. */
void tally_free(struct tally *tally);

/* Returns the year in which decade number `decade` begins, from 0. */
int tally_year(const struct tally *tally, int decade);

/* Returns the counts of a unit by decade, decade_count of them. */
const uint32_t *tally_decades(const struct tally *tally, uint32_t unit);

#endif
