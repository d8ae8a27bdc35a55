#ifndef SHOW_POINTER_H
#define SHOW_POINTER_H

#include "show/browser.h"
#include "show/key.h"

/* Does what the mouse asks for at a column and row of the screen: a press goes to the time in the
 * density strip, to the row or to the event under it; the wheel scrolls the pane that it is over.
 */
void pointer_take(struct browser *browser, enum pointer what, int x, int y);

#endif
