#ifndef SHOW_ROWS_H
#define SHOW_ROWS_H

#include "show/view.h"

/* What panes have in common that show some of their rows. Most have a cursor among them; in a text
 * that is read the cursor is the first row shown. */

/* Returns the first row to be shown where `height` of `count` rows are in sight: `top`, moved as
 * little as brings the cursor into sight and leaves no row blank that could be filled. */
size_t rows_top(size_t top, size_t cursor, size_t count, size_t height);

/* Moves the first row of a pane in that way, and notes how many rows are in sight. */
void rows_scroll(struct view *view, size_t count, int height);

/* Returns how many of the `count` rows of a text can be the first one shown; from the last of these
 * on, the end is in sight. */
size_t rows_text_places(const struct view *view, size_t count);

/* Notes how many rows of a text are in sight, and brings the cursor back to those places. */
void rows_scroll_text(struct view *view, size_t count, int height);

/* Selects the row pressed, `y` being counted from the first one in sight; where none is, nothing
 * happens. */
void rows_press(struct view *view, size_t count, int y);

/* Marks the selected row; in focus the cursor of the terminal stands there too. */
void rows_mark(struct surface *surface, struct area row, bool focus);

#endif
