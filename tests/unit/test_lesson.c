#include "file/lesson.h"
#include "show/lesson_view.h"

#include "unit_walk.h"

/* A lesson with a stop whose event is missing in the midst of it and one at its end, one without
 * words, one in one language; and a lesson that has no event at all. */
static const char timeline[] =
    "%rec: Timeline\n\nTitle_vi: Thử\nLanguages: vi en\nDate: 1900/2000\n\n%rec: Event\n\n"
    "Id: a\nDate: 1930\nTitle: Alpha\n\nId: b\nDate: 1940\nTitle: Beta\nTag: war\n\n"
    "Id: c\nDate: 1950\nTitle: Gamma\n\nId: d\nDate: 1960\nTitle: Delta\n\n%rec: Lesson\n\n"
    "Id: walk\nTitle_vi: Bài\nTitle_en: Walk\nStop: b Một? | One?\nStop: nobody Không | Gone\n"
    "Stop: d\nStop: a Ba,\n+ dài | Three,\n+ long\nStop: c Bốn\nStop: nothing Năm | Five\n\n"
    "Id: lost\nTitle: Lost\nStop: nobody Hết | Gone\n";

static int open_lessons(void **state)
{
    (void)state;
    store_of(&store, timeline, units);
    browser_init(&browser, &store, LANGUAGE_EN);
    return 0;
}

static struct record walk_record(void)
{
    return store.lists[RECORD_LESSON].items[0];
}

static void assert_words(size_t stop, enum language language, const char *expected)
{
    struct buffer words = {0};
    lesson_add_words(&store, walk_record(), stop, language, &words);
    assert_string_equal(buffer_string(&words), expected);
    buffer_free(&words);
}

static void stops_are_read(void **state)
{
    struct buffer id = {0};
    (void)state;
    assert_int_equal(lesson_count(&store, walk_record()), 6);
    assert_true(lesson_add_event(&store, walk_record(), 3, &id));
    assert_string_equal(buffer_string(&id), "a");
    assert_false(lesson_add_event(&store, walk_record(), 6, &id));
    assert_words(0, LANGUAGE_VI, "Một?");
    assert_words(0, LANGUAGE_EN, "One?");
    assert_words(2, LANGUAGE_EN, "");
    assert_words(3, LANGUAGE_VI, "Ba, dài");
    assert_words(3, LANGUAGE_EN, "Three, long");
    assert_words(4, LANGUAGE_EN, "Bốn");
    assert_words(6, LANGUAGE_EN, "");
    buffer_free(&id);
}

/* Fails unless the last row begins so. */
static void assert_foot(const char *expected)
{
    struct surface surface = {0};
    struct buffer screen = {0};
    surface_resize(&surface, 80, 24);
    browser_draw(&browser, &surface);
    for (int x = 0; x < surface.width; x++)
        buffer_add(&screen, (struct bytes){surface_at(&surface, x, 23)->text,
                                           surface_at(&surface, x, 23)->size});
    if (!bytes_start(buffer_bytes(&screen), bytes_of(expected)))
        fail_msg("last row: %s, expected: %s", buffer_string(&screen), expected);
    buffer_free(&screen);
    surface_free(&surface);
}

/* Every stop that has an event is shown once on the way there, and once on the way back. */
static void every_stop_is_shown_once(void **state)
{
    static const struct {
        const char *keys, *id, *foot;
    } steps[] = {
        {"t<Enter>", "b", "stop 1 of 6  "},
        {"<Space>", "d", "stop 3 of 6  stop 2 is passed over, its event is not there: nobody"},
        {"n", "a", "stop 4 of 6  "},
        {"<Right>", "c", "stop 5 of 6  "},
        {"<Space>", "c", "stop 5 of 6  stop 6 is passed over"},
        {"b", "a", "stop 4 of 6  "},
        {"p", "d", "stop 3 of 6  "},
        {"<Left>", "b", "stop 1 of 6  stop 2 is passed over"},
        {"b", "b", "stop 1 of 6  this is the first stop"},
        {"G", "c", "stop 5 of 6  "},
        {"g", "b", "stop 1 of 6  "},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(steps); i++) {
        type(&browser, steps[i].keys);
        assert_at(i, steps[i].id);
        assert_foot(steps[i].foot);
    }
}

