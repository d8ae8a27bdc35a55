#ifndef FILE_TAIL_H
#define FILE_TAIL_H

#include "file/reading.h"

/* The tail of a timeline, read by a thread of its own: from the end towards the reading, part by
 * part, until the two meet, wherever that is. Records do not depend on each other but in three
 * things: the type that a %rec above them gives, the lines above them, and the numbers of provinces
 * that the gazetteer does not know. So the thread takes the type to be what it is where the reading
 * stands, counts lines from the first of each part, and notes provinces by name; when the reading
 * has come to a part, type and all, the rest is to add up. */

/* Starts a thread on what the reading has not read, and leaves the reading its first share. NULL
 * when there is nothing to share, or no thread. */
struct tail *tail_start(struct store_reading *reading);

/* Goes on when the reading has read all it was left: gives it another share, or appends the next
 * part of the tail to it, or has it read a part itself that was taken for something else than it
 * is, or did not fit into memory. When `impatient` it waits but a moment for the thread. False when
 * nothing is left. */
bool tail_go(struct store_reading *reading, bool impatient);

/* Returns how many bytes the thread has read and the reading has not taken. */
size_t tail_bytes(const struct tail *tail);

/* Ends the thread, wherever it is, and frees the tail. NULL is no tail. */
void tail_stop(struct tail *tail);

#endif
