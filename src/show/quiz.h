#ifndef SHOW_QUIZ_H
#define SHOW_QUIZ_H

#include "show/browser.h"

/* Questions about the events that the filter leaves, drawn by lot. No event is asked about twice
 * before all were, and nothing is asked that its own words give away. */

/* Begins anew, without a score; false when no question can be made of the events. */
bool quiz_begin(struct browser *browser);

/* Draws the next question. */
void quiz_ask(struct browser *browser);

/* Asks for the next kind of question that can be made of the events, or for any. */
void quiz_change_kind(struct browser *browser);

/* Returns how many rows there are to choose from. */
size_t quiz_rows(const struct quiz_pane *pane);

/* Chooses a row: uncovers what is masked, or answers, or goes on to the next question. */
void quiz_pick(struct browser *browser, size_t row);

/* Says whether a row was chosen before others, and as which, from 1; 0 when it was not. */
size_t quiz_rank(const struct quiz_pane *pane, size_t row);

/* Says whether an event, or its title, is masked, and waits to be uncovered and judged. */
bool quiz_is_masked(const struct quiz_pane *pane);

#endif
