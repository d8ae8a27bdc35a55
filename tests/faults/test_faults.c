/* Each call that the program makes fails once: it says so and ends, or goes on with less, and the
 * terminal is as it was. $FAULTS bounds the rounds for each call of each session, evenly spread;
 * all when it is not set. $SESSION names the only session to run. */

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

#include "../pty/stage.h"
#include "calls.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const names[] = {
#define C(type, name, parameters, arguments, failed, error) #name,
    CALLS(C)
#undef C
};

/* What is done with the program. */
struct session {
    const char *name;
    struct show show;
    int events; /* of a file of its own */
    bool leads, follows;
    int status;           /* of its end when no call fails */
    const char *keys[40]; /* none: it prints; what begins with `!` is no key but for act() */
};

#define LARGE 50000 /* events, which are more than the 8 MB from which two threads read */

/* clang-format off */
static const struct session sessions[] = {
    {.name = "broken file", .show = {.file = "tests/check/everything.rec", .rows = 12}, .keys = {
        "j", "j", "\r", "n", "q", "/a\r", "n", "&e\r", "x", "p", " ", "\r", "G", "g", "t", "+", "-",
        "\t", "-", "L", "?", "q", ":1950\r", ":50%\r"}},
    {.name = "unknown terminal", .show = {.rows = 10, .term = "xterm-nobody-knows"}, .keys = {
        "G", "/gao\r", "n", "\r"}},
    {.name = "levels and axis", .show = {.cols = 100}, .keys = {
        "-", "-", "j", "+", "a", "+", "+", "v", "v", "v", "z", "l", "j", "-", "0", "\r", "q", "q",
        "#", ")", "=", "j", "u"}},
    {.name = "panes", .show = {.lang = "vi_VN.UTF-8"}, .keys = {
        "m", "+", " ", "l", "\r", "f", " ", "\r", "s", "j", "\r", "q", "pcao\r", "&", "x", "x", "x",
        "t", "\r", "j", "q", "A", " ", "j", " ", "q"}},
    {.name = "search", .show = {.cols = 60, .rows = 12}, .keys = {
        "/dien bien\r", "n", "N", "/Gi\303\241p\r", "n", "&gao\r", "F1954\r", "x", "x",
        ":1954-05-07\r", "u", "/zzzz\r"}},
    {.name = "window and job", .show = {.cols = 100, .rows = 30}, .keys = {
        "j", "!narrow", "a", "!wide", "!stop", "m", "!narrow", "!stop"}},
    {.name = "saved meanwhile", .show = {.rows = 16}, .events = 50, .keys = {
        "G", "!save", "\r", "!save", "q", "!remove", "j"}},
    {.name = "two threads", .show = {.args = {"--from=2399"}}, .events = LARGE, .keys = {
        "G", "g", "-", "+", "/Event number 4997\r"}},
    {.name = "restricted", .show = {.file = "", .args = {"--restricted"}}, .keys = {
        "j", "\r"}},
    {.name = "leading", .show = {.rows = 16}, .leads = true, .keys = {
        "j", "\r", "q", "G"}},
    {.name = "following", .show = {.rows = 16}, .follows = true, .keys = {"j", "."}},
    {.name = "plain", .show = {.args = {"--plain"}}, .keys = {
        "next\r", "3\r", "open\r", "level-out\r", "/gao\r", "provinces\r", "help\r", "quit\r"}},
    {.name = "--list", .show = {.args = {"--list"}, .file = "tests/check/everything.rec"}},
    {.name = "--format=tsv",
     .show = {.args = {"--format=tsv"}, .file = "tests/check/everything.rec"}},
    {.name = "--format=json",
     .show = {.args = {"--format=json"}, .file = "tests/check/everything.rec"}},
    {.name = "--format=rec", .show = {.args = {"--format=rec", "--on-this-day"}}},
    {.name = "--provinces", .show = {.args = {"--provinces", "--from=1954", "--search=x"}}},
    {.name = "--figures", .show = {.args = {"--figures"}, .file = "tests/check/everything.rec"}},
    {.name = "--sources", .show = {.args = {"--sources"}, .file = "tests/check/everything.rec"}},
    {.name = "--check", .show = {.args = {"--check"}, .file = "tests/check/everything.rec"},
     .status = 1},
    {.name = "--help", .show = {.args = {"--help"}}},
};
/* clang-format on */

