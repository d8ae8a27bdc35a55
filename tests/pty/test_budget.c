/* What goes over the line: bytes per key, per page, per frame, and none when idle. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define LESS            "/usr/bin/less"
#define STEPS           400 /* nearly all of the shipped timeline */
#define IN_VIEW_MAX     115 /* the most that less(1) was seen to send */
#define IN_VIEW_MEDIAN  60
#define SCROLL_MAX      800
#define SCROLL_MEDIAN   670
#define SCROLL_SHARE    4 /* at least so many steps to one that scrolls */
#define PAGE_MAX        1600
#define PAGES           16
#define PAGE_MEDIAN     1400
#define FIRST_FRAME_MAX 5120
#define RUNS            10
#define BURST           200
#define BURST_MAX       8192
#define IDLE_MS         2000

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* What was written for each of some keys, in bytes. */
struct sizes {
    size_t bytes[STEPS];
    size_t count;
};

static size_t median(struct sizes *sizes)
{
    qsort(sizes->bytes, sizes->count, sizeof *sizes->bytes, compare_sizes);
    return sizes->bytes[sizes->count / 2];
}

static size_t most(struct sizes *sizes)
{
    qsort(sizes->bytes, sizes->count, sizeof *sizes->bytes, compare_sizes);
    return sizes->bytes[sizes->count - 1];
}

static void type_once(struct pty *pty, const char *keys, struct sizes *sizes)
{
    pty_mark(pty);
    pty_keys(pty, keys);
    sizes->bytes[sizes->count++] = pty_bytes(pty);
}

/* Types the keys RUNS times and returns the median of what was written for them. */
static size_t median_bytes(struct pty *pty, const char *keys)
{
    struct sizes sizes = {0};
    while (sizes.count < RUNS)
        type_once(pty, keys, &sizes);
    return median(&sizes);
}

static void check_sizes(const char *what, struct sizes *sizes, size_t middle, size_t limit)
{
    print_message("%s: %zu times, %zu bytes, %zu at most\n", what, sizes->count, median(sizes),
                  most(sizes));
    assert_in_range(median(sizes), 1, middle);
    assert_in_range(most(sizes), 1, limit);
}

/* Goes down the shipped timeline; a step scrolls when the terminal is told of a region to scroll.
 */
static void step(struct stage *stage, const char *language, struct sizes *in_view,
                 struct sizes *scrolling)
{
    stage_open(stage, SHOW(.args = {"--lang", language}));
    for (int i = 0; i < STEPS; i++) {
        struct sizes one = {0};
        type_once(stage->pty, "j", &one);
        struct sizes *kind = pty_saw(stage->pty, "\033[1;24r") ? scrolling : in_view;
        kind->bytes[kind->count++] = one.bytes[0];
    }
    assert_int_equal(stage_position(stage), 1 + STEPS);
}

/* Goes down what the program prints of the shipped timeline, in less(1), by a key. */
static void go_down_in_less(struct stage *stage, const char *language, const char *key,
                            size_t times, struct sizes *sizes)
{
    stage_print(stage, SHOW(.args = {"--list", "--lang", language}));
    stage_open(stage, SHOW(.program = LESS, .file = stage->output));
    while (sizes->count < times)
        type_once(stage->pty, key, sizes);
}

static void add_sizes(struct sizes *sizes, const struct sizes *more)
{
    memcpy(sizes->bytes + sizes->count, more->bytes, more->count * sizeof *more->bytes);
    sizes->count += more->count;
}

/* In view it is less than in less(1), where each step scrolls; those that scroll counted in, not
 * more. */
static void a_step_is_as_small_as_one_of_less(void **state)
{
    static const char *const languages[] = {"vi", "en"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct sizes in_view = {0}, scrolling = {0}, all = {0}, less = {0};
        go_down_in_less(*state, languages[i], "j", STEPS, &less);
        step(*state, languages[i], &in_view, &scrolling);
        add_sizes(&all, &in_view);
        add_sizes(&all, &scrolling);
        print_message("%s\n", languages[i]);
        check_sizes("j in view", &in_view, IN_VIEW_MEDIAN, IN_VIEW_MAX);
        check_sizes("j that scrolls", &scrolling, SCROLL_MEDIAN, SCROLL_MAX);
        print_message("all: %zu bytes, in less %zu\n", median(&all), median(&less));
        assert_in_range(scrolling.count, 1, STEPS / SCROLL_SHARE);
        assert_in_range(median(&in_view), 1, median(&less) - 1);
        assert_in_range(median(&all), 1, median(&less));
    }
}

