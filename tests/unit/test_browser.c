#include "unit_browser.h"

static void keys_move_the_selection_and_stop_at_the_ends(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"", "a"},
        {"j", "b"},
        {"<Down>", "c"},
        {"^", "c"},
        {"k", "b"},
        {"kkkkk", "a"},
        {"G", "j"},
        {"jj", "j"},
        {"g", "a"},
        {"<End>", "j"},
        {"<Home>", "a"},
        {"<^N><^N>", "c"},
        {"<^P>", "b"},
        {"<PgDn><PgDn>", "j"},
        {"<PgUp><PgUp>", "a"},
        {"]", "b"},
        {"]", "c"},
        {"]", "e"},
        {"]", "g"},
        {"[", "e"},
        {"[", "c"},
        {"}", "g"},
        {"{", "e"},
        {"{", "b"},
    };
    walk(rows, COUNT(rows));
}

static void a_page_leaves_a_row_in_sight_and_half_of_it_is_half(void **state)
{
    (void)state;
    struct surface surface = {0};
    surface_resize(&surface, 80, 10); /* seven rows for the list */
    browser_draw(&browser, &surface);
    size_t page = (size_t)browser.views[VIEW_TIMELINE].page;
    assert_true(page >= 3 && page < 7); /* a heading of its year stands above nearly each */
    browser_key(&browser, KEY_CODE_PAGE_DOWN);
    assert_int_equal(browser_selected(&browser), page - 1);
    browser_key(&browser, KEY_CODE_PAGE_UP);
    assert_int_equal(browser_selected(&browser), 0);
    browser_key(&browser, KEY_CODE_CONTROL('D'));
    assert_int_equal(browser_selected(&browser), page / 2);
    browser_key(&browser, KEY_CODE_CONTROL('U'));
    assert_int_equal(browser_selected(&browser), 0);
    surface_free(&surface);
}

static void a_pane_closes_onto_the_one_below_it(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        enum view_id list;
    } rows[] = {
        {"p", VIEW_PROVINCES},   {"<Enter>", VIEW_TIMELINE},   {"x", VIEW_TIMELINE},
        {"a", VIEW_AXIS},        {"p", VIEW_PROVINCES},        {"<Enter>", VIEW_AXIS},
        {"p<Esc>", VIEW_AXIS},   {"<Enter>p", VIEW_PROVINCES}, {"<Enter>", VIEW_AXIS},
        {"<Enter>a", VIEW_AXIS}, {"q", VIEW_TIMELINE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        type(&browser, rows[i].keys);
        assert_row_int(i, browser.panes.list, rows[i].list);
    }
    assert_false(browser.wants.quit);
}

static void one_goes_to_dates_numbers_percentages_and_ids(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool goes;
        const char *id;
    } rows[] = {
        {"1954", true, "e"},       {"5/1954", true, "e"},   {"7/5/1954", true, "e"},
        {"1954-05-08", true, "f"}, {"8-5-1954", true, "f"}, {"1955", true, "g"},
        {"1899", true, "a"},       {"1999", true, "j"},     {" 1968 ", true, "g"},
        {"1", true, "a"},          {"3", true, "c"},        {"10", true, "j"},
        {"999", true, "j"},        {"0%", true, "a"},       {"50%", true, "e"},
        {"100%", true, "j"},       {"h", true, "h"},        {"101%", false, "a"},
        {"0", false, "a"},         {"", false, "a"},        {"nowhere", false, "a"},
        {"31/2/1954", false, "a"}, {"-1", false, "a"},      {"%", false, "a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        browser_go(&browser, 0, false);
        assert_row_int(i, browser_go_to(&browser, bytes_of(rows[i].typed)), rows[i].goes);
        assert_at(i, rows[i].id);
    }
    type(&browser, "g:1954<Enter>");
    assert_at(100, "e");
    type(&browser, ":nowhere<Enter>");
    assert_at(101, "e");
    assert_true(browser.notice.size > 0);
    type(&browser, ":1930<Esc>");
    assert_at(102, "e");
}

static void a_filter_keeps_the_selection_or_takes_the_nearest_later_one(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"jj&one<Enter>", "c"}, /* it is among them */
        {"x", "c"},
        {"j&one<Enter>", "e"}, /* d is hidden: the next one is e */
        {"x", "d"},            /* and comes back */
        {"jj&two<Enter>", "f"},
        {"&one<Enter>", "h"}, /* f is hidden */
        {"k", "e"},           /* gone to by hand */
        {"x", "e"},
        {"G&one<Enter>", "h"}, /* none is later: the last */
        {"&<Enter>", "j"},     /* an empty text clears */
    };
    walk(rows, COUNT(rows));
    assert_false(question_is_open(&browser.question));
}

static void zero_hits_leave_nothing_selected_and_hurt_nobody(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"jj&zzz<Enter>", ""},
        {"jkGg[]{}<PgDn><PgUp><^D><^U>", ""},
        {"<Enter><Tab>lOh", ""},
        {"n", ""},
        {"/one<Enter>", ""},
        {"<Esc>:1954<Enter>", ""},
        {":b<Enter>", ""},
        {"pson<Esc><Esc>", ""},
        {"12u", ""},
        {"xx", "c"},
    };
    walk(rows, 5);
    assert_int_equal(browser.answer.count, 0);
    walk(rows + 5, COUNT(rows) - 6);
    while (question_is_open(&browser.question) || browser.seeking.query)
        type(&browser, "x");
    assert_int_equal(browser.answer.count, store.count);
    assert_int_not_equal(browser_selected(&browser), EVENT_NONE);
}

