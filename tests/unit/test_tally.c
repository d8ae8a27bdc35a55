#include "find/answer.h"
#include "find/tally.h"
#include "time/day.h"

#include "unit_shipped.h"

/* Returns the year of an event without its last digit. */
static int decade_of(const struct event *event)
{
    int year, month, day;
    day_to_civil(event_day(event), &year, &month, &day);
    return year / 10;
}

/* Fails unless a row of decades is that of an answer. */
static void check_decades(size_t row, const struct tally *tally, uint32_t unit,
                          const struct answer *answer)
{
    const uint32_t *decades = tally_decades(tally, unit);
    for (int d = 0; d < tally->decade_count; d++) {
        uint32_t count = 0;
        for (size_t i = 0; i < answer->count; i++)
            count += decade_of(&store.events[answer->events[i]]) == tally->first_year / 10 + d;
        assert_row_int(row, decades[d], count);
    }
}

/* Fails unless the counts of every unit are those of the answer with that unit alone chosen. */
static void assert_counts(size_t row, struct question *question)
{
    struct answer answer = {0};
    struct tally tally = {0};
    size_t sum = 0;
    tally_fill(&tally, &store, question);
    question->unit_count = 0;
    for (uint32_t unit = 0; unit < store.gazetteer.count; unit++) {
        question_toggle_unit(question, unit);
        answer_fill(&answer, &store, question);
        if (tally.left[unit] != answer.count)
            fail_msg("row %zu: %.*s: %u, not %zu", row, BYTES_ARGS(store.gazetteer.units[unit].id),
                     tally.left[unit], answer.count);
        check_decades(row, &tally, unit, &answer);
        question_toggle_unit(question, unit);
        sum += tally.left[unit];
    }
    assert_row_int(row, sum > 0, true);
    tally_free(&tally);
    answer_free(&answer);
    question_free(question);
}

static void the_counts_of_every_unit_are_what_choosing_it_leaves(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    assert_counts(0, &question);
    question_init(&question);
    question.from = day_from_civil(1953, 11, 1);
    question.to = day_from_civil(1954, 6, 1);
    question.certain = true;
    assert_counts(1, &question);
    question_init(&question);
    question_set_words(&question, BYTES("phap"));
    assert_counts(2, &question);
}

static void units_chosen_do_not_change_the_counts(void **state)
{
    (void)state;
    struct question question;
    struct tally chosen = {0}, open = {0};
    question_init(&question);
    question_toggle_unit(&question, gazetteer_find(&store.gazetteer, BYTES("dien-bien")));
    question_toggle_unit(&question, gazetteer_find(&store.gazetteer, BYTES("ha-noi")));
    question.all_of = true;
    tally_fill(&chosen, &store, &question);
    assert_true(chosen.is_all);
    question.unit_count = 0;
    tally_fill(&open, &store, &question);
    assert_memory_equal(chosen.left, open.left, store.gazetteer.count * sizeof *open.left);
    assert_memory_equal(open.left, open.all, store.gazetteer.count * sizeof *open.left);
    tally_free(&chosen);
    tally_free(&open);
    question_free(&question);
}

static void a_filter_hides_some_of_all_there_are(void **state)
{
    (void)state;
    struct question question;
    struct tally open = {0}, filtered = {0};
    uint32_t unit = gazetteer_find(&store.gazetteer, BYTES("dien-bien"));
    question_init(&question);
    tally_fill(&open, &store, &question);
    question.to = day_from_civil(1954, 5, 7);
    tally_fill(&filtered, &store, &question);
    assert_false(filtered.is_all);
    assert_int_equal(filtered.all[unit], open.left[unit]);
    assert_true(filtered.left[unit] < filtered.all[unit]);
    tally_free(&open);
    tally_free(&filtered);
    question_free(&question);
}

static void two_units_are_left_by_any_as_many_as_the_events_of_either(void **state)
{
    (void)state;
    struct question question;
    struct answer any = {0}, all = {0};
    struct tally tally = {0};
    uint32_t a = gazetteer_find(&store.gazetteer, BYTES("dien-bien"));
    uint32_t b = gazetteer_find(&store.gazetteer, BYTES("lai-chau"));
    question_init(&question);
    tally_fill(&tally, &store, &question);
    question_toggle_unit(&question, a);
    question_toggle_unit(&question, b);
    answer_fill(&any, &store, &question);
    question.all_of = true;
    answer_fill(&all, &store, &question);
    assert_int_equal(any.count + all.count, tally.left[a] + tally.left[b]);
    tally_free(&tally);
    answer_free(&any);
    answer_free(&all);
    question_free(&question);
}

static void decades_reach_from_the_first_event_to_the_last(void **state)
{
    (void)state;
    static const struct {
        const char *dates;
        int first_year;
        const char *decades; /* of the one unit */
    } rows[] = {
        {"1954", 1950, "1"},
        {"1949-12-31 1950-01-01 1959-12-31 1960-01-01", 1940, "1 2 1"},
        {"../1884 1901", 1880, "1 0 1"},
        {"-0012 0003", -20, "1 0 1"},
        {"1999-12-31/2005", 1990, "1"}, /* by its first day */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store small;
        struct tally tally = {0};
        struct question question;
        struct buffer text = {0}, got = {0};
        size_t events = 0;
        for (struct bytes left = bytes_of(rows[i].dates); left.size; events++) {
            struct bytes date = bytes_split(left, ' ', &left);
            buffer_printf(&text, "Date: %.*s\nTitle: x\nProvince: A\n\n", BYTES_ARGS(date));
        }
        store_of_bytes(&small, buffer_bytes(&text), NULL, NULL);
        question_init(&question);
        tally_fill(&tally, &small, &question);
        assert_row_int(i, tally.left[0], (long long)events);
        for (int d = 0; d < tally.decade_count; d++)
            buffer_printf(&got, "%s%u", d ? " " : "", tally_decades(&tally, 0)[d]);
        assert_row_taken(i, &got, rows[i].decades);
        assert_row_int(i, tally_year(&tally, 0), rows[i].first_year);
        assert_row_int(i, tally_year(&tally, 2), rows[i].first_year + 20);
        tally_free(&tally);
        buffer_free(&got);
        buffer_free(&text);
        store_close(&small);
    }
}

static void a_store_without_units_has_no_counts(void **state)
{
    (void)state;
    struct store small;
    struct question question;
    struct tally tally = {0};
    question_init(&question);
    store_of(&small, "Date: 1954\nTitle: x\n", NULL);
    tally_fill(&tally, &small, &question);
    assert_int_equal(tally.unit_count, 0);
    tally_free(&tally);
    store_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_counts_of_every_unit_are_what_choosing_it_leaves),
        cmocka_unit_test(units_chosen_do_not_change_the_counts),
        cmocka_unit_test(a_filter_hides_some_of_all_there_are),
        cmocka_unit_test(two_units_are_left_by_any_as_many_as_the_events_of_either),
        cmocka_unit_test(decades_reach_from_the_first_event_to_the_last),
        cmocka_unit_test(a_store_without_units_has_no_counts),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
