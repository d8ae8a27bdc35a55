#ifndef TESTS_PTY_PTY_H
#define TESTS_PTY_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* A program in a pseudo-terminal, its screen emulated by libvterm. Nothing here sleeps: every
 * wait is for an event, has a deadline, and prints the screen and fails the cmocka test when the
 * deadline passes. PTY_DEADLINE_MS in the environment lengthens it (for valgrind, say).
 *
 * The program runs as a job of a tiny shell, so that ^Z stops it as it does under bash: the
 * kernel stops no process whose parent has no part in its terminal. */
struct pty;

#define PTY_CELL_BYTES 32 /* room for one cell as UTF-8 */

struct pty_options {
    const char *program;     /* a path; NULL: argv[0] is one */
    const char *const *argv; /* NULL-ended */
    const char *const *env;  /* NULL-ended NAME=value; the whole environment */
    int cols;
    int rows;
    int in, out, err; /* descriptors to use instead of the terminal; 0 is the terminal */
    bool ignore_hangup;
    bool no_landlock; /* as if the kernel had none */
};

struct pty_cell {
    char text[PTY_CELL_BYTES]; /* UTF-8, with its marks; " " when nothing was written */
    bool bold, underline, reverse, coloured;
};

struct pty_cursor {
    int x, y;
    bool visible;
    bool alternate_screen;
};

/* Returns a terminal with no program yet, to be freed with pty_free(). */
struct pty *pty_new(void);

/* Kills the program if it still runs, and frees the terminal; NULL is fine. */
void pty_free(struct pty *pty);

/* Starts a program on a cleared terminal; one that ran there before is killed. */
void pty_start(struct pty *pty, const struct pty_options *options);

/* Types a string, or `size` bytes, in one write. */
void pty_send(struct pty *pty, const char *keys);
void pty_send_bytes(struct pty *pty, const char *bytes, size_t size);

/* Takes in what the program has written so far, waiting for nothing. */
void pty_drain(struct pty *pty);

/* Waits until the program has read all that was typed, written all it had to say, and is blocked
 * waiting for input with no time limit. */
void pty_settle(struct pty *pty);

/* The same for a program that may end instead; says whether it still runs. */
bool pty_rests(struct pty *pty);

/* Types the keys and settles. */
void pty_keys(struct pty *pty, const char *keys);

/* Watches for `ms` milliseconds; says whether the program wrote nothing and never woke. */
bool pty_stays_idle(struct pty *pty, int ms);

/* Returns row `y` as UTF-8 without blanks at its end; good until the next call. */
const char *pty_row(struct pty *pty, int y);

/* Returns how many rows the screen has. */
int pty_rows(const struct pty *pty);

/* Says whether any row holds the text. */
bool pty_shows(struct pty *pty, const char *text);

/* Waits until a row holds the text, for what another program or a file brings about; fails at the
 * deadline. */
void pty_await(struct pty *pty, const char *text);

/* Returns one cell; outside the screen, a blank one. */
struct pty_cell pty_cell(struct pty *pty, int x, int y);

/* Returns where the cursor is, and the modes that go with it. */
struct pty_cursor pty_cursor(struct pty *pty);

/* Returns the whole screen as text (rows, attributes, cursor), to be freed by the caller. */
char *pty_frame(struct pty *pty);

/* Draws on the screen as another program on the same terminal would, unseen by the counters. */
void pty_scribble(struct pty *pty, const char *bytes);

/* Gives the terminal another size, which sends the program SIGWINCH. */
void pty_resize(struct pty *pty, int cols, int rows);

/* Sends the program a signal. */
void pty_signal(struct pty *pty, int signal);

/* Closes the terminal's other end, as a lost connection does. */
void pty_hang_up(struct pty *pty);

/* Waits for the end of the program and returns its wait status; all output is taken in. */
int pty_wait(struct pty *pty);

/* Waits until a signal has stopped the program. */
void pty_wait_stopped(struct pty *pty);

/* Says whether /proc/PID/FILE of the program holds the text. */
bool pty_proc_has(struct pty *pty, const char *file, const char *text);

/* Says whether the program still runs. */
bool pty_alive(struct pty *pty);

/* Returns the processor time the program has used, in microseconds. */
long pty_cpu(struct pty *pty);

/* Returns how often the program has written, 0 where the kernel does not count. */
long pty_writes(struct pty *pty);

/* Puts a mark behind the last byte the program wrote. */
void pty_mark(struct pty *pty);

/* Returns how many bytes were written since the mark, or since the start. */
size_t pty_bytes(const struct pty *pty);

/* Borrows those bytes, NUL-ended; good until more are taken in. */
const char *pty_log(const struct pty *pty);

/* Says whether those bytes hold the string. */
bool pty_saw(const struct pty *pty, const char *bytes);

/* Returns the settings of the terminal before the program began, and now. */
struct termios pty_termios_before(const struct pty *pty);
struct termios pty_termios_now(const struct pty *pty);

/* Says whether the settings are those from before the program began. */
bool pty_termios_restored(const struct pty *pty);

/* Prints the message and the screen, and fails the running test. */
void pty_fail(struct pty *pty, const char *file, int line, const char *message);

/* Fails the running test and prints the screen unless the condition holds. */
#define pty_check(pty, condition) \
    ((condition) ? (void)0 : pty_fail(pty, __FILE__, __LINE__, "expected: " #condition))

#endif
