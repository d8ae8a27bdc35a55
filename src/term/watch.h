#ifndef TERM_WATCH_H
#define TERM_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

/* Notices that a file was saved, in place or by another put in its place, without asking again and
 * again: through inotify(7) where it is; elsewhere whoever asks compares what stat(2) says. */

#define WATCHED_MAX 2

struct watched {
    const char *path; /* borrowed */
    struct stat last; /* of the file when it was last asked about */
    int folder;       /* what inotify calls the watch on its folder */
};

struct watch {
    int file; /* to be read when something may have changed; -1 where there is none */
    struct watched files[WATCHED_MAX];
    size_t count;
};

/* Begins to watch nothing. */
void watch_open(struct watch *watch);

/* Begins to watch one more file; `path` has to outlive the watch. */
void watch_add(struct watch *watch, const char *path);

/* Takes the notes that something may have changed, so that `file` can be waited for again; to be
 * called before asking whether it has. */
void watch_hear(const struct watch *watch);

/* Says whether the file `path`, which is watched, is another than when this was last asked, and
 * there to be read. */
bool watch_changed(struct watch *watch, const char *path);

/* Ends the watch, but for its descriptor, which the end of the process closes. */
void watch_close(struct watch *watch);

#endif
