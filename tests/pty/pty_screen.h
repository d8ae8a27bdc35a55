#ifndef TESTS_PTY_SCREEN_H
#define TESTS_PTY_SCREEN_H

#include <stddef.h>
#include <stdio.h>

#include "pty.h"

/* The terminal emulator of a test: libvterm, from bytes to cells. */
struct screen;

/* What the emulator says back to the program, as answers to questions about the terminal. */
typedef void screen_answer(const char *bytes, size_t size, void *user);

/* Returns an empty screen, to be freed with screen_free(). */
struct screen *screen_new(int cols, int rows, screen_answer *answer, void *user);

/* Frees the screen; NULL is fine. */
void screen_free(struct screen *screen);

/* Shows what the program wrote. */
void screen_feed(struct screen *screen, const char *bytes, size_t size);

/* Changes the size, cutting or growing at the right and at the bottom. */
void screen_resize(struct screen *screen, int cols, int rows);

/* Returns row `y` as UTF-8 without blanks at its end; good until the next call. */
const char *screen_row(struct screen *screen, int y);

/* Returns one cell; outside the screen, a blank one. */
struct pty_cell screen_cell(const struct screen *screen, int x, int y);

/* Returns the cursor and the modes a program must leave as it found them. */
struct pty_cursor screen_cursor(const struct screen *screen);

/* Writes all rows, the attributes of those that have any, and the cursor. */
void screen_print(struct screen *screen, FILE *out);

#endif
