#include "time/words.h"

#include "time/day.h"
#include "time/edtf.h"
#include "unit.h"

struct words {
    const char *edtf;
    const char *full[LANGUAGE_COUNT], *brief[LANGUAGE_COUNT];
};

static const struct words cases[] = {
#define WORDS(edtf, full_vi, full_en, brief_vi, brief_en) \
    {edtf, {full_vi, full_en}, {brief_vi, brief_en}},
#include "test_words.def"
#undef WORDS
};

/* Texts of all forms, good and bad, for properties. */
static const char *const texts[] = {
#define VALID(text, first, last, doubt) text,
#define INVALID(text, fault, offset)
#include "test_edtf.def"
#undef VALID
#undef INVALID
#define WORDS(edtf, full_vi, full_en, brief_vi, brief_en) edtf,
#include "test_words.def"
#undef WORDS
};

typedef void words_say(struct buffer *out, struct bytes edtf, enum language language);

static void assert_said(words_say *say, const char *edtf, enum language language,
                        const char *expected)
{
    struct buffer text = {0};
    say(&text, bytes_of(edtf), language);
    if (strcmp(buffer_string(&text), expected) != 0)
        fail_msg("%s: %s, not %s", edtf, buffer_string(&text), expected);
    buffer_free(&text);
}

static void dates_are_said_in_full_and_in_short(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            assert_said(words_date, cases[i].edtf, (enum language)language,
                        cases[i].full[language]);
            assert_said(words_short, cases[i].edtf, (enum language)language,
                        cases[i].brief[language]);
        }
}

/* Returns how many code points a text has; none of these words is wider or narrower. */
static size_t columns_of(const struct buffer *text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text->size; i++)
        columns += ((unsigned char)text->data[i] & 0xc0) != 0x80;
    return columns;
}

static void short_forms_fit_their_column(void **state)
{
    (void)state;
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct edtf edtf;
        if (!edtf_parse(&edtf, bytes_of(texts[i]), NULL))
            continue;
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            buffer_clear(&text);
            words_short(&text, bytes_of(texts[i]), (enum language)language);
            if (text.size == 0 || columns_of(&text) > WORDS_SHORT_WIDTH)
                fail_msg("%s: %s", texts[i], buffer_string(&text));
        }
    }
    buffer_free(&text);
}

/* Doubt that a text has is in its words, and no other. */
static void doubt_is_always_said(void **state)
{
    (void)state;
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct edtf edtf;
        if (!edtf_parse(&edtf, bytes_of(texts[i]), NULL))
            continue;
        buffer_clear(&text);
        words_date(&text, bytes_of(texts[i]), LANGUAGE_EN);
        bool approximate = strstr(buffer_string(&text), "about ") != NULL ||
                           strstr(buffer_string(&text), " approximate") != NULL;
        bool uncertain = strstr(buffer_string(&text), "uncertain") != NULL;
        if (approximate != edtf.approximate || uncertain != edtf.uncertain)
            fail_msg("%s: %s", texts[i], buffer_string(&text));
    }
    buffer_free(&text);
}

static void what_is_no_date_commands_no_terminal(void **state)
{
    static const char hostile[] = "\x1b]0;1954\x07", shown[] = "<U+001B>]0;1954<U+0007>";
    (void)state;
    assert_said(words_date, hostile, LANGUAGE_EN, shown);
    assert_said(words_short, hostile, LANGUAGE_VI, shown);
}

/* Every day of a year says its numbers in both languages, and the short form is part of the long.
 */
static void every_day_has_its_words(void **state)
{
    (void)state;
    struct buffer edtf = {0}, full = {0}, brief = {0};
    for (int32_t day = day_from_civil(1952, 1, 1); day <= day_from_civil(1952, 12, 31); day++) {
        buffer_clear(&edtf);
        buffer_clear(&full);
        buffer_clear(&brief);
        day_print(&edtf, day);
        words_date(&full, buffer_bytes(&edtf), LANGUAGE_EN);
        words_short(&brief, buffer_bytes(&edtf), LANGUAGE_EN);
        if (!bytes_start(buffer_bytes(&full), buffer_bytes(&brief)) ||
            !strstr(buffer_string(&full), " 1952"))
            fail_msg("%s: %s, %s", buffer_string(&edtf), buffer_string(&full),
                     buffer_string(&brief));
    }
    buffer_free(&edtf);
    buffer_free(&full);
    buffer_free(&brief);
}

