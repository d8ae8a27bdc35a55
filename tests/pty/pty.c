#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "pty_child.h"
#include "pty_proc.h"
#include "pty_screen.h"

#define DEADLINE_MS 10000
#define TICK_MS     2    /* how often a process that is not blocked yet is looked at again */
#define LOG_TAIL    2000 /* how much of what was written last a failure prints */

struct pty {
    struct screen *screen;
    int rows;
    struct child child;
    struct termios before;
    int master;
    int slave; /* kept open, so that the settings can be read when the program is gone */
    char *log;
    size_t log_size;
    size_t log_room;
    size_t mark;
    int status; /* once it has ended */
    long cpu;   /* once it has ended */
    bool stopped;
    bool ended;
};

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static long long deadline(void)
{
    const char *given = getenv("PTY_DEADLINE_MS");
    return now_ms() + (given ? atoi(given) : DEADLINE_MS);
}

struct pty *pty_new(void)
{
    struct pty *pty = calloc(1, sizeof *pty);
    pty->master = -1;
    pty->slave = -1;
    return pty;
}

static void close_terminal(struct pty *pty)
{
    if (pty->child.shell)
        child_kill(&pty->child);
    if (pty->master >= 0)
        close(pty->master);
    if (pty->slave >= 0)
        close(pty->slave);
    screen_free(pty->screen);
    free(pty->log);
    memset(pty, 0, sizeof *pty);
    pty->master = -1;
    pty->slave = -1;
}

void pty_free(struct pty *pty)
{
    if (!pty)
        return;
    close_terminal(pty);
    free(pty);
}

/* Taking in. */

static void append_log(struct pty *pty, const char *bytes, size_t size)
{
    if (pty->log_size + size + 1 > pty->log_room) {
        pty->log_room = 2 * (pty->log_size + size + 1);
        pty->log = realloc(pty->log, pty->log_room);
    }
    memcpy(pty->log + pty->log_size, bytes, size);
    pty->log_size += size;
    pty->log[pty->log_size] = '\0';
}

static bool take_output(struct pty *pty)
{
    char bytes[65536];
    ssize_t got = read(pty->master, bytes, sizeof bytes);
    if (got <= 0)
        return false;
    append_log(pty, bytes, (size_t)got);
    screen_feed(pty->screen, bytes, (size_t)got);
    return true;
}

static bool take_report(struct pty *pty)
{
    struct child_report report;
    if (read(pty->child.reports, &report, sizeof report) != (ssize_t)sizeof report)
        return false;
    pty->stopped = report.what == CHILD_STOPPED;
    pty->ended = report.what == CHILD_ENDED;
    if (pty->ended) {
        pty->status = report.status;
        pty->cpu = report.cpu;
        pty->child.pid = 0;
    }
    return true;
}

/* Takes in one piece of output or one report, waiting `ms` at most; false when there was none. */
static bool pump(struct pty *pty, int ms)
{
    struct pollfd fds[] = {
        {.fd = pty->master, .events = POLLIN},
        {.fd = pty->ended ? -1 : pty->child.reports, .events = POLLIN},
    };
    if (poll(fds, 2, ms) <= 0)
        return false;
    bool output = fds[0].revents && take_output(pty);
    bool report = fds[1].revents && take_report(pty);
    return output || report;
}

void pty_drain(struct pty *pty)
{
    while (pump(pty, 0))
        continue;
}

/* Starting. */

static void open_terminal(struct pty *pty, const struct pty_options *options)
{
    struct winsize size = {.ws_col = (unsigned short)options->cols,
                           .ws_row = (unsigned short)options->rows};
    pty->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (pty->master < 0 || grantpt(pty->master) < 0 || unlockpt(pty->master) < 0)
        fail_msg("no pseudo-terminal: %s", strerror(errno));
    pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY);
    if (pty->slave < 0)
        fail_msg("cannot open the pseudo-terminal: %s", strerror(errno));
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
    ioctl(pty->master, TIOCSWINSZ, &size);
    tcgetattr(pty->slave, &pty->before);
}

static void answer(const char *bytes, size_t size, void *user)
{
    pty_send_bytes(user, bytes, size);
}

