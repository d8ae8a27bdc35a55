#ifndef SHOW_STRIP_H
#define SHOW_STRIP_H

#include "show/browser.h"

/* Draws the density of events over the whole span in one row: what the filter leaves as solid
 * blocks, what it hides as faint ones, bold what the list now shows, a bar where the selected
 * event is. The height of a block grows with the square root of the number. */
void strip_draw(struct browser *browser, struct surface *surface, struct area row);

/* Returns the sign for `number` where `peak` is a full block; a blank for nothing. */
const char *strip_block(double number, double peak);

/* Goes to the next hill of the strip (1) or the one before (-1), as it is drawn, and says how many
 * events its highest column stands for. An action. */
void strip_peak(struct browser *browser, int direction);

/* Says what the highest column of the strip stands for. An action. */
void strip_scale(struct browser *browser, int unused);

/* Goes to the time that stands at a column and row of the screen; false when that is not in the
 * strip as it was last drawn. */
bool strip_press(struct browser *browser, int x, int y);

#endif
