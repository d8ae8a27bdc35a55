/* What readers need who see no colour, hear the screen or feel it: a walk through every pane, on
 * several terminals. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Panes, prompts and messages, each left before the next. */
static const char *const tour[] = {
    "",     "jj", "-",    "-",    "-",    "-",  "++++", "\r", "\033", "p",        "dien", "\033",
    "\033", "a",  "+",    "v",    "z",    "h",  "\033", "m",  "\033", "s",        "\033", "t",
    "\033", "?",  "\006", "\033", "/gao", "\r", "n",    "x",  "x",    "&hanoi\r", "x",    ":1954",
    "\r",   "L",  "B",    "\r",   "\033", "BL", "=",    "G",  "=",
};

/* Appends what the rows say. */
static void add_rows(struct pty *pty, FILE *out)
{
    for (int y = 0; y < pty_rows(pty); y++)
        fprintf(out, "%s\n", pty_row(pty, y));
}

/* Walks through everything and returns all that the screen said on the way. */
static char *walk(struct stage *stage, const struct show *show)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    stage_open(stage, show);
    pty_keys(stage->pty, "k"); /* ends the notice that some terminals begin with */
    for (size_t i = 0; i < COUNT(tour); i++) {
        pty_keys(stage->pty, tour[i]);
        fprintf(out, "after %zu\n", i);
        add_rows(stage->pty, out);
        pty_check(stage->pty, pty_cursor(stage->pty).visible);
    }
    fclose(out);
    pty_check(stage->pty, pty_alive(stage->pty));
    return text;
}

static void the_text_is_the_same_with_and_without_colour(void **state)
{
    static const struct show others[] = {
        {.env = {"NO_COLOR=1"}}, {.args = {"--color=never"}}, {.term = "vt100"},
        {.term = "xterm-mono"},  {.term = "linux"},           {.term = "vt220"},
        {.term = "screen"},      {.env = {"NO_COLOR="}},
    };
    struct stage *stage = *state;
    char *colour = walk(stage, SHOW(.cols = 100, .rows = 30));
    for (size_t i = 0; i < COUNT(others); i++) {
        struct show show = others[i];
        show.cols = 100;
        show.rows = 30;
        char *text = walk(stage, &show);
        size_t same = 0;
        while (text[same] && text[same] == colour[same])
            same++;
        if (text[same] || colour[same])
            fail_msg("terminal %zu differs:\n%.200s\nnot:\n%.200s", i, text + same, colour + same);
        free(text);
    }
    free(colour);
}

/* Says whether a parameter of SGR is one of those allowed: no blinking, no blue, no yellow, no
 * colour beyond the sixteen, no background. 10 is the usual font. */
static bool is_allowed(int parameter)
{
    static const int allowed[] = {0,  1,  2,  4,  7,  10, 22, 23, 24, 27, 30, 31,
                                  32, 35, 36, 37, 39, 49, 90, 91, 92, 95, 96, 97};
    for (size_t i = 0; i < COUNT(allowed); i++)
        if (parameter == allowed[i])
            return true;
    return false;
}

/* Checks every `ESC [ 1 ; 31 m` of a log. */
static void check_attributes(const char *log)
{
    size_t seen = 0;
    for (const char *at = strstr(log, "\033["); at; at = strstr(at + 1, "\033[")) {
        const char *end = at + 2 + strspn(at + 2, "0123456789;");
        if (*end != 'm')
            continue;
        for (const char *left = at + 2; left < end; left += strcspn(left, ";m") + 1, seen++)
            if (!is_allowed(atoi(left)))
                fail_msg("attribute %d", atoi(left));
    }
    assert_true(seen > 0);
}

static void only_a_few_colours_are_used_and_nothing_blinks_or_rings(void **state)
{
    static const char *const terms[] = {"xterm-256color", "xterm", "linux", "screen"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(terms); i++) {
        free(walk(stage, SHOW(.term = terms[i])));
        check_attributes(pty_log(stage->pty));
        pty_check(stage->pty, !pty_saw(stage->pty, "\a"));
    }
}

/* The text of an event is in the terminal's own colours. */
static void body_text_has_no_colour(void **state)
{
    struct stage *stage = *state;
    int texts = 0;
    stage_open(stage, SHOW(.args = {"--at=1954-05-07"}));
    pty_keys(stage->pty, "\r");
    for (int y = 2; y < pty_rows(stage->pty) - 1; y++)
        for (int x = 0; x < 80; x++) {
            struct pty_cell cell = pty_cell(stage->pty, x, y);
            texts += strcmp(cell.text, " ") != 0;
            pty_check(stage->pty, !cell.coloured);
        }
    assert_true(texts > 100);
}

static void check_ascii(struct stage *stage)
{
    for (const char *at = pty_log(stage->pty); *at; at++)
        pty_check(stage->pty, (unsigned char)*at < 0x7F);
}

static void in_ascii_every_pane_is_ascii(void **state)
{
    free(walk(*state, SHOW(.args = {"--ascii"})));
    check_ascii(*state);
    free(walk(*state, SHOW(.env = {"LC_ALL=C"}, .term = "vt100")));
    check_ascii(*state);
}

static void no_pane_moves_by_itself(void **state)
{
    static const char *const panes[] = {"", "-", "+\r", "\033p", "\033a", "\033?", "\033/x"};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    for (size_t i = 0; i < COUNT(panes); i++) {
        pty_keys(stage->pty, panes[i]);
        pty_check(stage->pty, pty_stays_idle(stage->pty, 200));
    }
}

static bool tells_message(struct stage *stage)
{
    return strstr(pty_row(stage->pty, pty_rows(stage->pty) - 1), "no filter is set") != NULL;
}

static void a_message_stands_in_the_last_line_until_the_next_key(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "x");
    pty_check(stage->pty, tells_message(stage));
    pty_check(stage->pty, pty_stays_idle(stage->pty, 500) && tells_message(stage));
    pty_resize(stage->pty, 70, 20);
    pty_settle(stage->pty);
    pty_check(stage->pty, tells_message(stage));
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, !tells_message(stage));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(the_text_is_the_same_with_and_without_colour),
        STAGE_TEST(only_a_few_colours_are_used_and_nothing_blinks_or_rings),
        STAGE_TEST(body_text_has_no_colour),
        STAGE_TEST(in_ascii_every_pane_is_ascii),
        STAGE_TEST(no_pane_moves_by_itself),
        STAGE_TEST(a_message_stands_in_the_last_line_until_the_next_key),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("access", tests, NULL, NULL);
}
