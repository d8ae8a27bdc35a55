#ifndef SHOW_PROVINCES_VIEW_H
#define SHOW_PROVINCES_VIEW_H

#include "show/browser.h"

/* What the actions of the province pane do. */

/* Chooses the selected province, or no longer; while a name is being typed that may go on with a
 * blank, types the blank. */
void provinces_choose(struct browser *browser);

/* Switches between events in one of the chosen provinces and in all of them. */
void provinces_switch_all_of(struct browser *browser);

/* Filters by the chosen provinces, or by the selected one when none is chosen, and leaves. */
void provinces_apply(struct browser *browser);

/* Takes back the last character typed. */
void provinces_untype(struct browser *browser);

#endif
