#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stdint.h>

#include "base/bytes.h"

/* Letters as a Vietnamese reader types them: case never counts, and each mark of a letter is
 * apart from the letter, so that a mark typed must be there and one not typed is free. */

/* The marks of a Vietnamese letter, as bits. A letter bears at most one of the first three (or the
 * stroke) and at most one of the five tones. */
enum fold_mark {
    FOLD_CIRCUMFLEX = 1 << 0,
    FOLD_BREVE = 1 << 1,
    FOLD_HORN = 1 << 2,
    FOLD_STROKE = 1 << 3,
    FOLD_GRAVE = 1 << 4,
    FOLD_HOOK = 1 << 5,
    FOLD_TILDE = 1 << 6,
    FOLD_ACUTE = 1 << 7,
    FOLD_DOT = 1 << 8,
    FOLD_TONES = FOLD_GRAVE | FOLD_HOOK | FOLD_TILDE | FOLD_ACUTE | FOLD_DOT,
};

struct fold_letter {
    uint32_t base;  /* code point in lower case, without marks */
    uint16_t marks; /* enum fold_mark */
    uint16_t size;  /* bytes it took in the text, its combining marks (U+0300 to U+036F) included */
};

/* The table that folds Latin letters; other scripts lose their case only. */
struct fold;

/* Makes the table; the caller frees it with fold_free(). */
struct fold *fold_new(void);
void fold_free(struct fold *fold);

/* Reads the first letter of `text` (UTF-8, composed or not). An invalid byte is a letter of its
 * own, and so are marks beyond the 65,535 bytes that a letter takes at most. `text` must not be
 * empty. */
struct fold_letter fold_first(const struct fold *fold, struct bytes text);

/* Puts the tone of an open oa, oe or uy on its first vowel wherever it was written (hoà = hòa).
 * `before` is the base of the letter in front of the first, 0 for none. */
void fold_settle_tones(struct fold_letter *letters, size_t count, uint32_t before);

/* Returns the marks that letter number `place` of a settled query has in every text that the query
 * matches, even in one whose tones are not settled: those without a tone that may be written on the
 * letter behind it. */
uint16_t fold_fixed_marks(const struct fold_letter *letters, size_t count, size_t place);

/* Reads all letters of `text`, tones settled. Returns their number; the caller frees `*letters`. */
size_t fold_all(const struct fold *fold, struct bytes text, struct fold_letter **letters);

/* Says whether `typed` asks for no more than `letter` has. */
static inline bool fold_matches(struct fold_letter typed, struct fold_letter letter)
{
    return typed.base == letter.base && (typed.marks & ~letter.marks) == 0;
}

#endif
