#ifndef TESTS_PTY_STAGE_H
#define TESTS_PTY_STAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "pty.h"

/* What every test of the program stands on: a terminal, a folder of its own, and a little
 * knowledge of what the program's screen looks like. */
struct stage {
    struct pty *pty;
    char folder[64];
    char path[128];   /* of the file written or named last */
    char output[160]; /* the file that catches standard output, and the same for errors */
    char errors[160];
};

/* How to start the program. What is left out is xterm-256color, C.UTF-8, 80x24, English, and the
 * shipped timeline. */
struct show {
    const char *file; /* "" is no file argument */
    const char *args[6];
    const char *program; /* its path, where it is not the one under test */
    const char *name;    /* argv[0], where it is not the path */
    const char *env[8];  /* NAME=value, beside what follows */
    const char *term;
    const char *lang;
    const char *home;
    const char *script; /* standard input holds this and is no terminal */
    int cols, rows;
    bool ignore_hangup;
    bool no_landlock;
};

/* Spells a `struct show` as an argument: SHOW(.cols = 40, .rows = 8), or SHOW(0). */
#define SHOW(...) (&(struct show){__VA_ARGS__})

#define STAGE_SHIPPED "data/dien-bien-phu.rec"

/* Set-up and tear-down of a cmocka test: `*state` is a `struct stage`. */
int stage_set_up(void **state);
int stage_tear_down(void **state);

#define STAGE_TEST(function) \
    cmocka_unit_test_setup_teardown(function, stage_set_up, stage_tear_down)

/* Writes a file into the folder and returns its path; good until the next call. */
const char *stage_write(struct stage *stage, const char *name, const char *text);

/* Writes a timeline of `count` events, each on a day of its own, and returns its path. */
const char *stage_write_events(struct stage *stage, int count);

/* Returns the path a file in the folder has or would have; good until the next call. */
const char *stage_path(struct stage *stage, const char *name);

/* Returns the text of a file, to be freed by the caller; NULL when it cannot be read. */
char *stage_read(const char *path);

/* Starts the program. */
void stage_start(struct stage *stage, const struct show *show);

/* Starts the program and settles. */
void stage_open(struct stage *stage, const struct show *show);

/* Runs the program to its end with output and errors sent to two files, and returns its wait
 * status. */
int stage_print(struct stage *stage, const struct show *show);

/* Starts the program with standard output given; errors go to a file. */
void stage_start_into(struct stage *stage, const struct show *show, int out);

/* Types q, waits for the end, and checks status 0 and the settings of the terminal. */
void stage_quit(struct stage *stage);

/* Returns the selected row: reverse video with > in column 0. Fails unless there is just one. */
int stage_selected(struct stage *stage);

/* Returns the position and the total that the footer tells; 0 when it tells none. */
int stage_position(struct stage *stage);
int stage_total(struct stage *stage);

/* Copies the beginning of the shipped timeline's title in a language ("vi", "en"): what fits
 * into the narrowest header. */
void stage_title(const char *language, char title[64]);

/* Compares two frames and fails, printing both, unless they are equal; frees both. */
void stage_same_frame(char *expected, char *frame);

#endif
