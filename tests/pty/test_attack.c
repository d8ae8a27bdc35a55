/* What an attacker can hand to the program: keys, arguments, names, variables. Restricted mode has
 * tests of its own, and so has what stands in files (test_text.c). */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define CHUNK        4096
#define USUAL_BYTES  (16 * CHUNK)

/* Title, colour and clipboard of the terminal, a bell, a C1 control, a mark that turns the text. */
#define HOSTILE "\033]0;owned\007\033[31m\033]52;c;b3duZWQ=\007\302\233m\342\200\256x"

static bool ended_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

/* Pseudorandom numbers that are the same in every run (xorshift, Marsaglia 2003). */
static unsigned next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed >> 16;
}

/* The program sends control sequences, but no control strings: these set titles, colours and the
 * clipboard, and make terminals answer. Nor does it send C1 controls or marks that turn text. */
static void check_harmless(struct pty *pty)
{
    static const char *const strings[] = {
        "\033]",    "\033P",    "\033^",    "\033_",        "\033X",        "\007",
        "\302\200", "\302\233", "\302\235", "\342\200\256", "\342\200\213", "\357\273\277"};
    for (size_t i = 0; i < COUNT(strings); i++) {
        if (pty_saw(pty, strings[i]))
            print_error("string %zu was sent\n", i);
        pty_check(pty, !pty_saw(pty, strings[i]));
    }
}

static bool ends_or_stops(unsigned char byte)
{
    return byte && strchr("qQ\003\032", byte);
}

/* Returns how many bytes to type: few in a test that is run all the time, else those that
 * DBP_ATTACK_BYTES asks for. */
static int byte_count(void)
{
    const char *given = getenv("DBP_ATTACK_BYTES");
    return given ? atoi(given) : USUAL_BYTES;
}

/* Types any bytes but those that end the program or stop it. */
static void random_keys_do_no_harm(void **state)
{
    struct stage *stage = *state;
    uint32_t seed = 19540507;
    stage_open(stage, SHOW(.args = {"--mouse"}));
    for (int sent = 0; sent < byte_count(); sent += CHUNK) {
        char keys[CHUNK];
        for (int i = 0; i < CHUNK; i++) {
            do
                keys[i] = (char)next_random(&seed);
            while (ends_or_stops((unsigned char)keys[i]));
        }
        pty_mark(stage->pty);
        pty_send_bytes(stage->pty, keys, CHUNK);
        pty_drain(stage->pty);
        check_harmless(stage->pty);
    }
    pty_settle(stage->pty);
    pty_check(stage->pty, pty_alive(stage->pty));
    pty_keys(stage->pty, "\033\033\033[201~");
    pty_send(stage->pty, "\003\003");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
    check_harmless(stage->pty);
    pty_check(stage->pty, pty_termios_restored(stage->pty));
    pty_check(stage->pty, pty_cursor(stage->pty).visible);
    pty_check(stage->pty, !pty_cursor(stage->pty).alternate_screen);
}

/* With those that end it: how soon that is does not matter, only how. Restricted, nothing stops
 * it. */
static void any_bytes_at_all_end_it_well(void **state)
{
    struct stage *stage = *state;
    uint32_t seed = 1858;
    for (int run = 0; run < 16; run++) {
        char keys[CHUNK];
        for (int i = 0; i < CHUNK; i++)
            keys[i] = (char)next_random(&seed);
        stage_open(stage, SHOW(.args = {"-r"}, .file = ""));
        pty_send_bytes(stage->pty, keys, CHUNK / 4);
        pty_send(stage->pty, "\033[201~\003\003");
        pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
        check_harmless(stage->pty);
        pty_check(stage->pty, pty_termios_restored(stage->pty));
    }
}

static void commands_that_are_pasted_are_not_run(void **state)
{
    static const char *const pastes[] = {
        "Q",     "q\nq\nQ\n", "\003",   "\032", "!sh\n",     ":!sh\n",          "x\003",
        HOSTILE, "p\r",       "|cat\n", "v",    "s/tmp/x\n", "\033]52;c;?\007",
    };
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    char *before = pty_frame(stage->pty);
    for (size_t i = 0; i < COUNT(pastes); i++) {
        pty_send(stage->pty, "\033[200~");
        pty_send(stage->pty, pastes[i]);
        pty_keys(stage->pty, "\033[201~");
        pty_check(stage->pty, pty_alive(stage->pty));
    }
    stage_same_frame(before, pty_frame(stage->pty));
    check_harmless(stage->pty);
    stage_quit(stage);
}

