#ifndef SHOW_LESSON_VIEW_H
#define SHOW_LESSON_VIEW_H

#include "show/browser.h"

/* A lesson being held: one stop at a time has the screen to itself, the event and what the teacher
 * says. A stop whose event is not in the timeline is passed over, and that is said. */

/* Goes to a stop of the lesson with this id, from 0; the event must be there. False, and nothing
 * done, when it cannot. */
bool lesson_show(struct browser *browser, struct bytes id, size_t stop);

/* Holds a lesson from its first stop on, or from where it was left before. False, and nothing done
 * but to say what is missing, when there is no such lesson, or no event of it. */
bool lesson_hold(struct browser *browser, struct bytes id);

enum lesson_step { LESSON_FIRST = -2, LESSON_BEFORE, LESSON_NEXT = 1, LESSON_LAST };

/* Goes to a stop; `step` is an enum lesson_step. */
void lesson_step(struct browser *browser, int step);

/* Finds the lesson last held; false when there is none. */
bool lesson_record(const struct browser *browser, struct record *record);

#endif