static void every_page_of_the_shipped_timeline_is_small(void **state)
{
    struct stage *stage = *state;
    struct sizes pages = {0};
    stage_open(stage, SHOW(0));
    while (pages.count < PAGES)
        type_once(stage->pty, " ", &pages);
    check_sizes("page", &pages, PAGE_MEDIAN, PAGE_MAX);
    assert_true(stage_position(stage) > 100);
}

/* Years and provinces stand beside the events, so it is more: a quarter at most. */
static void a_page_is_little_more_than_one_of_less(void **state)
{
    static const char *const languages[] = {"vi", "en"};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct sizes ours = {0}, less = {0};
        go_down_in_less(stage, languages[i], " ", PAGES, &less);
        stage_open(stage, SHOW(.args = {"--lang", languages[i]}));
        while (ours.count < PAGES)
            type_once(stage->pty, " ", &ours);
        print_message("%s: page %zu bytes, in less %zu\n", languages[i], median(&ours),
                      median(&less));
        assert_in_range(median(&ours) * 4, 1, median(&less) * 5);
    }
}

static void the_first_frame_is_5_kib_at_most(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    print_message("first frame: %zu bytes\n", pty_bytes(stage->pty));
    assert_in_range(pty_bytes(stage->pty), 1, FIRST_FRAME_MAX);
}

static void idle_for_two_seconds_it_sends_nothing_and_never_wakes(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    long cpu = pty_cpu(stage->pty);
    pty_check(stage->pty, pty_stays_idle(stage->pty, IDLE_MS));
    pty_check(stage->pty, pty_cpu(stage->pty) == cpu);
    pty_keys(stage->pty, "j\r");
    pty_check(stage->pty, pty_stays_idle(stage->pty, IDLE_MS / 4));
    pty_keys(stage->pty, "\033");
    pty_keys(stage->pty, "/a");
    pty_check(stage->pty, pty_stays_idle(stage->pty, IDLE_MS / 4));
}

/* A frame in pieces is shown in pieces, and each wakes the terminal. */
static void a_frame_is_one_write(void **state)
{
    static const char *const keys[] = {"j", " ", "G", "g", "\r", "\033", "?"};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    if (pty_writes(stage->pty) == 0)
        skip();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        long before = pty_writes(stage->pty);
        pty_keys(stage->pty, keys[i]);
        pty_check(stage->pty, pty_writes(stage->pty) == before + 1);
    }
}

static void two_hundred_queued_keys_give_one_exact_frame(void **state)
{
    struct stage *stage = *state;
    char keys[BURST + 1];
    memset(keys, 'j', BURST);
    keys[BURST] = '\0';
    stage_open(stage, SHOW(.file = stage_write_events(stage, 500)));
    pty_mark(stage->pty);
    pty_keys(stage->pty, keys);
    print_message("%d keys: %zu bytes\n", BURST, pty_bytes(stage->pty));
    pty_check(stage->pty, stage_position(stage) == 1 + BURST);
    pty_check(stage->pty, strstr(pty_row(stage->pty, stage_selected(stage)), "number 201"));
    pty_check(stage->pty, pty_bytes(stage->pty) <= BURST_MAX);
}

/* A key that can do nothing costs nothing. */
static void a_key_without_effect_writes_next_to_nothing(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    assert_in_range(median_bytes(stage->pty, "\033[99z"), 0, 20);
}

static void the_screen_is_never_cleared_but_to_redraw(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_mark(stage->pty);
    pty_keys(stage->pty, "jj Gg");
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[2J") && !pty_saw(stage->pty, "\033[H\033[J"));
    pty_keys(stage->pty, "\014");
    pty_check(stage->pty, pty_saw(stage->pty, "\033[2J") || pty_saw(stage->pty, "\033[H\033[J"));
}

static void redrawing_mends_a_spoiled_screen(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jj");
    char *frame = pty_frame(stage->pty);
    pty_scribble(stage->pty, "\033[HBroadcast message from root\r\n\n");
    pty_keys(stage->pty, "\014");
    stage_same_frame(frame, pty_frame(stage->pty));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_step_is_as_small_as_one_of_less),
        STAGE_TEST(every_page_of_the_shipped_timeline_is_small),
        STAGE_TEST(a_page_is_little_more_than_one_of_less),
        STAGE_TEST(the_first_frame_is_5_kib_at_most),
        STAGE_TEST(idle_for_two_seconds_it_sends_nothing_and_never_wakes),
        STAGE_TEST(a_frame_is_one_write),
        STAGE_TEST(two_hundred_queued_keys_give_one_exact_frame),
        STAGE_TEST(a_key_without_effect_writes_next_to_nothing),
        STAGE_TEST(the_screen_is_never_cleared_but_to_redraw),
        STAGE_TEST(redrawing_mends_a_spoiled_screen),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("budget", tests, NULL, NULL);
}
