#include "base/text_wrap.h"

#include <stdlib.h>
#include <unilbrk.h>

#include "base/memory.h"

/* A text on its way into lines. */
struct wrapping {
    struct bytes text;
    int columns;
    size_t start; /* of the line that is being filled */
    int width;    /* of what is in it, in columns */
    int blanks;   /* behind that */
    struct text_run *lines;
    size_t count;
    size_t room;
};

/* Adds one line, without the blanks at its end. */
static void add_run(struct wrapping *wrapping, size_t start, size_t end)
{
    const char *at = wrapping->text.at;
    while (end > start && (at[end - 1] == ' ' || at[end - 1] == '\n'))
        end--;
    wrapping->lines =
        memory_grow(wrapping->lines, wrapping->count, &wrapping->room, sizeof *wrapping->lines);
    wrapping->lines[wrapping->count++] = (struct text_run){start, end - start};
}

/* Ends the line before byte `end`; it becomes several where it is one word wider than the page. */
static void end_line(struct wrapping *wrapping, size_t end)
{
    size_t start = wrapping->start;
    for (;;) {
        while (start < end && wrapping->text.at[start] == ' ')
            start++;
        struct bytes line = bytes_first(bytes_after(wrapping->text, start), end - start);
        struct bytes left = bytes_trim(line), fitting = left;
        if (wrapping->width > wrapping->columns)
            fitting = text_fit(left, wrapping->columns);
        if (fitting.size == 0)
            fitting = bytes_first(left, text_grapheme(left));
        if (fitting.size >= left.size)
            break;
        add_run(wrapping, start, start + fitting.size);
        start += fitting.size;
    }
    add_run(wrapping, start, end);
    wrapping->start = end;
    wrapping->width = wrapping->blanks = 0;
}

/* Adds what is from `start` to `end`, between two breaks: a word and the blanks behind it. It is
 * measured but this once. */
static void add_word(struct wrapping *wrapping, size_t start, size_t end)
{
    const char *at = wrapping->text.at;
    struct bytes word = bytes_trim((struct bytes){at + start, end - start});
    int width = text_width(word);
    if (start > wrapping->start && wrapping->width + wrapping->blanks + width > wrapping->columns)
        end_line(wrapping, start);
    wrapping->width += wrapping->blanks + width;
    wrapping->blanks = (int)(at + end - (word.at + word.size));
}

static void wrap(struct wrapping *wrapping, const char *breaks)
{
    struct bytes text = wrapping->text;
    size_t start = 0; /* of the word */
    for (size_t i = 1; i <= text.size; i++) {
        bool ends = i == text.size || text.at[i - 1] == '\n';
        if (!ends && breaks[i] != UC_BREAK_POSSIBLE)
            continue;
        add_word(wrapping, start, i);
        start = i;
        if (ends)
            end_line(wrapping, i);
    }
}

size_t text_wrap(struct bytes text, int columns, struct text_run **lines)
{
    struct wrapping wrapping = {.text = text, .columns = columns};
    if (text.size) {
        char *breaks = memory_new(text.size, 1);
        u8_possible_linebreaks((const uint8_t *)text.at, text.size, "UTF-8", breaks);
        wrap(&wrapping, breaks);
        free(breaks);
    }
    *lines = wrapping.lines;
    return wrapping.count;
}
