#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Memory that is there or ends the program: a reader that cannot hold its index has nothing to
 * show, so running out is said in one line and exits with status 1. The caller frees with free().
 * A thread beside the main one must not exit, since that puts the terminal back while the main one
 * draws: it does its work in memory_attempt(). */

/* Returns `count` zeroed items of `size` bytes. */
void *memory_new(size_t count, size_t size);

/* Moves `items` to room for `count` items of `size` bytes; new bytes are not cleared. */
void *memory_resize(void *items, size_t count, size_t size);

/* Makes room in the array `items` of `count` items, whose capacity in items is `*room`, for
 * `wanted` of them at once, as one that is likely to grow so far: it is not copied on the way, and
 * what is not used in the end is never there. Returns the array, perhaps moved. */
void *memory_reserve(void *items, size_t count, size_t *room, size_t wanted, size_t size);

/* Makes room for one item more than `count` in such an array, doubling it when full. */
static inline void *memory_grow(void *items, size_t count, size_t *room, size_t size)
{
    size_t more = *room ? *room * 2 : 16;
    return count < *room ? items : memory_reserve(items, count, room, more, size);
}

/* Runs `work`. False when memory ran out in it, which ends the work and not the program: what was
 * made so far stays as it is, and is good to be freed. Attempts are not made within one another. */
bool memory_attempt(void (*work)(void *argument), void *argument);

/* Says on standard error that memory ran out, if it did. main registers it with atexit() before
 * anything else does, so that it speaks last, when the screen has been put back. */
void memory_say_failure(void);

#endif