void pty_start(struct pty *pty, const struct pty_options *options)
{
    close_terminal(pty);
    const char *program = options->program ? options->program : options->argv[0];
    if (access(program, X_OK) < 0)
        fail_msg("cannot run %s: %s", program, strerror(errno));
    open_terminal(pty, options);
    pty->rows = options->rows;
    pty->screen = screen_new(options->cols, options->rows, answer, pty);
    append_log(pty, "", 0);
    pty->child = child_start(options, pty->slave);
    if (pty->child.pid <= 0)
        fail_msg("cannot start %s", program);
}

/* Typing and waiting. */

void pty_send_bytes(struct pty *pty, const char *bytes, size_t size)
{
    long long end = deadline();
    while (size) {
        ssize_t sent = write(pty->master, bytes, size);
        if (sent > 0) {
            bytes += sent;
            size -= (size_t)sent;
        } else if (now_ms() > end || !pty_alive(pty)) {
            pty_fail(pty, __FILE__, __LINE__, "the program does not read what is typed");
        } else {
            pump(pty, TICK_MS);
        }
    }
}

void pty_send(struct pty *pty, const char *keys)
{
    pty_send_bytes(pty, keys, strlen(keys));
}

/* Says whether the terminal holds no typed byte the program has still to read. */
static bool input_is_read(struct pty *pty)
{
    struct pollfd fd = {.fd = pty->slave, .events = POLLIN};
    return poll(&fd, 1, 0) == 0;
}

/* Why this is enough and needs no waiting "to be sure". Bytes cross a pseudo-terminal through a
 * kernel worker, but poll() on an end waits for that worker before it says that there is nothing
 * to read (n_tty_poll() flushes the queue). So when the slave's poll finds nothing, every typed
 * byte was read by the program, or woke it. A program then found blocked in a wait without time
 * limit has done all that those bytes asked for, and nothing but us can wake it; a signal of ours
 * that is still on its way shows among the pending ones. Last, what it
 * wrote before it blocked is seen by the master's poll, for the same reason as above. A wait with
 * a time limit does not count: it is the pause after an Esc that may begin a longer key. */
static bool is_settled(struct pty *pty)
{
    pty_drain(pty);
    return !pty->ended && input_is_read(pty) && proc_waits(pty->child.pid) && !pump(pty, 0);
}

bool pty_rests(struct pty *pty)
{
    long long end = deadline();
    while (!pty->ended && !is_settled(pty)) {
        if (pty->stopped)
            pty_fail(pty, __FILE__, __LINE__, "the program is stopped");
        if (now_ms() > end)
            pty_fail(pty, __FILE__, __LINE__, "the program does not come to rest");
        pump(pty, TICK_MS);
    }
    return !pty->ended;
}

void pty_settle(struct pty *pty)
{
    if (!pty_rests(pty))
        pty_fail(pty, __FILE__, __LINE__, "the program ended");
}

void pty_keys(struct pty *pty, const char *keys)
{
    pty_send(pty, keys);
    pty_settle(pty);
}

bool pty_stays_idle(struct pty *pty, int ms)
{
    long switches = proc_switches(pty->child.pid);
    bool idle = !pump(pty, ms);
    return idle && proc_switches(pty->child.pid) == switches;
}

static void wait_until(struct pty *pty, const bool *what, const char *complaint)
{
    long long end = deadline();
    while (!*what) {
        if (now_ms() > end || (pty->ended && what != &pty->ended))
            pty_fail(pty, __FILE__, __LINE__, complaint);
        pump(pty, TICK_MS);
    }
    pty_drain(pty);
}

int pty_wait(struct pty *pty)
{
    wait_until(pty, &pty->ended, "the program does not end");
    return pty->status;
}

void pty_wait_stopped(struct pty *pty)
{
    wait_until(pty, &pty->stopped, "the program does not stop");
}

bool pty_alive(struct pty *pty)
{
    pty_drain(pty);
    return !pty->ended;
}

/* Looking. */

const char *pty_row(struct pty *pty, int y)
{
    return screen_row(pty->screen, y);
}

int pty_rows(const struct pty *pty)
{
    return pty->rows;
}

