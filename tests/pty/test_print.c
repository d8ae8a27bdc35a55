/* Without a screen: standard output that is no terminal, and files that cannot be shown. */

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

static bool ended_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

/* Counts the lines of a text that ends in a newline; -1 when it does not. */
static int count_lines(const char *text)
{
    int count = 0;
    for (const char *at = text; *at; at++)
        count += *at == '\n';
    size_t size = strlen(text);
    return size && text[size - 1] != '\n' ? -1 : count;
}

static void check_prints(struct stage *stage, const struct show *show, const char *expected)
{
    int status = stage_print(stage, show);
    char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
    bool good = ended_with(status, 0) && strstr(output, expected) && !strchr(output, '\033') &&
                errors[0] == '\0';
    if (!good)
        print_error("status %#x, output: %.500s\nerrors: %s\n", (unsigned)status, output, errors);
    free(output);
    free(errors);
    pty_check(stage->pty, good);
    pty_check(stage->pty, pty_bytes(stage->pty) == 0 && pty_termios_restored(stage->pty));
}

static void output_that_is_no_terminal_gets_plain_text(void **state)
{
    struct stage *stage = *state;
    const char *file = stage_write_events(stage, 30);
    check_prints(stage, SHOW(.file = file), "Event number 17");
    check_prints(stage, SHOW(.file = file, .args = {"--list"}), "Event number 30");
    check_prints(stage, SHOW(.file = file, .args = {"--list", "--lang=vi"}), "Việc thứ 30");
    check_prints(stage, SHOW(.args = {"--list"}), "1954");
}

static void every_format_is_free_of_escapes(void **state)
{
    static const char *const formats[] = {"--format=text", "--format=tsv", "--format=json",
                                          "--format=rec"};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        check_prints(stage, SHOW(.args = {formats[i]}), "1954");
}

/* `... | head -1`: one line is taken, then nobody listens. */
static void a_reader_that_leaves_early_is_no_error(void **state)
{
    struct stage *stage = *state;
    int ends[2];
    char byte = ' ';
    assert_int_equal(pipe(ends), 0);
    stage_start_into(stage, SHOW(.file = stage_write_events(stage, 5000), .args = {"--list"}),
                     ends[1]);
    close(ends[1]);
    while (read(ends[0], &byte, 1) == 1 && byte != '\n')
        pty_check(stage->pty, byte != '\033');
    close(ends[0]);
    int status = pty_wait(stage->pty);
    char *errors = stage_read(stage->errors);
    pty_check(stage->pty, byte == '\n');
    pty_check(stage->pty,
              ended_with(status, 0) || (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE));
    assert_string_equal(errors, "");
    free(errors);
}

/* Says one line on the terminal, no control sequence, status 1, settings untouched. */
static void check_refuses(struct stage *stage, const struct show *show, int code)
{
    stage_start(stage, show);
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, ended_with(status, code));
    pty_check(stage->pty, count_lines(pty_log(stage->pty)) == 1);
    pty_check(stage->pty, !pty_saw(stage->pty, "\033"));
    pty_check(stage->pty, pty_termios_restored(stage->pty));
    status = stage_print(stage, show);
    char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
    pty_check(stage->pty, ended_with(status, code));
    assert_string_equal(output, "");
    assert_int_equal(count_lines(errors), 1);
    free(output);
    free(errors);
}

/* A disk that is full takes nothing, and who redirected there has to hear of it. */
static void output_that_is_lost_is_said_and_status_1(void **state)
{
    static const char *const modes[] = {"--list",    "--format=json", "--provinces",
                                        "--figures", "--help",        "--version"};
    struct stage *stage = *state;
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0)
        skip();
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        stage_start_into(stage, SHOW(.args = {modes[i]}), full);
        pty_check(stage->pty, ended_with(pty_wait(stage->pty), 1));
        char *errors = stage_read(stage->errors);
        pty_check(stage->pty, strstr(errors, "cannot write"));
        free(errors);
    }
    close(full);
}

static void a_missing_file_is_one_line_and_status_1(void **state)
{
    struct stage *stage = *state;
    check_refuses(stage, SHOW(.file = stage_path(stage, "missing.rec")), 1);
}

static void an_empty_file_is_one_line_and_status_1(void **state)
{
    struct stage *stage = *state;
    check_refuses(stage, SHOW(.file = stage_write(stage, "empty.rec", "")), 1);
}

static void a_directory_is_one_line_and_status_1(void **state)
{
    struct stage *stage = *state;
    check_refuses(stage, SHOW(.file = stage->folder), 1);
}

static void a_file_without_events_is_one_line_and_status_1(void **state)
{
    struct stage *stage = *state;
    check_refuses(stage,
                  SHOW(.file = stage_write(stage, "none.rec",
                                           "%rec: Timeline\n\nTitle_vi: Không\nTitle_en: None\n"
                                           "Languages: vi en\nDate: 1900/1999\n")),
                  1);
    check_refuses(stage, SHOW(.file = stage_write(stage, "blank.rec", "\n\n# nothing\n\n")), 1);
}

static void a_file_name_cannot_write_to_the_terminal(void **state)
{
    struct stage *stage = *state;
    check_refuses(stage, SHOW(.file = stage_path(stage, "\033]0;owned\007\302\233\nx.rec")), 1);
    pty_check(stage->pty, !pty_saw(stage->pty, "\007") && !pty_saw(stage->pty, "\302\233"));
}

static void help_and_version_print_and_touch_nothing(void **state)
{
    struct stage *stage = *state;
    check_prints(stage, SHOW(.args = {"--help"}), "--list");
    check_prints(stage, SHOW(.args = {"--version"}), "dbp-timeline");
    stage_start(stage, SHOW(.args = {"--help"}));
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033"));
}

static void a_wrong_option_is_status_2_and_touches_nothing(void **state)
{
    struct stage *stage = *state;
    stage_start(stage, SHOW(.args = {"--no-such-option\033[31m"}));
    pty_check(stage->pty, ended_with(pty_wait(stage->pty), 2));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033"));
    pty_check(stage->pty, pty_termios_restored(stage->pty));
}

/* A terminal that cannot address its cursor gets text, or one line of refusal: no screen. */
static void a_terminal_that_is_none_gets_no_full_screen(void **state)
{
    static const char *const terms[] = {"dumb", ""};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        stage_start(stage, SHOW(.term = terms[i]));
        pty_send(stage->pty, "q\n");
        pty_wait(stage->pty);
        pty_check(stage->pty, pty_bytes(stage->pty) > 0 && !pty_saw(stage->pty, "\033"));
        pty_check(stage->pty, pty_termios_restored(stage->pty));
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(output_that_is_no_terminal_gets_plain_text),
        STAGE_TEST(every_format_is_free_of_escapes),
        STAGE_TEST(a_reader_that_leaves_early_is_no_error),
        STAGE_TEST(output_that_is_lost_is_said_and_status_1),
        STAGE_TEST(a_missing_file_is_one_line_and_status_1),
        STAGE_TEST(an_empty_file_is_one_line_and_status_1),
        STAGE_TEST(a_directory_is_one_line_and_status_1),
        STAGE_TEST(a_file_without_events_is_one_line_and_status_1),
        STAGE_TEST(a_file_name_cannot_write_to_the_terminal),
        STAGE_TEST(help_and_version_print_and_touch_nothing),
        STAGE_TEST(a_wrong_option_is_status_2_and_touches_nothing),
        STAGE_TEST(a_terminal_that_is_none_gets_no_full_screen),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
