#ifndef FIND_ANSWER_H
#define FIND_ANSWER_H

#include "find/answer_list.h"
#include "find/question.h"

/* Answers questions: from a store and a question to a list of events. */

/* Fills the list anew with the events that the question leaves. */
void answer_fill(struct answer *answer, const struct store *store, const struct question *question);

/* Fills the list with those events of `from`, which may be the list itself, that hold the query. */
void answer_narrow(struct answer *answer, const struct answer *from, const struct store *store,
                   const struct query *query);

#endif
