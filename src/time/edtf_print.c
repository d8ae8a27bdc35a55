#include <stdlib.h>

#include "base/buffer.h"
#include "time/edtf.h"

/* The marks of doubt, by bits of enum edtf_doubt. */
static const char marks[] = {'\0', '~', '?', '%'};

static void print_mark(struct buffer *out, unsigned doubt)
{
    if (doubt)
        buffer_add_char(out, marks[doubt]);
}

/* Returns how many parts a date has. */
static int part_count(const struct edtf_date *date)
{
    static const signed char counts[] = {
        [EDTF_YEAR] = 1, [EDTF_SEASON] = 2, [EDTF_MONTH] = 2, [EDTF_DAY] = 3};
    return counts[date->precision];
}

unsigned edtf_shared_doubt(const struct edtf_date *date)
{
    for (int i = 1; i < part_count(date); i++) {
        if (date->parts[i].doubt != date->parts[0].doubt)
            return 0;
    }
    return date->parts[0].doubt;
}

void edtf_print_digits(struct buffer *out, const struct edtf_part *part, int count)
{
    static const int worth[] = {1, 10, 100, 1000};
    int size = abs((int)part->value);
    for (int place = count - 1; place >= 0; place--) {
        char digit = (char)('0' + size / worth[place] % 10);
        if (part->unspecified & 1u << place)
            digit = 'X';
        buffer_add_char(out, digit);
    }
}

/* Appends a year beyond four digits as it was read, whose number may be too great to be held. */
static void print_long_year(struct buffer *out, const struct edtf_date *date)
{
    struct bytes text = date->text;
    if (*text.at != 'Y')
        text = bytes_after(text, 1);
    else if (date->parts[EDTF_PART_YEAR].doubt)
        text.size--;
    buffer_add(out, text);
}

static void print_year(struct buffer *out, const struct edtf_date *date)
{
    const struct edtf_part *year = &date->parts[EDTF_PART_YEAR];
    if (year->value < DAY_YEAR_MIN || year->value > DAY_YEAR_MAX) {
        print_long_year(out, date);
        return;
    }
    if (date->negative)
        buffer_add_char(out, '-');
    edtf_print_digits(out, year, 4);
    if (date->significant)
        buffer_printf(out, "S%d", date->significant);
}

void edtf_print_date(struct buffer *out, const struct edtf_date *date)
{
    if (date->precision == EDTF_OPEN)
        buffer_add_string(out, "..");
    if (date->precision < EDTF_YEAR)
        return;
    unsigned shared = edtf_shared_doubt(date);
    for (int i = 0; i < part_count(date); i++) {
        if (i > 0)
            buffer_add_char(out, '-');
        if (!shared)
            print_mark(out, date->parts[i].doubt);
        if (i == EDTF_PART_YEAR)
            print_year(out, date);
        else
            edtf_print_digits(out, &date->parts[i], 2);
    }
    print_mark(out, shared);
    if (date->time.size) {
        buffer_add_char(out, 'T');
        buffer_add(out, date->time);
    }
}

/* Appends one end of a range in a set, where nothing stands at an open end. */
static void print_range_end(struct buffer *out, const struct edtf_date *date)
{
    if (date->precision != EDTF_OPEN)
        edtf_print_date(out, date);
}

static void print_span(struct buffer *out, const struct edtf_span *span, enum edtf_form form)
{
    if (form == EDTF_DATE) {
        edtf_print_date(out, &span->begin);
    } else if (form == EDTF_INTERVAL) {
        edtf_print_date(out, &span->begin);
        buffer_add_char(out, '/');
        edtf_print_date(out, &span->end);
    } else {
        print_range_end(out, &span->begin);
        if (span->range) {
            buffer_add_string(out, "..");
            print_range_end(out, &span->end);
        }
    }
}

bool edtf_print(struct buffer *out, struct bytes text)
{
    size_t size = out->size;
    struct edtf_walk walk = edtf_walk_begin(text);
    struct edtf_span span;
    const char *before = walk.form == EDTF_ONE_OF ? "[" : walk.form == EDTF_ALL_OF ? "{" : "";
    const char *behind = walk.form == EDTF_ONE_OF ? "]" : walk.form == EDTF_ALL_OF ? "}" : "";
    while (edtf_walk_next(&walk, &span)) {
        buffer_add_string(out, out->size == size ? before : ",");
        print_span(out, &span, walk.form);
    }
    if (walk.failed) {
        buffer_cut(out, size);
        return false;
    }
    buffer_add_string(out, behind);
    return true;
}
