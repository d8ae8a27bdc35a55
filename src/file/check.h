#ifndef FILE_CHECK_H
#define FILE_CHECK_H

#include "file/store.h"

/* Reports every fault of a timeline's file to `sink`, in the order of its lines. */
void check_timeline(const struct store *store, struct diag_sink *sink);

/* The same for the gazetteer that the timeline names; nothing without one. */
void check_gazetteer(const struct store *store, struct diag_sink *sink);

/* The same for the file of outlines it names; nothing when there is none that can be read. */
void check_outlines(const struct store *store, struct diag_sink *sink);

#endif
