#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "show/surface.h"
#include "term/signals.h"

/* A terminal, through curses, which sends only what has changed. There is one in a process. */

struct screen_options {
    bool color;         /* the accent may be a colour */
    bool ascii;         /* every character is sent as ASCII */
    bool mouse;         /* the terminal is asked to report its mouse */
    signals_mend *mend; /* asked on SIGBUS; may be NULL */
};

/* Takes the terminal of standard input and output, and the signals. Returns the name of the
 * description used, that in TERM or of a relative that the machine knows; NULL, and nothing
 * touched, when there is none with which a full screen can be drawn. */
const char *screen_open(const struct screen_options *options);

/* Says whether a terminal that could not be opened is one that writes line by line: TERM names
 * none, or one that cannot place its cursor. */
bool screen_is_plain(void);

/* Leaves the terminal as it was found. */
void screen_close(void);

/* Gives the size in columns and rows. */
void screen_size(int *width, int *height);

/* Asks the terminal for its size again after it has changed. */
void screen_refit(void);

/* Shows a surface of the screen's size. With `repaint` everything is sent anew. */
void screen_show(const struct surface *surface, bool repaint);

/* Puts the terminal back, stops the program, and takes the terminal again when it goes on. */
void screen_suspend(void);

/* Reads the next key that is there, KEY_CODE_NONE when it was nothing known. False when there is
 * none. It never waits longer than for the rest of a key. */
bool screen_key(uint32_t *key);

#endif
