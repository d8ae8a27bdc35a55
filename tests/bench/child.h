#ifndef TESTS_BENCH_CHILD_H
#define TESTS_BENCH_CHILD_H

#include <sys/types.h>

/* A program that is measured. Its environment is small and always the same: TERM, LANG=C.UTF-8,
 * and PATH and HOME as they are. One that takes longer than CHILD_SECONDS is killed, and ends the
 * probe. */

#define CHILD_SECONDS 180

struct child_end {
    double at;   /* moment() */
    double cpu;  /* milliseconds */
    double peak; /* of its memory, in kilobytes; never below what the probe itself has */
    int status;  /* as waitpid() gives it */
};

/* Returns milliseconds since some moment that is always the same. */
double moment(void);

/* Starts a program in a session of its own, with the terminal at `path`, which is a `kind`. */
pid_t child_in_terminal(char *const *argv, const char *path, const char *kind);

/* Starts a program that reads nothing, writes to `output`, and whose complaints go nowhere. */
pid_t child_with_output(char *const *argv, int output);

/* Waits for the end of the program. */
struct child_end child_wait(pid_t pid);

#endif
