#ifndef FILE_HALF_H
#define FILE_HALF_H

#include "file/reading.h"

/* The latter half of a timeline, read by a thread of its own. Records do not depend on each other
 * but in three things: the type that a %rec above them gives, the lines above them, and the
 * numbers of provinces that the gazetteer does not know. So the thread takes the type to be what it
 * is where the reading stands, counts lines from its own first, and notes provinces by name; when
 * the reading has come to the half, type and all, the rest is to add up. */

/* Starts a thread on the latter half of what the reading has not read, and leaves the reading the
 * former. NULL when there is nothing to halve, or no thread. */
struct half *half_start(struct store_reading *reading);

/* Appends the half to the reading, which has come to its beginning, and ends the thread. False when
 * there is more to do for the reading: when `impatient`, because the thread has not come to its
 * end, after a moment; or because the half was taken for something else than it is, or did not fit
 * into memory, and is dropped. */
bool half_take(struct store_reading *reading, bool impatient);

/* Ends the thread, wherever it is, and frees the half. NULL is no half. */
void half_stop(struct half *half);

#endif
