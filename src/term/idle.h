#ifndef TERM_IDLE_H
#define TERM_IDLE_H

#include <stdbool.h>

/* Leaving when nobody types: an alarm of the system, so that nothing wakes up before its time. */

struct idle {
    unsigned minutes; /* 0: never */
    bool warned;      /* the last minute has begun */
};

/* Begins to count anew, at the start and after each key. */
void idle_restart(struct idle *idle);

/* Takes the alarm (SIGALRM). Returns true when the time is over; else the last minute begins, and
 * the reader is to be told. */
bool idle_ring(struct idle *idle);

#endif
