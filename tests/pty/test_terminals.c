/* Terminals and locales that are not what they should be (terminal.md 2.13 to 2.16, 3.1 to 3.6). */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define LETTERS \
    "ăâđêôơư ĂÂĐÊÔƠƯ áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ"
#define PLAIN_LETTERS \
    "aadeoou AADEOOU aaaaa aaaaa aaaaa eeeee eeeee iiiii ooooo ooooo ooooo uuuuu uuuuu yyyyy"

static void unknown_terminals_are_guessed_and_that_is_said(void **state)
{
    static const struct {
        const char *term, *taken;
    } rows[] = {
        {"xterm-kitty", "xterm-256color"},   {"kitty-nobody", "xterm-256color"},
        {"xterm-ghostty", "xterm-256color"}, {"ghostty-nightly", "xterm-256color"},
        {"foot-nobody", "xterm-256color"},   {"wezterm-nobody", "xterm-256color"},
        {"alacritty-x", "xterm-256color"},   {"rio-x", "xterm-256color"},
        {"tmux-nobody", "screen-256color"},  {"screen.xterm-kitty", "screen-256color"},
        {"nobody-knows-me", "vt100"},        {"\033[31m", "vt100"},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char said[64];
        snprintf(said, sizeof said, "unknown terminal, treated as %s", rows[i].taken);
        stage_open(stage, SHOW(.term = rows[i].term));
        if (!strstr(pty_row(stage->pty, 23), said))
            print_error("TERM=%s\n", rows[i].term);
        pty_check(stage->pty, strstr(pty_row(stage->pty, 23), said));
        pty_keys(stage->pty, "j");
        pty_check(stage->pty, stage_position(stage) == 2 && !pty_shows(stage->pty, said));
        stage_quit(stage);
    }
}

static void a_path_in_term_is_not_followed(void **state)
{
    static const char *const terms[] = {"/etc/passwd", "../../../../etc/passwd", "x/xterm"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(terms); i++) {
        stage_open(stage, SHOW(.term = terms[i]));
        pty_check(stage->pty, stage_position(stage) >= 1);
        stage_quit(stage);
    }
}

/* Only what a VT100 of 1978 takes: nothing from 0x80 on, and no control but escape sequences,
 * tabs, cursor movement and the switch to line drawing. */
static void check_is_ascii(struct pty *pty)
{
    for (const char *at = pty_log(pty); *at; at++) {
        unsigned char c = (unsigned char)*at;
        bool good = (c >= 0x20 && c < 0x7F) || (c && strchr("\033\r\n\b\t\017\016", c));
        if (!good)
            print_error("byte %#x was sent\n", c);
        pty_check(pty, good);
    }
}

static void check_transliterates(struct stage *stage, const struct show *how)
{
    static const char *const keys[] = {"\r", "\033", "/điện biên\r", "p", "\033", "a", "q", "?"};
    struct show show = *how;
    stage_open(stage, &show);
    pty_check(stage->pty, strstr(pty_row(stage->pty, 0), "Dien Bien Phu"));
    for (size_t i = 0; i < COUNT(keys); i++)
        pty_keys(stage->pty, keys[i]);
    check_is_ascii(stage->pty);
    show.cols = 132;
    show.file = stage_write(stage, "letters.rec",
                            "Date: 1954-05-07\nTitle: " LETTERS "\n\nDate: 1955\nTitle: – … “x”\n");
    stage_open(stage, &show);
    pty_keys(stage->pty, "O");
    pty_check(stage->pty, pty_shows(stage->pty, PLAIN_LETTERS));
    /* in a cell of its own the ellipsis is one character */
    pty_check(stage->pty, pty_shows(stage->pty, "- ~ \"x\""));
    check_is_ascii(stage->pty);
}

static void in_c_every_letter_is_there_without_its_marks(void **state)
{
    static const char *const terms[] = {"xterm-256color", "vt100", "linux"};
    for (size_t i = 0; i < COUNT(terms); i++) {
        check_transliterates(*state, SHOW(.term = terms[i], .env = {"LC_ALL=C"}));
        check_transliterates(*state, SHOW(.term = terms[i], .env = {"LC_ALL=POSIX"}));
        check_transliterates(*state, SHOW(.term = terms[i], .args = {"--ascii"}));
    }
}

