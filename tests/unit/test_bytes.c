#include <stdio.h>

#include "unit.h"

static void null_is_the_empty_run(void **state)
{
    (void)state;
    struct bytes none = bytes_of(NULL), rest;
    assert_int_equal(none.size, 0);
    assert_true(bytes_equal(none, BYTES("")));
    assert_true(bytes_start(none, none));
    assert_int_equal(bytes_after(none, 3).size, 0);
    assert_int_equal(bytes_first(none, 3).size, 0);
    assert_int_equal(bytes_trim(none).size, 0);
    assert_int_equal(bytes_split(none, ' ', &rest).size, 0);
    assert_int_equal(rest.size, 0);
    assert_int_equal(bytes_find(none, BYTES("a")), 0);
    assert_int_equal(bytes_compare(none, BYTES("")), 0);
    assert_false(bytes_are_digits(none));
}

static void runs_are_ordered_by_byte_value_and_a_beginning_comes_first(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } rows[] = {
        {"", "", 0},     {"", "a", -1},  {"a", "a", 0},         {"a", "b", -1},   {"ab", "a", 1},
        {"a", "ab", -1}, {"b", "ab", 1}, {"z", "\xC4\x91", -1}, {"\xFF", "a", 1}, {"A", "a", -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes a = bytes_of(rows[i].a), b = bytes_of(rows[i].b);
        int order = bytes_compare(a, b);
        assert_row_int(i, (order > 0) - (order < 0), rows[i].order);
        assert_row_int(i, bytes_equal(a, b), rows[i].order == 0);
    }
}

static void a_nul_is_a_byte_like_any_other(void **state)
{
    (void)state;
    assert_false(bytes_equal(BYTES("a\0b"), BYTES("a\0c")));
    assert_int_equal(bytes_find(BYTES("a\0b"), BYTES("\0b")), 1);
    assert_true(bytes_hash(BYTES("a\0")) != bytes_hash(BYTES("a")));
}

static void a_prefix_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *text, *prefix;
        bool starts;
    } rows[] = {
        {"Title_vi", "Title", true},
        {"Title", "Title", true},
        {"Titl", "Title", false},
        {"", "", true},
        {"x", "", true},
        {"xTitle", "Title", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, bytes_start(bytes_of(rows[i].text), bytes_of(rows[i].prefix)),
                       rows[i].starts);
}

static void parts_never_reach_beyond_the_run(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        const char *first, *after;
    } rows[] = {
        {0, "", "abc"}, {1, "a", "bc"}, {3, "abc", ""}, {4, "abc", ""}, {SIZE_MAX, "abc", ""}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_bytes(i, bytes_first(BYTES("abc"), rows[i].count), rows[i].first);
        assert_row_bytes(i, bytes_after(BYTES("abc"), rows[i].count), rows[i].after);
    }
}

