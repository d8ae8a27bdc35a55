#ifndef FIND_FACET_TABLE_H
#define FIND_FACET_TABLE_H

#include "base/map.h"
#include "find/question.h"

/* Every value of every facet with the events that have it. One table is made for one question, in
 * one reading of the events; nothing in it is counted again for a key. */

struct facet_value {
    enum facet facet;
    struct bytes id; /* borrowed from the store */
    int32_t first;   /* of an era, in days */
    int32_t last;
    size_t left;      /* events that picking it alone of its facet would leave */
    size_t all;       /* events that have it, whatever is asked */
    size_t events_at; /* of a source: its run of `all` numbers in the table's events */
};

struct facet_table {
    struct facet_value *values; /* eras and sources as in the file, then as they come */
    size_t count;
    size_t room;
    struct map ids[FACET_COUNT]; /* the numbers of the values */
    uint32_t *events;            /* that cite the sources, each run in the order of the timeline */
};

/* Makes the table. An era, a source and a standing are in it even when no event has them. */
void facet_table_fill(struct facet_table *table, const struct store *store,
                      const struct question *question);

/* Frees the table and leaves it empty. */
void facet_table_free(struct facet_table *table);

#endif
