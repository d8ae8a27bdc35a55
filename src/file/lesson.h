#ifndef FILE_LESSON_H
#define FILE_LESSON_H

#include "file/store.h"

/* A Lesson record as an ordered walk: each Stop is the id of an event and, behind a blank, what the
 * teacher says there, once for each language of the timeline in its order, parted by ` | `. Stops
 * are counted from 0. */

/* Returns how many stops a lesson has. */
size_t lesson_count(const struct store *store, struct record lesson);

/* Appends the id of the event of a stop; false when there is no such stop. */
bool lesson_add_event(const struct store *store, struct record lesson, size_t stop,
                      struct buffer *out);

/* Appends what the teacher says at a stop, clean, in `language`, or in the primary language of the
 * timeline where it lacks; false when nothing is said. */
bool lesson_add_words(const struct store *store, struct record lesson, size_t stop,
                      enum language language, struct buffer *out);

/* The same in `language` and no other. */
bool lesson_add_words_in(const struct store *store, struct record lesson, size_t stop,
                         enum language language, struct buffer *out);

#endif
