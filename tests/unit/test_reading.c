#include "show/action.h"
#include "show/browser.h"

#include "unit_keys.h"
#include "unit_store.h"

/* A timeline that is read a part at a time. */

#define EVENTS   5000
#define TIMELINE "%rec: Timeline\n\nTitle: Test\nDate: 1900/..\n\n%rec: Event\n\n"

/* Appends a timeline of years, the last ones first when `reversed`, and one event to leave out. */
static void add_timeline(struct buffer *out, bool reversed)
{
    buffer_add_string(out, TIMELINE "Title: without a date\n\n");
    for (int i = 0; i < EVENTS; i++)
        buffer_printf(out, "Id: e%d\nDate: %d\nTitle: x\nProvince: p%d\n\n", i,
                      1900 + (reversed ? EVENTS - 1 - i : i), i % 7);
}

/* Writes the timeline and begins to read it. */
static struct store_reading *begin(struct store *store, bool reversed)
{
    struct buffer text = {0};
    struct folder folder = folder_new();
    add_timeline(&text, reversed);
    folder_write(&folder, "t.rec", buffer_bytes(&text));
    struct store_reading *reading = store_begin(store, folder_file(&folder, "t.rec"), NULL, NULL);
    assert_non_null(reading);
    folder_remove(&folder);
    buffer_free(&text);
    return reading;
}

static void what_is_read_in_parts_is_what_is_read_at_once(void **state)
{
    (void)state;
    for (size_t round = 0; round < 20; round++) {
        struct store parts, whole;
        struct buffer got = {0}, wanted = {0}, text = {0};
        bool reversed = round % 2;
        struct store_reading *reading = begin(&parts, reversed);
        assert_row_int(round, parts.count >= 100 && parts.count < EVENTS, true);
        for (size_t i = 1; i < parts.count; i++)
            assert_row_int(round, parts.events[i - 1].first < parts.events[i].first, true);
        int percent = store_percent_read(reading);
        while (store_read_on(reading, 1 + random_below(20000))) {
            assert_row_int(round, store_percent_read(reading) >= percent, true);
            percent = store_percent_read(reading);
        }
        assert_row_int(round, store_read_on(reading, 1), false);
        assert_row_int(round, store_percent_read(reading), 100);
        store_end_reading(reading);
        add_timeline(&text, reversed);
        store_of_bytes(&whole, buffer_bytes(&text), NULL, NULL);
        add_all_ids(&got, &parts);
        add_all_ids(&wanted, &whole);
        assert_row_taken(round, &got, buffer_string(&wanted));
        assert_row_int(round, parts.last == whole.last, true);
        assert_row_int(round, parts.left_out == 1, true);
        store_close(&parts);
        store_close(&whole);
        buffer_free(&text);
        buffer_free(&wanted);
        buffer_free(&got);
    }
}

static void press(void *context, uint32_t key)
{
    browser_key(context, key);
}

/* Types into the browser and gives the screen then. */
static void show(struct buffer *out, struct browser *browser, const char *keys)
{
    struct surface surface = {0};
    each_key(keys, press, browser);
    surface_resize(&surface, 80, 24);
    browser_draw(browser, &surface);
    buffer_clear(out);
    surface_print(&surface, out);
    surface_free(&surface);
}

static void assert_says(size_t row, const struct buffer *screen, const char *words, bool wanted)
{
    if ((strstr(screen->data, words) != NULL) != wanted)
        fail_msg("row %zu: %s in: %s", row, words, screen->data);
}

static void a_screen_of_a_part_says_so_and_a_key_finds_the_whole(void **state)
{
    (void)state;
    for (size_t reversed = 0; reversed < 2; reversed++) {
        struct store store;
        struct browser browser;
        struct buffer screen = {0};
        struct store_reading *reading = begin(&store, reversed);
        browser_init(&browser, &store, LANGUAGE_EN);
        browser_take_reading(&browser, reading);
        show(&screen, &browser, "");
        assert_says(reversed, &screen, "reading, ", true);
        assert_says(reversed, &screen, "/5000", false);
        show(&screen, &browser, "??");
        assert_says(reversed, &screen, "reading, ", true);
        show(&screen, &browser, "G");
        assert_says(reversed, &screen, "5000 events", true);
        assert_says(reversed, &screen, "5000/5000  6899", true);
        assert_int_equal(browser_work(&browser), BROWSER_IDLE);
        show(&screen, &browser, "g");
        assert_says(reversed, &screen, "1/5000  1900", true);
        browser_free(&browser);
        store_close(&store);
        buffer_free(&screen);
    }
}