static void words_are_appended(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_string(&text, "a ");
    words_date(&text, BYTES("[1953-11-20..1953-11-24]"), LANGUAGE_EN);
    buffer_add_string(&text, " b ");
    words_short(&text, BYTES("1953-11-20%/1953-12-17"), LANGUAGE_EN);
    words_date(&text, (struct bytes){NULL, 0}, LANGUAGE_EN);
    words_short(&text, (struct bytes){NULL, 0}, LANGUAGE_EN);
    assert_string_equal(buffer_string(&text), "a some day in 20–24 November 1953 b ~?Nov–Dec");
    buffer_free(&text);
}

struct duration {
    const char *span, *vietnamese, *english;
};

/* Says spans with one of the functions for them. */
static void say_durations(void (*say)(struct buffer *, int32_t, int32_t, enum language),
                          const struct duration *durations, size_t count)
{
    struct buffer text = {0};
    for (size_t i = 0; i < count; i++) {
        struct edtf edtf;
        assert_true(edtf_parse(&edtf, bytes_of(durations[i].span), NULL));
        say(&text, edtf.first, edtf.last, LANGUAGE_VI);
        assert_row_taken(i, &text, durations[i].vietnamese);
        say(&text, edtf.first, edtf.last, LANGUAGE_EN);
        assert_row_taken(i, &text, durations[i].english);
    }
    buffer_free(&text);
}

static void durations_are_said(void **state)
{
    (void)state;
    static const struct duration durations[] = {
        {"1954-03-13/1954-05-07", "56 ngày", "56 days"},
        {"1954-05-07", "1 ngày", "1 day"},
        {"1954-05-07/1954-05-08", "2 ngày", "2 days"},
        {"1954-05", "1 tháng", "1 month"},
        {"1954-05-15/1954-06-14", "1 tháng", "1 month"},
        {"1954-05-15/1954-06-15", "32 ngày", "32 days"},
        {"1954-01/1954-03", "3 tháng", "3 months"},
        {"1954", "1 năm", "1 year"},
        {"1945/1954", "10 năm", "10 years"},
        {"1952-02-29/1953-02-28", "1 năm 1 ngày", "1 year 1 day"},
        {"1952-01-01/1954-03-31", "2 năm 3 tháng", "2 years 3 months"},
        {"1953-11-20/1954-05-07", "5 tháng 18 ngày", "5 months 18 days"},
        {"1945-09-02/1954-07-21", "8 năm 10 tháng 20 ngày", "8 years 10 months 20 days"},
        {"1946-12-19/1954-12-19", "8 năm 1 ngày", "8 years 1 day"},
        {"1954-01-31/1954-02-28", "29 ngày", "29 days"},
        {"1953-10-31/1954-02-28", "4 tháng 1 ngày", "4 months 1 day"},
        {"1954-01-01/1954-04-09", "99 ngày", "99 days"},
        {"1954-01-01/1954-04-10", "3 tháng 10 ngày", "3 months 10 days"},
        {"-9999/9999", "19999 năm", "19999 years"},
        {"../1954", "không rõ", "unknown"},
        {"1954/", "không rõ", "unknown"},
    };
    say_durations(words_duration, durations, COUNT(durations));
}

static void rough_durations_have_one_unit(void **state)
{
    (void)state;
    static const struct duration durations[] = {
        {"1954-05-07", "1 ngày", "1 day"},
        {"1954-05-07/1954-05-08", "2 ngày", "2 days"},
        {"1954-01-01/1954-02-28", "2 tháng", "2 months"},
        {"1954-01-02/1954-02-28", "58 ngày", "58 days"},
        {"1954-01-10/1954-03-24", "3 tháng", "3 months"},
        {"1954-01-10/1954-03-23", "2 tháng", "2 months"},
        {"1954", "12 tháng", "12 months"},
        {"1954-02/1955-12", "23 tháng", "23 months"},
        {"1952-01/1954-06", "30 tháng", "30 months"},
        {"1952-01/1955-06", "4 năm", "4 years"},
        {"1952-01/1955-05", "3 năm", "3 years"},
        {"-9999/9999", "19999 năm", "19999 years"},
        {"../1954", "không rõ", "unknown"},
    };
    say_durations(words_duration_rough, durations, COUNT(durations));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_said_in_full_and_in_short),
        cmocka_unit_test(short_forms_fit_their_column),
        cmocka_unit_test(doubt_is_always_said),
        cmocka_unit_test(what_is_no_date_commands_no_terminal),
        cmocka_unit_test(every_day_has_its_words),
        cmocka_unit_test(words_are_appended),
        cmocka_unit_test(durations_are_said),
        cmocka_unit_test(rough_durations_have_one_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
