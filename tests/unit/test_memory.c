#include "base/memory.h"
#include "unit.h"

/* No machine has room for this many. */
#define TOO_MANY (SIZE_MAX / 2)

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attempt_ends_where_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
