#include <locale.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>
#include <wchar.h>

#include "base/text.h"

#include "random_text.h"

static void text_is_made_fit_to_be_shown(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *clean;
    } rows[] = {
        {"", ""},
        {"plain text", "plain text"},
        {"Điện Biên Phủ – 1954…", "Điện Biên Phủ – 1954…"},
        {"\xC4\x90i\x65\xCC\xA3\xCC\x82n", "Điện"}, /* NFD, marks in canonical order */
        {"\xC4\x90i\x65\xCC\x82\xCC\xA3n", "Điện"}, /* and in the other */
        {"a\tb", "a b"},
        {"a\nb\n\nc", "a\nb\n\nc"},
        {"a\rb", "a<U+000D>b"},
        {"\x1b[31m", "<U+001B>[31m"},
        {"\x7f", "<U+007F>"},
        {"\x01\xCC\xB8", "<U+0001>"},
        {"\xC2\x9B"
         "31m",
         "<U+009B>31m"},
        {"\xFF", "\xEF\xBF\xBD"},
        {"a\xC3", "a\xEF\xBF\xBD"},
        {"a\xFF"
         "b\xFE"
         "c",
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"
         "c"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, /* a surrogate */
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                 /* an overlong slash */
        {"x" ACUTE ACUTE ACUTE "y", "x" ACUTE ACUTE ACUTE "y"},
        {"x" ACUTE ACUTE ACUTE ACUTE ACUTE "y", "x" ACUTE ACUTE ACUTE "y"},
        {ACUTE "x", "x"}, /* a mark without a base */
        {"\xFF" ACUTE "x", "\xEF\xBF\xBDx"},
        {"a\n" ACUTE "x", "a\nx"},
    };
    struct buffer clean = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        text_clean(&clean, bytes_of(rows[i].raw));
        assert_row_taken(i, &clean, rows[i].clean);
    }
    buffer_free(&clean);
}

static void a_nul_byte_is_spelled_out(void **state)
{
    (void)state;
    struct buffer clean = {0};
    text_clean(&clean, BYTES("a\0b"));
    assert_row_taken(0, &clean, "a<U+0000>b");
    buffer_free(&clean);
}

/* The ranges are held against the tables of libunistring. */
static void simple_text_is_clean_as_it_is_and_a_column_a_letter(void **state)
{
    (void)state;
    size_t count = 0, offset;
    for (uint32_t c = 0; c < 0x11000; c++) {
        uint8_t letter[8];
        int size = u8_uctomb(letter, c, sizeof letter);
        struct bytes text = {(const char *)letter, size > 0 ? (size_t)size : 0};
        if (size <= 0 || !text_is_simple(text))
            continue;
        count++;
        assert_row_int(c, text_is_utf8(text, &offset), true);
        assert_row_int(c, uc_is_general_category(c, UC_OTHER), false);
        assert_row_int(c, u8_width(letter, text.size, "UTF-8"), 1);
        uint8_t composed[16];
        size_t room = sizeof composed;
        assert_non_null(u8_normalize(UNINORM_NFC, letter, text.size, composed, &room));
        assert_row_int(c, bytes_equal((struct bytes){(const char *)composed, room}, text), true);
    }
    assert_true(count > 900);
    assert_true(text_is_simple(BYTES("")));
    assert_true(text_is_simple(BYTES("Điện Biên Phủ, ngày 7-5-1954…")));
    assert_false(text_is_simple(BYTES("x" ACUTE)));
    assert_false(text_is_simple(BYTES("a\tb")));
    assert_false(text_is_simple(BYTES("a\xE1\xBB")));
}

/* First and last of each run that must never reach a terminal (terminal.md 3.11). */
static const uint32_t unshowable[][2] = {
    {0x0001, 0x0008},   {0x000B, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},
    {0x061C, 0x061C},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x2064},
    {0x2066, 0x206F},   {0xE000, 0xE010},   {0xF8F0, 0xF8FF},   {0xFDD0, 0xFDEF},
    {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},   {0xFFFE, 0xFFFF},   {0x1FFFE, 0x1FFFF},
    {0xE0001, 0xE0001}, {0xE0020, 0xE007F}, {0xF0000, 0xF0010}, {0x10FFFD, 0x10FFFF},
};

