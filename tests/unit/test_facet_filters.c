#include "find/answer.h"
#include "find/facet_table.h"
#include "time/day.h"

#include "unit_store.h"

/* Every filter at once, in any order, over the shipped timeline: what is left is what each part
 * alone would leave, and the counts beside the choices tell what choosing would leave. */

#define ROUNDS 300

static struct store store;
static struct facet_table values; /* of the open question */
static unsigned seed = 20240507;

static int open_store(void **state)
{
    struct question question;
    (void)state;
    assert_true(store_open(&store, "data/dien-bien-phu.rec", NULL, NULL));
    question_init(&question);
    facet_table_fill(&values, &store, &question);
    return 0;
}

static int close_store(void **state)
{
    (void)state;
    facet_table_free(&values);
    store_close(&store);
    return 0;
}

static size_t any(size_t count)
{
    seed = seed * 1103515245U + 12345U;
    return (seed >> 8) % count;
}

enum part {
    PART_UNIT,
    PART_SPAN,
    PART_WORDS,
    PART_CERTAIN,
    PART_FACET,
    PART_COUNT = PART_FACET + 4
};

/* What is asked of one part, twice where a facet takes several. */
struct asked {
    enum part part;
    uint32_t number[2];
    int32_t from;
};

static struct asked ask_any(enum part part)
{
    struct asked asked = {.part = part};
    asked.from = store.events[any(store.count)].first;
    for (size_t i = 0; i < 2; i++) {
        if (part == PART_UNIT)
            asked.number[i] = (uint32_t)any(store.gazetteer.count);
        else if (part >= PART_FACET)
            do
                asked.number[i] = (uint32_t)any(values.count);
            while (values.values[asked.number[i]].facet != (enum facet)(part - PART_FACET));
    }
    return asked;
}

static void add_to(struct question *question, const struct asked *asked)
{
    static const char *const words[] = {"gao", "Điện Biên", "dan", "hà nội", "the"};
    const struct facet_value *first = &values.values[asked->number[0] % values.count];
    const struct facet_value *second = &values.values[asked->number[1] % values.count];
    if (asked->part == PART_UNIT) {
        question_toggle_unit(question, asked->number[0]);
        if (asked->number[1] != asked->number[0])
            question_toggle_unit(question, asked->number[1]);
    } else if (asked->part == PART_SPAN) {
        question->from = asked->from;
        question->to = asked->from + 3650;
    } else if (asked->part == PART_WORDS) {
        question_set_words(question,
                           bytes_of(words[(size_t)(asked->from & 0xFFFF) % COUNT(words)]));
    } else if (asked->part == PART_CERTAIN) {
        question->certain = true;
    } else {
        picks_toggle(&question->picks, &store, first->facet, first->id);
        if (first != second)
            picks_toggle(&question->picks, &store, second->facet, second->id);
    }
}

/* Marks the events that a question of one part leaves with one bit more. */
static void mark(unsigned *met, const struct asked *asked)
{
    struct answer answer = {0};
    struct question question;
    question_init(&question);
    add_to(&question, asked);
    answer_fill(&answer, &store, &question);
    for (size_t i = 0; i < answer.count; i++)
        met[answer.events[i]]++;
    answer_free(&answer);
    question_free(&question);
}

static void shuffle(struct asked *asked, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = any(i);
        struct asked kept = asked[i - 1];
        asked[i - 1] = asked[other];
        asked[other] = kept;
    }
}

/* Fails unless the parts together, added in this order, leave what each of them leaves. */
static void assert_together(size_t round, const struct asked *asked, size_t count,
                            const unsigned *met)
{
    struct answer answer = {0};
    struct question question;
    size_t expected = 0;
    question_init(&question);
    for (size_t i = 0; i < count; i++)
        add_to(&question, &asked[i]);
    answer_fill(&answer, &store, &question);
    for (uint32_t event = 0; event < store.count; event++) {
        if (met[event] != count)
            continue;
        assert_row_int(round, answer_has(&answer, event), true);
        expected++;
    }
    assert_row_int(round, (long long)answer.count, (long long)expected);
    answer_free(&answer);
    question_free(&question);
}

static void filters_in_any_order_leave_what_each_of_them_leaves(void **state)
{
    (void)state;
    unsigned met[4096];
    size_t left = 0;
    assert_true(store.count < COUNT(met));
    for (size_t round = 0; round < ROUNDS; round++) {
        struct asked asked[PART_COUNT];
        size_t count = 0;
        memset(met, 0, sizeof met);
        for (int part = 0; part < PART_COUNT; part++)
            if (any(3) == 0)
                asked[count++] = ask_any((enum part)part);
        for (size_t i = 0; i < count; i++)
            mark(met, &asked[i]);
        for (int order = 0; order < 3; order++) {
            shuffle(asked, count);
            assert_together(round, asked, count, met);
        }
        for (size_t event = 0; event < store.count; event++)
            left += count > 1 && met[event] == count;
    }
    assert_true(left > ROUNDS); /* it was no test of empty answers */
}

/* Returns how many events are left when of one facet this value alone is picked. */
static size_t left_by(const struct question *question, const struct facet_value *value)
{
    struct question alone = *question; /* borrows all but the picks */
    struct answer answer = {0};
    alone.picks = (struct picks){0};
    for (size_t i = 0; i < question->picks.count; i++) {
        const struct pick *pick = &question->picks.items[i];
        if (pick->facet != value->facet)
            picks_toggle(&alone.picks, &store, pick->facet, buffer_bytes(&pick->id));
    }
    picks_toggle(&alone.picks, &store, value->facet, value->id);
    answer_fill(&answer, &store, &alone);
    size_t count = answer.count;
    answer_free(&answer);
    picks_free(&alone.picks);
    return count;
}

static void counts_are_what_choosing_leaves(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS / 10; round++) {
        struct question question;
        struct facet_table table = {0};
        question_init(&question);
        for (int part = 0; part < PART_COUNT; part++) {
            struct asked asked = ask_any((enum part)part);
            if (any(4) == 0)
                add_to(&question, &asked);
        }
        facet_table_fill(&table, &store, &question);
        for (size_t i = 0; i < table.count; i += 1 + any(8))
            assert_row_int(round, (long long)table.values[i].left,
                           (long long)left_by(&question, &table.values[i]));
        facet_table_free(&table);
        question_free(&question);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_in_any_order_leave_what_each_of_them_leaves),
        cmocka_unit_test(counts_are_what_choosing_leaves),
    };
    return cmocka_run_group_tests(tests, open_store, close_store);
}
