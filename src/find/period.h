#ifndef FIND_PERIOD_H
#define FIND_PERIOD_H

#include "find/answer.h"
#include "find/naming.h"

/* An answer seen from further away: centuries, decades, years or months in place of events. Events
 * belong to the period of their first day, of their last when the first is open. One of which no
 * more is known than the year stands for itself among months, as a year: no month is made up. */

enum level { LEVEL_CENTURY, LEVEL_DECADE, LEVEL_YEAR, LEVEL_MONTH, LEVEL_EVENT, LEVEL_COUNT };

#define PERIOD_UNITS 3 /* how many provinces a period names */

/* A period that has events, or a gap between two that have. */
struct period {
    int32_t first; /* days */
    int32_t last;
    enum level level;
    size_t place; /* in the answer, of the first event; of a gap, of the first one behind it */
    size_t count; /* of events; 0 for a gap */
    uint32_t units[PERIOD_UNITS]; /* those with most events, the nation left out; UNIT_NONE */
};

/* Those of one level; division.h makes them. */
struct periods {
    struct period *items;
    size_t count;
    size_t room;
    size_t peak; /* the most events that one period has */
};

/* Frees the list. */
void periods_free(struct periods *periods);

/* Returns the last period; NULL when there is none. */
struct period *periods_last(const struct periods *periods);

/* Appends a period, with the gap between it and the last one, and returns it; whoever appends
 * another must not use it any more. */
struct period *periods_add(struct periods *periods, struct period period);

/* Returns the number of the period that holds the event at `place` of the answer. */
size_t periods_find(const struct periods *periods, size_t place);

/* Returns the number of the next period with events after number `from` (before it when `back`),
 * or `from` when there is none. */
size_t periods_next(const struct periods *periods, size_t from, bool back);

/* Gives the first and the last day of the period of a level in which `day` lies. */
void period_bounds(enum level level, int32_t day, int32_t *first, int32_t *last);

#endif
