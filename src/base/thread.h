#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Starts a thread that leaves all signals to the others, but those that say what it did itself.
 * False when there is no room for one. */
bool thread_start(pthread_t *thread, void *(*run)(void *argument), void *argument);

#endif
