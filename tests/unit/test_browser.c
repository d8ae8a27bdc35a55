#include "show/browser.h"

#include "unit_keys.h"
#include "unit_store.h"

/* Ten events, 1930 to 1990, in three provinces. */
static const char text[] =
    "%rec: Timeline\n\nTitle_vi: Thử\nTitle_en: Test\nLanguages: vi en\nDate: 1900/2000\n"
    "Gazetteer: g.rec\n\n%rec: Event\n\n"
    "Id: a\nDate: 1930\nTitle: Alpha one\nProvince: p1\nSee: j\nSee: b\nSee: nobody\n\n"
    "Id: b\nDate: 1940-02\nTitle: Beta two\nProvince: p2\nTag: war\n\n"
    "Id: c\nDate: 1945-08-19\nTitle: Gamma one\nProvince: p1\n\n"
    "Id: d\nDate: 1945-09-02\nTitle: Đệ tứ\nProvince: p2\nProvince: p1\n\n"
    "Id: e\nDate: 1954-05-07\nTitle: Epsilon one\nProvince: p2\n\n"
    "Id: f\nDate: 1954-05-08~\nTitle: Zeta two\nProvince: p3\n\n"
    "Id: g\nDate: 1968\nTitle: Eta\nProvince: p3\n\n"
    "Id: h\nDate: 1975-04-30\nTitle: Theta one\nProvince: p1\n\n"
    "Id: i\nDate: 1986?\nTitle: Iota\nProvince: p3\n\n"
    "Id: j\nDate: 1990\nTitle: Kappa\nProvince: p3\n";
static const char units[] = "Id: p1\nName_vi: Điện Biên\nName_en: Dien Bien\n\n"
                            "Id: p2\nName_vi: Sơn La\nName_en: Son La\n\n"
                            "Id: p3\nName_vi: Hà Nội\nName_en: Hanoi\n";

static struct store store;
static struct browser browser;

static int open_browser(void **state)
{
    (void)state;
    store_of(&store, text, units);
    browser_init(&browser, &store, LANGUAGE_EN);
    return 0;
}

static int close_browser(void **state)
{
    (void)state;
    browser_free(&browser);
    store_close(&store);
    return 0;
}

static void take(void *context, uint32_t key)
{
    browser_key(context, key);
}

/* Types a script and draws, as the loop does. */
static void type(struct browser *to, const char *keys)
{
    struct surface surface = {0};
    surface_resize(&surface, 80, 24);
    each_key(keys, take, to);
    browser_draw(to, &surface);
    surface_free(&surface);
}

/* Fails unless the event with this id is selected, "" meaning none. */
static void assert_at(size_t row, const char *id)
{
    struct buffer got = {0};
    uint32_t selected = browser_selected(&browser);
    if (selected != EVENT_NONE)
        add_ids(&got, &store, &selected, 1);
    assert_row_taken(row, &got, id);
    buffer_free(&got);
}

struct walk {
    const char *keys, *id;
};

/* Types one script after another into one browser. */
static void walk(const struct walk *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        type(&browser, rows[i].keys);
        assert_at(i, rows[i].id);
    }
}

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
        {"{", "c"},
    };
    walk(rows, COUNT(rows));
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
    while (question_is_open(&browser.question) || browser.search)
        type(&browser, "x");
    assert_int_equal(browser.answer.count, store.count);
    assert_int_not_equal(browser_selected(&browser), EVENT_NONE);
}

static void a_search_goes_along_with_what_is_typed(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"/t", "b"},          {"he", "h"},    {"<Backspace><Backspace>", "b"},
        {"wo<Enter>", "b"},   {"n", "f"},     {"n", "b"},
        {"N", "f"},           {"N", "b"},     {"j/one", "c"},
        {"<Esc>", "c"},       {"G/one", "a"}, {"<Enter>", "a"},
        {"n", "c"},           {"G", "j"},     {"n", "a"},
        {"/zzz<Enter>", "a"}, {"n", "a"},     {"/đệ<Enter>", "d"},
        {"/de<Enter>", "d"},  {"x", "d"},
    };
    walk(rows, COUNT(rows));
    assert_null(browser.search);
    type(&browser, "n");
    assert_true(browser.notice.size > 0);
}

