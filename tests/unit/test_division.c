#include "find/division.h"

#include "time/day.h"
#include "unit_store.h"

static void the_periods_hold_every_event_once_and_the_gaps_none(void **state)
{
    (void)state;
    struct store store;
    struct question question;
    struct answer answer = {0};
    struct division division = {0};
    store_of_parts(&store, "%rec: Event\n\n", "Date: ../1880\nTitle: a\n\nDate: 1886\nTitle: b\n\n",
                   "Date: 1886-10\nTitle: c\n\nDate: 1954-03-13\nTitle: d\n\n"
                   "Date: 1954-05-07\nTitle: e\n");
    question_init(&question);
    answer_fill(&answer, &store, &question);
    static const long long rows[] = {
        [LEVEL_CENTURY] = 2, [LEVEL_DECADE] = 3, [LEVEL_YEAR] = 5, [LEVEL_MONTH] = 8};
    division_begin(&division, &store, &answer, NAMES_GROUND);
    assert_false(division_go(&division, SIZE_MAX));
    for (int level = LEVEL_CENTURY; level < LEVEL_EVENT; level++) {
        size_t sum = 0, row = (size_t)level;
        const struct periods *periods = &division.levels[level];
        assert_row_int(row, (long long)periods->count, rows[level]);
        for (size_t i = 0; i < periods->count; i++) {
            const struct period *period = &periods->items[i];
            sum += period->count;
            assert_row_int(i, i == 0 || period->place >= period[-1].place, true);
        }
        assert_row_int(row, (long long)sum, (long long)answer.count);
    }
    division_free(&division);
    answer_free(&answer);
    question_free(&question);
    store_close(&store);
}

/* Appends events with dates of all forms, some of which are just a period of some level. */
static void add_events(struct buffer *text, int count)
{
    static const char *const forms[] = {
        "19XX",          "195X",    "1954",       "1954-01",
        "1954-01-01",    "../1953", "1954/1955",  "1954-01-01/1954-02",
        "1950/1959",     "1954/..", "1955-02-28", "1900/1999",
        "1954-12-31/..", "2000",    "-0001",      "1954-01/1954-12"};
    for (int i = 0; i < count; i++)
        buffer_printf(text, "Title: %d\nDate: %s\nProvince: %d\nProvince: %d\n\n", i,
                      forms[random_below(COUNT(forms))], (int)random_below(5),
                      (int)random_below(5));
}

/* Appends what an event counts under at a level, by the words of period.h alone. */
static void add_expected(struct buffer *out, const struct event *event, int level, int32_t known)
{
    int32_t first = 0, last = 0;
    int32_t day = event->first != DAY_OPEN_PAST ? event->first
                  : event->last < known         ? event->last
                                                : known;
    bool is_whole = false;
    for (int at = LEVEL_CENTURY; at <= level && !is_whole; at++) {
        period_bounds((enum level)at, day, &first, &last);
        is_whole = event->first == first && event->last == last;
    }
    buffer_printf(out, "%d %d\n", (int)first, (int)last);
}

static int32_t first_known(const struct store *store)
{
    for (size_t i = 0; i < store->count; i++)
        if (store->events[i].first != DAY_OPEN_PAST)
            return store->events[i].first;
    return DAY_OPEN_FUTURE;
}

/* Compares the periods that the events of a level lie in with what each of them says by itself. */
static void check_level(const struct store *store, const struct division *division, int level)
{
    struct buffer found = {0}, expected = {0};
    const struct periods *periods = &division->levels[level];
    for (size_t i = 0; i < periods->count; i++)
        for (size_t event = 0; event < periods->items[i].count; event++)
            buffer_printf(&found, "%d %d\n", (int)periods->items[i].first,
                          (int)periods->items[i].last);
    for (size_t i = 0; i < store->count; i++)
        add_expected(&expected, &store->events[i], level, first_known(store));
    assert_row((size_t)level, buffer_string(&found), buffer_string(&expected));
    buffer_free(&found);
    buffer_free(&expected);
}

static void a_division_in_parts_is_that_of_each_event_by_itself(void **state)
{
    (void)state;
    for (int round = 0; round < 200; round++) {
        struct store store;
        struct question question;
        struct answer answer = {0};
        struct division division = {0};
        struct buffer text = {0};
        add_events(&text, 1 + (int)random_below(60));
        store_of_parts(&store, "%rec: Event\n\n", buffer_string(&text), "");
        question_init(&question);
        answer_fill(&answer, &store, &question);
        for (int again = 0; again < 2; again++) {
            division_begin(&division, &store, &answer, NAMES_GROUND);
            while (division_go(&division, 1 + random_below(20)))
                ;
            for (int level = 0; level < LEVEL_EVENT; level++)
                check_level(&store, &division, level);
        }
        division_free(&division);
        answer_free(&answer);
        question_free(&question);
        store_close(&store);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_periods_hold_every_event_once_and_the_gaps_none),
        cmocka_unit_test(a_division_in_parts_is_that_of_each_event_by_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
