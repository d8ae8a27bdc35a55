/* Line by line: terminals that can do no more, readers who want no more, and scripts. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool ended_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

/* Reads a code point of UTF-8 that is known to be valid. */
static unsigned next_point(const char **at)
{
    unsigned char first = (unsigned char)*(*at)++;
    unsigned point = first < 0x80 ? first : first < 0xE0 ? first & 0x1F : first & (0xFF >> 4);
    if (first >= 0xF0)
        point = first & 0x07;
    while (((unsigned char)**at & 0xC0) == 0x80)
        point = point << 6 | ((unsigned char)*(*at)++ & 0x3F);
    return point;
}

/* Says whether a text is free of escapes and of what draws lines, blocks and dots. */
static bool is_plain(const char *text)
{
    while (*text) {
        unsigned point = next_point(&text);
        if (point == '\033' || (point >= 0x2500 && point <= 0x259F) ||
            (point >= 0x2800 && point <= 0x28FF))
            return false;
    }
    return true;
}

/* Walks through all panes as a person would. */
static void converse(struct stage *stage, const struct show *show)
{
    static const struct {
        const char *line, *said;
    } steps[] = {
        {"next\n", "2. "},
        {"3\n", "Event 3 of"},
        {"next\n", "Event 4 of"},
        {"back\n", "Timeline: "},
        {"level-out\n", "Timeline by months"},
        {"-\n", "Timeline by years"},
        {"+\n+\n", "Timeline: "},
        {"go 1954-05\n", "May 1954"},
        {"/dien bien phu\n", " found: "},
        {"n\n", "match "},
        {"search\n", "Search:"},
        {"gao\n", "gao"},
        {"province dien bien\n", "Dien Bien"},
        {"provinces\n", "chosen"},
        {"back\n", "Timeline: "},
        {"axis\n", "lanes: provinces"},
        {"back\n", "Timeline: "},
        {"tiếng\n", "Dòng thời gian"},
        {"L\n", "Timeline: "},
        {"help\n", "level-out"},
        {"no-such-thing\n", "no such command"},
    };
    stage_open(stage, show);
    pty_check(stage->pty, pty_saw(stage->pty, "Timeline: ") && pty_saw(stage->pty, "1. "));
    for (size_t i = 0; i < COUNT(steps); i++) {
        pty_mark(stage->pty);
        pty_keys(stage->pty, steps[i].line);
        if (!pty_saw(stage->pty, steps[i].said))
            fprintf(stderr, "%s: expected %s in %s\n", steps[i].line, steps[i].said,
                    pty_log(stage->pty));
        pty_check(stage->pty, pty_saw(stage->pty, steps[i].said));
        pty_check(stage->pty, is_plain(pty_log(stage->pty)));
    }
    pty_check(stage->pty, !pty_cursor(stage->pty).alternate_screen);
    pty_send(stage->pty, "quit\n");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
    pty_check(stage->pty, pty_termios_restored(stage->pty) && !pty_saw(stage->pty, "\033"));
}

static void terminals_that_can_do_no_more_are_served_line_by_line(void **state)
{
    static const char *const terms[] = {"dumb", ""};
    for (size_t i = 0; i < COUNT(terms); i++)
        converse(*state, SHOW(.term = terms[i]));
}

static void an_option_or_a_variable_asks_for_it_on_any_terminal(void **state)
{
    converse(*state, SHOW(.args = {"--plain"}));
    converse(*state, SHOW(.env = {"ACCESSIBLE=1"}));
    converse(*state, SHOW(.env = {"ACCESSIBLE=yes"}, .cols = 40, .rows = 8));
}

static void a_variable_that_says_no_asks_for_nothing(void **state)
{
    static const char *const no[] = {"ACCESSIBLE=", "ACCESSIBLE=0", "ACCESSIBLE=false"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(no); i++) {
        stage_open(stage, SHOW(.env = {no[i]}));
        stage_selected(stage);
        stage_quit(stage);
    }
}