/* Keys by which pagers and editors run programs. */
static void no_key_leads_to_a_shell(void **state)
{
    static const char *const keys[] = {
        "!touch M\r", "|touch M\r",  ":!touch M\r", ":sh\r",    "v",    "\033v",   "s M\r",
        "E",          ":e M\r",      "`",           "\021\023", "\034", "\033[5i", "\033]0;?\007",
        "#",          "$(touch M)\r"};
    struct stage *stage = *state;
    struct stat status;
    stage_open(stage, SHOW(0));
    for (size_t i = 0; i < COUNT(keys); i++) {
        pty_keys(stage->pty, keys[i]);
        pty_keys(stage->pty, "\033\033");
        pty_check(stage->pty, pty_alive(stage->pty) && stage_position(stage) >= 1);
    }
    check_harmless(stage->pty);
    assert_int_equal(stat("M", &status), -1);
    stage_quit(stage);
}

static void check_errors_harmless(struct stage *stage, const struct show *show, int code)
{
    stage_start(stage, show);
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), code));
    check_harmless(stage->pty);
    pty_check(stage->pty, !pty_saw(stage->pty, "\033"));
    pty_check(stage->pty, pty_saw(stage->pty, "<U+001B>"));
}

static void arguments_do_not_command_the_terminal(void **state)
{
    static const char *const bad[] = {
        "--" HOSTILE,          "-" HOSTILE,
        "--lang=" HOSTILE,     "--color=" HOSTILE,
        "--at=" HOSTILE,       "--from=" HOSTILE,
        "--province=" HOSTILE, "--idle-exit=" HOSTILE,
        "--format=" HOSTILE,   "--on-this-day=" HOSTILE,
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(bad); i++)
        check_errors_harmless(stage, SHOW(.args = {bad[i]}), 2);
    check_errors_harmless(stage, SHOW(.file = HOSTILE), 1);
    check_errors_harmless(stage, SHOW(.args = {"-r"}, .file = HOSTILE), 1);
}

static void a_search_on_the_command_line_is_shown_clean(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--search=" HOSTILE, "--tag=" HOSTILE}));
    check_harmless(stage->pty);
    pty_keys(stage->pty, "xx");
    check_harmless(stage->pty);
    stage_quit(stage);
}

static void the_name_of_a_file_is_shown_clean(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write(stage, HOSTILE ".rec", "Date: 1954\nTitle: x\n")));
    pty_check(stage->pty, pty_shows(stage->pty, "<U+001B>"));
    check_harmless(stage->pty);
    stage_quit(stage);
    check_harmless(stage->pty);
}

static void variables_do_no_harm(void **state)
{
    static const char *const settings[] = {
        "TERMCAP=xterm-256color:ti=" HOSTILE ":cl=x:",
        "TERMINFO=/etc/passwd",
        "TERMINFO=" HOSTILE,
        "TERMINFO_DIRS=::/proc/self:" HOSTILE,
        "LOCPATH=/etc:" HOSTILE,
        "NLSPATH=" HOSTILE "%N",
        "LANGUAGE=" HOSTILE,
        "LC_MESSAGES=" HOSTILE,
        "ESCDELAY=" HOSTILE,
        "ESCDELAY=-1",
        "NO_COLOR=" HOSTILE,
        "NCURSES_NO_UTF8_ACS=" HOSTILE,
        "TZ=:/etc/passwd",
        "GCONV_PATH=/tmp",
        "COLUMNS=" HOSTILE,
        "TERM_PROGRAM=" HOSTILE,
        "SSH_CONNECTION=" HOSTILE,
        "LESSOPEN=|touch M %s",
        "PAGER=touch M",
        "EDITOR=touch M",
        "SHELL=/bin/touch",
    };
    struct stage *stage = *state;
    struct stat status;
    for (size_t i = 0; i < COUNT(settings); i++) {
        stage_open(stage, SHOW(.env = {settings[i]}));
        pty_keys(stage->pty, "j?");
        pty_keys(stage->pty, "\033");
        pty_check(stage->pty, stage_position(stage) == 2);
        check_harmless(stage->pty);
        stage_quit(stage);
    }
    assert_int_equal(stat("M", &status), -1);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(random_keys_do_no_harm),
        STAGE_TEST(any_bytes_at_all_end_it_well),
        STAGE_TEST(commands_that_are_pasted_are_not_run),
        STAGE_TEST(no_key_leads_to_a_shell),
        STAGE_TEST(arguments_do_not_command_the_terminal),
        STAGE_TEST(a_search_on_the_command_line_is_shown_clean),
        STAGE_TEST(the_name_of_a_file_is_shown_clean),
        STAGE_TEST(variables_do_no_harm),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("attack", tests, NULL, NULL);
}
