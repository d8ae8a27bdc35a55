/* Linked in front of the program's calls: counts them, and makes one of them fail.
 *
 * FAULT=name:N in the environment makes the Nth call of that name fail. FAULT_REPORT names a file
 * that gets a line `failed 1` then, `aside 1` if that was in another thread than the first, and at
 * the end of the program a line `name calls` for each name. Calls by the same way, through the same
 * functions from the same places, are counted once: a list that grows in a loop fails at its first
 * item, and where another function lets it grow. */

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "calls.h"

#define REPORT_SIZE 4096
#define DEPTH       16   /* functions that make a way */
#define WAYS_MAX    8192 /* of all calls; those beyond are counted each */

enum call {
#define C(type, name, parameters, arguments, failed, error) CALL_##name,
    CALLS(C)
#undef C
        CALL_COUNT
};

static const char *const names[] = {
#define C(type, name, parameters, arguments, failed, error) #name,
    CALLS(C)
#undef C
};

static size_t counts[CALL_COUNT];
static uint64_t ways[WAYS_MAX];
static size_t way_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* the program may have two threads */
static size_t wanted; /* the number of the call that is to fail; 0 for none */
static enum call wanted_call;
static pthread_t first;
static char *report; /* mapped, because the program gives up writing to files */

/* Returns a number for the way that led to a call of this name (FNV-1a). */
static uint64_t way_to(enum call call)
{
    void *frames[DEPTH];
    int depth = backtrace(frames, DEPTH);
    uint64_t hash = 14695981039346656037U ^ (uint64_t)call;
    for (int i = 2; i < depth; i++)
        hash = (hash ^ (uintptr_t)frames[i]) * 1099511628211U;
    return hash;
}

static bool is_new(uint64_t way)
{
    for (size_t i = 0; i < way_count; i++)
        if (ways[i] == way)
            return false;
    if (way_count < WAYS_MAX)
        ways[way_count++] = way;
    return true;
}

static bool fails(enum call call)
{
    if (!wanted && !report)
        return false;
    uint64_t way = way_to(call);
    pthread_mutex_lock(&lock);
    bool counted = is_new(way);
    counts[call] += counted;
    bool chosen = counted && wanted && call == wanted_call && counts[call] == wanted;
    pthread_mutex_unlock(&lock);
    if (chosen && report)
        strcpy(report, pthread_equal(pthread_self(), first) ? "failed 1\n" : "failed 1\naside 1\n");
    return chosen;
}

#define C(type, name, parameters, arguments, failed, error) \
    type __real_##name parameters;                          \
    type __wrap_##name parameters;                          \
    type __wrap_##name parameters                           \
    {                                                       \
        if (!fails(CALL_##name))                            \
            return __real_##name arguments;                 \
        errno = error;                                      \
        return failed;                                      \
    }
CALLS(C)
#undef C

static void open_report(const char *path)
{
    int file = __real_open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, REPORT_SIZE) != 0)
        return;
    void *at = __real_mmap(NULL, REPORT_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    report = at == MAP_FAILED ? NULL : at;
    __real_close(file);
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("FAULT_REPORT"), *fault = getenv("FAULT");
    const char *number = fault ? strchr(fault, ':') : NULL;
    first = pthread_self();
    if (path)
        open_report(path);
    for (int i = 0; i < CALL_COUNT && number; i++) {
        if (strncmp(fault, names[i], (size_t)(number - fault)) != 0 ||
            names[i][number - fault] != '\0')
            continue;
        wanted_call = (enum call)i;
        wanted = strtoul(number + 1, NULL, 10);
    }
}

__attribute__((destructor)) static void end(void)
{
    size_t size = report ? strlen(report) : 0;
    for (int i = 0; i < CALL_COUNT && report && size < REPORT_SIZE; i++)
        size +=
            (size_t)snprintf(report + size, REPORT_SIZE - size, "%s %zu\n", names[i], counts[i]);
}