static void one_leaves_to_the_event_and_comes_back_to_the_stop(void **state)
{
    (void)state;
    static const struct walk walks[] = {
        {"Gt<Enter>", "b"}, {"<Space>", "d"}, {"<Esc>", "d"},    {"kk", "b"},
        {"t<Enter>", "d"},  {"<Space>", "a"}, {"a<Right>", "b"}, {"<Esc>", "b"},
        {"<Space>", "c"},   {"q", "c"},       {"uuuuu", "a"},
    };
    walk(walks, COUNT(walks));
    assert_int_equal(browser.panes.list, VIEW_TIMELINE);
    assert_false(browser.wants.quit);
}

static void a_filter_that_hides_a_stop_is_taken_away(void **state)
{
    (void)state;
    type(&browser, "&delta<Enter>");
    assert_int_equal(browser.answer.count, 1);
    type(&browser, "t<Enter>");
    assert_at(0, "b");
    assert_int_equal(browser.answer.count, store.count);
}

static void a_lesson_without_events_does_not_begin(void **state)
{
    (void)state;
    type(&browser, "tj<Enter>");
    assert_int_equal(browser.panes.list, VIEW_LESSONS);
    assert_true(browser.notice.size > 0);
    type(&browser, "k<Enter>");
    assert_int_equal(browser.panes.list, VIEW_LESSON);
    assert_false(lesson_show(&browser, BYTES("lost"), 0));
    assert_false(lesson_show(&browser, BYTES("walk"), 99));
    assert_false(lesson_show(&browser, BYTES(""), 0));
    assert_at(0, "b");
    assert_foot("stop 1 of 6");
}

static int open_shipped(void **state)
{
    (void)state;
    assert_true(store_open(&store, "data/dien-bien-phu.rec", NULL, NULL));
    browser_init(&browser, &store, LANGUAGE_VI);
    return 0;
}

/* Every event of the shipped lessons is there. */
static void shipped_lessons_are_whole(void **state)
{
    const struct record_list *lessons = &store.lists[RECORD_LESSON];
    (void)state;
    assert_int_equal(lessons->count, 3);
    for (size_t i = 0; i < lessons->count; i++) {
        struct buffer id = {0};
        store_value(&store, lessons->items[i], BYTES("Id"), &id);
        size_t count = lesson_count(&store, lessons->items[i]);
        assert_true(count > 0);
        for (size_t stop = 0; stop < count; stop++)
            assert_true(lesson_show(&browser, buffer_bytes(&id), stop));
        buffer_free(&id);
    }
}

/* Wherever keys lead while lessons are held, a stop that is shown is one of the lesson. */
static void random_walks_stay_in_the_lesson(void **state)
{
    uint64_t lots = 1954;
    struct surface surface = {0};
    struct record lesson;
    (void)state;
    for (int i = 0; i < 4000; i++) {
        if (browser.panes.list == VIEW_TIMELINE && !browser.panes.help_open &&
            !browser.panes.detail_focus)
            browser_key(&browser, 't');
        if (browser.prompt.kind != PROMPT_NONE)
            each_key("<Esc>", take, &browser);
        browser_key(&browser, draw_step(&browser, &lots).key);
        surface_resize(&surface, 40 + (int)draw_lot(&lots, 80), 8 + (int)draw_lot(&lots, 30));
        browser_draw(&browser, &surface);
        if (browser.panes.list != VIEW_LESSON)
            continue;
        assert_true(lesson_record(&browser, &lesson));
        assert_true(browser.lesson.stop < lesson_count(&store, lesson));
        assert_true(browser.lesson.event < store.count);
    }
    surface_free(&surface);
}

int main(void)
{
#define LESSON_TEST(function, open) cmocka_unit_test_setup_teardown(function, open, close_browser)
    const struct CMUnitTest tests[] = {
        LESSON_TEST(stops_are_read, open_lessons),
        LESSON_TEST(every_stop_is_shown_once, open_lessons),
        LESSON_TEST(one_leaves_to_the_event_and_comes_back_to_the_stop, open_lessons),
        LESSON_TEST(a_filter_that_hides_a_stop_is_taken_away, open_lessons),
        LESSON_TEST(a_lesson_without_events_does_not_begin, open_lessons),
        LESSON_TEST(shipped_lessons_are_whole, open_shipped),
        LESSON_TEST(random_walks_stay_in_the_lesson, open_shipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
