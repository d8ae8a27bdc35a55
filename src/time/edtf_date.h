#ifndef TIME_EDTF_DATE_H
#define TIME_EDTF_DATE_H

#include "time/edtf.h"

/* How the dates in a text are read; for the files edtf_*.c only. */

/* Notes that the walk cannot go on at `where`. Returns false, so that failing is one line. */
bool edtf_fail(struct edtf_walk *walk, const char *where, enum edtf_fault fault);

/* Takes `byte` when it comes next, and says whether it did. */
bool edtf_take(struct edtf_walk *walk, char byte);

/* Reads a date of any level, stopping at the first byte that is no part of it. */
bool edtf_read_date(struct edtf_walk *walk, struct edtf_date *date);

/* Reads the time of day behind a date, its `T` taken: hh:mm:ss and perhaps Z or +hh:mm. */
bool edtf_read_time(struct edtf_walk *walk, struct edtf_date *date);

#endif
