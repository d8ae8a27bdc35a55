#include "base/collate.h"

#include <stdlib.h>
#include <unicase.h>
#include <unistr.h>

/* Three levels follow one another in a key, parted by a byte that is less than any in them. */
#define LEVEL_END '\0'

/* What the marks of a letter add to its place in the alphabet: a ă â, d đ, o ô ơ, u ư. */
static const struct {
    uint16_t mark;
    unsigned char rank;
} letters[] = {{FOLD_BREVE, 1}, {FOLD_STROKE, 1}, {FOLD_CIRCUMFLEX, 2}, {FOLD_HORN, 3}};

static const struct {
    uint16_t mark;
    unsigned char rank;
} tones[] = {{FOLD_GRAVE, 2}, {FOLD_HOOK, 3}, {FOLD_TILDE, 4}, {FOLD_ACUTE, 5}, {FOLD_DOT, 6}};

static unsigned letter_rank(uint16_t marks)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (marks & letters[i].mark)
            return letters[i].rank;
    return 0;
}

static unsigned tone_rank(uint16_t marks)
{
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++)
        if (marks & tones[i].mark)
            return tones[i].rank;
    return 1;
}

/* Appends the place of a letter in the alphabet: four bytes, none of them zero. */
static void add_letter(struct buffer *key, const struct fold_letter *letter)
{
    uint32_t place = letter->base << 2 | letter_rank(letter->marks);
    for (int shift = 21; shift >= 0; shift -= 7)
        buffer_add_char(key, (char)((place >> shift & 0x7F) + 1));
}

static bool is_capital(struct bytes text)
{
    ucs4_t c;
    u8_mbtouc(&c, (const uint8_t *)text.at, text.size);
    return uc_tolower(c) != c;
}

void collate_add_key(struct buffer *key, const struct fold *fold, struct bytes text)
{
    struct fold_letter *all;
    size_t count = fold_all(fold, text, &all);
    for (size_t i = 0; i < count; i++)
        add_letter(key, &all[i]);
    buffer_add_char(key, LEVEL_END);
    for (size_t i = 0; i < count; i++)
        buffer_add_char(key, (char)tone_rank(all[i].marks));
    buffer_add_char(key, LEVEL_END);
    for (size_t i = 0; i < count; i++) {
        buffer_add_char(key, is_capital(text) ? 2 : 1);
        text = bytes_after(text, all[i].size);
    }
    free(all);
}
