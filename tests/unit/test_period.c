#include "find/period.h"

#include "time/day.h"
#include "unit_store.h"

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

static void the_periods_hold_every_event_once_and_the_gaps_none(void **state)
{
    (void)state;
    struct store store;
    struct question question;
    struct answer answer = {0};
    struct periods periods = {0};
    store_of_parts(&store, "%rec: Event\n\n", "Date: ../1880\nTitle: a\n\nDate: 1886\nTitle: b\n\n",
                   "Date: 1886-10\nTitle: c\n\nDate: 1954-03-13\nTitle: d\n\n"
                   "Date: 1954-05-07\nTitle: e\n");
    question_init(&question);
    answer_fill(&answer, &store, &question);
    static const long long rows[] = {
        [LEVEL_CENTURY] = 2, [LEVEL_DECADE] = 3, [LEVEL_YEAR] = 5, [LEVEL_MONTH] = 8};
    for (int level = LEVEL_CENTURY; level < LEVEL_EVENT; level++) {
        size_t sum = 0, row = (size_t)level;
        periods_fill(&periods, &store, &answer, (enum level)level, NAMES_GROUND);
        assert_row_int(row, (long long)periods.count, rows[level]);
        for (size_t i = 0; i < periods.count; i++) {
            sum += periods.items[i].count;
            assert_row_int(i, i == 0 || periods.items[i].place >= periods.items[i - 1].place, true);
        }
        assert_row_int(row, (long long)sum, (long long)answer.count);
    }
    periods_free(&periods);
    answer_free(&answer);
    question_free(&question);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_holds_its_day_and_begins_where_the_one_before_it_ends),
        cmocka_unit_test(the_periods_hold_every_event_once_and_the_gaps_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