/* Does what is no key. */
static void act(struct stage *stage, const char *what)
{
    char path[128];
    snprintf(path, sizeof path, "%s/events.rec", stage->folder);
    if (strcmp(what, "!narrow") == 0)
        pty_resize(stage->pty, 40, 10);
    else if (strcmp(what, "!wide") == 0)
        pty_resize(stage->pty, 120, 40);
    else if (strcmp(what, "!save") == 0)
        stage_write_events(stage, 40);
    else if (strcmp(what, "!remove") == 0)
        unlink(path);
    else if (strcmp(what, "!stop") == 0) {
        pty_signal(stage->pty, SIGTSTP);
        pty_wait_stopped(stage->pty);
        pty_signal(stage->pty, SIGCONT);
    }
}

/* Waits for a moment to type; false when the program has ended. One who follows asks every moment
 * where the leader is when the system does not tell it, and so never rests. */
static bool rests(struct stage *stage, const struct session *session)
{
    if (!session->follows)
        return pty_rests(stage->pty);
    while (pty_alive(stage->pty) && !pty_cursor(stage->pty).alternate_screen)
        pty_stays_idle(stage->pty, 10);
    return pty_alive(stage->pty);
}

/* Types the keys, and then what leaves from anywhere; the first may only close a prompt. To one
 * that may be ending already no ^C is sent: the terminal, restored, would throw away what it said.
 */
static void browse(struct stage *stage, const struct session *session, const struct show *show)
{
    stage_start(stage, show);
    for (const char *const *key = session->keys; *key && rests(stage, session); key++)
        if (**key == '!')
            act(stage, *key);
        else
            pty_send(stage->pty, *key);
    for (int i = 0; i < 2 && rests(stage, session); i++)
        pty_send(stage->pty, session->follows ? "Q" : "\003");
}

/* Writes what a leader tells, at the seventh event. */
static void write_class(struct stage *stage, pid_t leader)
{
    char line[256];
    snprintf(line, sizeof line,
             "dbp-timeline 1 leader=%ld event= number=7 level=4 pane=timeline read=1"
             " from=-2147483648 to=2147483647 all_of=0 lesson= stop=0 units= picks=\n",
             (long)leader);
    stage_write(stage, "class", line);
}

/* Runs a session to its end and returns the wait status. */
static int run(struct stage *stage, const struct session *session)
{
    char option[256];
    struct show show = session->show;
    if (session->events)
        show.file = stage_write_events(stage, session->events);
    if (session->leads || session->follows) {
        write_class(stage, session->leads ? 0 : getpid());
        snprintf(option, sizeof option, "--%s=%s", session->leads ? "lead" : "follow", stage->path);
        show.args[0] = option;
    }
    if (!session->keys[0])
        return stage_print(stage, &show);
    browse(stage, session, &show);
    return pty_wait(stage->pty);
}

static bool prints(const struct session *session)
{
    return !session->keys[0];
}

/* Returns what the program said, to be freed: where it browsed, on its terminal. */
static char *said(struct stage *stage, const struct session *session)
{
    return prints(session) ? stage_read(stage->errors) : pty_frame(stage->pty);
}

static void fail_round(struct stage *stage, const struct session *session, const char *why)
{
    const char *fault = getenv("FAULT");
    fprintf(stderr, "SESSION='%s' FAULT=%s\n", session->name, fault ? fault : "");
    pty_fail(stage->pty, __FILE__, __LINE__, why);
}

