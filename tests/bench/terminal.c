#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "child.h"
#include "process.h"

#define COLUMNS    80
#define ROWS       24
#define SILENCE_MS 25
#define SILENCES   1 /* in a row, without having run, after which a reply is over */
#define PATIENCE   4 /* the same when not a byte has come */
#define CHUNK      65536

enum state {
    STATE_GROUND,
    STATE_ESCAPE,        /* ESC came */
    STATE_INTERMEDIATE,  /* ESC and a byte such as the ( of ESC ( B */
    STATE_SEQUENCE,      /* ESC [ */
    STATE_STRING,        /* ESC ] and its like, up to BEL or ESC \ */
    STATE_STRING_ESCAPE, /* ESC within a string */
};

static void die(const char *what)
{
    fprintf(stderr, "probe: %s: %s\n", what, strerror(errno));
    exit(EXIT_FAILURE);
}

static enum state after_escape(unsigned char byte)
{
    if (byte == '[')
        return STATE_SEQUENCE;
    if (byte != 0 && strchr("]PX^_", byte))
        return STATE_STRING;
    return byte < 0x30 ? STATE_INTERMEDIATE : STATE_GROUND;
}

/* Returns the state after a byte that is no cell. */
static enum state step(enum state state, unsigned char byte)
{
    bool escape = byte == 0x1b;
    switch (state) {
    case STATE_ESCAPE:
        return after_escape(byte);
    case STATE_INTERMEDIATE:
        return byte < 0x30 ? STATE_INTERMEDIATE : STATE_GROUND;
    case STATE_SEQUENCE:
        return byte >= 0x40 && byte < 0x7f ? STATE_GROUND : STATE_SEQUENCE;
    case STATE_STRING:
        return escape ? STATE_STRING_ESCAPE : byte == 0x07 ? STATE_GROUND : STATE_STRING;
    case STATE_STRING_ESCAPE:
        return STATE_GROUND;
    case STATE_GROUND:
        break;
    }
    return escape ? STATE_ESCAPE : STATE_GROUND;
}

/* Follows the escape sequences; true when a cell that is not blank was printed. */
static bool follow(struct terminal *terminal, const char *bytes, size_t size)
{
    bool painted = false;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool is_cell = terminal->state == STATE_GROUND && byte >= ' ' && byte != 0x7f;
        painted = painted || (is_cell && byte != ' ');
        if (!is_cell)
            terminal->state = (int)step((enum state)terminal->state, byte);
        if (terminal->text)
            putc(is_cell ? byte : '\n', terminal->text);
    }
    return painted;
}

static void note(struct reply *reply, double at, size_t size, bool painted)
{
    if (reply->bytes == 0)
        reply->first = at;
    if (painted && reply->paint < 0)
        reply->paint = at;
    reply->last = at;
    reply->bytes += size;
}

bool terminal_take(struct terminal *terminal, int milliseconds, struct reply *reply)
{
    char bytes[CHUNK];
    struct pollfd master = {.fd = terminal->master, .events = POLLIN};
    if (poll(&master, 1, milliseconds) <= 0)
        return false;
    ssize_t got = read(terminal->master, bytes, sizeof bytes);
    if (got <= 0) {
        terminal->ended = true;
        return false;
    }
    double at = moment() - terminal->sent;
    note(reply, at, (size_t)got, follow(terminal, bytes, (size_t)got));
    return true;
}

/* A program that computes is waited for; one that rests for two silences has said all. */
static void listen(struct terminal *terminal, struct reply *reply)
{
    double ran = -2;
    int silences = 0;
    while (!terminal->ended && silences < (reply->bytes ? SILENCES : PATIENCE)) {
        if (terminal_take(terminal, SILENCE_MS, reply)) {
            silences = 0;
            continue;
        }
        double now = process_cpu(terminal->pid);
        silences = now == ran && process_rests(terminal->pid) ? silences + 1 : 0;
        ran = now;
    }
}

static struct reply no_reply(void)
{
    return (struct reply){.first = TERMINAL_NEVER, .paint = TERMINAL_NEVER, .last = TERMINAL_NEVER};
}

static int open_master(void)
{
    struct winsize size = {.ws_row = ROWS, .ws_col = COLUMNS};
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        die("pseudo-terminal");
    fcntl(master, F_SETFD, FD_CLOEXEC);
    ioctl(master, TIOCSWINSZ, &size);
    return master;
}

struct reply terminal_start(struct terminal *terminal, char *const *argv, const char *kind,
                            FILE *text)
{
    struct reply reply = no_reply();
    *terminal = (struct terminal){.master = open_master(), .text = text};
    const char *path = ptsname(terminal->master);
    terminal->sent = moment();
    terminal->pid = child_in_terminal(argv, path, kind);
    listen(terminal, &reply);
    reply.cpu = process_cpu(terminal->pid);
    return reply;
}

struct reply terminal_keys(struct terminal *terminal, const char *keys)
{
    struct reply reply = no_reply();
    size_t size = strlen(keys);
    double before = process_cpu(terminal->pid);
    terminal->sent = moment();
    if (write(terminal->master, keys, size) != (ssize_t)size)
        die("writing keys");
    listen(terminal, &reply);
    reply.cpu = process_cpu(terminal->pid) - before;
    return reply;
}

struct reply terminal_idle(struct terminal *terminal, int milliseconds)
{
    struct reply reply = no_reply();
    double before = process_cpu(terminal->pid), until = moment() + milliseconds;
    terminal->sent = moment();
    for (double left = milliseconds; left >= 1 && !terminal->ended; left = until - moment())
        terminal_take(terminal, (int)left, &reply);
    reply.cpu = process_cpu(terminal->pid) - before;
    return reply;
}

int terminal_finish(struct terminal *terminal, double *leaving)
{
    bool ended = terminal->ended;
    if (!ended)
        close(terminal->master);
    struct child_end end = child_wait(terminal->pid);
    if (ended)
        close(terminal->master);
    *leaving = ended ? end.at - terminal->sent : TERMINAL_NEVER;
    return end.status;
}
