#ifndef SHOW_LESSONS_VIEW_H
#define SHOW_LESSONS_VIEW_H

#include "show/browser.h"

/* Holds the lesson that is selected in the list of lessons. */
void lessons_begin(struct browser *browser, int unused);

#endif