static void jumps_are_walked_back(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"j:1954<Enter>", "e"}, {"G", "j"}, {"u", "e"}, {"u", "b"}, {"u", "b"},
        {"]]]", "g"},           {"u", "e"}, {"u", "c"}, {"u", "b"},
    };
    walk(rows, COUNT(rows));
    assert_int_equal(browser.visited.count, 0);
    for (int i = 0; i < 200; i++)
        type(&browser, i % 2 ? "g" : "G");
    assert_int_equal(browser.visited.count, VISITED_MAX);
    for (int i = 0; i < VISITED_MAX; i++)
        type(&browser, "u");
    assert_int_equal(browser.visited.count, 0);
    type(&browser, "u");
    assert_true(browser.notice.size > 0);
}

static void a_question_is_taken_over_whole(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    question_set_words(&question, BYTES("one"));
    question.certain = true;
    browser_take_question(&browser, &question);
    assert_false(question_is_open(&question));
    assert_int_equal(browser.answer.count, 4);
    question_free(&question);
}

static void screen_of(struct browser *of, struct buffer *out)
{
    struct surface surface = {0};
    surface_resize(&surface, 100, 24);
    browser_draw(of, &surface);
    buffer_clear(out);
    surface_print(&surface, out);
    surface_free(&surface);
}

static void two_browsers_over_one_store_do_not_disturb_each_other(void **state)
{
    (void)state;
    static const char script[] = "jjL&one<Enter>j/the<Enter>pdien<Space>son<Space><Enter>B<Enter>?";
    struct browser other;
    struct buffer before = {0}, after = {0}, alone = {0};
    browser_init(&other, &store, LANGUAGE_EN);
    type(&other, "j<Enter>");
    screen_of(&other, &before);
    type(&browser, script);
    screen_of(&browser, &alone);
    screen_of(&other, &after);
    assert_string_equal(buffer_string(&after), buffer_string(&before));
    browser_free(&other);
    browser_init(&other, &store, LANGUAGE_EN);
    browser_free(&browser);
    browser_init(&browser, &store, LANGUAGE_EN);
    for (struct bytes left = BYTES(script); left.size;) { /* now key by key in turns */
        char key[16];
        size_t size = left.at[0] == '<' ? bytes_find(left, BYTES(">")) + 1 : text_grapheme(left);
        snprintf(key, sizeof key, "%.*s", (int)size, left.at);
        type(&other, key);
        type(&browser, "k/beta<Enter>");
        left = bytes_after(left, size);
    }
    screen_of(&other, &after);
    assert_string_equal(buffer_string(&after), buffer_string(&alone));
    browser_free(&other);
    buffer_free(&before);
    buffer_free(&after);
    buffer_free(&alone);
}

static void no_keys_at_no_size_bring_it_out_of_order(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "j",
        "k",
        "G",
        "g",
        "<PgDn>",
        "<PgUp>",
        "<^D>",
        "<^U>",
        "]",
        "[",
        "}",
        "{",
        ":",
        "/",
        "&",
        "<Enter>",
        "<Esc>",
        "<Tab>",
        "O",
        "L",
        "B",
        "?",
        "p",
        "x",
        "u",
        "n",
        "N",
        "1",
        "2",
        "o",
        "one",
        "1954",
        "50%",
        "<Backspace>",
        "<Left>",
        "<Right>",
        "<Space>",
        "đ",
        "dien ",
        "<^L>",
        "<PasteBegin>a<PasteEnd>",
    };
    struct surface surface = {0};
    for (size_t round = 0; round < 1500; round++) {
        each_key(keys[random_below(COUNT(keys))], take, &browser);
        surface_resize(&surface, 1 + (int)random_below(130), 1 + (int)random_below(30));
        browser_draw(&browser, &surface);
        uint32_t selected = browser_selected(&browser);
        assert_row_int(round, selected == EVENT_NONE, browser.answer.count == 0);
        assert_row_int(round, surface.cursor_x >= 0 && surface.cursor_x < surface.width, true);
        assert_row_int(round, surface.cursor_y >= 0 && surface.cursor_y < surface.height, true);
        for (int y = 0; y < surface.height; y++) {
            int width = 0;
            for (int x = 0; x < surface.width; x++)
                width += surface_at(&surface, x, y)->width;
            assert_row_int(round, width, surface.width);
        }
    }
    surface_free(&surface);
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(keys_move_the_selection_and_stop_at_the_ends),
        WALK(a_page_leaves_a_row_in_sight_and_half_of_it_is_half),
        WALK(a_pane_closes_onto_the_one_below_it),
        WALK(one_goes_to_dates_numbers_percentages_and_ids),
        WALK(a_filter_keeps_the_selection_or_takes_the_nearest_later_one),
        WALK(zero_hits_leave_nothing_selected_and_hurt_nobody),
        WALK(jumps_are_walked_back),
        WALK(a_question_is_taken_over_whole),
        WALK(two_browsers_over_one_store_do_not_disturb_each_other),
        WALK(no_keys_at_no_size_bring_it_out_of_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