/* macOS sends LC_CTYPE=UTF-8, which is no name of a locale here; others send one that is not
 * installed, or none. */
static void other_locales_show_vietnamese(void **state)
{
    static const char *const settings[] = {
        "LC_CTYPE=UTF-8",
        "LC_ALL=xx_XX.UTF-8",
        "LC_ALL=C.UTF-8",
        "LC_CTYPE=C",
        "LC_CTYPE=vi_VN.TCVN",
        "LC_ALL=/etc/passwd",
        "LC_CTYPE=../../etc/passwd",
        "LC_ALL=\033]0;owned\007",
        "LANG=",
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(settings); i++) {
        stage_open(stage, SHOW(.lang = "C", .env = {settings[i]}));
        if (!strstr(pty_row(stage->pty, 0), "Điện Biên Phủ"))
            print_error("%s\n", settings[i]);
        pty_check(stage->pty, strstr(pty_row(stage->pty, 0), "Điện Biên Phủ"));
        pty_check(stage->pty, !pty_saw(stage->pty, "owned"));
        stage_quit(stage);
    }
}

/* PuTTY and others do not know the old line drawing when they take UTF-8. */
static void the_rule_is_drawn_in_utf8(void **state)
{
    static const char *const terms[] = {"xterm-256color", "vt100", "linux", "screen"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(terms); i++) {
        stage_open(stage, SHOW(.term = terms[i], .cols = 100));
        pty_check(stage->pty, pty_shows(stage->pty, "│"));
        pty_check(stage->pty, !pty_saw(stage->pty, "\033(0") && !pty_saw(stage->pty, "\016"));
    }
}

static void the_console_is_told_of_ascii(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.term = "linux"));
    pty_check(stage->pty, strstr(pty_row(stage->pty, 23), "--ascii"));
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, !pty_shows(stage->pty, "--ascii"));
    stage_open(stage, SHOW(.term = "linux", .args = {"--ascii"}));
    pty_check(stage->pty, !pty_shows(stage->pty, "--ascii"));
}

/* Whoever waits for an answer waits for ever where there is none. */
static void nothing_is_asked_of_the_terminal(void **state)
{
    static const char *const questions[] = {"\033[c",     "\033[>c",  "\033[0c",  "\033[6n",
                                            "\033[5n",    "\033]10;", "\033]11;", "\033P+q",
                                            "\033[?2026", "\033[?u",  "\033[18t", "\033[>q"};
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jj\r\033");
    stage_quit(stage);
    for (size_t i = 0; i < COUNT(questions); i++)
        pty_check(stage->pty, !pty_saw(stage->pty, questions[i]));
}

static void the_size_of_the_environment_is_not_believed(void **state)
{
    static const char *const values[] = {"1",     "0",          "-5",          "9999", "100000000",
                                         "65536", "2147483647", "99999999999", "x",    ""};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(values); i++) {
        char lines[32], columns[32];
        snprintf(lines, sizeof lines, "LINES=%s", values[i]);
        snprintf(columns, sizeof columns, "COLUMNS=%s", values[i]);
        stage_open(stage, SHOW(.env = {lines, columns}));
        pty_check(stage->pty, stage_position(stage) == 1);
        pty_check(stage->pty, strstr(pty_row(stage->pty, 23), "? help"));
        stage_quit(stage);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(unknown_terminals_are_guessed_and_that_is_said),
        STAGE_TEST(a_path_in_term_is_not_followed),
        STAGE_TEST(in_c_every_letter_is_there_without_its_marks),
        STAGE_TEST(other_locales_show_vietnamese),
        STAGE_TEST(the_rule_is_drawn_in_utf8),
        STAGE_TEST(the_console_is_told_of_ascii),
        STAGE_TEST(nothing_is_asked_of_the_terminal),
        STAGE_TEST(the_size_of_the_environment_is_not_believed),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("terminals", tests, NULL, NULL);
}
