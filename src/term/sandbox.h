#ifndef TERM_SANDBOX_H
#define TERM_SANDBOX_H

#include <stdbool.h>

/* What the program gives up for good once its data are read and its terminal is open: Landlock
 * and limits on Linux, pledge and unveil on OpenBSD. Files that are open stay open. */

/* What can be given up, as bits. */
enum sandbox_layer {
    SANDBOX_PRIVILEGES = 1, /* to gain more rights */
    SANDBOX_LIMITS = 2,     /* to let a file grow, start a process, dump core */
    SANDBOX_FILES = 4,      /* to open files, but for reading below one directory */
    SANDBOX_NETWORK = 8,    /* to open TCP connections; on OpenBSD, any */
    SANDBOX_SCOPES = 16,    /* to reach other processes: sockets without a file and, unless it
                               stops, signals */
};

#define SANDBOX_READABLE 2

/* What has to remain; a directory may be NULL or empty. */
struct sandbox_wish {
    const char *readable[SANDBOX_READABLE]; /* directories below which files can be read */
    const char *writable; /* one in which small files can be made, put in place, taken away */
    bool stops;           /* with those of its process group, by a signal */
    bool prints;          /* to standard output, which may be a file */
    void (*start)(void *context); /* the last threads, which are confined from their beginning */
    void *context;
};

/* Returns the version of Landlock that the system has; 0 without Landlock. */
int sandbox_landlock(void);

/* Says whether the system can confine a program at all. */
bool sandbox_is_there(void);

/* Gives up what is not wished. Returns the layers that hold from now on. */
unsigned sandbox_enter(const struct sandbox_wish *wish);

/* Says whether a program with these layers is confined: privileges, limits and files are given up.
 * The rest depends on how new the system is. */
bool sandbox_confines(unsigned layers);

#endif
