#include "show/quiz.h"

#include "unit_walk.h"

static int open_shipped(void **state)
{
    (void)state;
    assert_true(store_open(&store, "data/dien-bien-phu.rec", NULL, NULL));
    browser_init(&browser, &store, LANGUAGE_VI);
    return 0;
}

/* Keeps to one kind of question. */
static void ask_only(enum quiz_kind kind)
{
    while (browser.quiz.wanted != kind)
        type(&browser, "v");
    assert_int_equal(browser.quiz.kind, kind);
}

/* Says whether the screen shows a text. */
static bool shows(const char *wanted)
{
    struct surface surface = {0};
    struct buffer screen = {0};
    surface_resize(&surface, 100, 30);
    browser_draw(&browser, &surface);
    surface_print(&surface, &screen);
    bool found = bytes_find(buffer_bytes(&screen), bytes_of(wanted)) < screen.size;
    buffer_free(&screen);
    surface_free(&surface);
    return found;
}

static void masked_is_what_is_asked_for(void **state)
{
    (void)state;
    type(&browser, "A");
    ask_only(QUIZ_DATE);
    for (int i = 0; i < 100; i++) {
        assert_int_equal(quiz_rows(&browser.quiz), 1);
        assert_true(shows("________"));
        type(&browser, "<Space>");
        assert_int_equal(quiz_rows(&browser.quiz), 2);
        assert_false(shows("________"));
        type(&browser, i % 4 ? "<Enter>" : "2");
        assert_int_equal(browser.quiz.answered, i + 1);
    }
    assert_int_equal(browser.quiz.right, 75);
    assert_true(shows("đúng 75/100"));
    type(&browser, "<Esc>A");
    assert_true(shows("đúng 0/0"));
}

/* No event comes twice before all have come. */
static void every_event_is_asked_about_once(void **state)
{
    size_t count = browser.answer.count;
    bool *asked = calloc(count, sizeof *asked);
    (void)state;
    type(&browser, "A");
    ask_only(QUIZ_TITLE);
    type(&browser, "<Esc>");
    assert_true(quiz_begin(&browser));
    browser.quiz.wanted = QUIZ_TITLE;
    browser.quiz.dealt = 0;
    for (size_t i = 0; i < count; i++) {
        quiz_ask(&browser);
        assert_false(asked[browser.quiz.events[0]]);
        asked[browser.quiz.events[0]] = true;
    }
    free(asked);
}

/* Of three events each was over before the next began, and only that order is right. */
static void order_is_certain(void **state)
{
    const struct quiz_pane *pane = &browser.quiz;
    (void)state;
    type(&browser, "A");
    ask_only(QUIZ_ORDER);
    for (size_t i = 0; i < 200; i++) {
        size_t first = 0, last = 0;
        for (size_t row = 1; row < QUIZ_EVENTS; row++) {
            first = pane->events[row] < pane->events[first] ? row : first;
            last = pane->events[row] > pane->events[last] ? row : last;
        }
        size_t middle = QUIZ_EVENTS - first - last;
        const struct event *events[] = {&store.events[pane->events[first]],
                                        &store.events[pane->events[middle]],
                                        &store.events[pane->events[last]]};
        assert_true(events[0]->last < events[1]->first && events[1]->last < events[2]->first);
        size_t right = pane->right;
        quiz_pick(&browser, i % 2 ? last : first);
        assert_false(pane->is_open);
        quiz_pick(&browser, middle);
        assert_true(pane->is_open);
        assert_int_equal(pane->is_right, i % 2 == 0);
        assert_int_equal(pane->right, right + (i % 2 == 0));
        quiz_pick(&browser, 0);
    }
}

static void a_row_chosen_again_is_taken_back(void **state)
{
    (void)state;
    type(&browser, "A");
    ask_only(QUIZ_ORDER);
    type(&browser, "2");
    assert_int_equal(quiz_rank(&browser.quiz, 1), 1);
    type(&browser, "2");
    assert_int_equal(quiz_rank(&browser.quiz, 1), 0);
    assert_false(browser.quiz.is_open);
}

/* One place is right, whatever names are shown, and the title does not tell it. */
static void one_place_is_right(void **state)
{
    const struct quiz_pane *pane = &browser.quiz;
    (void)state;
    for (int names = 0; names < NAMES_COUNT; names++) {
        browser.names = (enum names)names;
        type(&browser, "A");
        ask_only(QUIZ_PLACE);
        for (int i = 0; i < 100; i++) {
            size_t rows = quiz_rows(pane), tried = (size_t)i % rows, right = 0;
            const struct event *event = &store.events[pane->events[0]];
            const uint32_t *grounds = store_units(&store, event);
            assert_int_equal(rows, QUIZ_PLACES);
            for (size_t row = 0; row < rows; row++) {
                bool is_right = false;
                for (size_t k = 0; k < event->unit_count; k++)
                    is_right |= naming_unit(&store.gazetteer, grounds[k], event_day(event),
                                            browser.names) == pane->units[row];
                right += is_right;
                if (row != tried)
                    continue;
                size_t before = pane->right;
                quiz_pick(&browser, row);
                assert_int_equal(pane->right, before + is_right);
            }
            assert_int_equal(right, 1);
            quiz_pick(&browser, 0);
        }
        type(&browser, "<Esc>");
    }
}

