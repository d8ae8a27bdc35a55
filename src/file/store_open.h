#ifndef FILE_STORE_OPEN_H
#define FILE_STORE_OPEN_H

#include "file/store.h"

/* Opens the file `path` and the gazetteer beside it. A file that cannot be read is one error to
 * `sink`; then it returns false and there is nothing to close. Events that have to be left out and
 * a gazetteer that cannot be read are reported to `faults`, which may be NULL. */
bool store_open(struct store *store, const char *path, struct diag_sink *sink,
                struct diag_sink *faults);

#endif
