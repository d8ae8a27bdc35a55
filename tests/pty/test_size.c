/* Any size, at the start and later. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define STORM     100
#define STORMS    5
#define PAIRS     1000
#define MAX_PAUSE 100 /* looks at the terminal, each some microseconds */

struct size {
    int cols, rows;
};

static const struct size sizes[] = {{1, 1},   {1, 24},   {80, 1},   {2, 2},    {40, 8},
                                    {80, 24}, {89, 24},  {90, 24},  {100, 30}, {132, 43},
                                    {500, 8}, {40, 500}, {500, 500}};

#define SIZES (sizeof sizes / sizeof *sizes)

static bool is_large_enough(struct size size)
{
    return size.cols >= 40 && size.rows >= 8;
}

static void check_frame(struct stage *stage, struct size size)
{
    pty_check(stage->pty, pty_alive(stage->pty));
    if (is_large_enough(size)) {
        stage_selected(stage);
        pty_check(stage->pty, stage_position(stage) >= 1);
    }
}

static void it_starts_at_every_size(void **state)
{
    struct stage *stage = *state;
    for (size_t i = 0; i < SIZES; i++) {
        stage_open(stage, SHOW(.cols = sizes[i].cols, .rows = sizes[i].rows));
        check_frame(stage, sizes[i]);
        stage_quit(stage);
    }
}

/* Going to the event again from the top makes the frame independent of how the list was scrolled
 * on the way, so it can be compared. */
#define GO_THERE "gjjjjj"

/* What is on the screen is what a full repaint gives, and the selection has not moved; drawn for
 * this size, it is the frame that was there before. */
static void check_back(struct stage *stage, const char *before, int position)
{
    char *frame = pty_frame(stage->pty);
    pty_check(stage->pty, stage_position(stage) == position);
    pty_keys(stage->pty, "\014");
    stage_same_frame(frame, pty_frame(stage->pty));
    pty_keys(stage->pty, GO_THERE);
    stage_same_frame(strdup(before), pty_frame(stage->pty));
}

static void it_follows_to_every_size_and_back(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, GO_THERE);
    char *frame = pty_frame(stage->pty);
    for (size_t i = 0; i < SIZES; i++) {
        pty_resize(stage->pty, sizes[i].cols, sizes[i].rows);
        pty_settle(stage->pty);
        check_frame(stage, sizes[i]);
        pty_resize(stage->pty, 80, 24);
        pty_settle(stage->pty);
        check_back(stage, frame, 6);
    }
    free(frame);
    stage_quit(stage);
}

static void keys_at_every_size_leave_it_alive(void **state)
{
    struct stage *stage = *state;
    for (size_t i = 0; i < SIZES; i++) {
        stage_open(stage, SHOW(.cols = sizes[i].cols, .rows = sizes[i].rows));
        pty_keys(stage->pty, "jkG g ");
        pty_keys(stage->pty, "\r");
        pty_keys(stage->pty, "jG");
        pty_keys(stage->pty, "\033");
        pty_keys(stage->pty, "/a\r");
        pty_keys(stage->pty, "?");
        pty_send(stage->pty, "Q");
        assert_int_equal(pty_wait(stage->pty), 0);
    }
}

static int count_rows_with_text(struct pty *pty)
{
    int count = 0;
    for (int y = 0; y < pty_rows(pty); y++)
        count += pty_row(pty, y)[0] != '\0';
    return count;
}

static void below_the_least_size_one_line_says_what_is_needed(void **state)
{
    static const struct size small[] = {{39, 8}, {40, 7}, {39, 24}, {80, 7}, {20, 3}, {30, 1}};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
        stage_open(stage, SHOW(.cols = small[i].cols, .rows = small[i].rows));
        pty_check(stage->pty, pty_shows(stage->pty, "40x8"));
        pty_check(stage->pty, count_rows_with_text(stage->pty) == 1);
        stage_quit(stage);
    }
}

static void growing_back_restores_the_selection(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jjjjjjjj");
    char *frame = pty_frame(stage->pty);
    pty_resize(stage->pty, 20, 5);
    pty_settle(stage->pty);
    pty_check(stage->pty, pty_shows(stage->pty, "40x8"));
    pty_resize(stage->pty, 1, 1);
    pty_settle(stage->pty);
    pty_resize(stage->pty, 80, 24);
    pty_settle(stage->pty);
    stage_same_frame(frame, pty_frame(stage->pty));
    stage_quit(stage);
}

/* The program need not keep pace: only the last size counts, and that frame must be whole. */
static void blow(struct pty *pty)
{
    for (int i = 0; i < STORM; i++)
        pty_resize(pty, 1 + i * 37 % 150, 1 + i * 13 % 50);
    pty_resize(pty, 80, 24);
    pty_settle(pty);
}

static void a_storm_of_sizes_ends_in_a_correct_frame(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, GO_THERE);
    char *frame = pty_frame(stage->pty);
    for (int i = 0; i < STORMS; i++) {
        blow(stage->pty);
        check_back(stage, frame, 6);
    }
    free(frame);
    stage_quit(stage);
}

/* The second size comes at every moment of the answer to the first. A program that looks away
 * for one of them misses it, and stays drawn for the wrong size. */
static void of_two_quick_sizes_the_second_counts(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, GO_THERE);
    char *frame = pty_frame(stage->pty);
    for (int i = 0; i < PAIRS; i++) {
        pty_resize(stage->pty, 80, 30);
        for (int pause = 0; pause < i % MAX_PAUSE; pause++)
            pty_drain(stage->pty);
        pty_resize(stage->pty, 80, 24);
        pty_settle(stage->pty);
        stage_same_frame(strdup(frame), pty_frame(stage->pty));
    }
    free(frame);
    stage_quit(stage);
}

static void a_storm_in_the_detail_ends_in_a_correct_frame(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, GO_THERE "\r");
    char *frame = pty_frame(stage->pty);
    blow(stage->pty);
    pty_check(stage->pty, stage_position(stage) == 6);
    pty_keys(stage->pty, "\033");
    pty_keys(stage->pty, GO_THERE "\r");
    stage_same_frame(frame, pty_frame(stage->pty));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(it_starts_at_every_size),
        STAGE_TEST(it_follows_to_every_size_and_back),
        STAGE_TEST(keys_at_every_size_leave_it_alive),
        STAGE_TEST(below_the_least_size_one_line_says_what_is_needed),
        STAGE_TEST(growing_back_restores_the_selection),
        STAGE_TEST(a_storm_of_sizes_ends_in_a_correct_frame),
        STAGE_TEST(of_two_quick_sizes_the_second_counts),
        STAGE_TEST(a_storm_in_the_detail_ends_in_a_correct_frame),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("size", tests, NULL, NULL);
}
