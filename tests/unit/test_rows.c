#include "show/rows.h"

#include "unit.h"

static void the_first_row_moves_as_little_as_it_can(void **state)
{
    static const struct {
        size_t top, cursor, count, height, found;
    } rows[] = {
        {0, 0, 9, 4, 0}, {0, 3, 9, 4, 0}, {0, 4, 9, 4, 1}, {5, 5, 9, 4, 5},
        {5, 2, 9, 4, 2}, {8, 8, 9, 4, 5}, /* no row is left blank */
        {3, 2, 3, 4, 0}, {0, 0, 0, 4, 0}, {2, 5, 9, 0, 2}, {7, 8, 9, 1, 8},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(
            i, (long long)rows_top(rows[i].top, rows[i].cursor, rows[i].count, rows[i].height),
            (long long)rows[i].found);
}

static void a_text_ends_where_its_last_row_is_in_sight(void **state)
{
    static const struct {
        size_t cursor, count, height, places, found;
    } rows[] = {
        {0, 9, 4, 6, 0}, {5, 9, 4, 6, 5}, {6, 9, 4, 6, 5}, {8, 9, 9, 1, 0},
        {1, 3, 4, 1, 0}, {0, 0, 4, 1, 0}, {9, 9, 1, 9, 8},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct view view = {.cursor = rows[i].cursor};
        rows_scroll_text(&view, rows[i].count, (int)rows[i].height);
        assert_row_int(i, (long long)rows_text_places(&view, rows[i].count),
                       (long long)rows[i].places);
        assert_row_int(i, (long long)view.cursor, (long long)rows[i].found);
    }
}

static void a_press_beside_the_rows_selects_nothing(void **state)
{
    static const int presses[] = {-1, 3, 99};
    struct view view = {.cursor = 4, .top = 2};
    (void)state;
    for (size_t i = 0; i < COUNT(presses); i++) {
        rows_press(&view, 5, presses[i]);
        assert_int_equal(view.cursor, 4);
    }
    rows_press(&view, 5, 0);
    assert_int_equal(view.cursor, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_row_moves_as_little_as_it_can),
        cmocka_unit_test(a_text_ends_where_its_last_row_is_in_sight),
        cmocka_unit_test(a_press_beside_the_rows_selects_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
