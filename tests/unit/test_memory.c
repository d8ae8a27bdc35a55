#include <time.h>

#include "base/memory.h"
#include "unit.h"

/* No machine has room for this many. */
#define TOO_MANY (SIZE_MAX / 2)

/* What passes between two looks at the clock. */
static long long clock_step_ns;

/* The clock of this program. */
int clock_gettime(clockid_t clock, struct timespec *time)
{
    static long long now;
    (void)clock;
    now += clock_step_ns;
    *time = (struct timespec){now / 1000000000, now % 1000000000};
    return 0;
}

static void ask_too_much(void *argument)
{
    size_t **items = argument;
    *items = memory_new(1, sizeof **items);
    **items = 1954;
    *items = memory_resize(*items, TOO_MANY, sizeof **items);
}

static void ask_little(void *argument)
{
    size_t **items = argument;
    *items = memory_new(1, sizeof **items);
}

static void an_attempt_ends_where_memory_runs_out(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        size_t *items = NULL;
        assert_false(memory_attempt(ask_too_much, &items));
        assert_int_equal(*items, 1954);
        free(items);
        assert_true(memory_attempt(ask_little, &items));
        assert_int_equal(*items, 0);
        free(items);
    }
}

/* Past the size from which an array lies in huge pages. */
static void check_growth(void)
{
    size_t *items = NULL, room = 0;
    for (size_t i = 0; i < 1000000; i++) {
        items = memory_grow(items, i, &room, sizeof *items);
        items[i] = i;
    }
    assert_true(room >= 1000000);
    for (size_t i = 0; i < 1000000; i++)
        assert_int_equal(items[i], i);
    free(items);
}

/* Once huge pages were slow no more are asked for, so they have to be fast first. */
static void what_an_array_holds_stays_while_it_grows(void **state)
{
    static const long long steps_ns[] = {1000, 100000000, 1000};
    (void)state;
    for (size_t i = 0; i < COUNT(steps_ns); i++) {
        clock_step_ns = steps_ns[i];
        check_growth();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attempt_ends_where_memory_runs_out),
        cmocka_unit_test(what_an_array_holds_stays_while_it_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
