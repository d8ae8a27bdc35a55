#ifndef SHOW_PROVINCES_VIEW_H
#define SHOW_PROVINCES_VIEW_H

#include "show/browser.h"

/* Switches between events in one of the chosen provinces and in all of them. An action. */
void provinces_switch_all_of(struct browser *browser, int unused);

#endif
