#include "base/bisect.h"

#include "unit.h"

static bool is_before(const void *numbers, int64_t number, int64_t sought)
{
    return ((const int *)numbers)[number] < sought;
}

static void the_first_that_is_not_before_is_found(void **state)
{
    static const int numbers[] = {1, 3, 3, 3, 7};
    static const int64_t found[] = {0, 0, 1, 1, 4, 4, 4, 4, 5};
    (void)state;
    for (int sought = 0; sought < 9; sought++)
        assert_int_equal(bisect(0, 5, is_before, numbers, sought), found[sought]);
}

static void nothing_is_asked_outside_the_bounds(void **state)
{
    static const int numbers[] = {0, 5, 5, 9};
    (void)state;
    assert_int_equal(bisect(1, 3, is_before, numbers, 0), 1);
    assert_int_equal(bisect(1, 3, is_before, numbers, 9), 3);
    assert_int_equal(bisect(2, 2, is_before, NULL, 9), 2);
    assert_int_equal(bisect(1, 0, is_before, NULL, 9), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_that_is_not_before_is_found),
        cmocka_unit_test(nothing_is_asked_outside_the_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
