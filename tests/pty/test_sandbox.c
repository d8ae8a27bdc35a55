/* The sandbox around the program as it runs, and leaving when nobody types. What the sandbox
 * refuses is tried in tests/unit/test_sandbox.c. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#define WARNING "leaving in 60 s"
#define MISSING "this system has no sandbox"

static bool ended_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

static bool has_landlock(void)
{
    if (syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, 1U) > 0)
        return true;
    print_message("skipped: this kernel has no Landlock\n");
    return false;
}

static void check_limited(struct pty *pty, const char *name)
{
    char line[128];
    snprintf(line, sizeof line, "\n%-26s%-21d%-21d", name, 0, 0);
    if (!pty_proc_has(pty, "limits", line))
        print_error("not limited: %s\n", name);
    pty_check(pty, pty_proc_has(pty, "limits", line));
}

static void a_browser_has_given_up_rights_and_limits(void **state)
{
    struct stage *stage = *state;
    if (!has_landlock())
        skip();
    stage_open(stage, SHOW(0));
    pty_check(stage->pty, pty_proc_has(stage->pty, "status", "\nNoNewPrivs:\t1"));
    check_limited(stage->pty, "Max file size");
    check_limited(stage->pty, "Max core file size");
#ifndef __SANITIZE_ADDRESS__ /* which starts a process at the end */
    check_limited(stage->pty, "Max processes");
#endif
    pty_check(stage->pty, !pty_shows(stage->pty, "sandbox"));
    stage_quit(stage);
}

static void the_status_tells_what_a_try_from_inside_has_shown(void **state)
{
    static const char *const lines[] = {"no further rights: yes",
                                        "no writing, process or core: yes",
                                        "no file but those of the timeline: yes",
                                        "opening /etc/passwd from inside: Permission denied"};
    struct stage *stage = *state;
    if (!has_landlock())
        skip();
    int status = stage_print(stage, SHOW(.args = {"--sandbox-status"}, .file = ""));
    char *output = stage_read(stage->output);
    pty_check(stage->pty, ended_with(status, 0));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        pty_check(stage->pty, strstr(output, lines[i]));
    pty_check(stage->pty, !strstr(output, "Landlock version: 0"));
    free(output);
}

static void the_status_does_not_pretend(void **state)
{
    struct stage *stage = *state;
    int status =
        stage_print(stage, SHOW(.args = {"--sandbox-status"}, .file = "", .no_landlock = true));
    char *output = stage_read(stage->output);
    pty_check(stage->pty, ended_with(status, 1));
    pty_check(stage->pty, strstr(output, "Landlock version: 0"));
    pty_check(stage->pty, strstr(output, "no file but those of the timeline: no"));
    pty_check(stage->pty, strstr(output, "opening /etc/passwd from inside: it opened"));
    free(output);
}

static void without_a_sandbox_it_says_so_once_and_goes_on(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.no_landlock = true));
    pty_check(stage->pty, strstr(pty_row(stage->pty, 23), MISSING));
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, !pty_shows(stage->pty, MISSING) && stage_position(stage) == 2);
    stage_quit(stage);
}

static void restricted_without_a_sandbox_it_refuses(void **state)
{
    struct stage *stage = *state;
    stage_start(stage, SHOW(.args = {"-r"}, .file = "", .no_landlock = true));
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, ended_with(status, 1) && !pty_saw(stage->pty, "\033"));
    pty_check(stage->pty, pty_saw(stage->pty, "--allow-unsandboxed"));
    pty_check(stage->pty, pty_termios_restored(stage->pty));
}

static void restricted_it_goes_on_without_a_sandbox_only_when_told_to(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"-r", "--allow-unsandboxed"}, .file = "", .no_landlock = true));
    pty_check(stage->pty, strstr(pty_row(stage->pty, 23), MISSING));
    stage_quit(stage);
}

/* The alarm is rung here; that it is set for the right time is in tests/unit/test_idle.c. */
static void who_does_not_type_is_warned_and_then_left(void **state)
{
    static const char *const ways[] = {"-r", "--idle-exit=5"};
    static const char *const places[] = {"", "/gạo", "?", "\r", "p"};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (size_t j = 0; j < sizeof places / sizeof *places; j++) {
            stage_open(stage, SHOW(.args = {ways[i]}, .file = ""));
            pty_keys(stage->pty, places[j]);
            pty_signal(stage->pty, SIGALRM);
            pty_settle(stage->pty);
            pty_check(stage->pty, strstr(pty_row(stage->pty, 23), WARNING));
            pty_signal(stage->pty, SIGALRM);
            pty_check(stage->pty, ended_with(pty_wait(stage->pty), 0));
            pty_check(stage->pty, pty_termios_restored(stage->pty));
            pty_check(stage->pty, !pty_cursor(stage->pty).alternate_screen);
        }
    }
}

static void a_key_after_the_warning_stays(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"-r"}, .file = ""));
    for (int i = 0; i < 3; i++) {
        pty_signal(stage->pty, SIGALRM);
        pty_settle(stage->pty);
        pty_check(stage->pty, pty_shows(stage->pty, WARNING));
        pty_keys(stage->pty, "j");
        pty_check(stage->pty, !pty_shows(stage->pty, WARNING));
    }
    pty_check(stage->pty, stage_position(stage) == 4);
    stage_quit(stage);
}

static void nobody_is_left_without_a_limit(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.args = {"-r", "--idle-exit=0"}, .file = ""));
    for (int i = 0; i < 3; i++) {
        pty_signal(stage->pty, SIGALRM);
        pty_settle(stage->pty);
    }
    pty_check(stage->pty, !pty_shows(stage->pty, WARNING));
    stage_quit(stage);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_browser_has_given_up_rights_and_limits),
        STAGE_TEST(the_status_tells_what_a_try_from_inside_has_shown),
        STAGE_TEST(the_status_does_not_pretend),
        STAGE_TEST(without_a_sandbox_it_says_so_once_and_goes_on),
        STAGE_TEST(restricted_without_a_sandbox_it_refuses),
        STAGE_TEST(restricted_it_goes_on_without_a_sandbox_only_when_told_to),
        STAGE_TEST(who_does_not_type_is_warned_and_then_left),
        STAGE_TEST(a_key_after_the_warning_stays),
        STAGE_TEST(nobody_is_left_without_a_limit),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
}
