#ifndef SHOW_LESSONS_VIEW_H
#define SHOW_LESSONS_VIEW_H

#include "show/browser.h"

/* Opens the list of lessons, or the lesson where there is only one. */
void lessons_open_any(struct browser *browser, int unused);

/* Holds the lesson that is selected in the list of lessons. */
void lessons_begin(struct browser *browser, int unused);

#endif
