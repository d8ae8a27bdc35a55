#include "base/memory.h"

#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static volatile sig_atomic_t ran_out;
static _Thread_local jmp_buf *attempt; /* where the thread goes when memory runs out, or NULL */

bool memory_attempt(void (*work)(void *argument), void *argument)
{
    jmp_buf here;
    if (setjmp(here) != 0) {
        attempt = NULL;
        return false;
    }
    attempt = &here;
    work(argument);
    attempt = NULL;
    return true;
}

void memory_say_failure(void)
{
    if (ran_out)
        fputs("dbp-timeline: out of memory\n", stderr);
}

static void *or_die(void *memory)
{
    if (memory)
        return memory;
    if (attempt)
        longjmp(*attempt, 1);
    ran_out = 1;
    exit(EXIT_FAILURE);
}

void *memory_new(size_t count, size_t size)
{
    return or_die(calloc(count ? count : 1, size ? size : 1));
}

void *memory_resize(void *items, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return or_die(NULL);
    size_t bytes = count * size;
    return or_die(realloc(items, bytes ? bytes : 1));
}

void *memory_grow(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room ? *room * 2 : 16;
    return memory_resize(items, *room, size);
}
