#ifndef TESTS_FUZZ_FILES_H
#define TESTS_FUZZ_FILES_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bytes.h"

/* The files a target needs: a folder of this process, below $TMPDIR, written anew for each input
 * and removed at the end. */

static char files_folder[96], files_paths[2][128]; /* of t.rec and vietnam.rec */

static inline void files_remove(void)
{
    unlink(files_paths[0]);
    unlink(files_paths[1]);
    rmdir(files_folder);
}

/* Makes the folder at the first call. */
static inline void files_open(void)
{
    const char *base = getenv("TMPDIR");
    if (files_folder[0])
        return;
    snprintf(files_folder, sizeof files_folder, "%.60s/dbp-fuzz-XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(files_folder))
        exit(EXIT_FAILURE);
    snprintf(files_paths[0], sizeof files_paths[0], "%s/t.rec", files_folder);
    snprintf(files_paths[1], sizeof files_paths[1], "%s/vietnam.rec", files_folder);
    atexit(files_remove);
}

/* Writes one of the two files and returns its path. */
static inline const char *files_write(int which, struct bytes text)
{
    files_open();
    int file = open(files_paths[which], O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, text.at, text.size) != (ssize_t)text.size) {
        perror(files_paths[which]);
        exit(EXIT_FAILURE);
    }
    close(file);
    return files_paths[which];
}

#endif
