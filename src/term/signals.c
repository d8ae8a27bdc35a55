#include "term/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

#define RESTORE_MAX 512

static const int fatal[] = {SIGHUP, SIGINT,  SIGQUIT, SIGILL,  SIGABRT, SIGBUS,
                            SIGFPE, SIGSEGV, SIGTERM, SIGPIPE, SIGXCPU};
static const int flagged[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGALRM};

#define FATAL_COUNT   (sizeof fatal / sizeof *fatal)
#define FLAGGED_COUNT (sizeof flagged / sizeof *flagged)

/* A handler has no argument to find these by; they change only while the signals are released. */
static volatile sig_atomic_t resized, stop, continued, rang;
static struct {
    int terminal;
    struct termios saved;
    char restore[RESTORE_MAX];
    size_t size;
    signals_mend *mend;
    struct sigaction old[FATAL_COUNT + FLAGGED_COUNT];
    sigset_t old_mask;
} signal_state;

static void on_flagged(int number)
{
    if (number == SIGWINCH)
        resized = 1;
    else if (number == SIGTSTP)
        stop = 1;
    else if (number == SIGALRM)
        rang = 1;
    else
        continued = 1;
}

/* Only calls that are safe in a handler: write, tcsetattr, sigaction, raise (POSIX 2.4.3). */
static void on_fatal(int number)
{
    struct sigaction standard = {.sa_handler = SIG_DFL};
    int error = errno;
    ssize_t written = write(signal_state.terminal, signal_state.restore, signal_state.size);
    (void)written;
    tcsetattr(signal_state.terminal, TCSANOW, &signal_state.saved);
    sigaction(number, &standard, NULL);
    errno = error;
    raise(number);
}

static void flagged_set(sigset_t *set)
{
    sigemptyset(set);
    for (size_t i = 0; i < FLAGGED_COUNT; i++)
        sigaddset(set, flagged[i]);
}

static void on_bus_error(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (!signal_state.mend || !signal_state.mend(info->si_addr))
        on_fatal(number);
}

/* What cannot be mended kills as it would have, when it is tried again. */
static void on_fault(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (!signal_state.mend(info->si_addr))
        signal(number, SIG_DFL);
}

void signals_take_fault(signals_mend *mend)
{
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    signal_state.mend = mend;
    sigaction(SIGBUS, &action, NULL);
}

/* A signal that was ignored stays so: a program under nohup does not hang up. */
static void take(int number, void (*handler)(int), struct sigaction *old)
{
    struct sigaction action = {.sa_handler = handler};
    sigfillset(&action.sa_mask);
    if (number == SIGBUS) {
        action.sa_flags = SA_SIGINFO;
        action.sa_sigaction = on_bus_error;
    }
    sigaction(number, NULL, old);
    if (old->sa_handler != SIG_IGN || number == SIGWINCH)
        sigaction(number, &action, NULL);
}

void signals_set_restore(const char *restore, size_t size)
{
    sigset_t all, old;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &old);
    signal_state.size = size < RESTORE_MAX ? size : RESTORE_MAX;
    memcpy(signal_state.restore, restore, signal_state.size);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

void signals_take(int terminal, const struct termios *saved, signals_mend *mend)
{
    sigset_t set;
    signal_state.terminal = terminal;
    signal_state.saved = *saved;
    signal_state.size = 0;
    signal_state.mend = mend;
    flagged_set(&set);
    sigprocmask(SIG_BLOCK, &set, &signal_state.old_mask);
    for (size_t i = 0; i < FATAL_COUNT; i++)
        take(fatal[i], on_fatal, &signal_state.old[i]);
    for (size_t i = 0; i < FLAGGED_COUNT; i++)
        take(flagged[i], on_flagged, &signal_state.old[FATAL_COUNT + i]);
}

void signals_release(void)
{
    for (size_t i = 0; i < FATAL_COUNT; i++)
        sigaction(fatal[i], &signal_state.old[i], NULL);
    for (size_t i = 0; i < FLAGGED_COUNT; i++)
        sigaction(flagged[i], &signal_state.old[FATAL_COUNT + i], NULL);
    sigprocmask(SIG_SETMASK, &signal_state.old_mask, NULL);
}

void signals_leave(void)
{
    static const int typed[] = {SIGINT, SIGQUIT, SIGTSTP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        sigaddset(&set, typed[i]);
        sigaddset(&signal_state.old_mask, typed[i]);
    }
    sigprocmask(SIG_BLOCK, &set, NULL);
    signals_release();
}

static bool is_lost(int file)
{
    struct pollfd poll_file = {.fd = file, .events = POLLIN};
    return poll(&poll_file, 1, 0) > 0 && (poll_file.revents & (POLLHUP | POLLERR | POLLNVAL));
}

/* Adds the files to a set; returns one more than the greatest of them. */
static int fill(fd_set *set, const int files[WAIT_COUNT])
{
    int end = 0;
    FD_ZERO(set);
    for (int i = 0; i < WAIT_COUNT; i++) {
        if (files[i] >= 0)
            FD_SET(files[i], set);
        end = files[i] >= end ? files[i] + 1 : end;
    }
    return end;
}

struct signals_seen signals_wait(const int files[WAIT_COUNT], int milliseconds)
{
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    fd_set set;
    int end = fill(&set, files);
    bool ready = pselect(end, &set, NULL, NULL, milliseconds < 0 ? NULL : &limit,
                         &signal_state.old_mask) > 0;
    struct signals_seen seen = {.resized = resized != 0,
                                .stop = stop != 0,
                                .continued = continued != 0,
                                .alarm = rang != 0};
    resized = stop = continued = rang = 0;
    for (int i = 0; i < WAIT_COUNT; i++)
        seen.files[i] = ready && files[i] >= 0 && FD_ISSET(files[i], &set);
    seen.lost = seen.files[WAIT_KEYS] && is_lost(files[WAIT_KEYS]);
    return seen;
}

void signals_stop(void)
{
    struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    sigaction(SIGTSTP, &standard, &ours);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    kill(0, SIGTSTP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}
