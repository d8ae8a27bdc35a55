#include "show/axis_scale.h"
#include "show/axis_shape.h"
#include "show/axis_ticks.h"
#include "time/day.h"
#include "unit_store.h"

/* The scale: it never falls, it can be turned round, and squeezing saves what it says. */

static const char text[] =
    "%rec: Timeline\n\nTitle: T\nDate: 1900/2000\n\n%rec: Event\n\n"
    "Id: a\nDate: 1901-05-04\nTitle: A\n\nId: b\nDate: 1901-05-06\nTitle: B\n\n"
    "Id: c\nDate: 1930~\nTitle: C\n\nId: d\nDate: 1953-11~/1954-05\nTitle: D\n\n"
    "Id: e\nDate: 1954-03-13\nTitle: E\n\nId: f\nDate: ../1910\nTitle: F\n\n"
    "Id: g\nDate: 1990/..\nTitle: G\n\nId: h\nDate: [1960,1970]\nTitle: H\n\n"
    "Id: i\nDate: 195X\nTitle: I\n\nId: j\nDate: 1940/1942?\nTitle: J\n";

static struct store store;
static struct answer answer;
static struct question question;
static struct axis_index axis;

static int open_scale(void **state)
{
    (void)state;
    store_of(&store, text, NULL);
    question_init(&question);
    answer_fill(&answer, &store, &question);
    axis_index_fill(&axis, &store, &answer, &question, AXIS_BY_PROVINCE, NAMES_GROUND);
    return 0;
}

static int close_scale(void **state)
{
    (void)state;
    axis_index_free(&axis);
    answer_free(&answer);
    question_free(&question);
    store_close(&store);
    return 0;
}

static struct axis_scale scale_of(const struct axis_window *window)
{
    struct axis_scale scale = {.width = 0};
    axis_scale_fill(&scale, &axis, window);
    return scale;
}

static void check_scale(const struct axis_scale *scale)
{
    int before = axis_scale_column(scale, axis.first);
    for (int64_t day = (int64_t)axis.first + 1; day <= axis.last; day += 7) {
        int column = axis_scale_column(scale, day);
        assert_true(column >= before);
        bool in_view = day >= scale->first && day <= scale->last;
        assert_true(in_view == (column >= 0 && column < scale->width));
        before = column;
    }
    for (int column = 0; column < scale->width; column++) {
        int32_t day = axis_scale_day(scale, column);
        assert_true(axis_scale_column(scale, day) >= column);
        assert_true(day == scale->first || axis_scale_column(scale, (int64_t)day - 1) < column);
    }
}

/* Every zoom, every event, at the left, in the middle and at the right. */
static void it_never_falls_and_can_be_turned_round(void **state)
{
    (void)state;
    for (int squeeze = 0; squeeze < 2; squeeze++) {
        for (double rate = 0.0005; rate < 100; rate *= 1.9) {
            for (size_t i = 0; i < store.count * 3; i++) {
                int32_t day = event_day(&store.events[i / 3]);
                struct axis_window window = {80, day, (double)(i % 3) * 39, rate, squeeze};
                struct axis_scale scale = scale_of(&window);
                check_scale(&scale);
                int column = axis_scale_column(&scale, day);
                assert_true(column >= 0 && column < 80);
                assert_true(abs(column - (int)scale.column) <= 1);
                axis_scale_free(&scale);
            }
        }
    }
}

static void the_whole_span_is_from_edge_to_edge(void **state)
{
    (void)state;
    for (int squeeze = 0; squeeze < 2; squeeze++) {
        for (int width = 30; width < 200; width += 13) {
            struct axis_window window = {width, store.events[3].first, 20, 0, squeeze};
            struct axis_scale scale = scale_of(&window);
            assert_int_equal(scale.first, axis.first);
            assert_int_equal(scale.last, axis.last);
            assert_int_equal(axis_scale_column(&scale, axis.first), 0);
            assert_int_equal(axis_scale_column(&scale, (int64_t)axis.last + 1), width);
            axis_scale_free(&scale);
        }
    }
}

static void the_closest_view_is_one_day(void **state)
{
    (void)state;
    struct axis_window window = {80, day_from_civil(1954, 3, 13), 40, 1e9, true};
    struct axis_scale scale = scale_of(&window);
    assert_int_equal(scale.first, window.day);
    assert_int_equal(scale.last, window.day);
    axis_scale_free(&scale);
}

/* In a break nothing begins or ends, it is as wide as all breaks, and with it the columns of all
 * days add up to the view. */
static void breaks_are_empty_and_add_up(void **state)
{
    (void)state;
    struct axis_window window = {120, store.events[1].first, 0, 0, true};
    struct axis_scale scale = scale_of(&window);
    int breaks = 0;
    double days = (double)axis.last - axis.first + 1, columns = 0;
    for (int column = 0; column < scale.width; column++) {
        int32_t from, to;
        int x, end;
        if (!axis_scale_break(&scale, column, &from, &to, &x, &end))
            continue;
        for (size_t i = 0; i < store.count; i++) {
            assert_false(store.events[i].first >= from && store.events[i].first < to);
            assert_false(store.events[i].last >= from && store.events[i].last < to - 1);
        }
        assert_true(abs(end - x - AXIS_BREAK) <= 1);
        days -= (double)to - from;
        columns += AXIS_BREAK;
        breaks++;
        column = end - 1;
    }
    assert_true(breaks >= 3);
    assert_true(columns + days * scale.rate > 119.9 && columns + days * scale.rate < 120.1);
    axis_scale_free(&scale);
}

