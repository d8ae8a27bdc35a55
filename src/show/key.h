#ifndef SHOW_KEY_H
#define SHOW_KEY_H

#include <stdint.h>

#include "base/buffer.h"

/* A key is the code point that it types, a control character included, or one of these, which lie
 * beyond Unicode. */
enum key_code {
    KEY_CODE_NONE = 0x110000, /* nothing, or something unknown that was swallowed */
    KEY_CODE_UP,
    KEY_CODE_DOWN,
    KEY_CODE_LEFT,
    KEY_CODE_RIGHT,
    KEY_CODE_HOME,
    KEY_CODE_END,
    KEY_CODE_PAGE_UP,
    KEY_CODE_PAGE_DOWN,
    KEY_CODE_DELETE,
    KEY_CODE_F1,
    KEY_CODE_PASTE_BEGIN, /* what follows was pasted, not typed */
    KEY_CODE_PASTE_END,
};

/* What the mouse did, in the same number as a key and beyond all of these. */
enum pointer { POINTER_PRESS, POINTER_WHEEL_UP, POINTER_WHEEL_DOWN, POINTER_COUNT };

#define KEY_CODE_CONTROL(letter) ((uint32_t)(letter)&0x1F)
#define KEY_CODE_TAB             9
#define KEY_CODE_ENTER           13
#define KEY_CODE_ESCAPE          27
#define KEY_CODE_BACKSPACE       127

/* Reads the name of a key as tables and tests spell it: `j`, `Down`, `^N`, `Space`, `F1`, `đ`. On
 * failure returns KEY_CODE_NONE. */
uint32_t key_parse(struct bytes name);

/* Returns the number for what the mouse did at a column and row, from 0; KEY_CODE_NONE when they
 * are on no screen. */
uint32_t key_of_pointer(enum pointer what, int x, int y);

/* Reads such a number; false when it is a key. */
bool key_read_pointer(uint32_t key, enum pointer *what, int *x, int *y);

/* Says whether a key types text: a character that is no control. */
bool key_is_text(uint32_t key);

#endif
