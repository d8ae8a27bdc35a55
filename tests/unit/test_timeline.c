#include "show/browser.h"
#include "show/key.h"

#include "unit_shipped.h"

/* The list of the shipped timeline, where nearly every page holds another number of events. */

static struct browser browser;
static struct surface surface;

static void open_at(int width, int height)
{
    browser_init(&browser, &store, LANGUAGE_EN);
    surface_resize(&surface, width, height);
    browser_draw(&browser, &surface);
}

static void press(uint32_t key)
{
    browser_key(&browser, key);
    browser_draw(&browser, &surface);
}

static void close_again(void)
{
    browser_free(&browser);
    surface_free(&surface);
}

/* What a page has in sight: the places from `first` to before `end`. */
struct sight {
    size_t first, end;
};

static struct sight sight(void)
{
    const struct view *view = &browser.views[VIEW_TIMELINE];
    return (struct sight){view->top, view->top + (size_t)view->page};
}

/* Presses a key until the selection rests, and fails when two pages do not touch; returns how often
 * it was pressed. */
static size_t turn_all(uint32_t key)
{
    size_t times = 0, from;
    do {
        struct sight before = sight();
        from = browser.views[VIEW_TIMELINE].cursor;
        press(key);
        struct sight after = sight();
        if (after.first >= before.end || after.end <= before.first)
            fail_msg("page %zu: from %zu-%zu to %zu-%zu", times, before.first, before.end,
                     after.first, after.end);
        times++;
    } while (browser.views[VIEW_TIMELINE].cursor != from);
    return times;
}

static void turning_pages_passes_no_event_over(void **state)
{
    static const int sizes[][2] = {{80, 24}, {100, 30}, {40, 10}, {40, 8}};
    static const uint32_t keys[][2] = {{KEY_CODE_PAGE_DOWN, KEY_CODE_PAGE_UP},
                                       {KEY_CODE_CONTROL('D'), KEY_CODE_CONTROL('U')}};
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        for (size_t j = 0; j < COUNT(keys); j++) {
            open_at(sizes[i][0], sizes[i][1]);
            assert_row_int(i, turn_all(keys[j][0]) > 10, true);
            assert_row_int(i, (int)browser.views[VIEW_TIMELINE].cursor, (int)store.count - 1);
            assert_row_int(i, turn_all(keys[j][1]) > 10, true);
            assert_row_int(i, (int)browser.views[VIEW_TIMELINE].cursor, 0);
            close_again();
        }
    }
}

/* A row of a year may come to stand where the selection was, and the last page is not turned by a
 * whole one. */
static void a_page_is_turned_under_the_selection(void **state)
{
    (void)state;
    open_at(80, 24);
    for (int i = 0; i < 7; i++)
        press('j');
    for (size_t last = store.count - 1; browser.views[VIEW_TIMELINE].cursor < last;) {
        size_t from = browser.views[VIEW_TIMELINE].cursor;
        int row = surface.cursor_y;
        press(KEY_CODE_PAGE_DOWN);
        if (sight().end < store.count)
            assert_row_int(from, surface.cursor_y == row || surface.cursor_y == row - 1, true);
        assert_row_int(from, browser.views[VIEW_TIMELINE].cursor > from, true);
    }
    close_again();
}

/* Steps through everything, and counts how often the rows moved. Where they did, events beyond the
 * selected one have to be in sight. */
static size_t step_all(uint32_t key)
{
    const struct view *view = &browser.views[VIEW_TIMELINE];
    size_t moved = 0;
    for (size_t i = 1; i < store.count; i++) {
        size_t top = view->top;
        press(key);
        struct sight now = sight();
        assert_row_int(i, view->cursor >= now.first && view->cursor < now.end, true);
        if (view->top == top)
            continue;
        moved++;
        assert_row_int(i, now.end == store.count || now.end - 1 > view->cursor || view->top < top,
                       true);
        assert_row_int(i, now.first == 0 || now.first < view->cursor, true);
    }
    return moved;
}

static void a_step_beyond_the_page_brings_what_follows_into_sight(void **state)
{
    (void)state;
    open_at(80, 24);
    size_t down = step_all('j');
    assert_int_equal(browser.views[VIEW_TIMELINE].cursor, store.count - 1);
    assert_in_range(down, store.count / 21, store.count / 4);
    size_t up = step_all('k');
    assert_int_equal(browser.views[VIEW_TIMELINE].cursor, 0);
    assert_in_range(up, store.count / 21, store.count / 4);
    close_again();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turning_pages_passes_no_event_over),
        cmocka_unit_test(a_page_is_turned_under_the_selection),
        cmocka_unit_test(a_step_beyond_the_page_brings_what_follows_into_sight),
    };
    return cmocka_run_group_tests_name("timeline", tests, open_shipped, close_shipped);
}
