#ifndef TESTS_BENCH_TERMINAL_H
#define TESTS_BENCH_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

/* A program in a pseudo-terminal of 80x24 that emulates nothing and answers nothing: it only notes
 * when bytes come. */

#define TERMINAL_NEVER (-1.0)

struct terminal {
    int master;
    pid_t pid;
    bool ended;  /* the program has let go of the terminal */
    int state;   /* in the midst of which escape sequence */
    FILE *text;  /* gets the cells printed, a newline for all else; or NULL */
    double sent; /* moment of the start, or of the last keys */
};

/* What the program wrote after its start, or after some keys. */
struct reply {
    double first; /* byte: milliseconds after `sent`, or TERMINAL_NEVER */
    double paint; /* of the first byte of a cell that is not blank */
    double last;  /* byte */
    double cpu;   /* milliseconds of processor */
    size_t bytes;
};

/* Starts a program in a terminal of this kind, and takes in its first screen. */
struct reply terminal_start(struct terminal *terminal, char *const *argv, const char *kind,
                            FILE *text);

/* Sends keys in one write, and takes in all that comes of them: to where the program is silent and
 * has not run for a while, however long it computes before. */
struct reply terminal_keys(struct terminal *terminal, const char *keys);

/* Takes in what the program writes when nothing is asked of it for some milliseconds. */
struct reply terminal_idle(struct terminal *terminal, int milliseconds);

/* Waits so many milliseconds for bytes, and adds what is there to a reply that began as zeros;
 * false when nothing came. */
bool terminal_take(struct terminal *terminal, int milliseconds, struct reply *reply);

/* Hangs up if the program has not ended, and waits for it. Sets the milliseconds from the last keys
 * to its end, TERMINAL_NEVER if it had to be hung up. Returns its status, as waitpid() does. */
int terminal_finish(struct terminal *terminal, double *leaving);

#endif
