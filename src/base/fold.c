#include "base/fold.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/memory.h"

/* Latin letters with marks stand in two ranges of Unicode. */
#define LATIN_FIRST    0x00C0
#define LATIN_LAST     0x024F
#define ADDITION_FIRST 0x1E00
#define ADDITION_LAST  0x1EFF
#define MARK_FIRST     0x0300 /* combining, behind their letter */
#define MARK_LAST      0x036F
#define LATIN_COUNT    (LATIN_LAST - LATIN_FIRST + 1)
#define ADDITION_COUNT (ADDITION_LAST - ADDITION_FIRST + 1)

struct fold {
    struct fold_letter latin[LATIN_COUNT];
    struct fold_letter addition[ADDITION_COUNT];
};

static const struct {
    ucs4_t combining;
    uint16_t mark;
} marks[] = {
    {0x0302, FOLD_CIRCUMFLEX}, {0x0306, FOLD_BREVE}, {0x031B, FOLD_HORN},
    {0x0335, FOLD_STROKE},     {0x0300, FOLD_GRAVE}, {0x0309, FOLD_HOOK},
    {0x0303, FOLD_TILDE},      {0x0301, FOLD_ACUTE}, {0x0323, FOLD_DOT},
};

static uint16_t mark_of(ucs4_t combining)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].combining == combining)
            return marks[i].mark;
    return 0;
}

/* Eth and the African D look like Đ and are typed for it; none of the three decomposes. */
static bool is_stroked_d(ucs4_t c)
{
    return c == 0x0110 || c == 0x0111 || c == 0x00D0 || c == 0x00F0 || c == 0x0189 || c == 0x0256;
}

/* Folds one code point by its canonical decomposition. */
static struct fold_letter fold_slowly(ucs4_t c)
{
    struct fold_letter letter = {c, 0, 0};
    if (is_stroked_d(c))
        return (struct fold_letter){'d', FOLD_STROKE, 0};
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    while (uc_canonical_decomposition(letter.base, parts) == 2) {
        letter.base = parts[0];
        letter.marks |= mark_of(parts[1]);
    }
    letter.base = uc_tolower(letter.base);
    return letter;
}

struct fold *fold_new(void)
{
    struct fold *fold = memory_new(1, sizeof *fold);
    for (ucs4_t i = 0; i < LATIN_COUNT; i++)
        fold->latin[i] = fold_slowly(LATIN_FIRST + i);
    for (ucs4_t i = 0; i < ADDITION_COUNT; i++)
        fold->addition[i] = fold_slowly(ADDITION_FIRST + i);
    return fold;
}

void fold_free(struct fold *fold)
{
    free(fold);
}

static struct fold_letter fold_point(const struct fold *fold, ucs4_t c)
{
    if (c < 0x80)
        return (struct fold_letter){c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, 0, 0};
    if (c >= LATIN_FIRST && c <= LATIN_LAST)
        return fold->latin[c - LATIN_FIRST];
    if (c >= ADDITION_FIRST && c <= ADDITION_LAST)
        return fold->addition[c - ADDITION_FIRST];
    return fold_slowly(c);
}

static size_t decode(struct bytes text, ucs4_t *c)
{
    unsigned char first = (unsigned char)text.at[0];
    if (first < 0x80) {
        *c = first;
        return 1;
    }
    return (size_t)u8_mbtouc(c, (const uint8_t *)text.at, text.size);
}

struct fold_letter fold_first(const struct fold *fold, struct bytes text)
{
    ucs4_t c;
    size_t size = decode(text, &c);
    struct fold_letter letter = fold_point(fold, c);
    while (size < text.size && (unsigned char)text.at[size] >= 0x80) {
        size_t more = decode(bytes_after(text, size), &c);
        if (c < MARK_FIRST || c > MARK_LAST || size + more > UINT16_MAX)
            break;
        letter.marks |= mark_of(c);
        size += more;
    }
    letter.size = (uint16_t)size;
    return letter;
}

/* Says whether two vowels are a pair whose tone is written on the first or on the second. */
static bool is_wandering_pair(uint32_t first, uint32_t second)
{
    return (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || c >= 0x80;
}

void fold_settle_tones(struct fold_letter *letters, size_t count, uint32_t before)
{
    for (size_t i = 0; i + 1 < count; i++) {
        struct fold_letter *first = &letters[i], *second = &letters[i + 1];
        bool open = i + 2 == count || !is_letter(letters[i + 2].base);
        bool after_q = (i ? letters[i - 1].base : before) == 'q'; /* its u is no vowel */
        bool plain = ((first->marks | second->marks) & ~FOLD_TONES) == 0;
        if (!open || after_q || !plain || !is_wandering_pair(first->base, second->base))
            continue;
        first->marks |= second->marks & FOLD_TONES;
        second->marks &= (uint16_t)~FOLD_TONES;
    }
}

uint16_t fold_fixed_marks(const struct fold_letter *letters, size_t count, size_t place)
{
    struct fold_letter letter = letters[place];
    bool is_last = place + 1 == count; /* its text may go on */
    bool is_plain = (letter.marks & ~FOLD_TONES) == 0;
    bool is_first = is_last ? letter.base == 'o' || letter.base == 'u'
                            : is_wandering_pair(letter.base, letters[place + 1].base);
    return is_first && is_plain ? 0 : letter.marks;
}

size_t fold_all(const struct fold *fold, struct bytes text, struct fold_letter **letters)
{
    size_t count = 0;
    *letters = memory_new(text.size + 1, sizeof **letters);
    while (text.size) {
        (*letters)[count] = fold_first(fold, text);
        text = bytes_after(text, (*letters)[count++].size);
    }
    fold_settle_tones(*letters, count, 0);
    return count;
}
