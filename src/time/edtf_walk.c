#include "time/edtf.h"
#include "time/edtf_date.h"

struct edtf_walk edtf_walk_begin(struct bytes text)
{
    const char *start = text.size ? text.at : "";
    struct edtf_walk walk = {.start = start, .at = start, .end = start + text.size};
    if (edtf_take(&walk, '['))
        walk.form = EDTF_ONE_OF;
    else if (edtf_take(&walk, '{'))
        walk.form = EDTF_ALL_OF;
    return walk;
}

/* Takes `..`, and says whether it was there. */
static bool take_dots(struct edtf_walk *walk)
{
    if (walk->end - walk->at < 2 || walk->at[0] != '.' || walk->at[1] != '.')
        return false;
    walk->at += 2;
    return true;
}

static bool at_end(struct edtf_walk *walk)
{
    return walk->at == walk->end || edtf_fail(walk, walk->at, EDTF_SYNTAX);
}

/* Sets what stands in place of a date at an open or unknown end. */
static void set_no_date(struct edtf_date *date, enum edtf_precision precision)
{
    *date =
        (struct edtf_date){.first = DAY_OPEN_PAST, .last = DAY_OPEN_FUTURE, .precision = precision};
}

static bool is_date(const struct edtf_date *date)
{
    return date->precision >= EDTF_YEAR;
}

/* Checks that a range of two dates, the second of which begins at `where`, does not run back. */
static bool check_order(struct edtf_walk *walk, const struct edtf_span *span, const char *where)
{
    return span->end.last >= span->begin.first || edtf_fail(walk, where, EDTF_REVERSED);
}

/* --- Dates and intervals --- */

/* Reads one end of an interval: a date, `..` for an open end, nothing for an unknown one. */
static bool read_end(struct edtf_walk *walk, struct edtf_date *date)
{
    bool nothing = walk->at == walk->end || *walk->at == '/';
    if (nothing || take_dots(walk)) {
        set_no_date(date, nothing ? EDTF_UNKNOWN : EDTF_OPEN);
        return true;
    }
    return edtf_read_date(walk, date);
}

/* Says whether a time of day may follow: the date is one day without X and without doubt. */
static bool may_have_time(const struct edtf_date *date)
{
    bool certain = date->precision == EDTF_DAY;
    for (int i = 0; i < EDTF_PART_COUNT; i++)
        certain = certain && !date->parts[i].unspecified && !date->parts[i].doubt;
    return certain;
}

/* Reads what follows the first date, when that is not all. */
static bool read_second_end(struct edtf_walk *walk, struct edtf_span *span)
{
    if (!edtf_take(walk, '/'))
        return edtf_fail(walk, walk->at, EDTF_SYNTAX);
    walk->form = EDTF_INTERVAL;
    span->range = true;
    const char *second = walk->at;
    if (!read_end(walk, &span->end) || !at_end(walk))
        return false;
    if (!is_date(&span->begin) && !is_date(&span->end))
        return edtf_fail(walk, second, EDTF_SYNTAX);
    return check_order(walk, span, second);
}

/* Reads all of a text that is no set. */
static bool read_whole(struct edtf_walk *walk, struct edtf_span *span)
{
    walk->done = true;
    if (!read_end(walk, &span->begin))
        return false;
    if (walk->at == walk->end && is_date(&span->begin))
        return true;
    if (may_have_time(&span->begin) && edtf_take(walk, 'T'))
        return edtf_read_time(walk, &span->begin) && at_end(walk);
    return read_second_end(walk, span);
}

/* --- Sets --- */

/* Takes the bracket that ends the set, and says whether it was there. */
static bool take_close(struct edtf_walk *walk)
{
    return edtf_take(walk, walk->form == EDTF_ONE_OF ? ']' : '}');
}

/* Reads the second end of a range whose first is a date: a date as precise, or nothing before the
 * end of the set. */
static bool read_range_end(struct edtf_walk *walk, struct edtf_span *span)
{
    span->range = true;
    const char *second = walk->at;
    if (take_close(walk)) {
        walk->done = true;
        set_no_date(&span->end, EDTF_OPEN);
        return true;
    }
    if (!edtf_read_date(walk, &span->end))
        return false;
    if (span->begin.precision != span->end.precision)
        return edtf_fail(walk, second, EDTF_UNEQUAL);
    return check_order(walk, span, second);
}

/* Reads the dates of a member. */
static bool read_member(struct edtf_walk *walk, struct edtf_span *span)
{
    bool is_first = walk->at == walk->start + 1;
    if (is_first && take_dots(walk)) {
        span->range = true;
        set_no_date(&span->begin, EDTF_OPEN);
        return edtf_read_date(walk, &span->end);
    }
    if (!edtf_read_date(walk, &span->begin))
        return false;
    return !take_dots(walk) || read_range_end(walk, span);
}

/* Reads a member and the comma or the bracket behind it. */
static bool read_next_member(struct edtf_walk *walk, struct edtf_span *span)
{
    if (!read_member(walk, span))
        return false;
    if (!walk->done && edtf_take(walk, ','))
        return true;
    if (!walk->done && !take_close(walk))
        return edtf_fail(walk, walk->at, EDTF_SYNTAX);
    walk->done = true;
    return at_end(walk);
}

bool edtf_walk_next(struct edtf_walk *walk, struct edtf_span *span)
{
    if (walk->done)
        return false;
    span->range = false;
    if (walk->form == EDTF_DATE)
        return read_whole(walk, span);
    return read_next_member(walk, span);
}