static void the_work_between_keys_ends_and_says_what_was_left_out(void **state)
{
    (void)state;
    struct store store;
    struct browser browser;
    struct buffer screen = {0};
    struct store_reading *reading = begin(&store, false);
    browser_init(&browser, &store, LANGUAGE_EN);
    browser_take_reading(&browser, reading);
    enum browser_work work = browser_work(&browser);
    while (work == BROWSER_WORKING)
        work = browser_work(&browser);
    assert_int_equal(work, BROWSER_DONE);
    assert_int_equal(browser_work(&browser), BROWSER_IDLE);
    show(&screen, &browser, "");
    assert_says(0, &screen, "events left out: 1;", true);
    browser_free(&browser);
    store_close(&store);
    buffer_free(&screen);
}

/* Opens a browser on a timeline whose first event has no end yet, and draws its first screen. */
static void open_giant(struct store *store, struct browser *browser, struct buffer *screen)
{
    struct buffer text = {0};
    struct folder folder = folder_new();
    buffer_add_string(&text, TIMELINE "Id: giant\nDate: 1954\nTitle: A long story\nText: So\n");
    for (int i = 0; i < 60000; i++)
        buffer_add_string(&text, "+ it went on and on,\n");
    buffer_add_string(&text, "Province: p1\n\nId: b\nDate: 1955\nTitle: Another\n");
    folder_write(&folder, "t.rec", buffer_bytes(&text));
    struct store_reading *reading = store_begin(store, folder_file(&folder, "t.rec"), NULL, NULL);
    assert_non_null(reading);
    assert_int_equal(store->count, 0);
    browser_init(browser, store, LANGUAGE_EN);
    browser_take_reading(browser, reading);
    show(screen, browser, "");
    folder_remove(&folder);
    buffer_free(&text);
}

static void close_giant(struct store *store, struct browser *browser, struct buffer *screen)
{
    browser_free(browser);
    store_close(store);
    buffer_free(screen);
}

static void an_event_without_end_does_not_keep_the_screen_waiting(void **state)
{
    (void)state;
    struct store store;
    struct browser browser;
    struct buffer screen = {0};
    open_giant(&store, &browser, &screen);
    assert_says(0, &screen, "reading, 8", true);
    assert_says(0, &screen, "no event is left", false);
    assert_says(0, &screen, "0/0", false);
    show(&screen, &browser, "G");
    assert_says(0, &screen, "2/2  1955", true);
    assert_says(0, &screen, "A long story", true);
    assert_int_equal(store.events[0].unit_count, 1);
    close_giant(&store, &browser, &screen);
}

/* Each key is the first one typed, while there is no event. */
static void no_key_hurts_before_the_first_event(void **state)
{
    (void)state;
    size_t count;
    const struct action *actions = action_table(&count);
    for (size_t i = 0; i < count; i++) {
        struct bytes key, keys = bytes_of(actions[i].keys);
        struct store store;
        struct browser browser;
        struct buffer screen = {0};
        open_giant(&store, &browser, &screen);
        while ((key = bytes_split(keys, ' ', &keys)).size) {
            browser_key(&browser, key_parse(key));
            show(&screen, &browser, "");
        }
        browser_read_whole(&browser);
        show(&screen, &browser, "");
        assert_row_int(i, browser.answer.count <= 2, true);
        close_giant(&store, &browser, &screen);
    }
}

static void leaving_does_not_wait_for_the_rest(void **state)
{
    (void)state;
    struct store store;
    struct browser browser;
    struct store_reading *reading = begin(&store, false);
    browser_init(&browser, &store, LANGUAGE_EN);
    browser_take_reading(&browser, reading);
    browser_key(&browser, 'q');
    assert_true(browser.wants.quit);
    assert_true(store.count < EVENTS);
    browser_free(&browser);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_in_parts_is_what_is_read_at_once),
        cmocka_unit_test(a_screen_of_a_part_says_so_and_a_key_finds_the_whole),
        cmocka_unit_test(the_work_between_keys_ends_and_says_what_was_left_out),
        cmocka_unit_test(an_event_without_end_does_not_keep_the_screen_waiting),
        cmocka_unit_test(no_key_hurts_before_the_first_event),
        cmocka_unit_test(leaving_does_not_wait_for_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
