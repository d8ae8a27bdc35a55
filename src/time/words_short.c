#include "base/text.h"
#include "time/ordinal.h"
#include "time/words.h"
#include "time/words_known.h"
#include "time/words_month.h"
#include "time/words_say.h"
#include "time/words_year.h"

/* One end of what is shown: numbers without X, or EDTF_OPEN or EDTF_UNKNOWN. */
struct point {
    enum edtf_precision precision;
    int year, month, day;
};

/* What is shown: a range, which may be one point. */
struct brief {
    struct point begin, end;
    int32_t first, last;
    unsigned doubt; /* bits of enum edtf_doubt */
};

static void print_marks(struct buffer *out, unsigned doubt)
{
    buffer_add_string(out, doubt & EDTF_APPROXIMATE ? "~" : "");
    buffer_add_string(out, doubt & EDTF_UNCERTAIN ? "?" : "");
}

/* Says whether what was appended from `from` on fits. It is composed and never wide, so that each
 * code point takes a column. */
static bool fits(const struct buffer *out, size_t from)
{
    int columns = 0;
    for (size_t i = from; i < out->size; i++)
        columns += ((unsigned char)out->data[i] & 0xc0) != 0x80;
    return columns <= WORDS_SHORT_WIDTH;
}

/* --- What to show --- */

/* Returns the first or the last point of a date, as precise as it is known. A season is shown by
 * its months. */
static struct point point_of(const struct edtf_date *date, bool last)
{
    struct point point = {.precision = date->precision};
    if (point.precision < EDTF_YEAR)
        return point;
    day_to_civil(last ? date->last : date->first, &point.year, &point.month, &point.day);
    bool no_day = words_known(date, EDTF_PART_DAY) == WORDS_NONE;
    if (date->precision > EDTF_YEAR && words_known(date, EDTF_PART_MONTH) == WORDS_NONE)
        point.precision = EDTF_YEAR;
    else if (date->precision == EDTF_SEASON || (date->precision == EDTF_DAY && no_day))
        point.precision = EDTF_MONTH;
    return point;
}

/* Says whether a date is a span of which one day, month or year is meant. */
static bool is_vague(const struct edtf_date *date)
{
    const struct edtf_part *parts = date->parts;
    bool year = date->precision < EDTF_YEAR || words_known(date, EDTF_PART_YEAR) == WORDS_NUMBER;
    return !year || parts[EDTF_PART_MONTH].unspecified || parts[EDTF_PART_DAY].unspecified;
}

/* Adds a date's doubt to what is shown. */
static void add_doubt(struct brief *brief, const struct edtf_date *date)
{
    brief->doubt |= edtf_date_doubt(date) | (is_vague(date) ? EDTF_UNCERTAIN : 0);
}

/* Widens what is shown to take in a span. */
static void add_span(struct brief *brief, const struct edtf_span *span)
{
    const struct edtf_date *end = span->range ? &span->end : &span->begin;
    if (span->begin.first <= brief->first) {
        brief->first = span->begin.first;
        brief->begin = point_of(&span->begin, false);
    }
    if (end->last >= brief->last) {
        brief->last = end->last;
        brief->end = point_of(end, true);
    }
    add_doubt(brief, &span->begin);
    add_doubt(brief, end);
}

/* --- Showing a range --- */

/* A way to write a range. */
struct manner {
    enum edtf_precision most; /* nothing more precise is shown */
    bool tight;               /* months by their shortest names, no blank before them */
};

/* The ways to write a range, from the fullest to the last that still says when. */
static const struct manner manners[] = {
    {EDTF_DAY, false}, {EDTF_DAY, true}, {EDTF_MONTH, false}, {EDTF_MONTH, true}, {EDTF_YEAR, true},
};

static void print_month(struct buffer *out, int month, bool tight, enum language language)
{
    bool full = language == LANGUAGE_VI && !tight;
    buffer_add_string(out,
                      full ? words_month(month, language) : words_short_month(month, language));
}

static void print_point(struct buffer *out, const struct point *point, bool tight,
                        enum language language)
{
    if (point->precision == EDTF_OPEN) {
        buffer_add_string(out, "…");
    } else if (point->precision == EDTF_UNKNOWN) {
        buffer_add_char(out, '?');
    } else if (point->precision == EDTF_YEAR) {
        words_year(out, point->year, language);
    } else if (point->precision == EDTF_MONTH) {
        print_month(out, point->month, tight, language);
    } else if (language == LANGUAGE_VI) {
        buffer_printf(out, "%d/%d", point->day, point->month);
    } else {
        buffer_printf(out, "%d%s", point->day, tight ? "" : " ");
        print_month(out, point->month, tight, language);
    }
}

