#include "base/text.h"
#include "time/words.h"
#include "time/words_core.h"
#include "time/words_known.h"
#include "time/words_month.h"
#include "time/words_say.h"
#include "time/words_year.h"

/* --- Two dates --- */

/* What the two dates of a span share, so that it need be said only once. */
enum shared { SHARED_NOTHING, SHARED_FORM, SHARED_YEAR, SHARED_MONTH, SHARED_ALL };

/* Says whether the dates of a span are plain, equally precise, and in doubt alike and all over. */
static bool same_form(const struct edtf_span *span)
{
    const struct edtf_date *begin = &span->begin, *end = &span->end;
    unsigned doubt = edtf_shared_doubt(begin);
    return words_is_plain(begin) && words_is_plain(end) && begin->precision == end->precision &&
           doubt == edtf_shared_doubt(end) && doubt == edtf_date_doubt(begin) &&
           doubt == edtf_date_doubt(end);
}

static enum shared shared_of(const struct edtf_span *span)
{
    const struct edtf_part *begin = span->begin.parts, *end = span->end.parts;
    if (!same_form(span))
        return SHARED_NOTHING;
    if (span->begin.first == span->end.first)
        return SHARED_ALL;
    /* Doubt said once before two whole dates would seem to be about the first. */
    if (begin[EDTF_PART_YEAR].value != end[EDTF_PART_YEAR].value)
        return begin->doubt ? SHARED_NOTHING : SHARED_FORM;
    bool months_differ = begin[EDTF_PART_MONTH].value != end[EDTF_PART_MONTH].value;
    return months_differ ? SHARED_YEAR : SHARED_MONTH;
}

/* Appends the first date of a span without what it shares with the second. */
static void print_begin(struct buffer *out, const struct edtf_date *date, enum shared shared,
                        enum language language)
{
    if (shared == SHARED_FORM) {
        words_core(out, date, language);
        return;
    }
    if (date->precision == EDTF_DAY)
        buffer_printf(out, language == LANGUAGE_VI ? "ngày %d" : "%d",
                      (int)date->parts[EDTF_PART_DAY].value);
    if (date->precision == EDTF_DAY && shared == SHARED_YEAR)
        buffer_add_char(out, ' ');
    if (shared == SHARED_YEAR)
        buffer_add_string(out, words_month((int)date->parts[EDTF_PART_MONTH].value, language));
}

/* Returns what English puts between two dates: a dash, with blanks when there are blanks beside. */
static const char *dash_of(const struct edtf_span *span, enum shared shared)
{
    bool months = shared == SHARED_YEAR && span->begin.precision == EDTF_MONTH;
    return shared == SHARED_MONTH || months ? "–" : " – ";
}

/* Appends a span of two dates that share something. */
static void print_shared(struct buffer *out, const struct edtf_span *span, enum shared shared,
                         enum language language)
{
    const struct edtf_part *begin = span->begin.parts, *end = span->end.parts;
    unsigned doubt = edtf_shared_doubt(&span->begin);
    words_doubt_before(out, doubt, language);
    words_say(out, language, "từ ", "");
    if (span->begin.precision == EDTF_YEAR && language == LANGUAGE_EN) {
        words_years(out, begin[EDTF_PART_YEAR].value, end[EDTF_PART_YEAR].value, language);
    } else {
        print_begin(out, &span->begin, shared, language);
        words_say(out, language, " đến ", dash_of(span, shared));
        words_core(out, &span->end, language);
    }
    words_doubt_behind(out, doubt, language);
}

/* Appends a span of two dates. */
static void print_two(struct buffer *out, const struct edtf_span *span, enum language language)
{
    enum shared shared = shared_of(span);
    if (shared == SHARED_ALL) {
        words_one(out, &span->begin, language);
    } else if (shared != SHARED_NOTHING) {
        print_shared(out, span, shared, language);
    } else {
        words_say(out, language, "từ ", "from ");
        words_one(out, &span->begin, language);
        words_say(out, language, " đến ", " to ");
        words_one(out, &span->end, language);
    }
}

/* --- Open and unknown ends --- */

/* The words around the date at the other end. */
struct around {
    struct bilingual before, behind;
};

static void print_around(struct buffer *out, const struct around *around,
                         const struct edtf_date *date, enum language language)
{
    buffer_add_string(out, around->before.in[language]);
    words_one(out, date, language);
    buffer_add_string(out, around->behind.in[language]);
}

