#include "restricted.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

static void the_name_it_is_started_by_restricts(void **state)
{
    (void)state;
    static const struct {
        const char *program;
        bool restricted;
    } rows[] = {
        {"rdbp-timeline", true},
        {"-rdbp-timeline", true},
        {"/usr/bin/rdbp-timeline", true},
        {"-dbp-timeline", true}, /* a login shell */
        {"-", true},
        {NULL, true},
        {"dbp-timeline", false},
        {"/opt/rdbp-timeline/dbp-timeline", false},
        {"./xrdbp-timeline", false},
        {"rdbp-timeline2", false},
        {"", false},
    };
    unsetenv("DBP_TIMELINE_SECURE");
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, restricted_is_asked(rows[i].program), rows[i].restricted);
}

static void the_variable_restricts_unless_it_is_empty(void **state)
{
    (void)state;
    setenv("DBP_TIMELINE_SECURE", "1", 1);
    assert_true(restricted_is_asked("dbp-timeline"));
    setenv("DBP_TIMELINE_SECURE", "", 1);
    assert_false(restricted_is_asked("dbp-timeline"));
    unsetenv("DBP_TIMELINE_SECURE");
}

static void a_file_is_a_name_without_a_path(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool allowed;
    } rows[] = {
        {"dien-bien-phu.rec", true},
        {"hue.rec", true},
        {"", false},
        {".", false},
        {"..", false},
        {".hidden.rec", false},
        {"/etc/passwd", false},
        {"../etc/passwd", false},
        {"a/../b", false},
        {"./a.rec", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, restricted_allows_file(rows[i].name), rows[i].allowed);
}

/* Runs in a process of its own, for it cannot be taken back; what holds is the exit status 0. */
static void check_in_child(int (*check)(void))
{
    int status = -1;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(check());
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail_msg("row %d does not hold", WIFEXITED(status) ? WEXITSTATUS(status) - 1 : -1);
}

static const struct {
    const char *name, *value;
    bool kept;
} variables[] = {
    {"TERM", "xterm-256color", true},
    {"LANG", "vi_VN.UTF-8", true},
    {"LC_ALL", "", true},
    {"LC_MESSAGES", "C@x", true},
    {"COLUMNS", "80", true},
    {"NO_COLOR", "1", true},
    {"LC_CTYPE", "/tmp/locale", false},
    {"LINES", "24\033[2J", false},
    {"ESCDELAY", "1234567890123456789012345678901234567890123456789012345678901234567890", false},
    {"TERMINFO", "/tmp", false},
    {"TERMINFO_DIRS", "/tmp", false},
    {"TERMCAP", "xterm:cl=x:", false},
    {"HOME", "/tmp", false},
    {"LOCPATH", "/tmp", false},
    {"NLSPATH", "/tmp/%N", false},
    {"GCONV_PATH", "/tmp", false},
    {"LANGUAGE", "vi", false},
    {"TERM_PROGRAM", "x", false},
    {"LS_COLORS", "x", false},
    {"NCURSES_TRACE", "65535", false},
    {"SSH_ORIGINAL_COMMAND", "sh", false},
    {"DBP_TIMELINE_SECURE", "1", false},
};

/* Returns 0, or the number, from 1, of the first variable that is not as it should be. */
static int check_variables(void)
{
    for (size_t i = 0; i < COUNT(variables); i++)
        setenv(variables[i].name, variables[i].value, 1);
    restricted_begin();
    for (size_t i = 0; i < COUNT(variables); i++)
        if ((getenv(variables[i].name) != NULL) != variables[i].kept)
            return (int)i + 1;
    return 0;
}

static void only_listed_variables_with_plain_values_are_left(void **state)
{
    (void)state;
    check_in_child(check_variables);
}

static int check_limits(void)
{
    struct rlimit core = {0, 0};
    struct sigaction stop;
    restricted_begin();
    if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_cur != 0 || core.rlim_max != 0)
        return 1;
    return sigaction(SIGTSTP, NULL, &stop) != 0 || stop.sa_handler != SIG_IGN ? 2 : 0;
}

static void neither_core_files_nor_stopping(void **state)
{
    (void)state;
    check_in_child(check_limits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_name_it_is_started_by_restricts),
        cmocka_unit_test(the_variable_restricts_unless_it_is_empty),
        cmocka_unit_test(a_file_is_a_name_without_a_path),
        cmocka_unit_test(only_listed_variables_with_plain_values_are_left),
        cmocka_unit_test(neither_core_files_nor_stopping),
    };
    return cmocka_run_group_tests_name("restricted", tests, NULL, NULL);
}
