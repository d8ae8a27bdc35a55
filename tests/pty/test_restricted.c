/* Restricted mode, and ways out of it that are none. */

#include <setjmp.h>
#include <signal.h>
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

/* What is typed into a terminal description to know it again. */
#define TRAP "TRAPPED"

/* The program that was built restricted for good. */
static const char *locked(void)
{
    const char *given = getenv("DBP_TIMELINE_LOCKED");
    return given ? given : "build/locked/dbp-timeline";
}

static bool ended_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

static int count_lines(const char *text)
{
    int count = 0;
    for (; *text; text++)
        count += *text == '\n';
    return count;
}

/* Nothing is printed but one line of errors, which has not the text; the status is `code`. */
static void check_refused(struct stage *stage, const struct show *show, int code, const char *text)
{
    int status = stage_print(stage, show);
    char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
    bool good = ended_with(status, code) && output[0] == '\0' && count_lines(errors) == 1 &&
                !(text && strstr(errors, text)) && !strchr(errors, '\033');
    if (!good)
        print_error("status %#x, output: %.200s\nerrors: %s\n", (unsigned)status, output, errors);
    free(output);
    free(errors);
    pty_check(stage->pty, good);
}

/* sshd hands all of these to the login shell as `-c STRING`. */
static void a_login_shell_runs_no_command(void **state)
{
    static const char *const names[] = {"rdbp-timeline", "-rdbp-timeline", "/bin/rdbp-timeline"};
    static const char *const commands[] = {
        "sh",
        "sh -i",
        "/bin/sh -c 'id > marker'",
        "scp -t .",
        "scp -f /etc/passwd",
        "/usr/lib/openssh/sftp-server",
        "internal-sftp",
        "rsync --server --sender . /etc/passwd",
        "git-upload-pack '/etc'",
        "--list",
        "",
        "\033]0;owned\007",
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(names); i++)
        for (size_t j = 0; j < COUNT(commands); j++)
            check_refused(stage, SHOW(.name = names[i], .args = {"-c", commands[j]}, .file = ""), 1,
                          strlen(commands[j]) > 2 ? commands[j] : NULL);
    check_refused(stage, SHOW(.name = "rdbp-timeline", .args = {"-c"}, .file = ""), 1, NULL);
}

static void the_original_command_is_never_read(void **state)
{
    struct stage *stage = *state;
    char marker[192], setting[256];
    snprintf(marker, sizeof marker, "%s", stage_path(stage, "marker"));
    snprintf(setting, sizeof setting, "SSH_ORIGINAL_COMMAND=touch %s", marker);
    stage_open(stage, SHOW(.args = {"-r"}, .file = "", .env = {setting}));
    pty_check(stage->pty, stage_position(stage) >= 1 && !pty_shows(stage->pty, "touch"));
    stage_quit(stage);
    check_refused(stage,
                  SHOW(.name = "rdbp-timeline", .args = {"-c", "x"}, .file = "", .env = {setting}),
                  1, marker);
    assert_int_equal(access(marker, F_OK), -1);
}

static void without_a_terminal_all_is_printed_and_a_hint_given(void **state)
{
    static const char *const names[] = {"-rdbp-timeline", "rdbp-timeline", "dbp-timeline"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(names); i++) {
        int status = stage_print(stage, SHOW(.program = locked(), .name = names[i], .file = ""));
        char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
        pty_check(stage->pty, ended_with(status, 0) && !strchr(output, '\033'));
        pty_check(stage->pty, strstr(output, "1954") && count_lines(output) > 100);
        pty_check(stage->pty, strstr(errors, "ssh -t") && count_lines(errors) == 1);
        free(output);
        free(errors);
    }
}

/* Who is not restricted is told only where sshd gave no terminal, and ssh could ask for one. */
static void the_hint_is_given_where_ssh_could_ask_for_a_terminal(void **state)
{
    static const struct {
        const char *env[2];
        bool is_told;
    } rows[] = {
        {{"SSH_CONNECTION=192.0.2.1 50000 192.0.2.2 22"}, true},
        {{"SSH_CONNECTION=192.0.2.1 50000 192.0.2.2 22", "SSH_TTY=/dev/pts/1"}, false},
        {{NULL}, false},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int status = stage_print(stage, SHOW(.file = "", .env = {rows[i].env[0], rows[i].env[1]}));
        char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
        pty_check(stage->pty, ended_with(status, 0) && strstr(output, "1954"));
        pty_check(stage->pty, (strstr(errors, "ssh -t") != NULL) == rows[i].is_told);
        pty_check(stage->pty, count_lines(errors) == rows[i].is_told);
        free(output);
        free(errors);
    }
}

/* However it came to be restricted, only what lies with the data is opened. */
static void files_elsewhere_are_not_opened(void **state)
{
    static const struct show ways[] = {
        {.args = {"-r"}},
        {.args = {"--list", "--restricted"}},
        {.args = {"--list"}, .env = {"DBP_TIMELINE_SECURE=1"}},
        {.args = {"--check", "-r"}},
        {.args = {"--format=rec"}, .name = "rdbp-timeline"},
        {.args = {"--list"}, .name = "-dbp-timeline"},
    };
    struct stage *stage = *state;
    char own[192];
    snprintf(own, sizeof own, "%s", stage_write_events(stage, 3));
    const char *const files[] = {own, "/etc/passwd", "../data/dien-bien-phu.rec", "..", "."};
    for (size_t i = 0; i < COUNT(ways) + 1; i++) {
        for (size_t j = 0; j < COUNT(files); j++) {
            struct show show = i < COUNT(ways) ? ways[i] : (struct show){.program = locked()};
            show.file = files[j];
            int status = stage_print(stage, &show);
            char *output = stage_read(stage->output), *errors = stage_read(stage->errors);
            pty_check(stage->pty, ended_with(status, 1) && output[0] == '\0');
            pty_check(stage->pty, strstr(errors, "restricted to files of the data directory"));
            free(output);
            free(errors);
        }
    }
}

