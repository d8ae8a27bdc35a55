#include "find/answer.h"
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

static void a_place_is_that_of_the_event_or_the_next_or_the_last(void **state)
{
    (void)state;
    static uint32_t events[] = {2, 3, 5, 8, 13};
    static const struct {
        uint32_t event;
        size_t place;
        bool has;
    } rows[] = {
        {0, 0, false}, {2, 0, true},  {3, 1, true},   {4, 2, false},          {5, 2, true},
        {6, 3, false}, {13, 4, true}, {14, 4, false}, {EVENT_NONE, 4, false},
    };
    struct answer answer = {.events = events, .count = COUNT(events)}, none = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_int(i, (long long)answer_place(&answer, rows[i].event),
                       (long long)rows[i].place);
        assert_row_int(i, answer_has(&answer, rows[i].event), rows[i].has);
        assert_row_int(i, (long long)answer_place(&none, rows[i].event), 0);
        assert_row_int(i, answer_has(&none, rows[i].event), false);
    }
}

static void a_day_leads_to_the_first_event_that_begins_on_it_or_later(void **state)
{
    (void)state;
    const struct {
        int32_t day;
        size_t place;
    } rows[] = {
        {day_from_civil(1800, 1, 1), 1},
        {day_from_civil(1954, 3, 13), 1},
        {day_from_civil(1954, 3, 14), 2},
        {day_from_civil(1954, 5, 7), 3},
        {day_from_civil(1954, 5, 8), 4},
        {day_from_civil(1960, 1, 1), 4},
        {DAY_OPEN_PAST, 0},
        {DAY_OPEN_FUTURE, 4},
    };
    struct store small;
    struct question question;
    struct answer answer = {0};
    store_of(
        &small,
        "Date: ../1700\nTitle: x\n\nDate: 1954-03-13\nTitle: x\n\nDate: 1954-03-15\nTitle: x\n\n"
        "Date: 1954-05-07\nTitle: x\n\nDate: 1955/..\nTitle: x\n",
        NULL);
    question_init(&question);
    assert_int_equal(answer_place_of_day(&answer, &small, 0), 0);
    answer_fill(&answer, &small, &question);
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, (long long)answer_place_of_day(&answer, &small, rows[i].day),
                       (long long)rows[i].place);
    answer_free(&answer);
    question_free(&question);
    store_close(&small);
}

static void filling_anew_forgets_what_was(void **state)
{
    (void)state;
    struct question question;
    struct answer answer = {0};
    question_init(&question);
    answer_fill(&answer, &store, &question);
    assert_int_equal(answer.count, store.count);
    for (uint32_t i = 0; i < answer.count; i++)
        assert_row_int(i, answer.events[i], i);
    question.to = day_from_civil(1900, 1, 1);
    answer_fill(&answer, &store, &question);
    assert_true(answer.count > 0 && answer.count < store.count);
    question.to = day_from_civil(1000, 1, 1);
    answer_fill(&answer, &store, &question);
    assert_int_equal(answer.count, 0);
    answer_free(&answer);
    question_free(&question);
}

static void narrowing_keeps_what_holds_the_words(void **state)
{
    (void)state;
    static const char *const words[] = {"dien bien phu", "Điện", "gao", "1954", "zzz"};
    struct question question;
    struct answer all = {0}, narrowed = {0}, asked = {0};
    question_init(&question);
    question.from = day_from_civil(1900, 1, 1);
    answer_fill(&all, &store, &question);
    for (size_t i = 0; i < COUNT(words); i++) {
        question_set_words(&question, bytes_of(words[i]));
        answer_narrow(&narrowed, &all, &store, question.query);
        answer_fill(&asked, &store, &question);
        assert_row_int(i, (long long)narrowed.count, (long long)asked.count);
        if (asked.count)
            assert_memory_equal(narrowed.events, asked.events, asked.count * sizeof *asked.events);
        question_set_words(&question, BYTES(""));
    }
    answer_free(&all);
    answer_free(&narrowed);
    answer_free(&asked);
    question_free(&question);
}

/* Fails unless the count of every unit is the size of the answer with that unit alone chosen. */
static void assert_counts(size_t row, struct question *question)
{
    struct answer answer = {0};
    size_t *counts = answer_count_units(&store, question), sum = 0;
    question->unit_count = 0;
    for (uint32_t unit = 0; unit < store.gazetteer.count; unit++) {
        question_toggle_unit(question, unit);
        answer_fill(&answer, &store, question);
        if (counts[unit] != answer.count)
            fail_msg("row %zu: %.*s: %zu, not %zu", row, BYTES_ARGS(store.gazetteer.units[unit].id),
                     counts[unit], answer.count);
        question_toggle_unit(question, unit);
        sum += counts[unit];
    }
    assert_row_int(row, sum > 0, true);
    free(counts);
    answer_free(&answer);
    question_free(question);
}

static void the_count_of_every_unit_is_what_choosing_it_leaves(void **state)
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
    question_init(&question); /* units chosen do not change the counts, nor does all-of */
    question_toggle_unit(&question, gazetteer_find(&store.gazetteer, BYTES("dien-bien")));
    question_toggle_unit(&question, gazetteer_find(&store.gazetteer, BYTES("ha-noi")));
    question.all_of = true;
    size_t *counts = answer_count_units(&store, &question);
    question.unit_count = 0;
    size_t *free_counts = answer_count_units(&store, &question);
    assert_memory_equal(counts, free_counts, store.gazetteer.count * sizeof *counts);
    free(counts);
    free(free_counts);
    question_free(&question);
}

static void two_units_are_left_by_any_as_many_as_the_events_of_either(void **state)
{
    (void)state;
    struct question question;
    struct answer any = {0}, all = {0};
    size_t *counts;
    uint32_t a = gazetteer_find(&store.gazetteer, BYTES("dien-bien"));
    uint32_t b = gazetteer_find(&store.gazetteer, BYTES("lai-chau"));
    question_init(&question);
    counts = answer_count_units(&store, &question);
    question_toggle_unit(&question, a);
    question_toggle_unit(&question, b);
    answer_fill(&any, &store, &question);
    question.all_of = true;
    answer_fill(&all, &store, &question);
    assert_int_equal(any.count + all.count, counts[a] + counts[b]);
    free(counts);
    answer_free(&any);
    answer_free(&all);
    question_free(&question);
}

static void a_store_without_units_has_no_counts(void **state)
{
    (void)state;
    struct store small;
    struct question question;
    question_init(&question);
    store_of(&small, "Date: 1954\nTitle: x\n", NULL);
    size_t *counts = answer_count_units(&small, &question);
    assert_non_null(counts);
    free(counts);
    store_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_that_of_the_event_or_the_next_or_the_last),
        cmocka_unit_test(a_day_leads_to_the_first_event_that_begins_on_it_or_later),
        cmocka_unit_test(filling_anew_forgets_what_was),
        cmocka_unit_test(narrowing_keeps_what_holds_the_words),
        cmocka_unit_test(the_count_of_every_unit_is_what_choosing_it_leaves),
        cmocka_unit_test(two_units_are_left_by_any_as_many_as_the_events_of_either),
        cmocka_unit_test(a_store_without_units_has_no_counts),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