static void gaps_lie_between_events(void **state)
{
    (void)state;
    for (size_t i = 0; i < axis.gap_count; i++) {
        assert_true(axis.gaps[i].from < axis.gaps[i].to);
        assert_true(i == 0 || axis.gaps[i - 1].to < axis.gaps[i].from);
    }
    assert_int_equal(axis.gaps[0].from, day_from_civil(1900, 1, 1));
    assert_int_equal(axis.gaps[0].to, day_from_civil(1901, 5, 4));
    assert_int_equal(axis.gaps[1].from, day_from_civil(1901, 5, 5));
    assert_int_equal(axis.gaps[1].to, day_from_civil(1901, 5, 6));
}

/* --- What a bar is sure of --- */

static void doubt_has_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        int first[3], last[3]; /* year 0: no day is certain */
    } rows[] = {
        {"A", {1901, 5, 4}, {1901, 5, 4}},   {"C", {0, 0, 0}, {0, 0, 0}},
        {"D", {1953, 12, 1}, {1954, 5, 31}}, {"H", {0, 0, 0}, {0, 0, 0}},
        {"I", {0, 0, 0}, {0, 0, 0}},         {"J", {1940, 1, 1}, {1941, 12, 31}},
    };
    for (size_t i = 0; i < store.count; i++) {
        const struct event *event = &store.events[i];
        struct axis_shape shape = axis_shape_of(&store, event);
        struct buffer title = {0};
        store_text(&store, event->record, BYTES("Title"), LANGUAGE_EN, &title);
        for (size_t k = 0; k < COUNT(rows); k++) {
            const int *first = rows[k].first, *last = rows[k].last;
            if (strcmp(rows[k].title, buffer_string(&title)) != 0)
                continue;
            assert_row_int(k, shape.first <= shape.last, first[0] != 0);
            if (!first[0])
                continue;
            assert_row_int(k, shape.first, day_from_civil(first[0], first[1], first[2]));
            assert_row_int(k, shape.last, day_from_civil(last[0], last[1], last[2]));
        }
        assert_int_equal(shape.open_past, title.data[0] == 'F');
        assert_int_equal(shape.open_future, title.data[0] == 'G');
        buffer_free(&title);
    }
}

/* --- Trees --- */

static void trees_find_what_a_walk_finds(void **state)
{
    (void)state;
    for (size_t count = 0; count < 40; count++) {
        int32_t numbers[40] = {0};
        struct axis_tree tree = {.count = 0};
        for (size_t i = 0; i < count; i++)
            numbers[i] = (int32_t)random_below(10);
        axis_tree_fill(&tree, numbers, count);
        for (size_t from = 0; from < count; from++) {
            for (int32_t least = 0; least < 11; least++) {
                size_t next = from, previous = from;
                while (next < count && numbers[next] < least)
                    next++;
                while (previous < count && numbers[previous] < least)
                    previous--;
                size_t none = AXIS_TREE_NONE;
                assert_true(axis_tree_next(&tree, from, least) == (next < count ? next : none));
                assert_true(axis_tree_previous(&tree, from, least) ==
                            (previous < count ? previous : none));
            }
        }
        axis_tree_free(&tree);
    }
}

/* --- Names of days --- */

static void ticks_fit_the_zoom(void **state)
{
    (void)state;
    static const struct {
        double rate;
        const char *labels;
    } rows[] = {
        {0, "1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 "},
        {0.003, "1920 1930 1940 1950 1960 1970 1980 "},
        {0.02, "1949 1950 1951 1952 1953 1954 1955 1956 1957 1958 1959 "},
        {0.2, "Oct 1953 1954 Apr Jul "},
        {2, "25 Feb 1954 5 Mar 10 Mar 15 Mar 20 Mar 25 Mar "},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct axis_window window = {80, day_from_civil(1954, 3, 13), 40, rows[i].rate, false};
        struct axis_scale scale = scale_of(&window);
        struct axis_ticks ticks = {.count = 0};
        struct buffer got = {0};
        axis_ticks_fill(&ticks, &scale, 80, LANGUAGE_EN);
        for (size_t k = 0; k < ticks.count; k++) {
            buffer_add(&got, (struct bytes){ticks.labels.data + ticks.items[k].label.at,
                                            ticks.items[k].label.size});
            buffer_add_char(&got, ' ');
        }
        assert_row_taken(i, &got, rows[i].labels);
        buffer_free(&got);
        buffer_free(&ticks.labels);
        axis_scale_free(&scale);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_never_falls_and_can_be_turned_round),
        cmocka_unit_test(the_whole_span_is_from_edge_to_edge),
        cmocka_unit_test(the_closest_view_is_one_day),
        cmocka_unit_test(breaks_are_empty_and_add_up),
        cmocka_unit_test(gaps_lie_between_events),
        cmocka_unit_test(doubt_has_its_place),
        cmocka_unit_test(trees_find_what_a_walk_finds),
        cmocka_unit_test(ticks_fit_the_zoom),
    };
    return cmocka_run_group_tests(tests, open_scale, close_scale);
}
