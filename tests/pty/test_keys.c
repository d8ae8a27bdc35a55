/* Keys in the list: those of the table, those that split, and those nobody knows. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define ESCAPES    50
#define DOWN       "j"
#define TEN_DOWN   "jjjjjjjjjj"
#define ESC_GAP_MS 30

static void check_cursor(struct stage *stage, const char *keys)
{
    pty_keys(stage->pty, keys);
    int row = stage_selected(stage);
    struct pty_cursor cursor = pty_cursor(stage->pty);
    pty_check(stage->pty, cursor.y == row && cursor.x == 0 && cursor.visible);
}

static void the_cursor_is_on_the_selected_row_after_every_key(void **state)
{
    static const char *const keys[] = {"",     "j",      "k",      "\033[6~", "\033[5~", "G",
                                       "g",    "\033OB", "\033OA", "\016",    "\020",    "\004",
                                       "\025", " ",      "b",      "\006",    "\002",    "]",
                                       "[",    "\014",   "R",      TEN_DOWN,  "\033[F",  "\033[H"};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        check_cursor(stage, keys[i]);
}

static void each_key_moves_as_less_and_vi_do(void **state)
{
    static const struct {
        const char *keys;
        int position;
    } steps[] = {{"j", 2},      {"j", 3},      {"k", 2},     {"\033[B", 3}, {"\033[A", 2},
                 {"\016", 3},   {"\020", 2},   {"G", 200},   {"k", 199},    {"g", 1},
                 {"k", 1},      {"G", 200},    {"j", 200},   {"g", 1},      {TEN_DOWN, 11},
                 {"kkkkkk", 5}, {"\033OB", 6}, {"\033OA", 5}};
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write_events(stage, 200)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        pty_keys(stage->pty, steps[i].keys);
        if (stage_position(stage) != steps[i].position)
            fprintf(stderr, "step %zu\n", i);
        pty_check(stage->pty, stage_position(stage) == steps[i].position);
    }
}

/* Types the keys at event 100 and returns how far they moved. */
static int moved_by(struct stage *stage, const char *keys)
{
    pty_keys(stage->pty, ":100\r");
    int from = stage_position(stage);
    pty_check(stage->pty, from == 100);
    pty_keys(stage->pty, keys);
    return stage_position(stage) - from;
}

static void pages_and_half_pages_go_both_ways(void **state)
{
    static const char *const down[] = {" ", "\006", "\033[6~", NULL};
    static const char *const up[] = {"b", "\002", "\033[5~", NULL};
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write_events(stage, 200)));
    int page = moved_by(stage, " ");
    int half = moved_by(stage, "\004");
    pty_check(stage->pty, page >= 12 && page <= 24);
    pty_check(stage->pty, half >= page / 2 - 2 && half <= page / 2 + 2);
    pty_check(stage->pty, moved_by(stage, "\025") < -half / 2);
    for (int i = 0; down[i]; i++) {
        pty_check(stage->pty, moved_by(stage, down[i]) > half);
        pty_check(stage->pty, moved_by(stage, up[i]) < -half);
    }
}

static void home_and_end_in_all_their_forms_go_to_first_and_last(void **state)
{
    static const char *const terms[] = {"xterm-256color", "tmux-256color", "linux", "vt220"};
    static const char *const homes[] = {"\033[H", "\033[1~", "\033[7~", "\033OH", "g"};
    static const char *const ends[] = {"\033[F", "\033[4~", "\033[8~", "\033OF", "G"};
    struct stage *stage = *state;
    for (size_t t = 0; t < sizeof terms / sizeof *terms; t++) {
        stage_open(stage, SHOW(.term = terms[t]));
        for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
            pty_keys(stage->pty, ends[i]);
            pty_check(stage->pty, stage_position(stage) == stage_total(stage));
            pty_keys(stage->pty, homes[i]);
            pty_check(stage->pty, stage_position(stage) == 1);
        }
    }
}

/* How long a page is depends on what is in sight, which keys that come in one read do not wait
 * for. */
