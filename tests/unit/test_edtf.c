#include "time/edtf.h"

#include "time/edtf_plain.h"
#include "unit.h"

/* --- The table --- */

struct valid {
    const char *text, *first, *last, *doubt;
};

static const struct valid valid_cases[] = {
#define VALID(text, first, last, doubt) {text, first, last, doubt},
#define INVALID(text, fault, offset)
#include "test_edtf.def"
#undef VALID
#undef INVALID
};

struct invalid {
    const char *text;
    enum edtf_fault fault;
    size_t offset;
};

static const struct invalid invalid_cases[] = {
#define VALID(text, first, last, doubt)
#define INVALID(text, fault, offset) {text, EDTF_##fault, offset},
#include "test_edtf.def"
#undef VALID
#undef INVALID
};

_Static_assert(COUNT(valid_cases) + COUNT(invalid_cases) >= 300, "the table has 300 cases");

/* Appends what a case of the table says of a date: `first last doubt`. */
static void describe(struct buffer *out, const struct edtf *edtf)
{
    day_print(out, edtf->first);
    buffer_add_char(out, ' ');
    day_print(out, edtf->last);
    buffer_printf(out, " %s%s%s", edtf->approximate ? "~" : "", edtf->uncertain ? "?" : "",
                  edtf->clamped ? "!" : "");
}

static void valid_texts_have_their_bounds_and_doubt(void **state)
{
    (void)state;
    struct buffer got = {0}, expected = {0};
    for (size_t i = 0; i < COUNT(valid_cases); i++) {
        const struct valid *row = &valid_cases[i];
        struct edtf edtf;
        struct edtf_error error;
        if (!edtf_parse(&edtf, bytes_of(row->text), &error))
            fail_msg("%zu: %s: fault %d at %zu", i, row->text, (int)error.fault, error.offset);
        buffer_clear(&got);
        buffer_clear(&expected);
        describe(&got, &edtf);
        buffer_printf(&expected, "%s %s %s", row->first, row->last, row->doubt);
        if (strcmp(buffer_string(&got), buffer_string(&expected)) != 0)
            fail_msg("%zu: %s: %s, not %s", i, row->text, buffer_string(&got),
                     buffer_string(&expected));
    }
    buffer_free(&got);
    buffer_free(&expected);
}

static void invalid_texts_have_their_fault(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(invalid_cases); i++) {
        const struct invalid *row = &invalid_cases[i];
        struct edtf edtf = {.first = 7};
        struct edtf_error error;
        if (edtf_parse(&edtf, bytes_of(row->text), &error))
            fail_msg("%zu: %s: read as a date", i, row->text);
        if (error.fault != row->fault || error.offset != row->offset)
            fail_msg("%zu: %s: fault %d at %zu", i, row->text, (int)error.fault, error.offset);
        if (edtf.first != 7 || edtf_parse(&edtf, bytes_of(row->text), NULL))
            fail_msg("%zu: %s: touched what it failed to read", i, row->text);
    }
}

/* --- Properties --- */

static void add_random_mark(struct buffer *out)
{
    static const char marks[] = "~?%";
    if (random_below(6) == 0)
        buffer_add_char(out, marks[random_below(3)]);
}

static void add_random_part(struct buffer *out, int number, int digits)
{
    char text[16];
    snprintf(text, sizeof text, "%0*d", digits, number);
    for (char *at = text; *at; at++) {
        if (random_below(8) == 0)
            *at = 'X';
    }
    buffer_add_string(out, text);
}

/* Appends a date of any level, which may be one that does not exist. */
static void add_random_date(struct buffer *out)
{
    static const char *const odd[] = {"Y170000002", "Y-17E7", "1950S2", "-0043S1", "Y3388E2S3"};
    if (random_below(12) == 0) {
        buffer_add_string(out, odd[random_below(COUNT(odd))]);
        add_random_mark(out);
        return;
    }
    add_random_mark(out);
    buffer_add_string(out, random_below(9) == 0 ? "-" : "");
    add_random_part(out, (int)random_below(10000), 4);
    add_random_mark(out);
    for (int parts = (int)random_below(3), part = 0; part < parts; part++) {
        buffer_add_char(out, '-');
        add_random_mark(out);
        add_random_part(out, part ? 1 + (int)random_below(31) : 1 + (int)random_below(14), 2);
        add_random_mark(out);
    }
}

