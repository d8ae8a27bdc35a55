#ifndef FILE_STORE_OPEN_H
#define FILE_STORE_OPEN_H

#include "file/store.h"

/* Opens the file `path` and the gazetteer beside it. A file that cannot be read is one error to
 * `sink`; then it returns false and there is nothing to close. Events that have to be left out and
 * a gazetteer that cannot be read are reported to `faults`, which may be NULL. */
bool store_open(struct store *store, const char *path, struct diag_sink *sink,
                struct diag_sink *faults);

/* A timeline that is being read, a part at a time, so that its first screen is there before its
 * last record is known. */
struct store_reading;

/* Opens like store_open(), but reads no further than a first screen needs. What was read so far is
 * a store to be shown and asked, its span that of the events so far unless the Timeline record
 * says it. NULL when store_open() would return false; else store_end_reading() frees it. `path` has
 * to outlive it. */
struct store_reading *store_begin(struct store *store, const char *path, struct diag_sink *sink,
                                  struct diag_sink *faults);

/* Reads on for about `bytes` bytes. False when the store is whole, and as store_open() makes it:
 * events in a file out of order have other numbers then. */
bool store_read_on(struct store_reading *reading, size_t bytes);

/* The size of a file, in bytes, from which on a second thread is worth its while. */
#define STORE_SHARED_FROM ((size_t)8 << 20)

/* Has a second thread read a file of at least `size` bytes from its end, towards the reading. It
 * changes nothing but the time it takes; where no thread can be had, or what it read turns out not
 * to fit, not even that. The thread starts no other, opens no file and takes no signal but
 * for faults of its own. */
void store_read_by_two(struct store_reading *reading, size_t size);

/* Returns how much of the file was read, in percent. */
int store_percent_read(const struct store_reading *reading);

/* Ends the thread and frees the reading; the store stays as it is. NULL is no reading. */
void store_end_reading(struct store_reading *reading);

#endif