static void keys_lead_to_the_same_place_at_any_speed(void **state)
{
    static const struct {
        const char *slow[4], *fast;
    } rows[] = {
        {{"?", "G"}, "?G"},
        {{"\r", "G"}, "\rG"},
        {{"\r", "\033[6~"}, "\r\033[6~"},
        {{" ", " ", "b", " "}, "  b "},
        {{"jjj", "\004", "\004", "k"}, "jjj\004\004k"},
        {{"p", "G"}, "pG"},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        stage_open(stage, SHOW(.cols = 40, .rows = 10));
        for (size_t j = 0; j < 4 && rows[i].slow[j]; j++)
            pty_keys(stage->pty, rows[i].slow[j]);
        char *expected = pty_frame(stage->pty);
        stage_open(stage, SHOW(.cols = 40, .rows = 10));
        pty_keys(stage->pty, rows[i].fast);
        stage_same_frame(expected, pty_frame(stage->pty));
    }
}

static void fifty_escapes_change_nothing(void **state)
{
    struct stage *stage = *state;
    char escapes[ESCAPES + 1];
    memset(escapes, '\033', ESCAPES);
    escapes[ESCAPES] = '\0';
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jjj");
    char *frame = pty_frame(stage->pty);
    pty_keys(stage->pty, escapes);
    stage_same_frame(strdup(frame), pty_frame(stage->pty));
    for (int i = 0; i < 5; i++)
        pty_keys(stage->pty, "\033");
    stage_same_frame(frame, pty_frame(stage->pty));
    stage_quit(stage);
}

/* A slow line brings the bytes of a key one by one. The program is given more time for them than it
 * takes by itself, so that a machine which is slow as well makes no difference. */
static void an_arrow_whose_bytes_come_slowly_is_an_arrow(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.env = {"ESCDELAY=10000"}));
    pty_keys(stage->pty, "jj");
    int position = stage_position(stage);
    pty_send(stage->pty, "\033");
    pty_stays_idle(stage->pty, ESC_GAP_MS);
    pty_send(stage->pty, "[");
    pty_stays_idle(stage->pty, ESC_GAP_MS);
    pty_keys(stage->pty, "B");
    pty_check(stage->pty, stage_position(stage) == position + 1);
}

/* Sequences that are keys on some terminal may do what that key does; here they need only leave
 * the program alive. */
static bool is_some_key(char introducer, int final, const char *parameters)
{
    if (introducer == 'O' && final >= 'j')
        return !parameters[0]; /* the keypad, where + and - are keys of ours */
    return strchr(introducer == 'O' ? "ABCDEFHIMPXZ" : "ABCDEFHPZ~", final) != NULL;
}

static void check_sequence(struct stage *stage, const char *sequence, bool some_key)
{
    char *frame = pty_frame(stage->pty);
    pty_send(stage->pty, sequence);
    if (!pty_alive(stage->pty))
        fprintf(stderr, "ended after ESC%s\n", sequence + 1);
    pty_settle(stage->pty);
    if (some_key) {
        free(frame);
        stage_open(stage, SHOW(0));
        pty_keys(stage->pty, TEN_DOWN);
    } else {
        char *now = pty_frame(stage->pty);
        if (strcmp(frame, now) != 0)
            fprintf(stderr, "changed by ESC%s\n", sequence + 1);
        stage_same_frame(frame, now);
    }
}

static void check_all_sequences(struct stage *stage, char introducer)
{
    static const char *const parameters[] = {"", "9", "1;5", "1;2;3"};
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, TEN_DOWN);
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        for (int final = '@'; final <= '~'; final++) {
            char sequence[16];
            snprintf(sequence, sizeof sequence, "\033%c%s%c", introducer, parameters[i], final);
            check_sequence(stage, sequence, is_some_key(introducer, final, parameters[i]));
        }
    stage_quit(stage);
}

static void unknown_csi_sequences_are_swallowed_whole(void **state)
{
    check_all_sequences(*state, '[');
}

static void unknown_ss3_sequences_are_swallowed_whole(void **state)
{
    check_all_sequences(*state, 'O');
}

