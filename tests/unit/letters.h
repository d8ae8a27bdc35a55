#ifndef LETTERS_H
#define LETTERS_H

#include <unicase.h>
#include <uninorm.h>

#include "base/fold.h"
#include "unit.h"

/* The accented letters of Vietnamese, 67 in lower case and 67 in upper case, made from one table:
 * twelve vowels in the six tones, and đ. */

enum { TONE_COUNT = 6, VOWEL_COUNT = 12 };

static const struct vowel {
    const char *base;
    uint16_t mark;                 /* of the vowel itself */
    const char *tones[TONE_COUNT]; /* in the order of tone_marks */
} vowels[VOWEL_COUNT] = {
    {"a", 0, {"a", "à", "ả", "ã", "á", "ạ"}},
    {"a", FOLD_BREVE, {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"}},
    {"a", FOLD_CIRCUMFLEX, {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"}},
    {"e", 0, {"e", "è", "ẻ", "ẽ", "é", "ẹ"}},
    {"e", FOLD_CIRCUMFLEX, {"ê", "ề", "ể", "ễ", "ế", "ệ"}},
    {"i", 0, {"i", "ì", "ỉ", "ĩ", "í", "ị"}},
    {"o", 0, {"o", "ò", "ỏ", "õ", "ó", "ọ"}},
    {"o", FOLD_CIRCUMFLEX, {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"}},
    {"o", FOLD_HORN, {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"}},
    {"u", 0, {"u", "ù", "ủ", "ũ", "ú", "ụ"}},
    {"u", FOLD_HORN, {"ư", "ừ", "ử", "ữ", "ứ", "ự"}},
    {"y", 0, {"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}},
};

static const uint16_t tone_marks[TONE_COUNT] = {0,          FOLD_GRAVE, FOLD_HOOK,
                                                FOLD_TILDE, FOLD_ACUTE, FOLD_DOT};

/* A letter in one of its four spellings. */
struct spelling {
    char text[16];
    char base[2];
    uint16_t marks;
};

/* Spells a letter in upper case or not, decomposed or not. */
static inline void spell(char *out, size_t room, const char *letter, bool upper, bool decomposed)
{
    size_t cased_size, size;
    uint8_t *cased =
        upper ? u8_toupper((const uint8_t *)letter, strlen(letter), "vi", NULL, NULL, &cased_size)
              : u8_tolower((const uint8_t *)letter, strlen(letter), "vi", NULL, NULL, &cased_size);
    uint8_t *spelt =
        u8_normalize(decomposed ? UNINORM_NFD : UNINORM_NFC, cased, cased_size, NULL, &size);
    assert_true(size < room);
    memcpy(out, spelt, size);
    out[size] = '\0';
    free(cased);
    free(spelt);
}

/* Calls `check` for each of the 134 letters, composed and decomposed. Returns how many letters
 * there are, each counted once. */
static inline size_t each_letter(void (*check)(size_t row, const struct spelling *letter))
{
    size_t count = 0;
    for (int form = 0; form < 4; form++) {
        bool upper = form & 1, decomposed = form & 2;
        struct spelling stroked = {.base = "d", .marks = FOLD_STROKE};
        for (size_t v = 0; v < VOWEL_COUNT; v++) {
            for (size_t tone = 0; tone < TONE_COUNT; tone++) {
                struct spelling letter = {.marks = vowels[v].mark | tone_marks[tone]};
                if (!letter.marks)
                    continue;
                letter.base[0] = vowels[v].base[0];
                spell(letter.text, sizeof letter.text, vowels[v].tones[tone], upper, decomposed);
                check(count++, &letter);
            }
        }
        spell(stroked.text, sizeof stroked.text, "đ", upper, decomposed);
        check(count++, &stroked);
    }
    return count / 2;
}

#endif