static void what_a_terminal_may_not_see_is_spelled_out_and_found(void **state)
{
    (void)state;
    struct buffer clean = {0};
    for (size_t i = 0; i < COUNT(unshowable); i++) {
        for (uint32_t c = unshowable[i][0]; c <= unshowable[i][1]; c++) {
            char raw[8] = "a", expected[16];
            struct text_run at;
            int size = u8_uctomb((uint8_t *)raw + 1, c, 6);
            raw[1 + size] = 'b';
            snprintf(expected, sizeof expected, "a<U+%04X>b", (unsigned)c);
            text_clean(&clean, (struct bytes){raw, (size_t)size + 2});
            assert_row_taken(i, &clean, expected);
            assert_row_int(i, text_find_control((struct bytes){raw, (size_t)size + 2}, &at), true);
            assert_row_int(i, (long long)at.at, 1);
            assert_row_int(i, (long long)at.size, size);
        }
    }
    buffer_free(&clean);
}

static void one_line_has_single_blanks_and_none_at_its_ends(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *clean;
    } rows[] = {
        {"  a  b\n\n c\t", "a b c"},
        {"\n", ""},
        {"", ""},
        {"a", "a"},
        {"a\r\nb", "a<U+000D> b"},
        {" \x1b ", "<U+001B>"},
        {"a \xFF", "a \xEF\xBF\xBD"},
    };
    struct buffer clean = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        text_clean_line(&clean, bytes_of(rows[i].raw));
        assert_row_taken(i, &clean, rows[i].clean);
    }
    buffer_add_string(&clean, "x ");
    text_clean_line(&clean, BYTES("  y "));
    assert_row_taken(0, &clean, "x y");
    text_join_lines(&clean, 0);
    assert_int_equal(clean.size, 0);
    buffer_add_string(&clean, "x  \n c  d\n\ne ");
    text_join_lines(&clean, 3);
    assert_row_taken(0, &clean, "x  c d e");
    buffer_free(&clean);
}

static void the_first_byte_that_is_no_utf8_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *raw;
        bool valid;
        size_t offset;
    } rows[] = {
        {"", true, 0},
        {"abc", true, 3},
        {"Điện", true, 7},
        {"a\xFF", false, 1},
        {"Đ\xC4", false, 2},
        {"\x80", false, 0},
        {"\xF4\x90\x80\x80", false, 0},
        {"ab\xE1\xBB"
         "c",
         false, 2},
        {"\xED\xBF\xBF", false, 0},
        {"\xF0\x9F\x98\x80", true, 4},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t offset;
        assert_row_int(i, text_is_utf8(bytes_of(rows[i].raw), &offset), rows[i].valid);
        assert_row_int(i, (long long)offset, (long long)rows[i].offset);
    }
}

static void composed_text_is_told_from_decomposed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool composed;
    } rows[] = {
        {"", true},
        {"ascii", true},
        {"Điện Biên Phủ", true},
        {"e" ACUTE, false},
        {"x" ACUTE, true},
        {"o\xCC\xA3\xCC\x82", false},
        {"ộ", true},
        {"\xE1\xBB\x8D\xCC\x82", false},
        {"\xE2\x84\xAB", false}, /* the ångström sign */
        {"“–…”", true},
        {"\xEA\xB0\x80", true},
        {"\xE1\x84\x80\xE1\x85\xA1", false},
    };
    struct text_run control;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_int(i, text_is_composed(bytes_of(rows[i].text)), rows[i].composed);
        assert_row_int(i, text_find_control(bytes_of(rows[i].text), &control), false);
    }
}

