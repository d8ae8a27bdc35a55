#include "time/edtf.h"
#include "time/edtf_plain.h"

unsigned edtf_date_doubt(const struct edtf_date *date)
{
    const struct edtf_part *parts = date->parts;
    return parts[EDTF_PART_YEAR].doubt | parts[EDTF_PART_MONTH].doubt | parts[EDTF_PART_DAY].doubt;
}

/* Adds the doubt of a date to that of the whole. */
static void add_date(struct edtf *whole, const struct edtf_date *date)
{
    unsigned doubt = edtf_date_doubt(date);
    whole->approximate |= (doubt & EDTF_APPROXIMATE) != 0;
    whole->uncertain |= (doubt & EDTF_UNCERTAIN) != 0;
    whole->clamped |= date->clamped;
}

/* Widens the whole to take in a span. */
static void add_span(struct edtf *whole, const struct edtf_span *span)
{
    const struct edtf_date *end = span->range ? &span->end : &span->begin;
    if (span->begin.first < whole->first)
        whole->first = span->begin.first;
    if (end->last > whole->last)
        whole->last = end->last;
    add_date(whole, &span->begin);
    if (span->range)
        add_date(whole, end);
}

bool edtf_parse(struct edtf *out, struct bytes text, struct edtf_error *error)
{
    if (edtf_parse_plain(out, text))
        return true;
    struct edtf whole = {.first = INT32_MAX, .last = INT32_MIN};
    struct edtf_walk walk = edtf_walk_begin(text);
    struct edtf_span span;
    while (edtf_walk_next(&walk, &span))
        add_span(&whole, &span);
    if (walk.failed) {
        if (error)
            *error = walk.error;
        return false;
    }
    whole.form = walk.form;
    *out = whole;
    return true;
}
