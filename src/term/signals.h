#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

struct termios;

/* What reaches the program from outside while it has the terminal. Fatal signals put the terminal
 * back and then kill as they would have; the others only set a flag. */

/* The files that are waited for. */
enum wait {
    WAIT_KEYS,   /* the terminal */
    WAIT_NOTES,  /* notes of files that were saved */
    WAIT_LEADER, /* the end of a process */
    WAIT_COUNT
};

/* What has happened since it was last asked for. */
struct signals_seen {
    bool files[WAIT_COUNT]; /* which can be read */
    bool lost;              /* the terminal is gone */
    bool resized;
    bool stop; /* SIGTSTP: the terminal has to be put back first */
    bool continued;
    bool alarm; /* SIGALRM */
};

/* What a handler may do about a fault at an address; true when the program can go on. */
typedef bool signals_mend(const void *address);

/* Takes the signals. On SIGBUS `mend` is asked first, unless it is NULL. `saved` is the terminal's
 * state to go back to. */
void signals_take(int terminal, const struct termios *saved, signals_mend *mend);

/* Takes SIGBUS alone, for a program that leaves the terminal as it is; `mend` is asked. */
void signals_take_fault(signals_mend *mend);

/* Sets the bytes that leave the screen, of which at most 512 are kept. */
void signals_set_restore(const char *restore, size_t size);

/* Gives all signals back to what they were. */
void signals_release(void);

/* The same before the program ends: what is typed meanwhile neither kills nor stops it any more, so
 * that it ends as it was told to. */
void signals_leave(void);

/* Waits until one of the files, of which those that are -1 do not count, can be read, or a signal
 * came, but no longer than `milliseconds`, which are endless when negative. */
struct signals_seen signals_wait(const int files[WAIT_COUNT], int milliseconds);

/* Stops the program as the terminal's own key would have, until it is continued. */
void signals_stop(void);

#endif
