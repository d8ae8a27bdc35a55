/* Typing into a prompt: Vietnamese input methods, pastes, the caret. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

/* Returns the prompt up to the caret, which is where the hardware cursor is; the caller frees. */
static char *typed(struct pty *pty)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct pty_cursor cursor = pty_cursor(pty);
    for (int x = 0; x < cursor.x; x++)
        fputs(pty_cell(pty, x, cursor.y).text, out);
    fclose(out);
    return text;
}

static void check_typed_ends_with(struct pty *pty, const char *end)
{
    char *text = typed(pty);
    size_t size = strlen(text), length = strlen(end);
    bool good = size >= length && strcmp(text + size - length, end) == 0;
    free(text);
    pty_check(pty, good);
}

static void check_prompt(struct stage *stage, const char *keys, const char *expected)
{
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "/");
    char *prompt = typed(stage->pty);
    size_t size = strlen(prompt);
    pty_keys(stage->pty, keys);
    char *now = typed(stage->pty);
    bool good = strncmp(now, prompt, size) == 0 && strcmp(now + size, expected) == 0;
    if (!good)
        fprintf(stderr, "wanted \"%s%s\", got \"%s\"\n", prompt, expected, now);
    free(prompt);
    free(now);
    pty_check(stage->pty, good);
}

static void the_caret_stands_behind_what_is_typed(void **state)
{
    check_prompt(*state, "dien bien", "dien bien");
    check_prompt(*state, "\304\220i\341\273\207n", "\304\220i\341\273\207n");
}

static void a_letter_replaced_by_an_input_method_stays_replaced(void **state)
{
    check_prompt(*state, "d\177\304\221", "\304\221");
}

/* Telex engines send DEL and the new letters in one read (terminal.md 2.11). */
static void a_telex_stream_gives_the_words_meant(void **state)
{
    check_prompt(*state, "go\177\303\265 tieng\177\177\177\177i\341\272\277ng",
                 "g\303\265 ti\341\272\277ng");
}

/* VNI engines do the same for digits. */
static void a_vni_stream_gives_the_words_meant(void **state)
{
    check_prompt(*state,
                 "d\177\304\221uo\177\177\306\260\306\241ng"
                 "\177\177\177\341\273\235ng",
                 "\304\221\306\260\341\273\235ng");
}

static void del_and_backspace_erase_one_letter_with_its_marks(void **state)
{
    check_prompt(*state, "Ph\341\273\247\177\177i\341\273\207\010", "Pi");
    check_prompt(*state, "xo\314\202\314\243\177", "x");
}

static void marks_typed_apart_are_composed(void **state)
{
    check_prompt(*state, "Ho\314\202\314\243i", "H\341\273\231i");
}

static void bytes_that_are_no_utf8_take_no_neighbour_with_them(void **state)
{
    check_prompt(*state, "a\377b\303c\200d", "abcd");
}

static void control_keys_put_nothing_into_the_prompt(void **state)
{
    check_prompt(*state, "a\036\037b\033[2~\033[99zc", "abc");
}

static void a_paste_is_one_line_of_text(void **state)
{
    check_prompt(*state, "\033[200~q\nG/x\n\033[201~", "q G/x ");
    check_prompt(*state, "a\033[200~b\rc\td\033[201~e", "ab c de");
}

static void a_paste_brings_no_control_bytes(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "/");
    pty_mark(stage->pty);
    pty_keys(stage->pty, "\033[200~x\033]0;owned\007\302\233\342\200\256y\033[201~");
    pty_check(stage->pty, pty_alive(stage->pty));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033]0;owned"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\302\233"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\342\200\256"));
}

static void a_huge_paste_is_capped(void **state)
{
    struct stage *stage = *state;
    char paste[20001];
    memset(paste, 'a', sizeof paste - 1);
    paste[sizeof paste - 1] = '\0';
    stage_open(stage, SHOW(0));
    pty_send(stage->pty, "/\033[200~");
    pty_send(stage->pty, paste);
    pty_keys(stage->pty, "\033[201~");
    check_typed_ends_with(stage->pty, "aaaa");
    pty_keys(stage->pty, "\033");
    pty_check(stage->pty, stage_selected(stage) > 0);
    stage_quit(stage);
}

static void escape_leaves_the_prompt_and_the_selection_stays(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jjj");
    char *frame = pty_frame(stage->pty);
    pty_keys(stage->pty, ":19");
    pty_keys(stage->pty, "\033");
    stage_same_frame(frame, pty_frame(stage->pty));
    stage_quit(stage);
}

static void q_in_a_prompt_is_a_letter(void **state)
{
    check_prompt(*state, "qQ?jk", "qQ?jk");
}

static void a_search_finds_and_goes_there(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write_events(stage, 200)));
    pty_keys(stage->pty, "/number 150\r");
    pty_check(stage->pty, stage_position(stage) == 150);
    pty_check(stage->pty, strstr(pty_row(stage->pty, stage_selected(stage)), "number 150"));
}

static void the_prompt_survives_a_resize(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "/bien");
    pty_resize(stage->pty, 60, 12);
    pty_settle(stage->pty);
    check_typed_ends_with(stage->pty, "bien");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(the_caret_stands_behind_what_is_typed),
        STAGE_TEST(a_letter_replaced_by_an_input_method_stays_replaced),
        STAGE_TEST(a_telex_stream_gives_the_words_meant),
        STAGE_TEST(a_vni_stream_gives_the_words_meant),
        STAGE_TEST(del_and_backspace_erase_one_letter_with_its_marks),
        STAGE_TEST(marks_typed_apart_are_composed),
        STAGE_TEST(bytes_that_are_no_utf8_take_no_neighbour_with_them),
        STAGE_TEST(control_keys_put_nothing_into_the_prompt),
        STAGE_TEST(a_paste_is_one_line_of_text),
        STAGE_TEST(a_paste_brings_no_control_bytes),
        STAGE_TEST(a_huge_paste_is_capped),
        STAGE_TEST(escape_leaves_the_prompt_and_the_selection_stays),
        STAGE_TEST(q_in_a_prompt_is_a_letter),
        STAGE_TEST(a_search_finds_and_goes_there),
        STAGE_TEST(the_prompt_survives_a_resize),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("prompt", tests, NULL, NULL);
}
