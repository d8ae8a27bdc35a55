#ifndef SHOW_STRIP_H
#define SHOW_STRIP_H

#include "show/browser.h"

/* Draws the density of events over the whole span in one row: what the filter leaves as solid
 * blocks, what it hides as faint ones, reversed where the list now is. */
void strip_draw(struct browser *browser, struct surface *surface, struct area row);

#endif
