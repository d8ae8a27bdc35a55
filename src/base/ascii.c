#include "base/ascii.h"

#include <uninorm.h>

#include "base/text.h"

/* What has no decomposition to ASCII, and what to show in its place. */
static const struct {
    uint32_t from, to;
    char shown;
} ascii_ranges[] = {
    {0x00D0, 0x00D0, 'D'}, {0x00F0, 0x00F0, 'd'}, {0x0110, 0x0110, 'D'},  {0x0111, 0x0111, 'd'},
    {0x00B7, 0x00B7, '.'}, {0x2010, 0x2015, '-'}, {0x2018, 0x2019, '\''}, {0x201C, 0x201F, '"'},
    {0x2022, 0x2022, '*'}, {0x2026, 0x2026, '~'}, {0x2190, 0x2190, '<'},  {0x2192, 0x2192, '>'},
    {0x2500, 0x2500, '-'}, {0x2502, 0x2502, '|'}, {0x2581, 0x2582, '.'},  {0x2583, 0x2585, 'o'},
    {0x2586, 0x2588, '#'}, {0x2591, 0x2593, ':'}, {0x00B6, 0x00B6, 'P'},  {0x2039, 0x2039, '<'},
    {0x203A, 0x203A, '>'}, {0x2501, 0x2501, '='}, {0x2504, 0x2504, '-'},  {0x2534, 0x2534, '+'},
    {0x25CB, 0x25CB, 'o'}, {0x25CF, 0x25CF, '*'},
};

static char ascii_of(uint32_t c)
{
    uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    while (c >= 0x80 && uc_canonical_decomposition(c, parts) > 0)
        c = parts[0];
    if (c < 0x80)
        return (char)c;
    for (size_t i = 0; i < sizeof ascii_ranges / sizeof *ascii_ranges; i++)
        if (c >= ascii_ranges[i].from && c <= ascii_ranges[i].to)
            return ascii_ranges[i].shown;
    return '?';
}

void ascii_add(struct buffer *out, struct bytes grapheme)
{
    if (grapheme.size == 0)
        return;
    uint32_t point;
    text_points(grapheme, &point, 1);
    int width = text_width(grapheme);
    buffer_add_repeat(out, ascii_of(point), width > 0 ? (size_t)width : 0);
}

void ascii_replace(struct buffer *text)
{
    struct buffer ascii = {0};
    for (struct bytes left = buffer_bytes(text); left.size;) {
        size_t size = text_grapheme(left);
        if (left.at[0] == '\n')
            buffer_add_char(&ascii, '\n');
        else
            ascii_add(&ascii, bytes_first(left, size));
        left = bytes_after(left, size);
    }
    buffer_free(text);
    *text = ascii;
}