static void a_cancelled_search_leads_back_to_where_it_began(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"jj", "c"}, {"/iota", "i"}, {"<Esc>", "c"}, {"/ka<^C>", "c"}};
    walk(rows, COUNT(rows));
    assert_false(browser.wants_quit);
}

static void jumps_are_walked_back(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"j:1954<Enter>", "e"}, {"G", "j"}, {"u", "e"}, {"u", "b"}, {"u", "b"},
        {"]]]", "g"},           {"u", "e"}, {"u", "c"}, {"u", "b"},
    };
    walk(rows, COUNT(rows));
    assert_int_equal(browser.visited_count, 0);
    for (int i = 0; i < 200; i++)
        type(&browser, i % 2 ? "g" : "G");
    assert_int_equal(browser.visited_count, VISITED_MAX);
    for (int i = 0; i < VISITED_MAX; i++)
        type(&browser, "u");
    assert_int_equal(browser.visited_count, 0);
    type(&browser, "u");
    assert_true(browser.notice.size > 0);
}

static void a_link_is_followed_even_where_a_filter_hides_it(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"2", "b"}, {"u", "a"}, {"1", "j"},           {"u", "a"},
        {"3", "a"}, {"9", "a"}, {"&one<Enter>", "a"}, {"2", "b"},
    };
    walk(rows, COUNT(rows));
    assert_int_equal(browser.answer.count, store.count);
}

static void provinces_are_typed_chosen_and_applied(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        size_t count;
    } rows[] = {
        {"pdien b<Enter>", 4}, /* type to narrow */
        {"pson<Enter>", 4},    /* one is chosen already: it stays */
        {"xpson<Enter>", 3},
        {"xpdien b<Space><Esc>", 10},         /* left without effect */
        {"pson<Space>dien<Space><Enter>", 6}, /* any of the two */
        {"p&<Enter>", 1},                     /* all of them */
        {"p&<Enter>", 6},
        {"x", 10},
        {"phanoi<Space><Backspace><Enter>", 4},
        {"xpSơn<Enter>", 3},
        {"xpzzz<Enter>", 10}, /* no such province: nothing is chosen */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        type(&browser, rows[i].keys);
        assert_row_int(i, (long long)browser.answer.count, (long long)rows[i].count);
        while (browser.list != VIEW_TIMELINE)
            type(&browser, "<Esc>");
    }
}

static void leaving_is_asked_for_by_q_and_never_by_escape(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        bool quits;
    } rows[] = {
        {"q", true},
        {"Q", true},
        {"<^C>", true},
        {"<Esc><Esc><Esc><Esc>", false},
        {"<Enter>q", false},
        {"<Enter>qq", true},
        {"?q", false},
        {"?Q", true},
        {"?<^C>", true},
        {"p<^C>", true},
        {"pq", false},
        {"pQ", false},
        {"/q", false},
        {"/q<Enter>", false},
        {"/<^C>", false},
        {"hh<Left>", false},
        {"<PasteBegin>q<Enter>QG/x<^C><PasteEnd>", false},
        {"/<PasteBegin>a<Esc>Q<PasteEnd>", false},
        {"/<PasteBegin>a<^C>Q<^C><PasteEnd>", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct browser fresh;
        browser_init(&fresh, &store, LANGUAGE_VI);
        type(&fresh, rows[i].keys);
        assert_row_int(i, fresh.wants_quit, rows[i].quits);
        assert_row_int(i, fresh.wants_suspend, false);
        browser_free(&fresh);
    }
    type(&browser, "<PasteBegin>G<PasteEnd>");
    assert_at(0, "a");
    type(&browser, "G");
    assert_at(1, "j");
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
        WALK(one_goes_to_dates_numbers_percentages_and_ids),
        WALK(a_filter_keeps_the_selection_or_takes_the_nearest_later_one),
        WALK(zero_hits_leave_nothing_selected_and_hurt_nobody),
        WALK(a_search_goes_along_with_what_is_typed),
        WALK(a_cancelled_search_leads_back_to_where_it_began),
        WALK(jumps_are_walked_back),
        WALK(a_link_is_followed_even_where_a_filter_hides_it),
        WALK(provinces_are_typed_chosen_and_applied),
        WALK(leaving_is_asked_for_by_q_and_never_by_escape),
        WALK(a_question_is_taken_over_whole),
        WALK(two_browsers_over_one_store_do_not_disturb_each_other),
        WALK(no_keys_at_no_size_bring_it_out_of_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