static void the_end_of_the_input_ends_it(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--plain"}));
    pty_send(stage->pty, "next\n\004");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
    pty_check(stage->pty, pty_cursor(stage->pty).x == 0);
}

static void control_c_ends_it(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--plain"}));
    pty_send(stage->pty, "\003");
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, WIFSIGNALED(status) && WTERMSIG(status) == 2);
    pty_check(stage->pty, pty_termios_restored(stage->pty));
}

static void while_nothing_is_typed_it_neither_writes_nor_wakes(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--plain"}));
    pty_check(stage->pty, pty_stays_idle(stage->pty, 500));
    pty_send(stage->pty, "q\n");
    pty_wait(stage->pty);
}

static void a_file_that_is_saved_meanwhile_is_read_again(void **state)
{
    static const char first[] = "%rec: Event\n\nId: a\nDate: 1954\nTitle: Before\n";
    static const char second[] = "%rec: Event\n\nId: a\nDate: 1954\nTitle: Afterwards\n";
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write(stage, "t.rec", first), .args = {"--plain"}));
    pty_check(stage->pty, pty_saw(stage->pty, "Before"));
    stage_write(stage, "t.rec", second);
    pty_keys(stage->pty, "list\n");
    pty_check(stage->pty, pty_saw(stage->pty, "1. 1954: Afterwards"));
    pty_send(stage->pty, "q\n");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
}

/* Nobody waits in a test: the alarms are sent before their time. */
static void who_types_nothing_is_warned_and_then_left(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--plain", "--idle-exit=5"}));
    pty_signal(stage->pty, SIGALRM);
    pty_settle(stage->pty);
    pty_check(stage->pty, pty_saw(stage->pty, "leaving in 60 s"));
    pty_keys(stage->pty, "next\n");
    pty_mark(stage->pty);
    pty_signal(stage->pty, SIGALRM);
    pty_settle(stage->pty);
    pty_check(stage->pty, pty_saw(stage->pty, "leaving in 60 s"));
    pty_signal(stage->pty, SIGALRM);
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
    pty_check(stage->pty, pty_cursor(stage->pty).x == 0);
}

static void a_terminal_unknown_here_does_as_well(void **state)
{
    converse(*state, SHOW(.term = "nobody-knows", .args = {"--plain"}));
}

static void suspend_stops_it(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"--plain"}));
    pty_send(stage->pty, "suspend\n");
    pty_wait_stopped(stage->pty);
    pty_signal(stage->pty, SIGCONT);
    pty_settle(stage->pty);
    pty_send(stage->pty, "quit\n");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
}

static void where_it_is_restricted_nothing_stops_it(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = "", .args = {"--plain", "-r"}));
    pty_keys(stage->pty, "suspend\n\032");
    pty_check(stage->pty, pty_alive(stage->pty));
    pty_send(stage->pty, "quit\n");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
}

/* Runs a script with its output in a file, which the caller frees. */
static char *run_script(struct stage *stage, const struct show *show)
{
    int status = stage_print(stage, show);
    char *errors = stage_read(stage->errors);
    pty_check(stage->pty, ended_with(status, 0) && errors[0] == '\0');
    free(errors);
    return stage_read(stage->output);
}

static void a_script_drives_it_without_a_terminal(void **state)
{
    char *out = run_script(*state, SHOW(.args = {"--plain"}, .script = "3\nback\nlast\nquit\n"));
    assert_non_null(strstr(out, "Event 3 of"));
    assert_null(strstr(out, "> "));
    assert_true(is_plain(out));
    free(out);
    out = run_script(*state, SHOW(.args = {"--plain", "--lang=vi"}, .script = "tinh dien bien"));
    assert_non_null(strstr(out, "Điện Biên · "));
    free(out);
}

static void check_ascii(const char *text)
{
    for (; *text; text++)
        if (*text != '\n' && (*text < ' ' || *text > '~'))
            fail_msg("not ASCII: %.40s", text);
}

