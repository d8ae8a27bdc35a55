#ifndef FIND_ANSWER_H
#define FIND_ANSWER_H

#include "find/question.h"

/* The events that a question leaves, as numbers into store.events, in the order of the timeline. */
struct answer {
    uint32_t *events;
    size_t count;
    size_t room;
};

/* Frees the list. */
void answer_free(struct answer *answer);

/* Fills the list anew. */
void answer_fill(struct answer *answer, const struct store *store, const struct question *question);

/* Fills the list with those events of `from` that hold the query. */
void answer_narrow(struct answer *answer, const struct answer *from, const struct store *store,
                   const struct query *query);

/* Returns the place in the list of event number `event`, or of the nearest one after it; the last
 * place when there is none after it, 0 when the list is empty. */
size_t answer_place(const struct answer *answer, uint32_t event);

/* Says whether event number `event` is in the list. */
bool answer_has(const struct answer *answer, uint32_t event);

/* Returns the place in the list of the first event that begins on `day` or later; the last place
 * when all begin before it. */
size_t answer_place_of_day(const struct answer *answer, const struct store *store, int32_t day);

/* Counts, for every unit of the gazetteer, the events that would be left if it alone were chosen
 * and the rest of the question stood. Returns an array of gazetteer.count, which the caller
 * frees. */
size_t *answer_count_units(const struct store *store, const struct question *question);

#endif