/* Appends an interval one end of which is open or unknown. */
static void print_half_open(struct buffer *out, const struct edtf_span *span,
                            enum language language)
{
    static const struct around until[] = {
        [EDTF_OPEN] = {{{"đến ", "until "}}, {{"", ""}}},
        [EDTF_UNKNOWN] = {{{"đến ", "until "}}, {{", không rõ từ bao giờ", ", beginning unknown"}}},
    };
    static const struct around from[] = {
        [EDTF_OPEN] = {{{"từ ", "from "}}, {{" trở đi", " on"}}},
        [EDTF_UNKNOWN] = {{{"từ ", "from "}}, {{", không rõ đến bao giờ", ", end unknown"}}},
    };
    if (span->begin.precision < EDTF_YEAR)
        print_around(out, &until[span->begin.precision], &span->end, language);
    else
        print_around(out, &from[span->end.precision], &span->begin, language);
}

static bool is_half_open(const struct edtf_span *span)
{
    return span->begin.precision < EDTF_YEAR || span->end.precision < EDTF_YEAR;
}

/* --- Members of a set --- */

/* Appends a range between two dates of which one member is meant. */
static void print_one_between(struct buffer *out, const struct edtf_span *span,
                              enum language language)
{
    static const struct bilingual units[] = {
        [EDTF_YEAR] = {{"một năm", "some year"}},
        [EDTF_SEASON] = {{"một mùa", "some season"}},
        [EDTF_MONTH] = {{"một tháng", "some month"}},
        [EDTF_DAY] = {{"một ngày", "some day"}},
    };
    enum shared shared = shared_of(span);
    if (shared != SHARED_ALL) {
        buffer_add_string(out, units[span->begin.precision].in[language]);
        words_say(out, language, " trong khoảng ", shared == SHARED_NOTHING ? " " : " in ");
    }
    print_two(out, span, language);
}

/* Appends a range of which one member is meant. */
static void print_one_in_range(struct buffer *out, const struct edtf_span *span,
                               enum language language)
{
    static const struct around earlier = {{{"", ""}}, {{" hoặc trước đó", " or earlier"}}};
    static const struct around later = {{{"", ""}}, {{" hoặc sau đó", " or later"}}};
    if (span->begin.precision < EDTF_YEAR)
        print_around(out, &earlier, &span->end, language);
    else if (span->end.precision < EDTF_YEAR)
        print_around(out, &later, &span->begin, language);
    else
        print_one_between(out, span, language);
}

static void print_span(struct buffer *out, const struct edtf_span *span, enum edtf_form form,
                       enum language language)
{
    if (!span->range)
        words_one(out, &span->begin, language);
    else if (form == EDTF_ONE_OF)
        print_one_in_range(out, span, language);
    else if (is_half_open(span))
        print_half_open(out, span, language);
    else
        print_two(out, span, language);
}

/* --- The whole --- */

/* Says whether a text is a year alone, which is said by its bare number. */
static bool is_bare_year(const struct edtf_walk *walk, const struct edtf_span *span)
{
    return walk->form == EDTF_DATE && span->begin.precision == EDTF_YEAR &&
           words_is_plain(&span->begin) && !(edtf_date_doubt(&span->begin) & EDTF_APPROXIMATE);
}

/* Appends what stands between two members of a set. */
static void join(struct buffer *out, enum edtf_form form, bool last, enum language language)
{
    static const struct bilingual any = {{" hoặc ", " or "}}, all = {{" và ", " and "}};
    if (!last)
        buffer_add_string(out, ", ");
    else
        buffer_add_string(out, form == EDTF_ONE_OF ? any.in[language] : all.in[language]);
}

/* Appends the spans that follow the first. */
static void print_rest(struct buffer *out, struct edtf_walk *walk, enum language language)
{
    struct edtf_span span, next;
    bool more = edtf_walk_next(walk, &next);
    while (more) {
        span = next;
        more = edtf_walk_next(walk, &next);
        join(out, walk->form, !more, language);
        print_span(out, &span, walk->form, language);
    }
}

void words_date(struct buffer *out, struct bytes edtf, enum language language)
{
    struct edtf whole;
    if (!edtf_parse(&whole, edtf, NULL)) {
        text_clean_line(out, edtf);
        return;
    }
    struct edtf_walk walk = edtf_walk_begin(edtf);
    struct edtf_span span;
    edtf_walk_next(&walk, &span);
    if (is_bare_year(&walk, &span)) {
        words_year(out, span.begin.parts[EDTF_PART_YEAR].value, language);
        words_doubt_behind(out, edtf_date_doubt(&span.begin), language);
        return;
    }
    print_span(out, &span, walk.form, language);
    print_rest(out, &walk, language);
}
