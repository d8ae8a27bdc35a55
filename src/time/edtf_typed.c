#include "base/buffer.h"
#include "time/edtf.h"

/* The numbers of a typed date, as they stand. */
struct typed {
    struct bytes number[3];
    int count;
};

/* Splits what was typed at the first mark it holds; false when no mark does for all of it. */
static bool split(struct typed *typed, struct bytes text, char mark)
{
    typed->count = 0;
    while (text.size && typed->count < 3)
        typed->number[typed->count++] = bytes_split(text, mark, &text);
    return typed->count > 1 && text.size == 0;
}

/* Turns day, month, year into year, month, day; false when no end is a year of four digits. */
static bool put_year_first(struct typed *typed)
{
    struct bytes *first = &typed->number[0], *last = &typed->number[typed->count - 1];
    if (first->size == 4)
        return true;
    struct bytes year = *last;
    *last = *first;
    *first = year;
    return year.size == 4;
}

/* Writes the numbers as EDTF; false when one is none, or is too long. */
static bool print_typed(struct buffer *out, const struct typed *typed)
{
    for (int i = 0; i < typed->count; i++) {
        int number;
        if (!bytes_number(typed->number[i], &number) || (i > 0 && typed->number[i].size > 2))
            return false;
        buffer_printf(out, i > 0 ? "-%02d" : "%04d", number);
    }
    return true;
}

bool edtf_from_typed(struct buffer *edtf, struct bytes typed)
{
    struct edtf date;
    struct bytes text = bytes_trim(typed);
    if (edtf_parse(&date, text, NULL)) {
        buffer_add(edtf, text);
        return true;
    }
    size_t size = edtf->size;
    for (const char *mark = "/-."; *mark; mark++) {
        struct typed parts;
        if (!split(&parts, text, *mark) || !put_year_first(&parts))
            continue;
        if (print_typed(edtf, &parts) &&
            edtf_parse(&date, bytes_after(buffer_bytes(edtf), size), NULL))
            return true;
        buffer_cut(edtf, size);
    }
    return false;
}

bool edtf_parse_typed(struct edtf *out, struct bytes typed)
{
    struct buffer edtf = {0};
    bool read = edtf_from_typed(&edtf, typed) && edtf_parse(out, buffer_bytes(&edtf), NULL);
    buffer_free(&edtf);
    return read;
}