/* Answers a terminal may send unasked, with private marks, intermediates or strings. */
static void answers_of_terminals_are_swallowed_whole(void **state)
{
    static const char *const answers[] = {"\033[?1;2c",
                                          "\033[>41;354;0c",
                                          "\033[?2026;2$y",
                                          "\033[24;80R",
                                          "\033[0n",
                                          "\033[I",
                                          "\033[O",
                                          "\033[<0;10;10M",
                                          "\033[<0;10;10m",
                                          "\033[8;24;80t",
                                          "\033[113;5u",
                                          "\033P>|xterm q(370)\033\\",
                                          "\033]11;rgb:0/0/0\033\\",
                                          "\033]52;c;cXE=\007",
                                          "\033P1+r544e=787465\033\\"};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, TEN_DOWN);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        check_sequence(stage, answers[i], false);
    stage_quit(stage);
}

/* Ctrl or Shift with an arrow is that arrow, or nothing: never the letter at its end. */
static void arrows_with_modifiers_move_by_one_line_or_not_at_all(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    for (int modifier = 2; modifier <= 8; modifier++)
        for (int down = 0; down <= 1; down++) {
            char sequence[32];
            pty_keys(stage->pty, "g" TEN_DOWN);
            int from = stage_position(stage);
            snprintf(sequence, sizeof sequence, "\033[1;%d%c", modifier, down ? 'B' : 'A');
            pty_keys(stage->pty, sequence);
            int moved = stage_position(stage) - from;
            pty_check(stage->pty, moved == 0 || moved == (down ? 1 : -1));
        }
}

/* Function keys, with and without modifiers: none of them is a letter. */
static void function_keys_trigger_no_letter(void **state)
{
    static const int numbers[] = {2, 3, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 29, 34};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, TEN_DOWN);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (int modifier = 1; modifier <= 8; modifier++) {
            char sequence[16];
            snprintf(sequence, sizeof sequence, modifier > 1 ? "\033[%d;%d~" : "\033[%d~",
                     numbers[i], modifier);
            check_sequence(stage, sequence, false);
        }
    stage_quit(stage);
}

static void a_paste_into_the_list_does_nothing(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jj");
    char *frame = pty_frame(stage->pty);
    pty_keys(stage->pty, "\033[200~q\nG/x\n\033[201~");
    stage_same_frame(strdup(frame), pty_frame(stage->pty));
    pty_keys(stage->pty, "\033[200~\033[31mQ\003q\032\004\033[201~");
    stage_same_frame(frame, pty_frame(stage->pty));
    pty_keys(stage->pty, DOWN);
    stage_quit(stage);
}

static void every_key_works_on_a_vt220(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.term = "vt220", .file = stage_write_events(stage, 200)));
    pty_keys(stage->pty, "\033[B\033[B\033[A");
    pty_check(stage->pty, stage_position(stage) == 2);
    pty_keys(stage->pty, "\033[6~");
    pty_check(stage->pty, stage_position(stage) > 12);
    pty_keys(stage->pty, "\033[5~");
    pty_check(stage->pty, stage_position(stage) < 12);
    pty_keys(stage->pty, "G");
    pty_check(stage->pty, stage_position(stage) == 200);
    stage_quit(stage);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(the_cursor_is_on_the_selected_row_after_every_key),
        STAGE_TEST(each_key_moves_as_less_and_vi_do),
        STAGE_TEST(pages_and_half_pages_go_both_ways),
        STAGE_TEST(home_and_end_in_all_their_forms_go_to_first_and_last),
        STAGE_TEST(keys_lead_to_the_same_place_at_any_speed),
        STAGE_TEST(fifty_escapes_change_nothing),
        STAGE_TEST(an_arrow_whose_bytes_come_slowly_is_an_arrow),
        STAGE_TEST(unknown_csi_sequences_are_swallowed_whole),
        STAGE_TEST(unknown_ss3_sequences_are_swallowed_whole),
        STAGE_TEST(answers_of_terminals_are_swallowed_whole),
        STAGE_TEST(arrows_with_modifiers_move_by_one_line_or_not_at_all),
        STAGE_TEST(function_keys_trigger_no_letter),
        STAGE_TEST(a_paste_into_the_list_does_nothing),
        STAGE_TEST(every_key_works_on_a_vt220),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
