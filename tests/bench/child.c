#define _GNU_SOURCE /* POSIX_SPAWN_SETSID, wait4() */

#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t running; /* the program to kill when time is up */

double moment(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void end_late(int signal)
{
    static const char said[] = "probe: a program took too long\n";
    (void)signal;
    kill((pid_t)running, SIGKILL);
    if (write(STDERR_FILENO, said, sizeof said - 1) < 0)
        _exit(4);
    _exit(3);
}

static void begin_time(pid_t pid)
{
    struct sigaction action = {.sa_handler = end_late};
    sigemptyset(&action.sa_mask);
    running = (sig_atomic_t)pid;
    sigaction(SIGALRM, &action, NULL);
    alarm(CHILD_SECONDS);
}

/* Returns NAME=value. */
static char *setting(const char *name, const char *value, char *room, size_t size)
{
    snprintf(room, size, "%s=%s", name, value ? value : "");
    return room;
}

/* Starts the program; vfork() is what posix_spawn() does, so nothing of ours is copied. */
static pid_t start(char *const *argv, const char *kind, const posix_spawn_file_actions_t *actions,
                   short flags)
{
    char term[64], path[4096], home[4096], lang[] = "LANG=C.UTF-8";
    char *environment[] = {setting("TERM", kind, term, sizeof term),
                           setting("PATH", getenv("PATH"), path, sizeof path),
                           setting("HOME", getenv("HOME"), home, sizeof home), lang, NULL};
    posix_spawnattr_t attributes;
    pid_t pid;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, flags);
    int fault = posix_spawnp(&pid, argv[0], actions, &attributes, argv, environment);
    posix_spawnattr_destroy(&attributes);
    if (fault) {
        fprintf(stderr, "probe: %s: %s\n", argv[0], strerror(fault));
        exit(EXIT_FAILURE);
    }
    begin_time(pid);
    return pid;
}

/* Who opens a terminal while leading a session without one has it for his own. */
pid_t child_in_terminal(char *const *argv, const char *path, const char *kind)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
    pid_t pid = start(argv, kind, &actions, POSIX_SPAWN_SETSID);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

pid_t child_with_output(char *const *argv, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = start(argv, "dumb", &actions, 0);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

struct child_end child_wait(pid_t pid)
{
    struct rusage usage;
    int status;
    while (wait4(pid, &status, 0, &usage) < 0 && errno == EINTR)
        continue;
    double at = moment();
    alarm(0);
    return (struct child_end){.at = at,
                              .cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
                              .peak = (double)usage.ru_maxrss,
                              .status = status};
}
