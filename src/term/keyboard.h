#ifndef TERM_KEYBOARD_H
#define TERM_KEYBOARD_H

#include <stdbool.h>
#include <stdint.h>

/* Keys from curses, with what it does not know swallowed whole. For screen.c alone. */

/* Teaches curses the sequences that terminals send beside those of their description, with `mouse`
 * also the reports of a mouse. */
void keyboard_open(bool mouse);

/* Reads the next key as screen_key() does. */
bool keyboard_read(uint32_t *key);

#endif