static void add_random_interval(struct buffer *out)
{
    static const char *const ends[] = {"..", ""};
    bool begins = random_below(5) != 0;
    if (begins)
        add_random_date(out);
    else
        buffer_add_string(out, ends[random_below(2)]);
    buffer_add_char(out, '/');
    if (begins && random_below(4) == 0)
        buffer_add_string(out, ends[random_below(2)]);
    else
        add_random_date(out);
}

static void add_random_set(struct buffer *out)
{
    bool one = random_below(2) == 0;
    buffer_add_char(out, one ? '[' : '{');
    buffer_add_string(out, random_below(5) == 0 ? ".." : "");
    for (unsigned left = 1 + random_below(4); left > 0; left--) {
        add_random_date(out);
        if (random_below(4) == 0) {
            buffer_add_string(out, "..");
            add_random_date(out);
        }
        buffer_add_string(out, left > 1 ? "," : random_below(4) == 0 ? ".." : "");
    }
    buffer_add_char(out, one ? ']' : '}');
}

static void random_text(struct buffer *out)
{
    buffer_clear(out);
    switch (random_below(4)) {
    case 0:
        add_random_interval(out);
        break;
    case 1:
        add_random_set(out);
        break;
    default:
        add_random_date(out);
        break;
    }
}

/* Fails unless two dates say the same. Long years keep their spelling and are compared by bounds.
 */
static void assert_same_date(const struct edtf_date *a, const struct edtf_date *b, const char *text)
{
    bool same = a->first == b->first && a->last == b->last && a->precision == b->precision &&
                a->negative == b->negative && a->clamped == b->clamped &&
                a->significant == b->significant && bytes_equal(a->time, b->time);
    for (int i = 0; i < EDTF_PART_COUNT; i++)
        same = same && a->parts[i].value == b->parts[i].value &&
               a->parts[i].unspecified == b->parts[i].unspecified &&
               a->parts[i].doubt == b->parts[i].doubt;
    if (!same)
        fail_msg("%s: another date", text);
}

/* Fails unless two texts are made of the same spans. */
static void assert_same_spans(struct bytes a, struct bytes b, const char *text)
{
    struct edtf_walk walk_a = edtf_walk_begin(a), walk_b = edtf_walk_begin(b);
    struct edtf_span span_a, span_b;
    while (edtf_walk_next(&walk_a, &span_a)) {
        if (!edtf_walk_next(&walk_b, &span_b) || span_a.range != span_b.range)
            fail_msg("%s: another span", text);
        assert_same_date(&span_a.begin, &span_b.begin, text);
        if (span_a.range)
            assert_same_date(&span_a.end, &span_b.end, text);
    }
    if (walk_a.failed || edtf_walk_next(&walk_b, &span_b) || walk_b.failed ||
        walk_a.form != walk_b.form)
        fail_msg("%s: another end", text);
}

/* Fails unless what is printed of a text reads as the same and prints as itself. */
static void check_round_trip(const char *text)
{
    struct buffer once = {0}, twice = {0};
    struct edtf edtf;
    if (edtf_print(&once, bytes_of(text)) != edtf_parse(&edtf, bytes_of(text), NULL))
        fail_msg("%s: printed but not read, or read but not printed", text);
    if (once.size) {
        assert_same_spans(bytes_of(text), buffer_bytes(&once), text);
        edtf_print(&twice, buffer_bytes(&once));
        if (strcmp(buffer_string(&once), buffer_string(&twice)) != 0)
            fail_msg("%s: %s, then %s", text, buffer_string(&once), buffer_string(&twice));
    }
    buffer_free(&once);
    buffer_free(&twice);
}

static void printing_and_reading_give_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(valid_cases); i++)
        check_round_trip(valid_cases[i].text);
    for (size_t i = 0; i < COUNT(invalid_cases); i++)
        check_round_trip(invalid_cases[i].text);
    struct buffer text = {0};
    for (int i = 0; i < 20000; i++) {
        random_text(&text);
        check_round_trip(buffer_string(&text));
    }
    buffer_free(&text);
}

/* Fails when a text has bounds that run back, or an error beyond its end. */
static void check_sane(struct bytes text)
{
    struct edtf edtf;
    struct edtf_error error;
    if (!edtf_parse(&edtf, text, &error))
        assert_true(error.offset <= text.size);
    else if (edtf.first > edtf.last)
        fail_msg("%.*s: bounds run back", BYTES_ARGS(text));
}

