#ifndef SHOW_QUIZ_VIEW_H
#define SHOW_QUIZ_VIEW_H

#include "show/browser.h"

/* Hide-and-ask: a question at a time has the screen to itself, the score in the last row. */

/* Begins to ask. */
void quiz_open(struct browser *browser, int unused);

/* Chooses the selected row, or row number `number`, from 1. */
void quiz_choose(struct browser *browser, int unused);
void quiz_choose_number(struct browser *browser, int number);

/* Leaves the question unanswered; it does not count. */
void quiz_skip(struct browser *browser, int unused);

/* Asks for the next kind of question. */
void quiz_next_kind(struct browser *browser, int unused);

#endif