/* Says whether the end's year must be shown: without it the reader would take the first such day or
 * month after the beginning. */
static bool is_far(const struct point *begin, const struct point *end)
{
    int months = (end->year - begin->year) * 12 + end->month - begin->month;
    bool days = begin->precision == EDTF_DAY && end->precision == EDTF_DAY;
    return months > 12 || (months == 12 && !(days && end->day < begin->day));
}

/* Makes points less precise: to what the manner allows, and the end to its year where the
 * beginning is a year or lies far back. */
static void coarsen(struct point *begin, struct point *end, enum edtf_precision most)
{
    begin->precision = begin->precision < most ? begin->precision : most;
    end->precision = end->precision < most ? end->precision : most;
    if (begin->precision < EDTF_YEAR || end->precision < EDTF_YEAR)
        return;
    if (begin->precision == EDTF_YEAR || is_far(begin, end))
        end->precision = EDTF_YEAR;
}

/* Says whether two points look the same. */
static bool same_point(const struct point *begin, const struct point *end)
{
    if (begin->precision != end->precision || begin->year != end->year)
        return false;
    if (begin->precision >= EDTF_MONTH && begin->month != end->month)
        return false;
    return begin->precision != EDTF_DAY || begin->day == end->day;
}

/* Appends a range, leaving out what its beginning shares with its end. */
static void print_range(struct buffer *out, struct point begin, struct point end,
                        struct manner manner, enum language language)
{
    coarsen(&begin, &end, manner.most);
    if (same_point(&begin, &end)) {
        print_point(out, &end, manner.tight, language);
        return;
    }
    bool alike = begin.precision == end.precision;
    if (alike && begin.precision == EDTF_YEAR) {
        words_years(out, begin.year, end.year, language);
        return;
    }
    bool same_month = begin.year == end.year && begin.month == end.month;
    if (alike && begin.precision == EDTF_DAY && same_month)
        buffer_printf(out, "%d", begin.day);
    else
        print_point(out, &begin, manner.tight, language);
    buffer_add_string(out, "–");
    if (alike && begin.precision == EDTF_MONTH && language == LANGUAGE_VI)
        buffer_printf(out, "%d", end.month);
    else
        print_point(out, &end, manner.tight, language);
}

/* Appends a range in the fullest way that fits. */
static void print_fitting(struct buffer *out, const struct brief *brief, const char *behind,
                          enum language language)
{
    size_t size = out->size;
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        print_marks(out, brief->doubt);
        print_range(out, brief->begin, brief->end, manners[i], language);
        buffer_add_string(out, behind);
        if (fits(out, size))
            return;
        buffer_cut(out, size);
    }
    buffer_add_string(out, "…");
}

/* --- Single dates that have a name --- */

/* Appends the name of a year; false when its number must do. */
static bool name_year(struct buffer *out, const struct edtf_date *date, enum language language)
{
    int year = (int)date->parts[EDTF_PART_YEAR].value, century = year / 100 + 1;
    switch (words_known(date, EDTF_PART_YEAR)) {
    case WORDS_DECADE:
        buffer_printf(out, language == LANGUAGE_VI ? "thập niên" : "%ds", year);
        return language == LANGUAGE_VI || year % 100 != 0;
    case WORDS_CENTURY:
        if (language == LANGUAGE_VI)
            buffer_printf(out, "thế kỷ %d", century);
        else
            buffer_printf(out, "%d%s c.", century, ordinal_ending(century));
        return true;
    default:
        if (edtf_date_doubt(date) || !words_is_plain(date))
            return false;
        words_say(out, language, "cả năm", "all year");
        return true;
    }
}

/* Appends a month of a year, one of which is not known; false when both are, or neither. */
static bool name_month(struct buffer *out, const struct edtf_date *date, enum language language)
{
    bool year = words_known(date, EDTF_PART_YEAR) == WORDS_NUMBER;
    enum words_known month = words_known(date, EDTF_PART_MONTH);
    if (year && month == WORDS_NONE)
        words_say(out, language, "tháng ?", "month ?");
    else if (!year && month == WORDS_NUMBER)
        print_month(out, (int)date->parts[EDTF_PART_MONTH].value, false, language);
    else
        return false;
    return true;
}

