#include "find/density.h"
#include "time/day.h"

#include "unit_shipped.h"

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

static void doubt_is_spread_over_its_span(void **state)
{
    (void)state;
    static const char *const dates[] = {"1954~", "1954?", "1954", "195X", "[1954..1955]"};
    const struct {
        int first, last;
    } years[] = {{1954, 1954}, {1954, 1954}, {1954, 1954}, {1950, 1959}, {1954, 1955}};
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct store small;
        struct density density = {0};
        struct answer none = {0};
        struct buffer text = {0};
        buffer_printf(&text,
                      "%%rec: Timeline\n\nDate: 1950/1959\n\n%%rec: Event\n\nDate: %s\n"
                      "Title: x\n",
                      dates[i]);
        store_of(&small, buffer_string(&text), NULL);
        density_fill(&density, &small, &none, 120); /* months, nearly */
        int first = density_part(&small, 120, day_from_civil(years[i].first, 1, 1));
        int last = density_part(&small, 120, day_from_civil(years[i].last, 12, 31));
        for (int part = 0; part < 120; part++) {
            float each = 1 / (float)(last - first + 1);
            float expected = part >= first && part <= last ? each : 0;
            if (density.all[part] - expected > 0.001F || expected - density.all[part] > 0.001F)
                fail_msg("row %zu: part %d has %f", i, part, (double)density.all[part]);
        }
        assert_true(first < last);
        density_free(&density);
        store_close(&small);
        buffer_free(&text);
    }
}

static void heights_grow_with_the_square_root(void **state)
{
    (void)state;
    static const struct {
        double number, peak;
        int height;
    } rows[] = {
        {0, 1, 0}, {1, 1, 8}, {1, 100, 2}, {0.01, 100, 1}, {100, 100, 8}, {25, 100, 4}, {4, 100, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, density_height(rows[i].number, rows[i].peak), rows[i].height);
}

/* Numbers from 0 to 9 against a peak of 49, so that each is a height of its own up to 7. */
static void hills_are_what_stands_above_both_sides(void **state)
{
    (void)state;
    static const struct {
        const char *heights;
        int part;
        bool back;
        const char *hill; /* from, to and top */
    } rows[] = {
        {"00000", -1, false, ""},        {"10000", -1, false, "0 0 0"},
        {"00001", -1, false, "4 4 4"},   {"11111", -1, false, "0 4 0"},
        {"01210", -1, false, "2 2 2"},   {"01221013", -1, false, "2 3 2"},
        {"01221013", 2, false, "7 7 7"}, {"01221013", 7, false, ""},
        {"01221013", 7, true, "2 3 2"},  {"01221013", 3, true, ""},
        {"31323", 0, false, "2 2 2"},    {"31323", 5, true, "4 4 4"},
        {"31323", 4, true, "2 2 2"},     {"31323", 2, true, "0 0 0"},
        {"21012", -1, false, "0 0 0"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        float left[16];
        struct density density = {.left = left, .peak = 49};
        struct density_hill hill;
        for (const char *height = rows[i].heights; *height; height++) {
            float share = (float)(*height - '0');
            left[density.parts++] = share * share;
        }
        if (density_find_hill(&density, rows[i].part, rows[i].back, &hill))
            buffer_printf(&got, "%d %d %d", hill.from, hill.to, hill.top);
        assert_row_taken(i, &got, rows[i].hill);
    }
    buffer_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_parts_together_hold_every_event_once),
        cmocka_unit_test(a_day_lies_in_its_part_and_beyond_the_span_in_the_last),
        cmocka_unit_test(parts_are_in_order_and_begin_on_their_first_day),
        cmocka_unit_test(a_long_event_is_spread_over_its_parts),
        cmocka_unit_test(doubt_is_spread_over_its_span),
        cmocka_unit_test(heights_grow_with_the_square_root),
        cmocka_unit_test(hills_are_what_stands_above_both_sides),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
