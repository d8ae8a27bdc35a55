#include "unit_browser.h"

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
    assert_null(browser.seeking.query);
    type(&browser, "n");
    assert_true(browser.notice.size > 0);
}

static void a_cancelled_search_leads_back_to_where_it_began(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"jj", "c"}, {"/iota", "i"}, {"<Esc>", "c"}, {"/ka<^C>", "c"}};
    walk(rows, COUNT(rows));
    assert_false(browser.wants.quit);
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
        {"pson<Enter>", 3},    /* what is typed is meant, not what was chosen before */
        {"xpson<Enter>", 3},
        {"xpdien b<Space><Esc>", 10},                 /* left without effect */
        {"pson la<Space>dien bien<Space><Enter>", 6}, /* any of the two */
        {"p&<Enter>", 1},                             /* all of them */
        {"p&<Enter>", 6},
        {"x", 10},
        {"phanoi<Space><Backspace><Enter>", 4},
        {"xpSơn<Enter>", 3},
        {"xpzzz<Enter>", 10}, /* no such province: nothing is chosen */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        type(&browser, rows[i].keys);
        assert_row_int(i, (long long)browser.answer.count, (long long)rows[i].count);
        while (browser.panes.list != VIEW_TIMELINE)
            type(&browser, "<Esc>");
    }
}

/* Of the ten events a to j, p1 has a, c, d, h; p2 b, d, e; p3 f, g, i, j. */
static void a_province_keeps_the_selected_event_or_the_nearest_later_one(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {":c<Enter>pdien b<Enter>", "c"}, /* it is there */
        {"xpson<Enter>", "d"},            /* the nearest later one */
        {"x", "c"},                       /* and back, as nothing was gone to meanwhile */
        {"phanoi<Enter>", "f"},
        {"x:h<Enter>pson<Enter>", "e"}, /* none is later: the last */
        {"xphanoi<Enter>", "i"},
        {"x:d<Enter>pson<Space>dien bien<Space>&<Enter>", "d"},
    };
    walk(rows, COUNT(rows));
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
        assert_row_int(i, fresh.wants.quit, rows[i].quits);
        assert_row_int(i, fresh.wants.suspend, false);
        browser_free(&fresh);
    }
    type(&browser, "<PasteBegin>G<PasteEnd>");
    assert_at(0, "a");
    type(&browser, "G");
    assert_at(1, "j");
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(a_search_goes_along_with_what_is_typed),
        WALK(a_cancelled_search_leads_back_to_where_it_began),
        WALK(a_link_is_followed_even_where_a_filter_hides_it),
        WALK(provinces_are_typed_chosen_and_applied),
        WALK(a_province_keeps_the_selected_event_or_the_nearest_later_one),
        WALK(leaving_is_asked_for_by_q_and_never_by_escape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