static void in_ascii_it_sends_nothing_else(void **state)
{
    static const char script[] = "help\nback\n81\nB\nback\n-\n-\n-\n+\naxis\nprovinces\ntiếng\n";
    char *out = run_script(*state, SHOW(.args = {"--plain", "--ascii"}, .script = script));
    assert_non_null(strstr(out, "Dien Bien Phu"));
    check_ascii(out);
    free(out);
    out = run_script(*state,
                     SHOW(.args = {"--plain", "--lang=vi"}, .script = script, .env = {"LC_ALL=C"}));
    assert_non_null(strstr(out, "Dien Bien Phu"));
    check_ascii(out);
    free(out);
}

/* Even where the data draws. */
static void boxes_in_the_data_are_taken_out(void **state)
{
    struct stage *stage = *state;
    const char *file =
        stage_write(stage, "boxes.rec", "%rec: Event\n\nId: a\nDate: 1954\nTitle: ┌─┐ ⣿ █ x\n");
    char *out = run_script(stage, SHOW(.file = file, .args = {"--plain"}, .script = "1\n"));
    assert_non_null(strstr(out, "x"));
    assert_true(is_plain(out));
    free(out);
}

/* No line is wider than the terminal. */
static void lines_are_wrapped_to_the_columns_asked_for(void **state)
{
    char *out = run_script(*state, SHOW(.args = {"--plain", "--ascii"}, .script = "help\nback\n5\n",
                                        .env = {"COLUMNS=50"}));
    for (char *line = strtok(out, "\n"); line; line = strtok(NULL, "\n"))
        if (strlen(line) > 50)
            fail_msg("wider than 50 columns: %s", line);
    free(out);
}

/* A mapped file that becomes shorter raises SIGBUS where it was read. */
static void a_file_emptied_while_open_does_not_end_it(void **state)
{
    struct stage *stage = *state;
    const char *file = stage_write_events(stage, 2000);
    stage_open(stage, SHOW(.file = file, .args = {"--plain"}));
    assert_int_equal(truncate(file, 0), 0);
    pty_keys(stage->pty, "last\n");
    pty_keys(stage->pty, "/x\n");
    pty_check(stage->pty, pty_alive(stage->pty));
    pty_send(stage->pty, "quit\n");
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
}

static void output_that_fails_is_status_1(void **state)
{
    struct stage *stage = *state;
    FILE *full = fopen("/dev/full", "w");
    if (!full)
        skip();
    stage_start_into(stage, SHOW(.args = {"--plain"}, .script = "next\n"), fileno(full));
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 1));
    fclose(full);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(terminals_that_can_do_no_more_are_served_line_by_line),
        STAGE_TEST(an_option_or_a_variable_asks_for_it_on_any_terminal),
        STAGE_TEST(a_variable_that_says_no_asks_for_nothing),
        STAGE_TEST(the_end_of_the_input_ends_it),
        STAGE_TEST(control_c_ends_it),
        STAGE_TEST(while_nothing_is_typed_it_neither_writes_nor_wakes),
        STAGE_TEST(a_file_that_is_saved_meanwhile_is_read_again),
        STAGE_TEST(who_types_nothing_is_warned_and_then_left),
        STAGE_TEST(a_terminal_unknown_here_does_as_well),
        STAGE_TEST(suspend_stops_it),
        STAGE_TEST(where_it_is_restricted_nothing_stops_it),
        STAGE_TEST(a_script_drives_it_without_a_terminal),
        STAGE_TEST(in_ascii_it_sends_nothing_else),
        STAGE_TEST(boxes_in_the_data_are_taken_out),
        STAGE_TEST(lines_are_wrapped_to_the_columns_asked_for),
        STAGE_TEST(a_file_emptied_while_open_does_not_end_it),
        STAGE_TEST(output_that_fails_is_status_1),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
