#include "pty_proc.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

#define CALL_ARGS 6
#define GUESS_MS  80 /* longer than the pause after an Esc */

/* A system call somebody is blocked in, as /proc/PID/syscall writes it. */
struct call {
    long number;
    unsigned long long args[CALL_ARGS];
};

static size_t read_proc(pid_t pid, const char *name, char *text, size_t room)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, name);
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    size_t size = fread(text, 1, room - 1, file);
    fclose(file);
    text[size] = '\0';
    return size;
}

/* Where a wait keeps its time limit: in no argument, in an int of milliseconds (negative: for
 * ever), or behind a pointer (NULL: for ever). */
enum limit { LIMIT_NONE, LIMIT_INT, LIMIT_POINTER };

static const struct {
    long number;
    enum limit limit;
    int arg;
} waits[] = {
    {SYS_read, LIMIT_NONE, 0},
    {SYS_readv, LIMIT_NONE, 0},
    {SYS_ppoll, LIMIT_POINTER, 2},
    {SYS_pselect6, LIMIT_POINTER, 4},
    {SYS_epoll_pwait, LIMIT_INT, 3},
    /* A call that SIGCONT started again. Its limit cannot be seen. */
    {SYS_restart_syscall, LIMIT_NONE, 0},
#ifdef SYS_poll
    {SYS_poll, LIMIT_INT, 2},
#endif
#ifdef SYS_select
    {SYS_select, LIMIT_POINTER, 4},
#endif
#ifdef SYS_epoll_wait
    {SYS_epoll_wait, LIMIT_INT, 3},
#endif
};

static bool is_endless_wait(const struct call *call)
{
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        if (waits[i].number != call->number)
            continue;
        unsigned long long arg = call->args[waits[i].arg];
        if (waits[i].limit == LIMIT_INT)
            return (int)(unsigned int)arg < 0;
        return waits[i].limit == LIMIT_NONE || arg == 0;
    }
    return false;
}

/* Reads "NUMBER ARG0 ... ARG5 STACK PC"; false for "running", or when we may not look. */
static bool parse_call(const char *text, struct call *call)
{
    char *end = NULL;
    call->number = strtol(text, &end, 10);
    if (end == text)
        return false;
    for (int i = 0; i < CALL_ARGS; i++)
        call->args[i] = strtoull(end, &end, 16);
    return true;
}

static bool is_asleep(pid_t pid)
{
    char text[512];
    if (!read_proc(pid, "stat", text, sizeof text))
        return false;
    const char *name_end = strrchr(text, ')');
    return name_end && name_end[1] == ' ' && name_end[2] == 'S';
}

/* Returns the number behind "\nNAME:" in a file of /proc/PID, 0 when it is not there. */
static unsigned long long status_number(const char *status, const char *name, int base)
{
    const char *at = strstr(status, name);
    return at ? strtoull(at + strlen(name), NULL, base) : 0;
}

/* Says whether a signal was sent that the process has still to act on. */
static bool has_signal(pid_t pid)
{
    char text[4096];
    if (!read_proc(pid, "status", text, sizeof text))
        return false;
    unsigned long long pending =
        status_number(text, "\nSigPnd:", 16) | status_number(text, "\nShdPnd:", 16);
    return pending & ~status_number(text, "\nSigBlk:", 16);
}

/* Kernels without /proc/PID/syscall, or which hide it, leave a guess: it still sleeps, and has
 * not moved, a little later. */
static bool stays_asleep(pid_t pid)
{
    long before = proc_switches(pid);
    poll(NULL, 0, GUESS_MS);
    return is_asleep(pid) && proc_switches(pid) == before;
}

/* The order matters. Between the sending of a signal and the process running again, the kernel
 * still names the call that the signal is about to interrupt. */
bool proc_waits(pid_t pid)
{
    char text[256];
    struct call call;
    if (has_signal(pid) || !is_asleep(pid))
        return false;
    if (!read_proc(pid, "syscall", text, sizeof text))
        return stays_asleep(pid);
    return parse_call(text, &call) && is_endless_wait(&call);
}

long proc_cpu(pid_t pid)
{
    char text[128];
    if (!read_proc(pid, "schedstat", text, sizeof text))
        return 0;
    return (long)(strtoull(text, NULL, 10) / 1000);
}

long proc_switches(pid_t pid)
{
    char text[4096];
    if (!read_proc(pid, "status", text, sizeof text))
        return 0;
    return (long)(status_number(text, "\nvoluntary_ctxt_switches:", 10) +
                  status_number(text, "\nnonvoluntary_ctxt_switches:", 10));
}

long proc_writes(pid_t pid)
{
    char text[512];
    if (!read_proc(pid, "io", text, sizeof text))
        return 0;
    return (long)status_number(text, "\nsyscw: ", 10);
}

bool proc_has(pid_t pid, const char *name, const char *text)
{
    char content[4096];
    return read_proc(pid, name, content, sizeof content) && strstr(content, text);
}
