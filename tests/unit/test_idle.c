#include "term/idle.h"

#include <unistd.h>

#include "unit.h"

/* Returns the seconds until the alarm, and takes it off; a second may have begun. */
static unsigned seconds_left(void)
{
    return alarm(0);
}

static void the_alarm_comes_a_minute_before_the_end(void **state)
{
    (void)state;
    static const struct {
        unsigned minutes, seconds;
    } rows[] = {{0, 0}, {1, 1}, {2, 60}, {30, 29 * 60}, {10000, 9999 * 60}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct idle idle = {.minutes = rows[i].minutes};
        idle_restart(&idle);
        unsigned left = seconds_left();
        assert_row_int(i, left <= rows[i].seconds && left + 1 >= rows[i].seconds, true);
    }
}

static void it_warns_first_and_a_key_counts_anew(void **state)
{
    (void)state;
    struct idle idle = {.minutes = 30};
    idle_restart(&idle);
    assert_false(idle_ring(&idle));
    assert_in_range(seconds_left(), 59, 60);
    idle_restart(&idle);
    assert_in_range(seconds_left(), 29 * 60 - 1, 29 * 60);
    assert_false(idle_ring(&idle));
    assert_true(idle_ring(&idle));
    seconds_left();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_alarm_comes_a_minute_before_the_end),
        cmocka_unit_test(it_warns_first_and_a_key_counts_anew),
    };
    return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}
