#ifndef TIME_EDTF_H
#define TIME_EDTF_H

#include "base/bytes.h"
#include "time/day.h"

struct buffer;

/* Extended Date/Time Format, ISO 8601-2:2019, levels 0, 1 and 2 complete.
 *
 * edtf_parse() answers what most callers ask: the first and the last day, and how far to trust
 * them. edtf_walk_next() goes through the dates a text is made of. Neither allocates, and no text
 * is too long or too deep. Other programs take it as one header and one C file: `make edtf`.
 *
 * Where the standard leaves room:
 *  - a season of months 21 to 24 is March to May, June to August, September to November, December
 *    to February of the next year; 25 to 28 are the same, 29 to 32 half a year later; 33 to 41 are
 *    quarters, thirds and halves of the calendar year;
 *  - the digit X may stand in any place of year, month and day, also before a qualifier (187X~);
 *    the bounds are the earliest and latest days that fit;
 *  - the bounds of a set are those of its earliest and latest member; the two ends of a range in a
 *    set have the same precision, and an open range is the first or the last member;
 *  - an interval ends before it begins when its last day lies before its first; it has a date at
 *    one end at least;
 *  - a time of day stands behind a single day only, 00:00:00 to 23:59:60, and leaves the bounds;
 *  - `Y` leads years beyond four digits only; significant digits (1950S2) give bounds and leave the
 *    doubt as it is written; one qualifier at most stands beside year, month or day. */

/* What a text is: one date, two dates with `/` between them, one member of `[...]`, all members of
 * `{...}`. */
enum edtf_form { EDTF_DATE, EDTF_INTERVAL, EDTF_ONE_OF, EDTF_ALL_OF };

/* A whole text. The bounds are inclusive, DAY_OPEN_PAST and DAY_OPEN_FUTURE where it is open or
 * unknown. */
struct edtf {
    int32_t first, last;
    bool approximate, uncertain; /* somewhere in it */
    bool clamped;                /* names a year beyond -9999 to 9999, which bounds it instead */
    enum edtf_form form;
};

/* What can be wrong with a text. */
enum edtf_fault {
    EDTF_SYNTAX,        /* is not EDTF */
    EDTF_NO_SUCH_MONTH, /* 1954-13, 1954-42 */
    EDTF_NO_SUCH_DAY,   /* 1954-02-31, 1954-02-3X */
    EDTF_NO_SUCH_TIME,  /* 1954-05-07T25:00:00 */
    EDTF_REVERSED,      /* an interval or a range ends before it begins */
    EDTF_UNEQUAL        /* a range in a set between a day and a month, or the like */
};

struct edtf_error {
    size_t offset; /* the byte from which on the text cannot be read */
    enum edtf_fault fault;
};

/* Reads all of `text`. On failure returns false, leaves `*out` alone and says why in `*error`,
 * which may be NULL. */
bool edtf_parse(struct edtf *out, struct bytes text, struct edtf_error *error);

/* Doubt, as bits: `~` sets the first, `?` the second, `%` both. */
enum edtf_doubt { EDTF_APPROXIMATE = 1, EDTF_UNCERTAIN = 2 };

/* Years as far away as this, or farther, are all read as this. */
#define EDTF_YEAR_LIMIT INT64_C(1000000000000000000)

/* The numbers of the seasons, in place of a month. */
#define EDTF_SEASON_FIRST 21
#define EDTF_SEASON_LAST  41

/* Year, month or day of a date. */
struct edtf_part {
    int64_t value;             /* with 0 for each X; for a month perhaps a season */
    unsigned char unspecified; /* bit n set: the digit worth 10 to the n is X */
    unsigned char doubt;       /* bits of enum edtf_doubt */
};

enum edtf_part_name { EDTF_PART_YEAR, EDTF_PART_MONTH, EDTF_PART_DAY, EDTF_PART_COUNT };

/* How precise a date is; the first two stand in place of a date, at the end of a span. */
enum edtf_precision { EDTF_OPEN, EDTF_UNKNOWN, EDTF_YEAR, EDTF_SEASON, EDTF_MONTH, EDTF_DAY };

struct edtf_date {
    int32_t first, last; /* open on either side when the precision is EDTF_OPEN or EDTF_UNKNOWN */
    enum edtf_precision precision;
    struct edtf_part parts[EDTF_PART_COUNT]; /* all zero where the precision has none */
    bool negative;                           /* the year, also where X hides it: -XXXX */
    bool clamped;                            /* the year lies beyond -9999 to 9999 */
    int significant;                         /* how many digits of the year count (S), or 0 */
    struct bytes text;                       /* what was read, time of day excepted */
    struct bytes time;                       /* what follows T, or empty */
};

/* Part of a text: a date, or all from one to another. */
struct edtf_span {
    bool range;
    struct edtf_date begin;
    struct edtf_date end; /* of a range only */
};

/* A walk through a text. Callers read `form`, from the first span on, `failed` and `error`. */
struct edtf_walk {
    const char *start, *at, *end;
    enum edtf_form form;
    bool done, failed;
    struct edtf_error error;
};

/* Begins a walk through `text`, which need not be EDTF. */
struct edtf_walk edtf_walk_begin(struct bytes text);

/* Reads the next span: of a date or an interval the only one, of a set one for each member. Returns
 * false at the end, and at a fault: then `failed` and `error` are set. */
bool edtf_walk_next(struct edtf_walk *walk, struct edtf_span *span);

/* Returns the bits of enum edtf_doubt that any part of a date has. */
unsigned edtf_date_doubt(const struct edtf_date *date);

/* Returns the bits that all parts of a date share, 0 when they differ. */
unsigned edtf_shared_doubt(const struct edtf_date *date);

/* Appends the last `count` digits of a part (4 at most), X in place of the unspecified ones. */
void edtf_print_digits(struct buffer *out, const struct edtf_part *part, int count);

/* Appends a date as EDTF: doubt that all parts share stands at the end, other doubt before each
 * part it belongs to. */
void edtf_print_date(struct buffer *out, const struct edtf_date *date);

/* Appends a whole text in that spelling; false, and nothing appended, when it is not EDTF. */
bool edtf_print(struct buffer *out, struct bytes text);

/* Appends as EDTF what people type: 7/5/1954 (day first, also with `-` or `.`), 5/1954, 1954,
 * 1954-5-7, any EDTF, blanks around it. Returns false, nothing appended, when no date is in it. */
bool edtf_from_typed(struct buffer *edtf, struct bytes typed);

/* Reads what edtf_from_typed() understands. Returns false, `*out` left alone, when that is no date.
 */
bool edtf_parse_typed(struct edtf *out, struct bytes typed);

#endif
