#include "show/strip.h"
#include "unit_browser.h"

/* Moving by the density strip: from peak to peak, and to a column. */

static void peaks_are_walked_to_and_back(void **state)
{
    (void)state;
    /* Seventy columns of 17 months: 1945 and 1954 have two events each. */
    static const struct walk rows[] = {
        {"", "a"},  {")", "b"}, {")", "c"}, {")", "e"}, {")", "g"}, {")", "h"},
        {")", "i"}, {")", "j"}, {")", "j"}, {"(", "i"}, {"(", "h"}, {"(", "g"},
        {"(", "e"}, {"(", "c"}, {"(", "b"}, {"(", "a"}, {"(", "a"}, {")u", "a"},
    };
    walk(rows, COUNT(rows));
}

static void peaks_are_walked_on_the_axis_and_in_the_detail_too(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"a", "a"}, {"))", "c"}, {"(", "b"}, {"<Enter>", "b"}, {")", "c"}, {"q:50%<Enter>", "e"},
    };
    walk(rows, COUNT(rows));
    assert_int_equal(browser.panes.list, VIEW_AXIS);
}

static void assert_notice(size_t row, const char *expected)
{
    struct buffer got = {0};
    buffer_add(&got, buffer_bytes(&browser.notice));
    assert_row_taken(row, &got, expected);
    buffer_free(&got);
}

static void the_strip_says_what_it_stands_for(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *notice;
    } rows[] = {
        {"))", "peak: 2 in 17 months"},
        {"(((", "no peak before this"},
        {"G)", "no peak further on"},
        {"#", "highest column: 2 in 17 months"},
        {"L#", "cột cao nhất: 2 sự kiện trong 17 tháng"},
        {"a(", "đỉnh: khoảng 1 sự kiện trong 17 tháng"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        type(&browser, rows[i].keys);
        assert_notice(i, rows[i].notice);
    }
}

/* Every peak is reached by going on, and the same ones by going back, whatever is left. */
static void no_peak_is_missed_and_none_is_a_trap(void **state)
{
    (void)state;
    struct store shipped;
    struct browser b;
    static const char *const words[] = {"", "dien bien", "1954", "che"};
    store_of_shipped(&shipped);
    browser_init(&b, &shipped, LANGUAGE_VI);
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t on = 0, back = 0;
        question_set_words(&b.question, bytes_of(words[i]));
        browser_ask(&b);
        browser_go(&b, 0, false);
        type(&b, "");
        for (uint32_t at = EVENT_NONE; at != browser_selected(&b); on++) {
            at = browser_selected(&b);
            strip_peak(&b, 1);
        }
        browser_go(&b, SIZE_MAX, false);
        for (uint32_t at = EVENT_NONE; at != browser_selected(&b); back++) {
            at = browser_selected(&b);
            strip_peak(&b, -1);
        }
        assert_true(on > 1 && on < 40);
        assert_true(on == back || on + 1 == back ||
                    on == back + 1); /* one may stand on the first */
    }
    browser_free(&b);
    store_close(&shipped);
}

static void a_column_leads_to_its_time(void **state)
{
    (void)state;
    static const struct {
        int x;
        bool goes;
        const char *id;
    } rows[] = {
        {4, false, "a"}, {5, true, "a"},  {25, true, "a"},  {26, true, "b"},
        {42, true, "e"}, {74, true, "j"}, {75, false, "a"}, {-1, false, "a"},
    };
    type(&browser, "");
    for (size_t i = 0; i < COUNT(rows); i++) {
        browser_go(&browser, 0, false);
        assert_row_int(i, strip_press(&browser, rows[i].x, 1), rows[i].goes);
        assert_at(i, rows[i].id);
    }
}

static void nothing_left_is_nowhere_to_go(void **state)
{
    (void)state;
    type(&browser, "&nothing<Enter>()#");
    assert_int_equal(browser_selected(&browser), EVENT_NONE);
    assert_false(strip_press(&browser, 10, 1));
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(peaks_are_walked_to_and_back),
        WALK(peaks_are_walked_on_the_axis_and_in_the_detail_too),
        WALK(the_strip_says_what_it_stands_for),
        WALK(no_peak_is_missed_and_none_is_a_trap),
        WALK(a_column_leads_to_its_time),
        WALK(nothing_left_is_nowhere_to_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
