#include "time/day.h"

#include "unit.h"

static void days_are_numbered_from_1970(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        int32_t number;
        const char *printed;
    } rows[] = {
        {1970, 1, 1, 0, "1970-01-01"},         {1969, 12, 31, -1, "1969-12-31"},
        {2000, 2, 29, 11016, "2000-02-29"},    {1954, 5, 7, -5718, "1954-05-07"},
        {0, 1, 1, -719528, "0000-01-01"},      {-1, 12, 31, -719529, "-0001-12-31"},
        {9999, 12, 31, 2932896, "9999-12-31"}, {-9999, 1, 1, -4371587, "-9999-01-01"},
        {1900, 2, 28, -25509, "1900-02-28"},   {1900, 3, 1, -25508, "1900-03-01"},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        int year, month, day;
        assert_row_int(i, day_from_civil(rows[i].year, rows[i].month, rows[i].day), rows[i].number);
        day_to_civil(rows[i].number, &year, &month, &day);
        assert_row_int(i, year == rows[i].year && month == rows[i].month && day == rows[i].day, 1);
        day_print(&out, rows[i].number);
        assert_row_taken(i, &out, rows[i].printed);
    }
    day_print(&out, DAY_OPEN_PAST);
    day_print(&out, DAY_OPEN_FUTURE);
    assert_row_taken(0, &out, "....");
    buffer_free(&out);
}

static void every_day_of_the_calendar_is_one_more_than_the_day_before(void **state)
{
    (void)state;
    int32_t number = day_from_civil(DAY_YEAR_MIN, 1, 1);
    for (int year = DAY_YEAR_MIN; year <= DAY_YEAR_MAX; year++) {
        for (int month = 1; month <= 12; month++) {
            int length = day_month_length(year, month);
            if (day_from_civil(year, month, 1) != number)
                fail_msg("%d-%d begins on %d", year, month, (int)number);
            for (int day = 1; day <= length; day += length - 1, number += length - 1) {
                int y, m, d;
                day_to_civil(number, &y, &m, &d);
                if (y != year || m != month || d != day)
                    fail_msg("%d is %d-%d-%d, not %d-%d-%d", (int)number, y, m, d, year, month,
                             day);
            }
            number -= length - 2;
        }
    }
    assert_int_equal(number, day_from_civil(DAY_YEAR_MAX, 12, 31) + 1);
}

static void february_is_long_in_leap_years(void **state)
{
    (void)state;
    static const int rows[][2] = {{1954, 28}, {1956, 29}, {1900, 28}, {2000, 29}, {0, 29},
                                  {-1, 28},   {-4, 29},   {-100, 28}, {-400, 29}};
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, day_month_length(rows[i][0], 2), rows[i][1]);
}

static void years_are_rounded_down_also_before_year_0(void **state)
{
    static const struct {
        int number, step, floor;
    } rows[] = {{1954, 10, 1950}, {1950, 10, 1950}, {0, 10, 0}, {-1, 10, -10},
                {-10, 10, -10},   {-11, 10, -20},   {7, 1, 7},  {-7, 1, -7}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, day_floor(rows[i].number, rows[i].step), rows[i].floor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_numbered_from_1970),
        cmocka_unit_test(every_day_of_the_calendar_is_one_more_than_the_day_before),
        cmocka_unit_test(february_is_long_in_leap_years),
        cmocka_unit_test(years_are_rounded_down_also_before_year_0),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