bool pty_shows(struct pty *pty, const char *text)
{
    for (int y = 0; y < pty->rows; y++)
        if (strstr(pty_row(pty, y), text))
            return true;
    return false;
}

void pty_await(struct pty *pty, const char *text)
{
    long long end = deadline();
    pty_settle(pty);
    while (!pty_shows(pty, text)) {
        if (now_ms() > end)
            pty_fail(pty, __FILE__, __LINE__, text);
        pump(pty, TICK_MS);
        pty_settle(pty);
    }
}

struct pty_cell pty_cell(struct pty *pty, int x, int y)
{
    return screen_cell(pty->screen, x, y);
}

struct pty_cursor pty_cursor(struct pty *pty)
{
    return screen_cursor(pty->screen);
}

char *pty_frame(struct pty *pty)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    screen_print(pty->screen, out);
    fclose(out);
    return text;
}

void pty_scribble(struct pty *pty, const char *bytes)
{
    screen_feed(pty->screen, bytes, strlen(bytes));
}

/* Doing. */

void pty_resize(struct pty *pty, int cols, int rows)
{
    struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
    pty_drain(pty);
    pty->rows = rows;
    screen_resize(pty->screen, cols, rows);
    ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int signal)
{
    pty_drain(pty);
    if (!pty->ended)
        kill(pty->child.pid, signal);
    if (signal == SIGCONT)
        pty->stopped = false;
}

void pty_hang_up(struct pty *pty)
{
    pty_drain(pty);
    close(pty->master);
    pty->master = -1;
}

long pty_cpu(struct pty *pty)
{
    return pty->ended ? pty->cpu : proc_cpu(pty->child.pid);
}

long pty_writes(struct pty *pty)
{
    return pty->ended ? 0 : proc_writes(pty->child.pid);
}

bool pty_proc_has(struct pty *pty, const char *file, const char *text)
{
    return !pty->ended && proc_has(pty->child.pid, file, text);
}

/* Counting. */

void pty_mark(struct pty *pty)
{
    pty_drain(pty);
    pty->mark = pty->log_size;
}

size_t pty_bytes(const struct pty *pty)
{
    return pty->log_size - pty->mark;
}

const char *pty_log(const struct pty *pty)
{
    return pty->log + pty->mark;
}

/* The log may hold NULs: vt100 gets them as padding. */
bool pty_saw(const struct pty *pty, const char *bytes)
{
    size_t size = strlen(bytes);
    for (size_t i = pty->mark; i + size <= pty->log_size; i++)
        if (memcmp(pty->log + i, bytes, size) == 0)
            return true;
    return false;
}

struct termios pty_termios_before(const struct pty *pty)
{
    return pty->before;
}

struct termios pty_termios_now(const struct pty *pty)
{
    struct termios now = {0};
    tcgetattr(pty->slave, &now);
    return now;
}

bool pty_termios_restored(const struct pty *pty)
{
    struct termios now = pty_termios_now(pty);
    return now.c_iflag == pty->before.c_iflag && now.c_oflag == pty->before.c_oflag &&
           now.c_cflag == pty->before.c_cflag && now.c_lflag == pty->before.c_lflag &&
           memcmp(now.c_cc, pty->before.c_cc, sizeof now.c_cc) == 0;
}

/* Failing. */

static void print_log_tail(const struct pty *pty)
{
    size_t from = pty->log_size > LOG_TAIL ? pty->log_size - LOG_TAIL : 0;
    fprintf(stderr, "last bytes: ");
    for (size_t i = from; i < pty->log_size; i++) {
        unsigned char c = (unsigned char)pty->log[i];
        fprintf(stderr, c < 0x20 || c == 0x7F ? "\\x%02x" : "%c", c);
    }
    fputc('\n', stderr);
}

void pty_fail(struct pty *pty, const char *file, int line, const char *message)
{
    pty_drain(pty);
    if (pty->screen)
        screen_print(pty->screen, stderr);
    print_log_tail(pty);
    if (pty->ended)
        fprintf(stderr, "wait status %#x (exit %d, signal %d)\n", (unsigned)pty->status,
                WEXITSTATUS(pty->status), WTERMSIG(pty->status));
    fprintf(stderr, "%s\n", message);
    _fail(file, line);
}
