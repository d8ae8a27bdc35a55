#ifndef SHOW_SHEET_H
#define SHOW_SHEET_H

#include "show/surface.h"

/* Rows below which a page has no room to waste. */
#define SHEET_SMALL 12

/* Returns where text stands on a page that has the screen to itself and is read from the back of a
 * room: margins at all sides, lines that are no longer than can be followed. */
struct area sheet_text(struct area room);

/* Returns where text stands in a pane that may stand beside another. */
struct area sheet_pane_text(struct area pane);

#endif