static void trimming_takes_spaces_tabs_and_returns_at_both_ends_only(void **state)
{
    (void)state;
    static const struct {
        const char *text, *trimmed;
    } rows[] = {
        {"", ""},
        {" ", ""},
        {" \t\r ", ""},
        {"a", "a"},
        {" a b ", "a b"},
        {"a\r", "a"},
        {"\ta\t", "a"},
        {"\na\n", "\na\n"},
        {"\xC2\xA0"
         "a",
         "\xC2\xA0"
         "a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_bytes(i, bytes_trim(bytes_of(rows[i].text)), rows[i].trimmed);
}

static void splitting_is_at_the_first_mark(void **state)
{
    (void)state;
    static const struct {
        const char *text, *before, *rest;
    } rows[] = {
        {"a b c", "a", "b c"}, {"abc", "abc", ""}, {"", "", ""},        {" a", "", "a"},
        {"a ", "a", ""},       {" ", "", ""},      {"a  b", "a", " b"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes rest;
        assert_row_bytes(i, bytes_split(bytes_of(rows[i].text), ' ', &rest), rows[i].before);
        assert_row_bytes(i, rest, rows[i].rest);
    }
}

static void splitting_may_leave_the_rest_in_the_run_that_was_split(void **state)
{
    (void)state;
    struct bytes left = BYTES("one two three");
    size_t count = 0;
    for (; left.size; count++)
        bytes_split(left, ' ', &left);
    assert_int_equal(count, 3);
}

static void a_needle_is_found_where_it_first_stands(void **state)
{
    (void)state;
    static const struct {
        const char *text, *needle;
        size_t at;
    } rows[] = {
        {"abcabc", "bc", 1}, {"abcabc", "ca", 2}, {"abc", "abc", 0}, {"abc", "abcd", 3},
        {"abc", "", 0},      {"", "a", 0},        {"aab", "ab", 1},  {"aaab", "aab", 1},
        {"abc", "x", 3},     {"abab", "abb", 4},  {"abc", "c", 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, (long long)bytes_find(bytes_of(rows[i].text), bytes_of(rows[i].needle)),
                       (long long)rows[i].at);
}

static void numbers_are_digits_alone_up_to_nine_of_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool digits, read;
        int number;
    } rows[] = {
        {"0", true, true, 0},
        {"7", true, true, 7},
        {"1954", true, true, 1954},
        {"007", true, true, 7},
        {"999999999", true, true, 999999999},
        {"1000000000", true, false, -1},
        {"99999999999999999999", true, false, -1},
        {"", false, false, -1},
        {"-1", false, false, -1},
        {"+1", false, false, -1},
        {" 1", false, false, -1},
        {"1 ", false, false, -1},
        {"1a", false, false, -1},
        {"\xD9\xA1", false, false, -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int number = -1;
        assert_row_int(i, bytes_are_digits(bytes_of(rows[i].text)), rows[i].digits);
        assert_row_int(i, bytes_number(bytes_of(rows[i].text), &number), rows[i].read);
        assert_row_int(i, number, rows[i].number);
    }
}

static void the_hash_knows_each_bit_and_the_length(void **state)
{
    (void)state;
    char text[40] = {0};
    for (size_t size = 0; size < sizeof text; size++) {
        struct bytes bytes = {text, size};
        unsigned long long hash = bytes_hash(bytes);
        assert_true(bytes_hash((struct bytes){text, size + 1}) != hash);
        for (size_t bit = 0; bit < size * 8; bit++) {
            text[bit / 8] = (char)(1 << bit % 8);
            assert_true(bytes_hash(bytes) != hash);
            text[bit / 8] = 0;
        }
        assert_true(bytes_hash(bytes) == hash);
    }
}

/* Names that differ at one place, in each of the words that the hash is made of, have hashes that
 * differ in their last bits: 4,096 of them leave no more of 8,192 slots free than chance does. */
static void the_hash_spreads_names_that_are_numbered(void **state)
{
    (void)state;
    for (size_t before = 0; before < 20; before++) {
        static bool taken[8192];
        size_t count = 0;
        memset(taken, 0, sizeof taken);
        for (int i = 0; i < 4096; i++) {
            char name[40];
            int size =
                snprintf(name, sizeof name, "%.*s%d", (int)before, "Province of the North ", i);
            size_t slot = bytes_hash((struct bytes){name, (size_t)size}) % 8192;
            count += !taken[slot];
            taken[slot] = true;
        }
        assert_true(count > 3000); /* 3,223 by chance */
    }
}

/* In ids of eight bytes, all of them one word, no digit stands against another. */
static void the_hash_spreads_ids_of_one_word(void **state)
{
    (void)state;
    static bool taken[262144];
    size_t count = 0;
    for (int i = 0; i < 100000; i++) {
        char id[16];
        int size = snprintf(id, sizeof id, "e%07d", i);
        size_t slot = bytes_hash((struct bytes){id, (size_t)size}) % 262144;
        count += !taken[slot];
        taken[slot] = true;
    }
    assert_true(count > 65000); /* 83,142 by chance */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(null_is_the_empty_run),
        cmocka_unit_test(runs_are_ordered_by_byte_value_and_a_beginning_comes_first),
        cmocka_unit_test(a_nul_is_a_byte_like_any_other),
        cmocka_unit_test(a_prefix_is_known),
        cmocka_unit_test(parts_never_reach_beyond_the_run),
        cmocka_unit_test(trimming_takes_spaces_tabs_and_returns_at_both_ends_only),
        cmocka_unit_test(splitting_is_at_the_first_mark),
        cmocka_unit_test(splitting_may_leave_the_rest_in_the_run_that_was_split),
        cmocka_unit_test(a_needle_is_found_where_it_first_stands),
        cmocka_unit_test(numbers_are_digits_alone_up_to_nine_of_them),
        cmocka_unit_test(the_hash_knows_each_bit_and_the_length),
        cmocka_unit_test(the_hash_spreads_names_that_are_numbered),
        cmocka_unit_test(the_hash_spreads_ids_of_one_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
