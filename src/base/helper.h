#ifndef BASE_HELPER_H
#define BASE_HELPER_H

#include <stddef.h>

/* A thread that helps with work of many pieces, none of which needs another. It sleeps while there
 * is none: nothing is done beside its owner but while helper_share() runs. */
struct helper;

/* Starts one, to be ended with helper_stop(). NULL when there is no room for a thread. */
struct helper *helper_start(void);

/* Does the pieces 0 to `count` - 1 of a work, each once and by whichever of the two comes to it
 * first; all are done when it returns. `work` must not ask for memory. Without a helper, NULL, the
 * caller does them all. */
void helper_share(struct helper *helper, size_t count, void (*work)(void *context, size_t piece),
                  void *context);

/* Ends the thread and frees the helper. NULL is no helper. */
void helper_stop(struct helper *helper);

#endif
