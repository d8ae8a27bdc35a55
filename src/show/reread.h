#ifndef SHOW_REREAD_H
#define SHOW_REREAD_H

#include "file/store_open.h"

/* A timeline read anew because its file was saved while it was shown. The old one is shown until
 * the new one is whole; then the reader stands where he stood, by the id of the event. A file that
 * cannot be read any more, or has no event, leaves the old one on the screen and is told of. */

struct reread {
    struct store *store; /* the one the browser shows; NULL when its file is not read anew */
    const char *path;    /* of its file */
    struct store fresh;
    struct store_reading *reading; /* of `fresh`; NULL for none */
    bool is_unchecked;             /* the faults of the new file are still to be told */
};

/* Frees what a reading that has not come to its end has read. */
void reread_free(struct reread *reread);

#endif
