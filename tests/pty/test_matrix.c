/* Terminal x locale x size: each opens, shows the title, quits, and leaves nothing behind. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

static const char *const terms[] = {"xterm-256color", "tmux-256color", "screen",
                                    "linux",          "vt100",         "vt220"};

static const struct {
    int cols, rows;
} sizes[] = {{40, 8}, {80, 24}, {132, 43}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The interface may follow the locale; the title is then that of the other language. */
static bool shows_title(struct pty *pty)
{
    char vi[64], en[64];
    stage_title("vi", vi);
    stage_title("en", en);
    return strstr(pty_row(pty, 0), vi) || strstr(pty_row(pty, 0), en);
}

static void check_one(struct stage *stage, const struct show *show)
{
    stage_open(stage, show);
    bool good = shows_title(stage->pty) && stage_position(stage) >= 1;
    if (!good)
        fprintf(stderr, "TERM=%s LANG=%s %dx%d\n", show->term, show->lang, show->cols, show->rows);
    pty_check(stage->pty, good);
    stage_selected(stage);
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, pty_cursor(stage->pty).y == stage_selected(stage));
    stage_quit(stage);
    pty_check(stage->pty, pty_cursor(stage->pty).visible);
    pty_check(stage->pty, !pty_cursor(stage->pty).alternate_screen);
}

static void check_locale(struct stage *stage, const char *lang)
{
    for (size_t t = 0; t < COUNT(terms); t++)
        for (size_t s = 0; s < COUNT(sizes); s++)
            check_one(stage, SHOW(.term = terms[t], .lang = lang, .cols = sizes[s].cols,
                                  .rows = sizes[s].rows));
}

static void every_terminal_and_size_works_in_c_utf8(void **state)
{
    check_locale(*state, "C.UTF-8");
}

static void every_terminal_and_size_works_in_vi_vn_utf8(void **state)
{
    check_locale(*state, "vi_VN.UTF-8");
}

/* A locale that is not there, or is none, must not cost the letters (terminal.md 2.13). */
static void a_locale_that_is_missing_still_shows_vietnamese(void **state)
{
    static const char *const langs[] = {"xx_XX.UTF-8", "C", "POSIX", ""};
    for (size_t i = 0; i < COUNT(langs); i++)
        check_one(*state, SHOW(.term = "xterm-256color", .lang = langs[i], .cols = 80, .rows = 24));
}

static void terminals_unknown_here_get_the_nearest_known(void **state)
{
    static const char *const unknown[] = {"xterm-ghostty", "xterm-kitty", "foot-extra", "wezterm",
                                          "screen.nobody-knows"};
    for (size_t i = 0; i < COUNT(unknown); i++)
        check_one(*state, SHOW(.term = unknown[i], .lang = "C.UTF-8", .cols = 80, .rows = 24));
}

/* Without an alternate screen the shell's prompt must come on a line of its own. */
static void without_an_alternate_screen_it_ends_on_a_fresh_line(void **state)
{
    static const char *const plain[] = {"linux", "vt100", "vt220"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(plain); i++) {
        stage_open(stage, SHOW(.term = plain[i]));
        stage_quit(stage);
        struct pty_cursor cursor = pty_cursor(stage->pty);
        pty_check(stage->pty, cursor.x == 0 && cursor.y == pty_rows(stage->pty) - 1);
        pty_check(stage->pty, pty_row(stage->pty, cursor.y)[0] == '\0');
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(every_terminal_and_size_works_in_c_utf8),
        STAGE_TEST(every_terminal_and_size_works_in_vi_vn_utf8),
        STAGE_TEST(a_locale_that_is_missing_still_shows_vietnamese),
        STAGE_TEST(terminals_unknown_here_get_the_nearest_known),
        STAGE_TEST(without_an_alternate_screen_it_ends_on_a_fresh_line),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("matrix", tests, NULL, NULL);
}
