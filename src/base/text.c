#include "base/text.h"

#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define MARKS_PER_BASE 3
#define ELLIPSIS       "…"

/* libunistring says uint8_t for a byte of UTF-8. */
static const uint8_t *units(struct bytes bytes)
{
    return (const uint8_t *)bytes.at;
}

static struct bytes bytes_of_units(const uint8_t *at, size_t size)
{
    return (struct bytes){(const char *)at, size};
}

/* Nearly all text is made of code points that are composed, stand alone as a grapheme and take one
 * column: the printable ones of ASCII, Latin letters, common punctuation, bars and blocks. Text of
 * these alone needs no tables; the tests hold the ranges against libunistring. */
static inline bool is_simple_point(ucs4_t c)
{
    return (c >= ' ' && c <= '~') || (c > 0xA0 && c < 0x0300 && c != 0xAD) ||
           (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027) || c == 0x2502 ||
           (c >= 0x2581 && c <= 0x2588);
}

/* Reads the first code point, of at most three bytes; returns its size, 0 for anything else. */
static inline size_t decode(struct bytes text, ucs4_t *c)
{
    const uint8_t *at = units(text);
    bool second = text.size > 1 && (at[1] & 0xC0) == 0x80;
    if (at[0] < 0x80) {
        *c = at[0];
        return 1;
    }
    if (at[0] >= 0xC2 && at[0] < 0xE0 && second) {
        *c = (ucs4_t)(at[0] & 0x1F) << 6 | (at[1] & 0x3F);
        return 2;
    }
    if ((at[0] & 0xF0) == 0xE0 && second && text.size > 2 && (at[2] & 0xC0) == 0x80) {
        *c = (ucs4_t)(at[0] & 0x0F) << 12 | (ucs4_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
        return *c >= 0x800 ? 3 : 0;
    }
    return 0;
}

/* Returns the size of the first code point when it is a simple one, else 0. Most are ASCII. */
static inline size_t simple_size(struct bytes text)
{
    ucs4_t c;
    if (text.size && text.at[0] >= ' ' && text.at[0] <= '~')
        return 1;
    size_t size = text.size ? decode(text, &c) : 0;
    return size && is_simple_point(c) ? size : 0;
}

/* Says whether all of the text is simple; `*points` is then its length in code points. */
static bool is_simple(struct bytes text, int *points)
{
    int count = 0;
    for (size_t at = 0, size; at < text.size; at += size, count++) {
        size = simple_size((struct bytes){text.at + at, text.size - at});
        if (size == 0)
            return false;
    }
    *points = count;
    return true;
}

bool text_is_simple(struct bytes raw)
{
    int points;
    return is_simple(raw, &points);
}

static bool is_mark(ucs4_t c)
{
    return uc_is_general_category(c, UC_MARK);
}

/* The general category Other is controls, formats, surrogates, private use and unassigned. */
static bool is_unshowable(ucs4_t c)
{
    if (c == '\n' || c == '\t')
        return false;
    return uc_is_general_category(c, UC_OTHER) || c == 0x2028 || c == 0x2029;
}

bool text_is_utf8(struct bytes raw, size_t *offset)
{
    const uint8_t *bad = raw.size ? u8_check(units(raw), raw.size) : NULL;
    *offset = bad ? (size_t)(bad - units(raw)) : raw.size;
    return !bad;
}

bool text_find_control(struct bytes raw, struct text_run *at)
{
    if (text_is_simple(raw))
        return false;
    for (size_t i = 0; i < raw.size; i += at->size) {
        ucs4_t c;
        int size = u8_mbtouc(&c, units(raw) + i, raw.size - i);
        *at = (struct text_run){i, (size_t)size};
        if (is_unshowable(c))
            return true;
    }
    return false;
}

bool text_is_composed(struct bytes raw)
{
    size_t valid, size = 0;
    if (text_is_simple(raw))
        return true;
    if (!text_is_utf8(raw, &valid))
        return false;
    uint8_t *composed = u8_normalize(UNINORM_NFC, units(raw), raw.size, NULL, &size);
    bool same = composed && bytes_equal(bytes_of_units(composed, size), raw);
    free(composed);
    return same;
}

/* Appends valid UTF-8, composed already, with what cannot be shown spelled out. A mark behind that
 * is left out, as it would change the spelling. */
static void add_showable(struct buffer *out, struct bytes text)
{
    int marks = MARKS_PER_BASE; /* a mark without a base has nowhere to stand */
    for (size_t i = 0; i < text.size;) {
        ucs4_t c;
        size_t size = (size_t)u8_mbtouc(&c, units(text) + i, text.size - i);
        bool is_base = c != ' ' && c != '\n' && c != '\t' && !is_unshowable(c);
        marks = is_mark(c) ? marks + 1 : is_base ? 0 : MARKS_PER_BASE;
        if (is_unshowable(c))
            buffer_printf(out, "<U+%04X>", (unsigned)c);
        else if (c == '\t')
            buffer_add_char(out, ' ');
        else if (marks <= MARKS_PER_BASE)
            buffer_add(out, bytes_first(bytes_after(text, i), size));
        i += size;
    }
}

static void add_composed(struct buffer *out, struct bytes valid)
{
    size_t size = 0;
    uint8_t *composed = u8_normalize(UNINORM_NFC, units(valid), valid.size, NULL, &size);
    add_showable(out, composed ? bytes_of_units(composed, size) : valid);
    free(composed);
}

static void add_clean(struct buffer *out, struct bytes raw)
{
    if (text_is_simple(raw)) {
        buffer_add(out, raw);
        return;
    }
    while (raw.size) {
        size_t valid;
        bool whole = text_is_utf8(raw, &valid);
        add_composed(out, bytes_first(raw, valid));
        if (!whole)
            buffer_add_string(out, "\xEF\xBF\xBD");
        raw = bytes_after(raw, whole ? raw.size : valid + 1);
    }
}

/* Nothing is composed across the end of a line, and most lines are simple. */
void text_clean(struct buffer *out, struct bytes raw)
{
    for (bool more = true; more;) {
        struct bytes rest;
        struct bytes line = bytes_split(raw, '\n', &rest);
        more = line.size < raw.size;
        add_clean(out, line);
        if (more)
            buffer_add_char(out, '\n');
        raw = rest;
    }
}

void text_join_lines(struct buffer *text, size_t start)
{
    char *data = text->data;
    size_t kept = start, size = text->size;
    for (size_t i = start; i < size; i++) {
        char c = data[i];
        if (c == '\n')
            c = ' ';
        if (c != ' ' || (kept > start && data[kept - 1] != ' '))
            data[kept++] = c;
    }
    if (kept > start && data[kept - 1] == ' ')
        kept--;
    buffer_cut(text, kept);
}

void text_clean_line(struct buffer *out, struct bytes raw)
{
    size_t start = out->size;
    text_clean(out, raw);
    text_join_lines(out, start);
}

int text_width(struct bytes text)
{
    int points;
    return is_simple(text, &points) ? points : u8_width(units(text), text.size, "UTF-8");
}

int text_digits(size_t number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

size_t text_points(struct bytes grapheme, uint32_t *points, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < grapheme.size && count < room; count++)
        i += (size_t)u8_mbtouc(&points[count], units(grapheme) + i, grapheme.size - i);
    return count;
}

void text_add_point(struct buffer *out, uint32_t point)
{
    uint8_t text[6];
    int size = u8_uctomb(text, point, sizeof text);
    if (size > 0)
        buffer_add(out, bytes_of_units(text, (size_t)size));
}

/* Returns the bytes of a first grapheme that is one simple code point; 0 for any other, as one that
 * marks may follow. */
static inline size_t simple_grapheme(struct bytes text)
{
    size_t size = simple_size(text);
    return size == text.size || simple_size(bytes_after(text, size)) ? size : 0;
}

size_t text_grapheme(struct bytes text)
{
    if (text.size == 0)
        return 0;
    size_t simple = simple_grapheme(text);
    if (simple)
        return simple;
    const uint8_t *next = u8_grapheme_next(units(text), units(text) + text.size);
    return (size_t)(next - units(text));
}

size_t text_last_grapheme(struct bytes text)
{
    if (text.size == 0)
        return 0;
    const uint8_t *last = u8_grapheme_prev(units(text) + text.size, units(text));
    return (size_t)(last - units(text));
}

struct bytes text_next(struct bytes text, int *columns)
{
    struct bytes next = bytes_first(text, simple_grapheme(text));
    *columns = 1;
    if (next.size == 0) {
        next = bytes_first(text, text_grapheme(text));
        *columns = text_width(next);
    }
    return next;
}

/* Says whether the text fits at a glance: no simple code point has more than three bytes. */
static bool fits(struct bytes text, int columns)
{
    int points;
    return columns > 0 && text.size <= (size_t)columns * 3 && is_simple(text, &points) &&
           points <= columns;
}

struct bytes text_fit(struct bytes text, int columns)
{
    size_t size = 0;
    if (fits(text, columns))
        return text;
    while (size < text.size) {
        int width;
        struct bytes next = text_next(bytes_after(text, size), &width);
        columns -= width;
        if (columns < 0)
            break;
        size += next.size;
    }
    return bytes_first(text, size);
}

void text_add_cut(struct buffer *out, struct bytes text, int columns)
{
    struct bytes fitting = text_fit(text, columns);
    if (fitting.size < text.size && columns > 0) {
        buffer_add(out, bytes_trim(text_fit(text, columns - 1)));
        buffer_add_string(out, ELLIPSIS);
        return;
    }
    buffer_add(out, fitting);
}

void text_add_padded(struct buffer *out, struct bytes text, int columns)
{
    size_t start = out->size;
    text_add_cut(out, text, columns);
    int width = text_width(bytes_after(buffer_bytes(out), start));
    if (width < columns)
        buffer_add_repeat(out, ' ', (size_t)(columns - width));
}
