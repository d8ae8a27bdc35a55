#ifndef SHOW_SOURCE_VIEW_H
#define SHOW_SOURCE_VIEW_H

#include "show/browser.h"

/* Goes from the card of a source to the event selected on it. */
void source_read_event(struct browser *browser, int unused);

#endif