static void columns_and_graphemes_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int width;
        size_t first, last; /* size of the first grapheme, place of the last */
    } rows[] = {
        {"", 0, 0, 0},
        {"abc", 3, 1, 2},
        {"Điện", 4, 2, 6},
        {"x" ACUTE "y", 2, 3, 3},
        {"y"
         "x" ACUTE,
         2, 1, 1},
        {"文字", 4, 3, 3},
        {"–", 1, 3, 0},
        {"▁█", 2, 3, 3},
        {"\xF0\x9F\x98\x80", 2, 4, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes text = bytes_of(rows[i].text);
        assert_row_int(i, text_width(text), rows[i].width);
        assert_row_int(i, (long long)text_grapheme(text), (long long)rows[i].first);
        assert_row_int(i, (long long)text_last_grapheme(text), (long long)rows[i].last);
        int columns;
        struct bytes next = text_next(text, &columns);
        assert_row_int(i, (long long)next.size, (long long)rows[i].first);
        assert_row_int(i, columns, text_width(bytes_first(text, rows[i].first)));
    }
}

static void the_points_of_a_grapheme_are_read_as_far_as_there_is_room(void **state)
{
    (void)state;
    uint32_t points[3];
    assert_int_equal(text_points(BYTES("x" ACUTE "y"), points, 3), 3);
    assert_int_equal(points[0], 'x');
    assert_int_equal(points[1], 0x301);
    assert_int_equal(text_points(BYTES("abcdef"), points, 2), 2);
    assert_int_equal(text_points(BYTES(""), points, 3), 0);
}

static void a_code_point_is_appended_unless_it_is_none(void **state)
{
    (void)state;
    static const struct {
        uint32_t point;
        const char *text;
    } rows[] = {
        {'a', "a"},   {0x111, "đ"}, {0x1ED9, "ộ"},  {0x1F600, "\xF0\x9F\x98\x80"},
        {0xD800, ""}, {0xDFFF, ""}, {0x110000, ""}, {UINT32_MAX, ""},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        text_add_point(&out, rows[i].point);
        assert_row_taken(i, &out, rows[i].text);
    }
    buffer_free(&out);
}

static void text_is_cut_between_graphemes_and_ends_in_an_ellipsis(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
        const char *fit, *cut, *padded;
    } rows[] = {
        {"abc", 3, "abc", "abc", "abc"},
        {"abc", 5, "abc", "abc", "abc  "},
        {"abcd", 3, "abc", "ab…", "ab…"},
        {"abc", 1, "a", "…", "…"},
        {"abc", 0, "", "", ""},
        {"abc", -4, "", "", ""},
        {"ab cd", 4, "ab c", "ab…", "ab… "},
        {"Điện Biên", 5, "Điện ", "Điện…", "Điện…"},
        {"文字字", 5, "文字", "文字…", "文字…"},
        {"文字", 3, "文", "文…", "文…"},
        {"文", 1, "", "…", "…"},
        {"x" ACUTE "yz", 1, "x" ACUTE, "…", "…"},
        {"x" ACUTE "yz", 2, "x" ACUTE "y", "x" ACUTE "…", "x" ACUTE "…"},
        {"", 2, "", "", "  "},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes text = bytes_of(rows[i].text);
        assert_row_bytes(i, text_fit(text, rows[i].columns), rows[i].fit);
        text_add_cut(&out, text, rows[i].columns);
        assert_row_taken(i, &out, rows[i].cut);
        text_add_padded(&out, text, rows[i].columns);
        assert_row_taken(i, &out, rows[i].padded);
    }
    buffer_free(&out);
}

/* --- Properties --- */

static void assert_is_clean(size_t round, struct bytes text)
{
    size_t offset, marks = 0;
    struct text_run control;
    if (!text_is_utf8(text, &offset) || text_find_control(text, &control) ||
        !text_is_composed(text) || memchr(text.at ? text.at : "", '\t', text.size))
        fail_msg("round %zu: not clean: %.*s", round, BYTES_ARGS(text));
    for (size_t i = 0; i + 1 < text.size; i++) {
        marks = text.at[i] == '\xCC' ? marks + 1 : (text.at[i] & 0xC0) == 0x80 ? marks : 0;
        if (marks > 3)
            fail_msg("round %zu: %zu marks: %.*s", round, marks, BYTES_ARGS(text));
    }
}

