#ifndef SHOW_STRIP_H
#define SHOW_STRIP_H

#include "show/browser.h"

/* Draws the density of events over the whole span in one row: what the filter leaves as solid
 * blocks, what it hides as faint ones, bold what the list now shows, a bar where the selected
 * event is. The height of a block grows with the square root of the number. */
void strip_draw(struct browser *browser, struct surface *surface, struct area row);

#endif
