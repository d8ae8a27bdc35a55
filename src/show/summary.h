#ifndef SHOW_SUMMARY_H
#define SHOW_SUMMARY_H

#include "show/browser.h"

/* Appends what is asked and how much of it there is: `Sơn La, Điện Biên · “gạo” · 42 of 286`. In
 * `width` columns the numbers stand whole, what is asked is cut. */
void summary_add(const struct browser *browser, struct buffer *out, int width);

/* Appends a number of events: `42 events`. */
void summary_add_count(const struct browser *browser, struct buffer *out, size_t count);

/* Appends the title of the timeline, or the name of its file where it has none. */
void summary_add_title(const struct browser *browser, struct buffer *out);

/* Appends how much the search has found, and in which fields where that fits in `columns`:
 * `12 found: 5 title · 9 text`. An event counts in each field that has the words. */
void summary_add_found(const struct browser *browser, struct buffer *out, int columns);

#endif
