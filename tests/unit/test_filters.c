#include "base/memory.h"
#include "show/browser.h"
#include "time/day.h"

#include "unit_shipped.h"

/* Filters set one after another, in any order, leave what meets all of them. */

enum part { PART_UNITS, PART_SPAN, PART_TAG, PART_CERTAIN, PART_WORDS, PART_SEARCH, PART_COUNT };

/* What one part asks for; each may ask for nothing. */
struct parts {
    uint32_t units[2];
    size_t unit_count;
    bool all_of;
    int32_t from, to;
    const char *tag;
    bool certain;
    const char *words;
    const char *search;
};

static struct parts random_parts(void)
{
    static const char *const tags[] = {"", "", "battle", "politics", "economy", "no-such-tag"};
    static const char *const words[] = {"",    "dien bien", "phap", "điện biên phủ", "gao",
                                        "hòa", "HOÀ",       "quân", "cao bang",      "zzz"};
    struct parts parts = {.unit_count = random_below(3), .all_of = random_below(2)};
    int year = 1858 + (int)random_below(160);
    for (size_t i = 0; i < 2; i++)
        parts.units[i] = random_below((unsigned)store.gazetteer.count);
    if (parts.units[0] == parts.units[1])
        parts.unit_count = 0;
    parts.from = random_below(2) ? day_from_civil(year, 1, 1) : DAY_OPEN_PAST;
    parts.to =
        random_below(2) ? day_from_civil(year + (int)random_below(60), 12, 31) : DAY_OPEN_FUTURE;
    parts.tag = tags[random_below(COUNT(tags))];
    parts.certain = random_below(2);
    parts.words = words[random_below(COUNT(words))];
    parts.search = words[random_below(COUNT(words))];
    return parts;
}

/* Sets one part of a question. */
static void set_part(struct question *question, const struct parts *parts, enum part part)
{
    if (part == PART_UNITS) {
        question->all_of = parts->all_of;
        for (size_t i = 0; i < parts->unit_count; i++)
            question_toggle_unit(question, parts->units[i]);
    } else if (part == PART_SPAN) {
        question->from = parts->from;
        question->to = parts->to;
    } else if (part == PART_TAG) {
        if (*parts->tag)
            picks_toggle(&question->picks, &store, FACET_TAG, bytes_of(parts->tag));
    } else if (part == PART_CERTAIN) {
        question->certain = parts->certain;
    } else {
        question_set_words(question, bytes_of(part == PART_WORDS ? parts->words : parts->search));
    }
}

/* Says for each event whether it meets the parts before `end`, each asked by itself. */
static void meet(const struct parts *parts, enum part end, bool *met)
{
    struct buffer scratch = {0};
    for (uint32_t i = 0; i < store.count; i++)
        met[i] = true;
    for (int part = 0; part < (int)end; part++) {
        struct question question;
        question_init(&question);
        set_part(&question, parts, (enum part)part);
        for (uint32_t i = 0; i < store.count; i++)
            met[i] = met[i] && question_accepts(&question, &store, &store.events[i], &scratch);
        question_free(&question);
    }
    buffer_free(&scratch);
}

static void assert_list(size_t row, const struct answer *answer, const bool *met)
{
    size_t count = 0;
    for (uint32_t i = 0; i < store.count; i++) {
        if (!met[i])
            continue;
        if (count >= answer->count || answer->events[count] != i)
            fail_msg("row %zu: event %u is left out", row, i);
        count++;
    }
    assert_row_int(row, (long long)answer->count, (long long)count);
}

static void shuffle(int *order, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below((unsigned)i);
        int kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

/* Sets the parts in one order, as a reader does, and answers after each. */
static void set_in_order(struct browser *browser, const struct parts *parts, const int *order)
{
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (order[i] == PART_SEARCH) {
            browser_search(browser, bytes_of(parts->search), 0);
        } else {
            set_part(&browser->question, parts, (enum part)order[i]);
            browser_ask(browser);
        }
        while (browser_work(browser) != BROWSER_IDLE)
            ;
    }
}

static void every_order_of_filters_leaves_what_meets_them_all(void **state)
{
    (void)state;
    int order[PART_COUNT] = {PART_UNITS,   PART_SPAN,  PART_TAG,
                             PART_CERTAIN, PART_WORDS, PART_SEARCH};
    bool *met = memory_new(store.count, sizeof *met);
    bool *found = memory_new(store.count, sizeof *found);
    size_t left = 0, matches = 0;
    for (size_t round = 0; round < 150; round++) {
        struct parts parts = random_parts();
        meet(&parts, PART_SEARCH, met);
        meet(&parts, PART_COUNT, found);
        for (size_t i = 0; i < 4; i++) {
            struct browser browser;
            browser_init(&browser, &store, LANGUAGE_VI);
            shuffle(order, PART_COUNT);
            set_in_order(&browser, &parts, order);
            assert_list(round, &browser.answer, met);
            if (browser.seeking.query)
                assert_list(round, &browser.seeking.search.matches, found);
            left += browser.answer.count;
            matches += browser.seeking.search.matches.count;
            browser_free(&browser);
        }
    }
    assert_true(left > 1000 && matches > 100);
    free(met);
    free(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_order_of_filters_leaves_what_meets_them_all),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