static void whatever_is_cleaned_is_clean_and_stays_as_it_is(void **state)
{
    (void)state;
    struct buffer raw = {0}, clean = {0}, again = {0};
    for (size_t round = 0; round < 20000; round++) {
        buffer_clear(&raw);
        buffer_clear(&clean);
        buffer_clear(&again);
        add_random(&raw);
        text_clean(&clean, buffer_bytes(&raw));
        assert_is_clean(round, buffer_bytes(&clean));
        text_clean(&again, buffer_bytes(&clean));
        assert_row(round, buffer_string(&again), buffer_string(&clean));
    }
    buffer_free(&raw);
    buffer_free(&clean);
    buffer_free(&again);
}

static void no_cut_is_wider_than_its_columns_or_splits_a_grapheme(void **state)
{
    (void)state;
    struct buffer raw = {0}, clean = {0}, cut = {0};
    for (size_t round = 0; round < 10000; round++) {
        int columns = (int)random_below(12);
        buffer_clear(&raw);
        buffer_clear(&clean);
        buffer_clear(&cut);
        add_random(&raw);
        text_clean_line(&clean, buffer_bytes(&raw));
        struct bytes text = buffer_bytes(&clean), fit = text_fit(text, columns);
        size_t at = 0;
        while (at < fit.size)
            at += text_grapheme(bytes_after(text, at));
        text_add_padded(&cut, text, columns);
        if (at != fit.size || text_width(fit) > columns ||
            text_width(buffer_bytes(&cut)) != columns)
            fail_msg("round %zu: %d columns of \"%s\"", round, columns, buffer_string(&clean));
    }
    buffer_free(&raw);
    buffer_free(&clean);
    buffer_free(&cut);
}

static void widths_are_those_of_the_c_library_for_all_of_the_shipped_data(void **state)
{
    (void)state;
    static unsigned char seen[0x30000];
    char line[8192];
    FILE *file = fopen("data/dien-bien-phu.rec", "r");
    if (!file || !setlocale(LC_CTYPE, "C.UTF-8"))
        skip();
    while (fgets(line, sizeof line, file)) {
        for (const uint8_t *at = (const uint8_t *)line; *at >= ' ';) {
            ucs4_t c;
            int size = u8_mbtouc(&c, at, 4);
            int width = text_width((struct bytes){(const char *)at, (size_t)size});
            if (c < COUNT(seen) && !seen[c]++ && width != wcwidth((wchar_t)c))
                fail_msg("U+%04X: %d, not %d", (unsigned)c, width, wcwidth((wchar_t)c));
            at += size;
        }
    }
    fclose(file);
}

static void digits_are_counted(void **state)
{
    (void)state;
    static const size_t least[] = {0, 10, 100, 1000}; /* with one digit, two, three, four */
    for (size_t i = 0; i < COUNT(least); i++)
        assert_row_int(i, text_digits(least[i]), (int)i + 1);
    for (size_t i = 1; i < COUNT(least); i++)
        assert_row_int(i, text_digits(least[i] - 1), (int)i);
    assert_int_equal(text_digits(UINT32_MAX), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_made_fit_to_be_shown),
        cmocka_unit_test(a_nul_byte_is_spelled_out),
        cmocka_unit_test(simple_text_is_clean_as_it_is_and_a_column_a_letter),
        cmocka_unit_test(what_a_terminal_may_not_see_is_spelled_out_and_found),
        cmocka_unit_test(one_line_has_single_blanks_and_none_at_its_ends),
        cmocka_unit_test(the_first_byte_that_is_no_utf8_is_known),
        cmocka_unit_test(composed_text_is_told_from_decomposed),
        cmocka_unit_test(columns_and_graphemes_are_counted),
        cmocka_unit_test(the_points_of_a_grapheme_are_read_as_far_as_there_is_room),
        cmocka_unit_test(a_code_point_is_appended_unless_it_is_none),
        cmocka_unit_test(text_is_cut_between_graphemes_and_ends_in_an_ellipsis),
        cmocka_unit_test(whatever_is_cleaned_is_clean_and_stays_as_it_is),
        cmocka_unit_test(no_cut_is_wider_than_its_columns_or_splits_a_grapheme),
        cmocka_unit_test(digits_are_counted),
        cmocka_unit_test(widths_are_those_of_the_c_library_for_all_of_the_shipped_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