static void a_file_that_lies_with_the_data_is_opened_by_its_name(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"-r"}, .file = "dien-bien-phu.rec"));
    pty_check(stage->pty, stage_total(stage) >= 60);
    stage_quit(stage);
    stage_open(stage, SHOW(.program = locked(), .name = "-x", .file = "dien-bien-phu.rec"));
    pty_check(stage->pty, stage_total(stage) >= 60);
    stage_quit(stage);
}

static void check_unstoppable(struct stage *stage, const struct show *show)
{
    stage_open(stage, show);
    pty_keys(stage->pty, "j\032");
    pty_keys(stage->pty, "j");
    pty_signal(stage->pty, SIGTSTP);
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, stage_position(stage) == 4);
    pty_keys(stage->pty, "?");
    pty_keys(stage->pty, "G");
    pty_check(stage->pty, pty_shows(stage->pty, "^L R") && !pty_shows(stage->pty, "^Z"));
    pty_keys(stage->pty, "\033");
    stage_quit(stage);
}

static void it_cannot_be_stopped_and_help_does_not_say_so(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "?");
    pty_keys(stage->pty, "G");
    pty_check(stage->pty, pty_shows(stage->pty, "^Z"));
    check_unstoppable(stage, SHOW(.args = {"-r"}, .file = ""));
    check_unstoppable(stage, SHOW(.env = {"DBP_TIMELINE_SECURE=1"}, .file = ""));
    check_unstoppable(stage, SHOW(.program = locked(), .file = ""));
}

/* Compiles a description of xterm-256color that betrays itself; false when there is no tic. */
static bool set_trap(struct stage *stage, const char *folder)
{
    char command[1024];
    const char *source = stage_write(stage, "trap.ti",
                                     "xterm-256color|trap,\n\tuse=xterm+256color,\n\tam,\n"
                                     "\tcols#80, lines#24, cup=\\E[%i%p1%d;%p2%dH,\n"
                                     "\tclear=\\E[H\\E[2J, smcup=" TRAP "\\E[?1049h,\n"
                                     "\trmcup=\\E[?1049l, sgr0=\\E[m, rev=\\E[7m,\n");
    mkdir(folder, 0700);
    snprintf(command, sizeof command, "tic -o %s %s 2>/dev/null", folder, source);
    return system(command) == 0; /* NOLINT: fixed words and our own folder */
}

static bool is_trapped(struct stage *stage, const struct show *show)
{
    stage_open(stage, show);
    bool trapped = pty_saw(stage->pty, TRAP);
    stage_quit(stage);
    return trapped;
}

/* The trap is shown to work first. */
static void descriptions_of_terminals_are_not_taken_from_the_environment(void **state)
{
    struct stage *stage = *state;
    char folder[128], home[64], terminfo[192], dirs[192];
    snprintf(home, sizeof home, "%s", stage->folder);
    snprintf(folder, sizeof folder, "%s/.terminfo", home);
    snprintf(terminfo, sizeof terminfo, "TERMINFO=%s", folder);
    snprintf(dirs, sizeof dirs, "TERMINFO_DIRS=%s", folder);
    if (!set_trap(stage, folder)) {
        print_message("there is no tic\n");
        skip();
    }
    const char *const ways[] = {terminfo, dirs, NULL};
    for (size_t i = 0; i < COUNT(ways); i++) {
        pty_check(stage->pty, is_trapped(stage, SHOW(.home = home, .env = {ways[i]})));
        pty_check(stage->pty, !is_trapped(stage, SHOW(.args = {"-r"}, .file = "", .home = home,
                                                      .env = {ways[i]})));
        pty_check(stage->pty, !is_trapped(stage, SHOW(.program = locked(), .file = "", .home = home,
                                                      .env = {ways[i]})));
    }
}

static void nothing_on_the_command_line_takes_it_back(void **state)
{
    static const char *const words[] = {"--no-restricted", "--restricted=no", "-R",
                                        "--unrestricted"};
    struct stage *stage = *state;
    for (size_t i = 0; i < COUNT(words); i++) {
        int status = stage_print(stage, SHOW(.program = locked(), .args = {words[i], "-l"},
                                             .file = "", .env = {"DBP_TIMELINE_SECURE="}));
        char *output = stage_read(stage->output);
        pty_check(stage->pty, ended_with(status, 2) && output[0] == '\0');
        free(output);
    }
    check_unstoppable(stage, SHOW(.program = locked(), .name = "dbp-timeline", .file = "",
                                  .env = {"DBP_TIMELINE_SECURE=0"}));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_login_shell_runs_no_command),
        STAGE_TEST(the_original_command_is_never_read),
        STAGE_TEST(without_a_terminal_all_is_printed_and_a_hint_given),
        STAGE_TEST(the_hint_is_given_where_ssh_could_ask_for_a_terminal),
        STAGE_TEST(files_elsewhere_are_not_opened),
        STAGE_TEST(a_file_that_lies_with_the_data_is_opened_by_its_name),
        STAGE_TEST(it_cannot_be_stopped_and_help_does_not_say_so),
        STAGE_TEST(descriptions_of_terminals_are_not_taken_from_the_environment),
        STAGE_TEST(nothing_on_the_command_line_takes_it_back),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("restricted", tests, NULL, NULL);
}
