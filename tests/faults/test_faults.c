/* Each call that the program makes fails once: it says so and ends, or goes on with less, and the
 * terminal is as it was. $FAULTS bounds the rounds for each call of each session, evenly spread;
 * all when it is not set. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "../pty/stage.h"
#include "calls.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const names[] = {
#define C(type, name, parameters, arguments, failed, error) #name,
    CALLS(C)
#undef C
};

/* What is done with the program; without keys it prints. */
struct session {
    struct show show;
    const char *keys;
};

static const struct session sessions[] = {
    {{.file = "tests/check/everything.rec", .rows = 12},
     "jj\rnq/a\rn&e\rxp \rGgt+-\t-L?q:1950\r:50%\rQ"},
    {{.rows = 10, .term = "xterm-nobody-knows"}, "G/gao\rn\rQ"},
    {{.args = {"--list"}, .file = "tests/check/everything.rec"}, NULL},
    {{.args = {"--format=tsv"}, .file = "tests/check/everything.rec"}, NULL},
    {{.args = {"--format=json"}, .file = "tests/check/everything.rec"}, NULL},
    {{.args = {"--format=rec", "--on-this-day"}}, NULL},
    {{.args = {"--provinces", "--from=1954", "--search=x"}}, NULL},
    {{.args = {"--figures"}, .file = "tests/check/everything.rec"}, NULL},
    {{.args = {"--check"}, .file = "tests/check/everything.rec"}, NULL},
    {{.args = {"--help"}}, NULL},
};

/* Runs a session to its end and returns the wait status. */
static int run(struct stage *stage, const struct session *session)
{
    if (!session->keys)
        return stage_print(stage, &session->show);
    stage_start(stage, &session->show);
    if (pty_rests(stage->pty))
        pty_send(stage->pty, session->keys);
    return pty_wait(stage->pty);
}

/* Returns what the program said, to be freed: where it browsed, on its terminal. */
static char *said(struct stage *stage, const struct session *session)
{
    return session->keys ? pty_frame(stage->pty) : stage_read(stage->errors);
}

static void fail_round(struct stage *stage, const char *fault, const char *why)
{
    fprintf(stderr, "FAULT=%s: %s\n", fault, why);
    pty_fail(stage->pty, __FILE__, __LINE__, fault);
}

static bool ran_out(const char *fault)
{
    return strncmp(fault, "malloc", 6) == 0 || strncmp(fault, "calloc", 6) == 0 ||
           strncmp(fault, "realloc", 7) == 0;
}

static void judge(struct stage *stage, const struct session *session, int status, const char *fault)
{
    char *errors = said(stage, session);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    bool lost_output = !session->keys && strncmp(fault, "f", 1) == 0 && fault[1] != 's';
    if (code < 0 || code > 2)
        fail_round(stage, fault, "killed, or ended with no status of ours");
    if (code != 0 && !strstr(errors, "dbp-timeline: ") && !strstr(errors, ": error: "))
        fail_round(stage, fault, "ended without a word");
    if (ran_out(fault) && (code != 1 || !strstr(errors, "out of memory")))
        fail_round(stage, fault, "memory ran out unsaid");
    if (lost_output && code == 0)
        fail_round(stage, fault, "output was lost unsaid");
    if (!pty_termios_restored(stage->pty) || !pty_cursor(stage->pty).visible ||
        pty_cursor(stage->pty).alternate_screen)
        fail_round(stage, fault, "the terminal is not as it was");
    free(errors);
}

/* Returns how often a session makes a call. */
static size_t calls_in(struct stage *stage, const char *name)
{
    char *text = stage_read(stage_path(stage, "report")), *at = text;
    size_t size = strlen(name), count = 0;
    for (; at && *at; at = strchr(at, '\n') + 1)
        if (strncmp(at, name, size) == 0 && at[size] == ' ')
            count = strtoul(at + size, NULL, 10);
    free(text);
    return count;
}

static size_t fail_each(struct stage *stage, const struct session *session, const char *name)
{
    const char *given = getenv("FAULTS");
    size_t count = calls_in(stage, name), most = given ? strtoul(given, NULL, 10) : 0, rounds = 0;
    size_t step = most && count > most ? count / most : 1;
    for (size_t n = 1; n <= count; n += step, rounds++) {
        char fault[64];
        snprintf(fault, sizeof fault, "%s:%zu", name, n);
        setenv("FAULT", fault, 1);
        judge(stage, session, run(stage, session), fault);
    }
    unsetenv("FAULT");
    return rounds;
}

static void run_session(struct stage *stage, const struct session *session)
{
    size_t rounds = 0;
    setenv("FAULT_REPORT", stage_path(stage, "report"), 1);
    int status = run(stage, session);
    unsetenv("FAULT_REPORT");
    judge(stage, session, status, "none");
    for (size_t i = 0; i < COUNT(names); i++)
        rounds += fail_each(stage, session, names[i]);
    printf("%-14s %s: %zu rounds\n", session->keys ? "browsing" : session->show.args[0],
           session->show.file ? session->show.file : STAGE_SHIPPED, rounds);
}

static void every_call_fails_once_and_nothing_is_left_behind(void **state)
{
    for (size_t i = 0; i < COUNT(sessions); i++)
        run_session(*state, &sessions[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(every_call_fails_once_and_nothing_is_left_behind),
    };
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
