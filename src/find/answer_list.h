#ifndef FIND_ANSWER_LIST_H
#define FIND_ANSWER_LIST_H

#include "file/store.h"

/* The events that a question leaves, as numbers into store.events, in the order of the timeline. */
struct answer {
    uint32_t *events;
    size_t count;
    size_t room;
};

/* Frees the list. */
void answer_free(struct answer *answer);

/* Adds an event at the end. */
void answer_add(struct answer *answer, uint32_t event);

/* Puts the events from place `from` on, which were added in any order, among those before them. */
void answer_settle(struct answer *answer, size_t from);

/* Returns the place in the list of event number `event`, or of the nearest one after it; the last
 * place when there is none after it, 0 when the list is empty. */
size_t answer_place(const struct answer *answer, uint32_t event);

/* Says whether event number `event` is in the list. */
bool answer_has(const struct answer *answer, uint32_t event);

/* Returns the place in the list of the first event that begins on `day` or later; the last place
 * when all begin before it. */
size_t answer_place_of_day(const struct answer *answer, const struct store *store, int32_t day);

#endif
