#ifndef SHOW_LEVEL_VIEW_H
#define SHOW_LEVEL_VIEW_H

#include "show/browser.h"

/* The timeline from further away: a row for each century, decade, year or month that has events,
 * with a bar as long as their number, and one for each gap, which says how long it is. */

/* Draws the rows of the present level, which is not LEVEL_EVENT. */
void level_draw(struct browser *browser, struct surface *surface, struct area area, bool focus);

/* Selects the period in a row of where the level was last drawn; a gap is none. */
void level_press(struct browser *browser, int y);

/* Tells the periods and gaps, from the selected period on or it `alone`. Gaps have no number. */
void level_tell(struct browser *browser, struct page *page, bool alone);

/* Selects row number `row`, from 0, of those that level_tell() numbers; false when there is none.
 */
bool level_select(struct browser *browser, size_t row);

#endif