/* Returns a number of the report: how often a call was made; for "failed", whether one did. */
static size_t reported(struct stage *stage, const char *name)
{
    char *text = stage_read(stage_path(stage, "report")), *at = text;
    size_t size = strlen(name), count = 0;
    for (; at && *at; at = strchr(at, '\n') + 1)
        if (strncmp(at, name, size) == 0 && at[size] == ' ')
            count = strtoul(at + size, NULL, 10);
    free(text);
    return count;
}

static bool ran_out(const char *fault)
{
    return strncmp(fault, "malloc", 6) == 0 || strncmp(fault, "calloc", 6) == 0 ||
           strncmp(fault, "realloc", 7) == 0 || strncmp(fault, "aligned", 7) == 0;
}

/* What does not fit into memory beside the main thread is done by that. */
static bool is_taken_well(struct stage *stage, int code, const char *errors)
{
    if (reported(stage, "aside"))
        return code == 0;
    return code == 1 && strstr(errors, "out of memory");
}

static void judge(struct stage *stage, const struct session *session, int status, const char *fault)
{
    char *errors = said(stage, session);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    bool lost_output = prints(session) && strncmp(fault, "f", 1) == 0 && fault[1] != 's';
    if (code < 0 || code > 2)
        fail_round(stage, session, "killed, or ended with no status of ours");
    if (code != 0 && !strstr(errors, "dbp-timeline: ") && !strstr(errors, ": error: "))
        fail_round(stage, session, "ended without a word");
    if (ran_out(fault) && reported(stage, "failed") && !is_taken_well(stage, code, errors))
        fail_round(stage, session, "memory ran out unsaid, or where it could be done without");
    if (lost_output && reported(stage, "failed") && code == 0)
        fail_round(stage, session, "output was lost unsaid");
    if (!pty_termios_restored(stage->pty) || !pty_cursor(stage->pty).visible ||
        pty_cursor(stage->pty).alternate_screen)
        fail_round(stage, session, "the terminal is not as it was");
    free(errors);
}

/* Counts the calls that failed, and how often the program ended then and said why; else it went
 * on. A round may end before its call: what comes from elsewhere does not always come in time. */
struct tally {
    size_t failed, ended;
};

static void fail_each(struct stage *stage, const struct session *session, const char *name,
                      size_t count, struct tally *tally)
{
    const char *given = getenv("FAULTS");
    size_t most = given ? strtoul(given, NULL, 10) : 0;
    size_t step = most && count > most ? count / most : 1;
    for (size_t n = 1; n <= count; n += step) {
        char fault[64];
        snprintf(fault, sizeof fault, "%s:%zu", name, n);
        setenv("FAULT", fault, 1);
        int status = run(stage, session);
        judge(stage, session, status, fault);
        if (reported(stage, "failed")) {
            tally->failed++;
            tally->ended += WEXITSTATUS(status) != 0;
        }
    }
    unsetenv("FAULT");
}

static void run_session(struct stage *stage, const struct session *session)
{
    struct tally tally = {0};
    size_t counts[COUNT(names)];
    setenv("FAULT_REPORT", stage_path(stage, "report"), 1);
    int status = run(stage, session);
    judge(stage, session, status, "none");
    if (WEXITSTATUS(status) != session->status)
        fail_round(stage, session, "it ended otherwise than it should");
    for (size_t i = 0; i < COUNT(names); i++)
        counts[i] = reported(stage, names[i]);
    for (size_t i = 0; i < COUNT(names); i++)
        fail_each(stage, session, names[i], counts[i], &tally);
    unsetenv("FAULT_REPORT");
    printf("%-17s %5zu calls failed: %zu times it ended and said why, %zu times it went on\n",
           session->name, tally.failed, tally.ended, tally.failed - tally.ended);
}

static void every_call_fails_once_and_nothing_is_left_behind(void **state)
{
    const char *only = getenv("SESSION");
    for (size_t i = 0; i < COUNT(sessions); i++)
        if (!only || strcmp(only, sessions[i].name) == 0)
            run_session(*state, &sessions[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(every_call_fails_once_and_nothing_is_left_behind),
    };
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