/* Appends day and month, of a year that is not known, or the month alone. */
static bool name_day_in_some_year(struct buffer *out, const struct edtf_date *date,
                                  enum language language)
{
    const struct edtf_part *parts = date->parts;
    enum words_known day = words_known(date, EDTF_PART_DAY);
    struct point point = {EDTF_DAY, 0, (int)parts[EDTF_PART_MONTH].value,
                          (int)parts[EDTF_PART_DAY].value};
    if (day == WORDS_NONE)
        point.precision = EDTF_MONTH;
    else if (day != WORDS_NUMBER)
        return false;
    print_point(out, &point, false, language);
    return true;
}

/* Appends a day of which year, month or the day itself is not known; false when it is otherwise. */
static bool name_day(struct buffer *out, const struct edtf_date *date, enum language language)
{
    bool year = words_known(date, EDTF_PART_YEAR) == WORDS_NUMBER;
    enum words_known month = words_known(date, EDTF_PART_MONTH);
    int number = (int)date->parts[EDTF_PART_MONTH].value;
    if (!year && month == WORDS_NUMBER)
        return name_day_in_some_year(out, date, language);
    if (!year || words_known(date, EDTF_PART_DAY) != WORDS_NONE)
        return false;
    if (month == WORDS_NONE)
        words_say(out, language, "ngày ?", "day ?");
    else if (month == WORDS_NUMBER && language == LANGUAGE_VI)
        buffer_printf(out, "?/%d", number);
    else if (month == WORDS_NUMBER)
        buffer_printf(out, "? %s", words_short_month(number, language));
    else
        return false;
    return true;
}

/* Appends a single date by what it is called; false when it is to be shown as a range. */
static bool print_name(struct buffer *out, const struct edtf_date *date, enum language language)
{
    enum words_known year = words_known(date, EDTF_PART_YEAR);
    bool nothing = year == WORDS_NONE && words_known(date, EDTF_PART_MONTH) == WORDS_NONE;
    bool in_some_year = date->precision > EDTF_YEAR && year != WORDS_NUMBER && !nothing;
    print_marks(out, edtf_date_doubt(date) | (in_some_year ? EDTF_UNCERTAIN : 0));
    if (nothing) {
        words_say(out, language, "không rõ", "unknown");
        return true;
    }
    switch (date->precision) {
    case EDTF_YEAR:
        return name_year(out, date, language);
    case EDTF_MONTH:
        return name_month(out, date, language);
    case EDTF_DAY:
        return name_day(out, date, language);
    default:
        buffer_add_string(out,
                          words_short_season((int)date->parts[EDTF_PART_MONTH].value, language));
        return true;
    }
}

/* --- The whole --- */

/* Appends a text that names a year beyond all days: as it stands, or only that it is so. */
static void print_clamped(struct buffer *out, struct bytes edtf)
{
    size_t size = out->size;
    buffer_add(out, edtf);
    if (fits(out, size))
        return;
    buffer_cut(out, size);
    buffer_add_string(out, "…");
}

/* Gathers what to show of all spans of a text. Returns how many there are. */
static int gather(struct brief *brief, struct bytes edtf)
{
    struct edtf_walk walk = edtf_walk_begin(edtf);
    struct edtf_span span;
    int count = 0;
    *brief = (struct brief){.first = DAY_OPEN_FUTURE, .last = DAY_OPEN_PAST};
    for (; edtf_walk_next(&walk, &span); count++)
        add_span(brief, &span);
    if (walk.form == EDTF_ONE_OF)
        brief->doubt |= EDTF_UNCERTAIN;
    return count;
}

/* Reads a text that is a single date. */
static bool single_date(struct edtf_date *date, struct bytes edtf)
{
    struct edtf_walk walk = edtf_walk_begin(edtf);
    struct edtf_span span;
    if (!edtf_walk_next(&walk, &span) || walk.form != EDTF_DATE)
        return false;
    *date = span.begin;
    return true;
}

void words_short(struct buffer *out, struct bytes edtf, enum language language)
{
    struct edtf whole;
    struct edtf_date date;
    struct brief brief;
    size_t size = out->size;
    if (!edtf_parse(&whole, edtf, NULL)) {
        text_clean_line(out, edtf);
        return;
    }
    if (whole.clamped) {
        print_clamped(out, edtf);
        return;
    }
    if (single_date(&date, edtf) && print_name(out, &date, language))
        return;
    buffer_cut(out, size);
    int count = gather(&brief, edtf);
    bool more = whole.form == EDTF_ALL_OF && count > 1 && brief.begin.precision >= EDTF_YEAR;
    if (more)
        brief.end = brief.begin;
    print_fitting(out, &brief, more ? ", …" : "", language);
}