/* A class that is asked about a province is asked about its events alone, and not where they
 * were. */
static void the_filter_is_kept(void **state)
{
    (void)state;
    type(&browser, "pcao bang<Enter>A");
    size_t count = browser.answer.count;
    assert_true(count > 3 && count < store.count);
    for (int i = 0; i < 200; i++) {
        assert_int_not_equal(browser.quiz.kind, QUIZ_PLACE);
        for (size_t k = 0; k < browser.quiz.event_count; k++)
            assert_true(answer_has(&browser.answer, browser.quiz.events[k]));
        type(&browser, "n");
    }
    assert_int_equal(browser.quiz.answered, 0);
    for (int i = 0; i < 5; i++) {
        type(&browser, "v");
        assert_int_not_equal(browser.quiz.wanted, QUIZ_PLACE);
    }
}

static void without_events_nothing_is_asked(void **state)
{
    (void)state;
    type(&browser, "&zzzz<Enter>A");
    assert_int_equal(browser.panes.list, VIEW_TIMELINE);
    assert_true(browser.notice.size > 0);
}

static void a_timeline_of_one_event_can_be_asked_about(void **state)
{
    (void)state;
    store_of(&store, "Date: 1954\nTitle: In 1954\n", units);
    browser_init(&browser, &store, LANGUAGE_EN);
    type(&browser, "A");
    for (int i = 0; i < 20; i++) {
        assert_int_equal(browser.quiz.kind, QUIZ_TITLE);
        type(&browser, "v<Space>1n");
    }
}

/* The same seed asks the same, in two browsers that know nothing of each other. */
static void a_seed_decides(void **state)
{
    struct browser other;
    uint64_t lots = 7;
    (void)state;
    browser_init(&other, &store, LANGUAGE_EN);
    browser.quiz.lots = other.quiz.lots = 55;
    type(&browser, "A");
    type(&other, "A");
    for (int i = 0; i < 300; i++) {
        char key[2] = {"1234nvj"[draw_lot(&lots, 7)], '\0'};
        type(&browser, key);
        type(&other, key);
        assert_int_equal(browser.quiz.kind, other.quiz.kind);
        assert_memory_equal(browser.quiz.events, other.quiz.events,
                            browser.quiz.event_count * sizeof *browser.quiz.events);
        assert_int_equal(browser.quiz.right, other.quiz.right);
    }
    browser_free(&other);
}

/* Wherever keys lead, the score counts no more than was asked. */
static void random_walks_keep_the_score(void **state)
{
    uint64_t lots = 1954;
    struct surface surface = {0};
    (void)state;
    for (int i = 0; i < 3000; i++) {
        if (browser.panes.list == VIEW_TIMELINE && !browser.panes.help_open &&
            !browser.panes.detail_focus)
            browser_key(&browser, 'A');
        if (browser.prompt.kind != PROMPT_NONE)
            each_key("<Esc>", take, &browser);
        browser_key(&browser, draw_step(&browser, &lots).key);
        surface_resize(&surface, 40 + (int)draw_lot(&lots, 80), 8 + (int)draw_lot(&lots, 30));
        browser_draw(&browser, &surface);
        assert_true(browser.quiz.right <= browser.quiz.answered);
        assert_true(browser.quiz.answered <= browser.quiz.asked);
        if (browser.panes.list == VIEW_QUIZ)
            assert_true(browser.views[VIEW_QUIZ].cursor < quiz_rows(&browser.quiz));
    }
    surface_free(&surface);
}

int main(void)
{
#define QUIZ_TEST(function) cmocka_unit_test_setup_teardown(function, open_shipped, close_browser)
    const struct CMUnitTest tests[] = {
        QUIZ_TEST(masked_is_what_is_asked_for),
        QUIZ_TEST(every_event_is_asked_about_once),
        QUIZ_TEST(order_is_certain),
        QUIZ_TEST(a_row_chosen_again_is_taken_back),
        QUIZ_TEST(one_place_is_right),
        QUIZ_TEST(the_filter_is_kept),
        QUIZ_TEST(without_events_nothing_is_asked),
        cmocka_unit_test_teardown(a_timeline_of_one_event_can_be_asked_about, close_browser),
        QUIZ_TEST(a_seed_decides),
        QUIZ_TEST(random_walks_keep_the_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
