#ifndef SHOW_TELL_H
#define SHOW_TELL_H

#include "show/browser.h"

/* Rows as text, for whoever reads line by line: with a screen reader, or on a terminal that can do
 * no more. Panes use these to tell themselves to a page. */

/* Adds text behind the number of its row. */
void tell_row(struct page *page, size_t number, struct bytes text);

/* Adds the event at a place of the answer: date, title, provinces. */
void tell_event(const struct browser *browser, size_t place, struct page *page);

/* Adds the rows of pane `id`, each by `tell`: from the selected one on as many as are in sight, or
 * that one `alone`. Where there are none, says that there is `nothing`. */
void tell_rows(struct browser *browser, enum view_id id, enum message nothing,
               void (*tell)(const struct browser *browser, size_t row, struct page *page),
               struct page *page, bool alone);

/* Adds the lines of another page from `first` on, or only that one. */
void tell_lines(const struct page *from, size_t first, struct page *page, bool alone);

/* Returns how many of `count` rows a pane tells from number `from` on: those it has in sight, or
 * one `alone`. */
size_t tell_count(size_t from, size_t count, int in_sight, bool alone);

#endif
