#ifndef FIND_SIGNS_H
#define FIND_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The few ways in which a letter can stand in a file, each a test of bytes side by side, and the
 * passes over the bytes that look for them without a branch. */

#define SIGNS_MAX 16

/* The bytes that are marked in one go, and those behind them that are looked at as well. */
#define SIGNS_STEP   128
#define SIGNS_BEHIND 2

/* A small letter is a capital and this bit. */
#define SIGN_CASE_BIT ('a' - 'A')

/* The combining marks, of which those that count are all below U+0340, begin with it. */
#define SIGN_MARK_LEAD 0xCC

/* A byte, with the bits of `fold` set, is `least` or one of the `span` bytes above it. */
struct sign_range {
    uint8_t fold;
    uint8_t least;
    uint8_t span;
};

/* A vowel with a tone is one of as many, `ạ`, `ậ` or `ặ`. */
#define SIGN_EACH_MAX 3

/* The last two bytes of the letters and marks that have the first of the two in common. The second
 * is in a range; while there are few, each is known as well, without its case. */
struct sign {
    uint8_t first;
    struct sign_range next;
    uint8_t each[SIGN_EACH_MAX]; /* what is left over repeats the first */
    uint8_t count;               /* SIGN_EACH_MAX + 1 when there are more */
};

struct signs {
    bool is_wide;             /* whether the processor takes more bytes at once than any does */
    bool is_plain;            /* whether the letter may be ASCII */
    struct sign_range plain;  /* which it is then */
    struct sign_range behind; /* what follows the letter where that is ASCII */
    struct sign all[SIGNS_MAX];
    size_t count;
    struct sign mark; /* of its combining marks, if its count is not 0 */
};

/* Says whether a byte is in a range: 1 or 0. */
static inline uint8_t sign_is_in(struct sign_range range, uint8_t byte)
{
    return (uint8_t)((byte | range.fold) - range.least) <= range.span;
}

/* Adds the last two bytes of a letter or mark; false when there are too many signs. */
bool signs_add(struct signs *signs, uint8_t first, uint8_t next);

/* Says whether this processor is one for `is_wide`. */
bool signs_can_be_wide(void);

/* Says in `found` where the letter may stand, by 1 or 0 for each of `size` bytes of `block` and to
 * the end of a step; SIGNS_BEHIND bytes behind that are read too. */
void signs_mark(const struct signs *signs, const uint8_t *block, size_t size, uint8_t *found);

#endif
