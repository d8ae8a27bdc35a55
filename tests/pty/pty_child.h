#ifndef TESTS_PTY_CHILD_H
#define TESTS_PTY_CHILD_H

#include <sys/types.h>

#include "pty.h"

/* What the tiny shell tells the harness, one fixed-size message at a time. */
struct child_report {
    enum { CHILD_STARTED, CHILD_STOPPED, CHILD_ENDED } what;
    int status; /* of CHILD_ENDED: the wait status */
    long cpu;   /* of CHILD_ENDED: microseconds */
    pid_t pid;
};

struct child {
    pid_t shell;
    pid_t pid;   /* the program itself */
    int reports; /* read end of the pipe of messages */
};

/* Starts the tiny shell on the terminal `slave`, and the program as its foreground job. Neither
 * of them inherits any other descriptor. */
struct child child_start(const struct pty_options *options, int slave);

/* Kills the program, and with it the shell; both are gone when this returns. */
void child_kill(struct child *child);

#endif
