#include "show/browser.h"

#include "unit_keys.h"
#include "unit_store.h"

/* Searching a timeline too large to be searched at once. */

#define EVENTS     8000
#define EVENT_ROOM 4000 /* bytes */
#define RARE       7600 /* the one event that is called blue */
#define OFTEN      1000 /* from one event called red to the next */

static struct store store;
static struct browser browser;

static int open_events(bool reversed)
{
    struct buffer text = {0};
    for (int i = 0; i < EVENTS; i++) {
        buffer_printf(&text, "Date: %04d\nTitle: %s\nText: ", reversed ? EVENTS - i : i + 1,
                      i == RARE         ? "blue"
                      : i % OFTEN == 10 ? "red"
                                        : "grey");
        buffer_add_repeat(&text, 'x', EVENT_ROOM);
        buffer_add_string(&text, "\n\n");
    }
    store_of_bytes(&store, buffer_bytes(&text), NULL, NULL);
    browser_init(&browser, &store, LANGUAGE_EN);
    buffer_free(&text);
    return 0;
}

static int open_large(void **state)
{
    (void)state;
    return open_events(false);
}

static int open_reversed(void **state)
{
    (void)state;
    return open_events(true);
}

static int close_large(void **state)
{
    (void)state;
    browser_free(&browser);
    store_close(&store);
    return 0;
}

static void press(void *context, uint32_t key)
{
    browser_key(context, key);
}

/* Types and draws; fails unless the screen then says `words`, and the place is `place`. */
static void type(const char *keys, const char *words, size_t place)
{
    struct buffer screen = {0};
    struct surface surface = {0};
    each_key(keys, press, &browser);
    surface_resize(&surface, 80, 24);
    browser_draw(&browser, &surface);
    surface_print(&surface, &screen);
    if (!strstr(buffer_string(&screen), words))
        fail_msg("%s: no \"%s\" in: %s", keys, words, buffer_string(&screen));
    if (browser.views[VIEW_TIMELINE].cursor != place)
        fail_msg("%s: at %zu, not %zu", keys, browser.views[VIEW_TIMELINE].cursor, place);
    surface_free(&surface);
    buffer_free(&screen);
}

/* Does all the work there is; returns how many times something new was to be seen. */
static int work(void)
{
    int news = 0;
    enum browser_work done;
    while ((done = browser_work(&browser)) != BROWSER_IDLE)
        news += done == BROWSER_DONE;
    return news;
}

static void what_is_found_first_is_shown_first(void **state)
{
    (void)state;
    type("/red", "searching, ", 10);
    assert_true(browser.seeking.search.matches.count < EVENTS / OFTEN);
    assert_int_equal(work(), 1);
    type("", " 8 found: 8 title|", 10);
    type("<Enter>", "11/8000", 10);
    type("n", "match 2 of 8", OFTEN + 10);
}

static void a_match_far_off_is_gone_to_when_it_is_found(void **state)
{
    (void)state;
    type("/blue", "0 found · searching, ", 0);
    assert_true(work() > 0);
    type("", " 1 found: 1 title|", RARE);
    type("<Esc>", "1/8000", 0);
}

static void other_words_begin_anew(void **state)
{
    (void)state;
    type("/blue", "searching, ", 0);
    type("<Backspace><Backspace><Backspace><Backspace>red", "searching, ", 10);
    work();
    type("", " 8 found: 8 title|", 10);
}

static void escape_stops_it(void **state)
{
    (void)state;
    type("/blue<Esc>", "1/8000", 0);
    assert_int_equal(browser_work(&browser), BROWSER_IDLE);
    type("/red", "searching, ", 10);
    type("<Enter>", " searching, ", 10);
    size_t found = browser.seeking.search.matches.count;
    type("<Esc>", "search stopped; found so far: ", 10);
    assert_int_equal(browser_work(&browser), BROWSER_IDLE);
    assert_int_equal(browser.seeking.search.matches.count, found);
    type("<Esc>", "8000 events", 10);
}

static void keys_are_answered_meanwhile(void **state)
{
    (void)state;
    type("/blue<Enter>", " searching, ", 0);
    type("jj", "3/8000", 2);
    work();
    type("", "3/8000", 2); /* who has moved on is not moved */
    type("n", "match 1 of 1", RARE);
    type("x", "8000 events", RARE);
    type("g/blue<Enter>G", "8000/8000", EVENTS - 1);
    work();
    type("N", "match 1 of 1", RARE);
}

static void the_next_match_is_searched_for(void **state)
{
    (void)state;
    type("/red<Enter>nnnnnn", "match 7 of ", 6 * OFTEN + 10);
    type("nn", "match 1 of 8: red; from the other end", 10);
    type("x/blue<Enter>n", "match 1 of 1", RARE);
}

static void what_is_nowhere_is_said_at_the_end(void **state)
{
    (void)state;
    type("/green<Enter>", "searching, ", 0);
    assert_int_equal(work(), 1);
    type("", "nothing has: green", 0);
}

static void a_filter_set_meanwhile_is_searched_in(void **state)
{
    (void)state;
    type("/re<Enter>", "searching, ", 0);
    type("&<^U>red<Enter>", "8 of 8000", 0);
    assert_int_equal(browser_work(&browser), BROWSER_IDLE);
    assert_int_equal(browser.seeking.search.matches.count, 8);
}

static void what_was_searched_for_is_offered_to_be_kept(void **state)
{
    (void)state;
    type("/red<Enter>&", "Keep only: red", 10);
    type("<Enter>", "“red” · 8 of 8000", 0);
    type("&<^U><Enter>", " searching, ", 10);
}

/* What is found first may be the last in the timeline. */
static void in_a_file_out_of_order_the_end_is_waited_for(void **state)
{
    const size_t first = EVENTS - 1 - (EVENTS - OFTEN + 10);
    (void)state;
    type("/red", "searching, ", 0);
    assert_true(work() > 0);
    type("", " 8 found: 8 title|", first);
    type("<Enter>n", "match 2 of 8", first + OFTEN);
    type("x/blue<Enter>n", "match 1 of 1", EVENTS - 1 - RARE);
}

int main(void)
{
#define LARGE(test) cmocka_unit_test_setup_teardown(test, open_large, close_large)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(in_a_file_out_of_order_the_end_is_waited_for, open_reversed,
                                        close_large),
        LARGE(what_is_found_first_is_shown_first),
        LARGE(a_match_far_off_is_gone_to_when_it_is_found),
        LARGE(other_words_begin_anew),
        LARGE(escape_stops_it),
        LARGE(keys_are_answered_meanwhile),
        LARGE(the_next_match_is_searched_for),
        LARGE(what_is_nowhere_is_said_at_the_end),
        LARGE(a_filter_set_meanwhile_is_searched_in),
        LARGE(what_was_searched_for_is_offered_to_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
