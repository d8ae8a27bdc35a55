#define _DEFAULT_SOURCE /* madvise */

#include "base/memory.h"

#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

/* An array that outgrows one of these is put in huge pages where the system has them: the index of
 * a million events then takes some twenty page faults, not ten thousand, and as little to free. */
#define HUGE_PAGE ((size_t)1 << 21)

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

static atomic_bool is_dear; /* a huge page, as one showed: no more are asked for */

#ifdef MADV_HUGEPAGE

/* What the small pages in place of a huge one take to be there, in nanoseconds. A huge one takes a
 * fifth of it, but three times as much in a virtual machine that gave its free memory back to the
 * host, which has to find it again. */
#define SMALL_PAGES_NS 1000000

static long long now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* Asks for huge pages, and touches the first to see what it takes. */
static void ask_for_huge_pages(char *items, size_t bytes)
{
    long long before = now_ns();
    madvise(items, bytes, MADV_HUGEPAGE);
    *items = 0;
    if (now_ns() - before > SMALL_PAGES_NS) {
        atomic_store(&is_dear, true);
        madvise(items, bytes, MADV_NOHUGEPAGE);
    }
}

#else

static void ask_for_huge_pages(char *items, size_t bytes)
{
    (void)items;
    (void)bytes;
}

#endif

/* Moves the `used` bytes of an array to `room` of them, which begin with a page. Moving the pages
 * themselves, as realloc() does, would break up huge ones. */
static void *move_to_huge_pages(void *items, size_t used, size_t room)
{
    size_t bytes = (room + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    void *moved = or_die(aligned_alloc(HUGE_PAGE, bytes));
    ask_for_huge_pages(moved, bytes);
    if (used)
        memcpy(moved, items, used);
    free(items);
    return moved;
}

void *memory_reserve(void *items, size_t count, size_t *room, size_t wanted, size_t size)
{
    if (wanted <= *room)
        return items;
    *room = wanted;
    if (wanted <= SIZE_MAX / 2 / size && wanted * size > HUGE_PAGE && !atomic_load(&is_dear))
        return move_to_huge_pages(items, count * size, wanted * size);
    return memory_resize(items, wanted, size);
}
