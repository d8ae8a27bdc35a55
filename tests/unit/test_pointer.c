#include "unit_browser.h"

/* The mouse, in places of a screen of 80 by 24 unless it says otherwise. */

static void mouse(enum pointer what, int x, int y)
{
    browser_key(&browser, key_of_pointer(what, x, y));
}

struct press {
    const char *keys;
    int x, y;
    const char *id;
};

static void press_all(const struct press *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        type(&browser, rows[i].keys);
        mouse(POINTER_PRESS, rows[i].x, rows[i].y);
        assert_at(i, rows[i].id);
    }
}

/* Rows of the list: 1930, a, 1940, b, 1945, c, d, 1954, e, f and so on. */
static void a_press_selects_the_row_under_it(void **state)
{
    (void)state;
    static const struct press rows[] = {
        {"", 20, 3, "a"}, {"", 20, 5, "b"},  {"", 20, 7, "c"},   {"", 79, 8, "d"},
        {"", 0, 10, "e"}, {"", 0, 11, "f"},  {"", 0, 9, "f"},    {"", 20, 2, "f"},
        {"", 20, 0, "f"}, {"", 20, 23, "f"}, {"u", 90, 50, "e"},
    };
    press_all(rows, COUNT(rows));
}

static void a_press_selects_the_period_under_it(void **state)
{
    (void)state;
    /* Decades: 1930s, 1940s, 1950s, 1960s, 1970s, 1980s, 1990s. */
    static const struct press rows[] = {
        {"---", 20, 3, "b"}, {"", 20, 4, "e"}, {"", 20, 8, "j"},
        {"", 20, 12, "j"},   {"", 20, 2, "a"},
    };
    press_all(rows, COUNT(rows));
}

static void a_press_in_the_strip_goes_to_its_time(void **state)
{
    (void)state;
    static const struct press rows[] = {
        {"", 42, 1, "e"},  {"", 5, 1, "a"},         {"", 74, 1, "j"}, {"", 2, 1, "j"},
        {"a", 42, 1, "e"}, {"<Enter>", 74, 1, "j"}, {"?", 5, 1, "j"},
    };
    press_all(rows, COUNT(rows));
}

static void a_press_on_the_axis_selects_what_is_drawn(void **state)
{
    (void)state;
    size_t selected = 0;
    type(&browser, "a");
    const struct axis_layout *layout = &browser.axis.layout;
    for (size_t i = 0; i < layout->count; i++) {
        struct axis_piece piece = layout->pieces[i];
        if (piece.kind == AXIS_MARK)
            continue;
        mouse(POINTER_PRESS, 15 + piece.x, 2 + 2 + piece.y); /* gutter; header, strip, days, rule */
        assert_int_equal(browser_selected(&browser), piece.place);
        type(&browser, "");
        selected++;
    }
    assert_true(selected >= 8);
    static const struct press rows[] = {
        {"", 79, 3, "j"},
        {"", 16, 3, "a"},
        {"", 2, 10, "a"},
        {"", 79, 22, "j"},
    };
    press_all(rows, COUNT(rows));
}

static void a_press_chooses_the_pane_and_the_province(void **state)
{
    (void)state;
    struct surface surface = {0};
    surface_resize(&surface, 100, 30);
    browser_draw(&browser, &surface);
    mouse(POINTER_PRESS, 80, 10);
    assert_int_equal(browser_focus(&browser), VIEW_DETAIL);
    mouse(POINTER_PRESS, 10, 5);
    assert_int_equal(browser_focus(&browser), VIEW_TIMELINE);
    surface_free(&surface);
    type(&browser, "p");
    mouse(POINTER_PRESS, 5, 6);
    assert_int_equal(browser.views[VIEW_PROVINCES].cursor, 2);
    mouse(POINTER_PRESS, 5, 2);
    assert_int_equal(browser.views[VIEW_PROVINCES].cursor, 2);
    type(&browser, "<Enter>");
    assert_int_equal(browser.answer.count, 3); /* of Sơn La */
}

static void the_wheel_scrolls_what_it_is_over(void **state)
{
    (void)state;
    struct surface surface = {0};
    type(&browser, "");
    mouse(POINTER_WHEEL_DOWN, 10, 10);
    assert_at(0, "d");
    mouse(POINTER_WHEEL_UP, 10, 10);
    assert_at(1, "a");
    surface_resize(&surface, 100, 8); /* the detail has more rows than that */
    browser_draw(&browser, &surface);
    mouse(POINTER_WHEEL_DOWN, 80, 4);
    assert_at(2, "a");
    assert_true(browser.views[VIEW_DETAIL].cursor > 0);
    assert_int_equal(browser_focus(&browser), VIEW_TIMELINE);
    surface_free(&surface);
    type(&browser, "a+++++");
    int32_t first = browser.axis.scale.first;
    mouse(POINTER_WHEEL_DOWN, 40, 10);
    type(&browser, "");
    assert_true(browser.axis.scale.first > first);
}

static void the_mouse_is_nothing_to_a_prompt(void **state)
{
    (void)state;
    type(&browser, "/gam");
    mouse(POINTER_PRESS, 20, 10);
    assert_at(0, "c");
    assert_int_equal(browser.prompt.kind, PROMPT_SEARCH);
}

/* Keys may come between a press and the last drawing. */
static void no_presses_bring_it_out_of_order(void **state)
{
    (void)state;
    static const char *const keys[] = {
        "a",           "v", "p", "<Enter>", "x", "-", "+",
        "&one<Enter>", "q", "?", "<Esc>",   "j", "G", "&nothing<Enter>"};
    for (int i = 0; i < 20000 && !browser.wants.quit; i++) {
        mouse((enum pointer)random_below(POINTER_COUNT), (int)random_below(90),
              (int)random_below(30));
        if (random_below(3) == 0)
            type(&browser, keys[random_below(COUNT(keys))]);
        else if (random_below(3) == 0)
            each_key(keys[random_below(COUNT(keys))], take, &browser);
        browser.wants.quit = false;
        assert_true(browser.answer.count == 0 ||
                    browser.views[VIEW_TIMELINE].cursor < browser.answer.count);
    }
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(a_press_selects_the_row_under_it),
        WALK(a_press_selects_the_period_under_it),
        WALK(a_press_in_the_strip_goes_to_its_time),
        WALK(a_press_on_the_axis_selects_what_is_drawn),
        WALK(a_press_chooses_the_pane_and_the_province),
        WALK(the_wheel_scrolls_what_it_is_over),
        WALK(the_mouse_is_nothing_to_a_prompt),
        WALK(no_presses_bring_it_out_of_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
