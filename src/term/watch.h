#ifndef TERM_WATCH_H
#define TERM_WATCH_H

#include <stdbool.h>
#include <sys/stat.h>

/* Notices that a file was saved, in place or by another put in its place, without asking again and
 * again: through inotify(7) where it is; elsewhere whoever asks compares what stat(2) says. */

struct watch {
    int file;         /* to be read when something may have changed; -1 where there is none */
    const char *path; /* borrowed; NULL when nothing is watched */
    struct stat last; /* of the file when it was last asked about */
};

/* Begins to watch `path`, which has to outlive it; NULL is nothing to watch. */
void watch_open(struct watch *watch, const char *path);

/* Says whether the file is another than when this was last asked, and there to be read. */
bool watch_changed(struct watch *watch);

/* Ends it. */
void watch_close(struct watch *watch);

#endif