static void bounds_never_run_back(void **state)
{
    (void)state;
    struct buffer text = {0};
    int valid = 0;
    for (int i = 0; i < 100000; i++) {
        struct edtf edtf;
        random_text(&text);
        check_sane(buffer_bytes(&text));
        valid += edtf_parse(&edtf, buffer_bytes(&text), NULL);
    }
    assert_true(valid > 30000);
    buffer_free(&text);
}

/* Returns mostly a byte that EDTF is made of, now and then any. */
static char random_byte(void)
{
    static const char likely[] = "0123456789-XSYETZ~?%/.,[]{}:+ ";
    if (random_below(16))
        return likely[random_below(sizeof likely - 1)];
    unsigned char any = (unsigned char)random_below(256);
    char byte;
    memcpy(&byte, &any, 1);
    return byte;
}

static void random_bytes_do_no_harm(void **state)
{
    (void)state;
    for (int i = 0; i < 300000; i++) {
        size_t size = random_below(24);
        /* As large as its content, so that a reader beyond the end is caught. */
        char *bytes = malloc(size ? size : 1);
        for (size_t at = 0; at < size; at++)
            bytes[at] = random_byte();
        check_sane((struct bytes){bytes, size});
        free(bytes);
    }
    check_sane((struct bytes){NULL, 0});
}

/* A text cut short anywhere, or with a byte changed, is read or refused without harm. */
static void damaged_texts_do_no_harm(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(valid_cases); i++) {
        struct bytes whole = bytes_of(valid_cases[i].text);
        for (size_t size = 0; size <= whole.size; size++) {
            char *bytes = malloc(size + 1);
            memcpy(bytes, whole.at, size);
            check_sane((struct bytes){bytes, size});
            bytes[size / 2] = random_byte();
            check_sane((struct bytes){bytes, size});
            free(bytes);
        }
    }
}

/* Returns what the walk alone, without the short way for plain dates, says of a text. */
static bool parse_by_walk(struct edtf *out, struct bytes text)
{
    struct edtf_walk walk = edtf_walk_begin(text);
    struct edtf_span span;
    if (!edtf_walk_next(&walk, &span))
        return false;
    const struct edtf_date *end = span.range ? &span.end : &span.begin;
    unsigned doubt = edtf_date_doubt(&span.begin) | (span.range ? edtf_date_doubt(end) : 0);
    *out = (struct edtf){.first = span.begin.first,
                         .last = end->last,
                         .approximate = doubt & EDTF_APPROXIMATE,
                         .uncertain = doubt & EDTF_UNCERTAIN,
                         .form = walk.form};
    return true;
}

static void check_short_way(const char *text)
{
    struct edtf quick = {0}, walked = {0};
    if (!edtf_parse_plain(&quick, bytes_of(text)))
        return;
    if (!parse_by_walk(&walked, bytes_of(text)))
        fail_msg("%s: read on the short way alone", text);
    if (quick.first != walked.first || quick.last != walked.last ||
        quick.approximate != walked.approximate || quick.uncertain != walked.uncertain ||
        quick.form != walked.form)
        fail_msg("%s: the short way leads elsewhere", text);
}

static void the_short_way_leads_to_the_same(void **state)
{
    (void)state;
    struct edtf edtf;
    struct buffer text = {0};
    assert_true(edtf_parse_plain(&edtf, BYTES("1953-11-20~/1954-05?")));
    assert_true(edtf_parse_plain(&edtf, BYTES("1945-09-02/..")));
    assert_true(edtf_parse_plain(&edtf, BYTES("/1954-07?")));
    for (size_t i = 0; i < COUNT(valid_cases); i++)
        check_short_way(valid_cases[i].text);
    for (size_t i = 0; i < COUNT(invalid_cases); i++)
        check_short_way(invalid_cases[i].text);
    for (int i = 0; i < 100000; i++) {
        random_text(&text);
        check_short_way(buffer_string(&text));
    }
    buffer_free(&text);
}

/* --- Days --- */

static void check_day(int year, int month, int day, int32_t expected)
{
    int y, m, d;
    day_to_civil(expected, &y, &m, &d);
    if (day_from_civil(year, month, day) != expected || y != year || m != month || d != day)
        fail_msg("%d-%02d-%02d is not day %d", year, month, day, (int)expected);
}

