/* Linked in front of the program's calls: counts them, and makes one of them fail.
 *
 * FAULT=name:N in the environment makes the Nth call of that name fail. FAULT_REPORT names a file
 * that gets, at the end of the program, a line `name calls` for each name. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "calls.h"

#define REPORT_SIZE 4096

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
static size_t wanted; /* the number of the call that is to fail; 0 for none */
static enum call wanted_call;
static char *report; /* mapped, because the program gives up writing to files */

static int fails(enum call call)
{
    counts[call]++;
    return wanted && call == wanted_call && counts[call] == wanted;
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
    size_t size = 0;
    for (int i = 0; i < CALL_COUNT && report && size < REPORT_SIZE; i++)
        size +=
            (size_t)snprintf(report + size, REPORT_SIZE - size, "%s %zu\n", names[i], counts[i]);
}
