#ifndef SHOW_ORDER_RUN_H
#define SHOW_ORDER_RUN_H

#include "show/action.h"
#include "show/browser.h"

/* What a typed line can do, once it is known what it means. */

/* --- Text and rows --- */

/* Answers the prompt that is open. */
void order_answer(struct browser *browser, struct bytes text);

/* Types into the pane in focus, in place of what was typed there before; false when it takes no
 * text. */
bool order_type(struct browser *browser, struct bytes line);

/* Selects a row of the pane in focus by its number, which is counted from 1; false when there is
 * none. */
bool order_select(struct browser *browser, struct bytes typed);

/* --- Actions --- */

/* Says whether a pane that is open has the action. */
bool order_is_in_reach(const struct browser *browser, const struct action *action);

/* Says whether the action opens a prompt. */
bool order_asks(const struct action *action);

/* Runs an action; panes that do not have it are closed. What follows its name is the text it asks
 * for, or the row it is meant for. What cannot be done is said. */
void order_run(struct browser *browser, const struct action *action, struct bytes rest);

/* Returns the action that a key means in the pane in focus; NULL for none, and where it types
 * text. */
const struct action *order_key(const struct browser *browser, uint32_t key);

#endif
