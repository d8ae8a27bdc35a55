#include "find/answer.h"
#include "time/day.h"

#include "unit_shipped.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_that_of_the_event_or_the_next_or_the_last),
        cmocka_unit_test(a_day_leads_to_the_first_event_that_begins_on_it_or_later),
        cmocka_unit_test(filling_anew_forgets_what_was),
        cmocka_unit_test(narrowing_keeps_what_holds_the_words),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
