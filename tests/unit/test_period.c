#include "find/period.h"

#include "time/day.h"
#include "unit.h"

/* The years that a period of each level spans, round about zero and at the ends of the calendar. */
static void a_period_holds_its_day_and_begins_where_the_one_before_it_ends(void **state)
{
    (void)state;
    static const int years[] = {-9999, -101, -100, -1, 0, 1, 99, 100, 1899, 1900, 1954, 2024, 9999};
    for (size_t i = 0; i < COUNT(years); i++) {
        for (int level = LEVEL_CENTURY; level < LEVEL_EVENT; level++) {
            int32_t day = day_from_civil(years[i], 2, 28), first, last, next, end;
            period_bounds((enum level)level, day, &first, &last);
            assert_row_int(i, first <= day && day <= last, true);
            if (years[i] > 9000)
                continue;
            period_bounds((enum level)level, last + 1, &next, &end);
            assert_row_int(i, next, last + 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_holds_its_day_and_begins_where_the_one_before_it_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
