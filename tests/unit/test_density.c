#include "find/density.h"
#include "time/day.h"

#include "unit_store.h"

static struct store store;

static int open_shipped(void **state)
{
    (void)state;
    store_of_shipped(&store);
    return 0;
}

static int close_shipped(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static float sum_of(const float *numbers, int parts)
{
    float sum = 0;
    for (int i = 0; i < parts; i++)
        sum += numbers[i];
    return sum;
}

static bool is_near(float a, float b)
{
    return a - b < 0.05F && b - a < 0.05F;
}

static void all_parts_together_hold_every_event_once(void **state)
{
    (void)state;
    static const int parts[] = {1, 2, 3, 7, 30, 70, 90, 500, 5000};
    struct density density = {0};
    struct question question;
    struct answer answer = {0};
    question_init(&question);
    question_set_words(&question, BYTES("dien bien"));
    answer_fill(&answer, &store, &question);
    for (size_t i = 0; i < COUNT(parts); i++) {
        density_fill(&density, &store, &answer, parts[i]);
        assert_row_int(i, density.parts, parts[i]);
        float all = sum_of(density.all, parts[i]), left = sum_of(density.left, parts[i]), peak = 0;
        if (!is_near(all, (float)store.count) || !is_near(left, (float)answer.count))
            fail_msg("row %zu: %f and %f", i, (double)all, (double)left);
        for (int part = 0; part < parts[i]; part++) {
            peak = density.all[part] > peak ? density.all[part] : peak;
            assert_row_int(i, density.left[part] <= density.all[part] + 0.001F, true);
        }
        assert_row_int(i, is_near(peak, density.peak), true);
    }
    density_free(&density);
    answer_free(&answer);
    question_free(&question);
}

static void a_day_lies_in_its_part_and_beyond_the_span_in_the_last(void **state)
{
    (void)state;
    struct store small;
    store_of(&small, "Date: 1954-01-01/1954-01-10\nTitle: x\n", NULL); /* ten days */
    const int32_t day = day_from_civil(1954, 1, 1);
    const struct {
        int parts;
        int32_t day;
        int part;
    } rows[] = {
        {10, day, 0},
        {10, day + 4, 4},
        {10, day + 9, 9},
        {10, day - 1, 0},
        {10, day + 10, 9},
        {5, day + 1, 0},
        {5, day + 2, 1},
        {5, day + 9, 4},
        {1, day + 5, 0},
        {3, day + 3, 0},
        {3, day + 4, 1},
        {3, DAY_OPEN_PAST, 0},
        {3, DAY_OPEN_FUTURE, 2},
        {20, day + 1, 2},
        {20, day + 9, 19},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, density_part(&small, rows[i].parts, rows[i].day), rows[i].part);
    store_close(&small);
}

static void parts_are_in_order_and_begin_on_their_first_day(void **state)
{
    (void)state;
    static const int parts[] = {1, 2, 30, 71, 400};
    for (size_t i = 0; i < COUNT(parts); i++) {
        assert_row_int(i, density_day(&store, parts[i], 0), store.first);
        for (int part = 1; part < parts[i]; part++) {
            int32_t first = density_day(&store, parts[i], part);
            assert_row_int(i, first > density_day(&store, parts[i], part - 1), true);
            int of_first = density_part(&store, parts[i], first);
            int of_next = density_part(&store, parts[i], first + 1);
            if ((of_first != part && of_first != part - 1) || of_next != part)
                fail_msg("row %zu: part %d begins in %d and goes on in %d", i, part, of_first,
                         of_next);
        }
    }
}

static void a_long_event_is_spread_over_its_parts(void **state)
{
    (void)state;
    struct store small;
    struct density density = {0};
    struct answer none = {0};
    store_of(&small,
             "Date: 1954-01-01/1954-01-10\nTitle: x\n\nDate: 1954-01-01\nTitle: y\n\n"
             "Date: ../1954-01-01\nTitle: open\n",
             NULL);
    density_fill(&density, &small, &none, 10);
    assert_true(is_near(density.all[0], 2.1F));
    for (int part = 1; part < 10; part++)
        assert_row_int((size_t)part, is_near(density.all[part], 0.1F), true);
    assert_true(is_near(sum_of(density.left, 10), 0));
    assert_true(is_near(density.peak, 2.1F));
    density_free(&density);
    density_free(&density);
    store_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_parts_together_hold_every_event_once),
        cmocka_unit_test(a_day_lies_in_its_part_and_beyond_the_span_in_the_last),
        cmocka_unit_test(parts_are_in_order_and_begin_on_their_first_day),
        cmocka_unit_test(a_long_event_is_spread_over_its_parts),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
