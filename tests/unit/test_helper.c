#include "base/helper.h"

#include <stdatomic.h>
#include <time.h>

#include "unit.h"

#define PIECES 1000

struct counts {
    atomic_int of[PIECES];
};

static void count_piece(void *context, size_t piece)
{
    struct counts *counts = context;
    atomic_fetch_add(&counts->of[piece], 1);
}

static void let_time_pass(long milliseconds)
{
    nanosleep(&(struct timespec){.tv_nsec = milliseconds * 1000000}, NULL);
}

/* Shares a work of `count` pieces again and again, a few times after the helper fell asleep. */
static void check_count(struct helper *helper, size_t count)
{
    for (size_t round = 0; round < 200; round++) {
        struct counts counts = {0};
        if (round % 50 == 49)
            let_time_pass(5);
        helper_share(helper, count, count_piece, &counts);
        for (size_t i = 0; i < PIECES; i++)
            assert_row_int(round, atomic_load(&counts.of[i]), i < count);
    }
}

static void each_piece_is_done_once(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 2, 7, PIECES};
    struct helper *helper = helper_start();
    assert_non_null(helper);
    for (size_t i = 0; i < COUNT(counts); i++) {
        check_count(helper, counts[i]);
        check_count(NULL, counts[i]);
    }
    helper_stop(helper);
}

/* Waits for the other piece to be begun; five seconds are ample. */
static void meet(void *context, size_t piece)
{
    atomic_int *begun = context;
    (void)piece;
    atomic_fetch_add(begun, 1);
    for (int i = 0; i < 5000 && atomic_load(begun) < 2; i++)
        let_time_pass(1);
    if (atomic_load(begun) == 2)
        atomic_fetch_add(begun, 10);
}

static void two_pieces_are_done_side_by_side(void **state)
{
    (void)state;
    struct helper *helper = helper_start();
    assert_non_null(helper);
    for (size_t i = 0; i < 20; i++) {
        atomic_int begun = 0;
        helper_share(helper, 2, meet, &begun);
        assert_row_int(i, atomic_load(&begun) > 2, true);
    }
    helper_stop(helper);
}

static void one_that_had_nothing_to_do_ends(void **state)
{
    (void)state;
    for (int i = 0; i < 50; i++) {
        struct helper *helper = helper_start();
        assert_non_null(helper);
        if (i % 2)
            let_time_pass(1);
        helper_stop(helper);
    }
    helper_stop(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_done_once),
        cmocka_unit_test(two_pieces_are_done_side_by_side),
        cmocka_unit_test(one_that_had_nothing_to_do_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