static void months_follow_each_other_without_a_gap(void **state)
{
    (void)state;
    int32_t next = day_from_civil(DAY_YEAR_MIN, 1, 1);
    for (int year = DAY_YEAR_MIN; year <= DAY_YEAR_MAX; year++) {
        for (int month = 1; month <= 12; month++) {
            int length = day_month_length(year, month);
            check_day(year, month, 1, next);
            check_day(year, month, 15, next + 14);
            check_day(year, month, length, next + length - 1);
            next += length;
        }
    }
}

static void known_days_have_their_numbers(void **state)
{
    (void)state;
    assert_int_equal(day_from_civil(1970, 1, 1), 0);
    assert_int_equal(day_from_civil(1969, 12, 31), -1);
    assert_int_equal(day_from_civil(2000, 3, 1), 11017);
    assert_int_equal(day_from_civil(1858, 11, 17), -40587); /* day 0 of the astronomers' count */
    assert_int_equal(day_from_civil(0, 3, 1), -719468);
    assert_int_equal(day_month_length(1900, 2), 28);
    assert_int_equal(day_month_length(2000, 2), 29);
    assert_int_equal(day_month_length(-4, 2), 29);
}

/* --- Typed dates --- */

static void typed_dates_become_edtf(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *edtf; /* NULL: not understood */
    } cases[] = {
        {"7/5/1954", "1954-05-07"},
        {"07/05/1954", "1954-05-07"},
        {"7-5-1954", "1954-05-07"},
        {"7.5.1954", "1954-05-07"},
        {" 7/5/1954 ", "1954-05-07"},
        {"5/1954", "1954-05"},
        {"05/1954", "1954-05"},
        {"5-1954", "1954-05"},
        {"12.1953", "1953-12"},
        {"1954", "1954"},
        {"1954-05", "1954-05"},
        {"1954-05-07", "1954-05-07"},
        {"1954-5", "1954-05"},
        {"1954-5-7", "1954-05-07"},
        {"1954/5/7", "1954-05-07"},
        {"1954/5", "1954-05"},
        {"1953/1954", "1953/1954"},
        {"../1884", "../1884"},
        {"193X~", "193X~"},
        {"[1885..1887]", "[1885..1887]"},
        {"29/2/1952", "1952-02-29"},
        {"29/2/1954", NULL},
        {"31/4/1954", NULL},
        {"5/13/1954", NULL},
        {"7/5/54", NULL},
        {"7/5", NULL},
        {"54", NULL},
        {"7/5-1954", NULL},
        {"7/5/1954/1", NULL},
        {"7//1954", NULL},
        {"007/5/1954", NULL},
        {"/", NULL},
        {"-", NULL},
        {"", NULL},
        {"   ", NULL},
        {"hôm qua", NULL},
        {"-5/1954", NULL},
        {"99999999999999999999/1954", NULL},
    };
    struct buffer edtf = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        buffer_clear(&edtf);
        struct edtf date, same;
        bool understood = edtf_from_typed(&edtf, bytes_of(cases[i].typed));
        if (edtf_parse_typed(&date, bytes_of(cases[i].typed)) != understood)
            fail_msg("%zu: %s: read otherwise", i, cases[i].typed);
        if (understood && (!edtf_parse(&same, buffer_bytes(&edtf), NULL) ||
                           date.first != same.first || date.last != same.last))
            fail_msg("%zu: %s: other days", i, cases[i].typed);
        const char *expected = cases[i].edtf ? cases[i].edtf : "";
        if (understood != (cases[i].edtf != NULL) || strcmp(buffer_string(&edtf), expected) != 0)
            fail_msg("%zu: %s: %s", i, cases[i].typed, buffer_string(&edtf));
    }
    buffer_free(&edtf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_texts_have_their_bounds_and_doubt),
        cmocka_unit_test(invalid_texts_have_their_fault),
        cmocka_unit_test(printing_and_reading_give_the_same),
        cmocka_unit_test(bounds_never_run_back),
        cmocka_unit_test(random_bytes_do_no_harm),
        cmocka_unit_test(damaged_texts_do_no_harm),
        cmocka_unit_test(the_short_way_leads_to_the_same),
        cmocka_unit_test(months_follow_each_other_without_a_gap),
        cmocka_unit_test(known_days_have_their_numbers),
        cmocka_unit_test(typed_dates_become_edtf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
