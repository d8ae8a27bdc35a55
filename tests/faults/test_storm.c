/* What happens to a program that is in use: its file changes under it, signals come at any moment,
 * the window is dragged. $STORMS is the number of rounds of each (5), $SEED their beginning. */

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../mutation/chance.h"
#include "../pty/stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static unsigned long number_of(const char *name, unsigned long other)
{
    const char *given = getenv(name);
    return given && *given ? strtoul(given, NULL, 10) : other;
}

/* Runs rounds; a failure names its round, which alone is run with FIRST= and STORMS=1. */
static void each_round(struct stage *stage, void (*round)(struct stage *stage, struct chance *now))
{
    unsigned long first = number_of("FIRST", 0), rounds = number_of("STORMS", 5);
    unsigned long seed = number_of("SEED", 1);
    for (unsigned long i = first; i < first + rounds; i++) {
        struct chance now = chance_of(seed, i);
        fprintf(stderr, "\rSEED=%lu FIRST=%lu ", seed, i);
        round(stage, &now);
    }
    fputc('\n', stderr);
}

static void check_restored(struct pty *pty)
{
    pty_check(pty, pty_termios_restored(pty));
    pty_check(pty, pty_cursor(pty).visible && !pty_cursor(pty).alternate_screen);
}

/* ^C leaves from anywhere; the first may only close a prompt. */
static void check_leaves(struct stage *stage)
{
    pty_send(stage->pty, "\003");
    if (pty_rests(stage->pty))
        pty_send(stage->pty, "\003");
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, WIFEXITED(status) && WEXITSTATUS(status) == 0);
    check_restored(stage->pty);
}

static void type_some(struct stage *stage, struct chance *now)
{
    static const char *const keys[] = {"G", "g",       "\r", "\t", "/9\r", "n", "-",     "+",
                                       "p", "\033[6~", "t",  "L",  "?",    "x", ":50%\r"};
    for (size_t left = 1 + chance_below(now, 4); left; left--) {
        pty_send(stage->pty, keys[chance_below(now, COUNT(keys))]);
        if (!pty_rests(stage->pty))
            pty_fail(stage->pty, __FILE__, __LINE__, "the program ended");
    }
}

/* The file, while it is open. */

static void cut(const char *path, struct chance *now)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(truncate(path, (off_t)chance_below(now, (size_t)status.st_size)), 0);
}

static void empty(const char *path, struct chance *now)
{
    (void)now;
    assert_int_equal(truncate(path, 0), 0);
}

static void delete (const char *path, struct chance *now)
{
    (void)now;
    assert_int_equal(unlink(path), 0);
}

static void make_folder(const char *path, struct chance *now)
{
    delete (path, now);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void forbid(const char *path, struct chance *now)
{
    assert_int_equal(chmod(path, 0), 0);
    (void)now;
}

/* Writes over the file in place: the program's mapping changes with it. */
static void overwrite(const char *path, struct chance *now)
{
    char noise[4096];
    int file = open(path, O_WRONLY);
    assert_true(file >= 0);
    for (size_t block = 0; block < 40; block++) {
        for (size_t i = 0; i < sizeof noise; i++)
            noise[i] = (char)chance_below(now, 256);
        off_t at = (off_t)(chance_below(now, 60) * sizeof noise);
        assert_int_equal(pwrite(file, noise, sizeof noise, at), sizeof noise);
    }
    close(file);
}

static void replace(const char *path, struct chance *now)
{
    char other[256];
    snprintf(other, sizeof other, "%s.new", path);
    FILE *file = fopen(other, "w");
    assert_non_null(file);
    for (size_t i = chance_below(now, 3000); i; i--)
        fprintf(file, "Date: 1954\nTitle: Other %zu\n\n", i);
    fclose(file);
    assert_int_equal(rename(other, path), 0);
}

static void change_the_file(struct stage *stage, struct chance *now)
{
    static void (*const changes[])(const char *path, struct chance *now) = {
        cut, empty, delete, make_folder, forbid, overwrite, replace};
    char path[128];
    snprintf(path, sizeof path, "%s", stage_write_events(stage, 2000));
    stage_open(stage, SHOW(.file = path));
    type_some(stage, now);
    changes[chance_below(now, COUNT(changes))](path, now);
    type_some(stage, now);
    check_leaves(stage);
    if (unlink(path) != 0)
        rmdir(path);
}

static void a_file_that_changes_while_open_does_not_end_it(void **state)
{
    each_round(*state, change_the_file);
}

/* Signals. */

static void wait_a_little(struct chance *now)
{
    struct timespec time = {0, (long)chance_below(now, 12000000)};
    nanosleep(&time, NULL);
}

static void send_signal(struct stage *stage, struct chance *now)
{
    static const int signals[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGABRT,
                                  SIGSEGV, SIGPIPE, SIGTSTP, SIGCONT, SIGWINCH};
    int number = signals[chance_below(now, COUNT(signals))];
    /* AddressSanitizer would take the signal itself before the program does. */
    stage_start(stage, SHOW(.rows = 12, .env = {"ASAN_OPTIONS=handle_segv=0"}));
    if (chance_below(now, 2))
        pty_send(stage->pty, "jG/a\r");
    wait_a_little(now);
    pty_signal(stage->pty, number);
    if (number == SIGTSTP) {
        pty_wait_stopped(stage->pty);
        check_restored(stage->pty);
        pty_signal(stage->pty, SIGCONT);
    }
    if (number == SIGTSTP || number == SIGCONT || number == SIGWINCH) {
        if (!pty_rests(stage->pty))
            pty_fail(stage->pty, __FILE__, __LINE__, "the program ended");
        check_leaves(stage);
        return;
    }
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, WIFSIGNALED(status) && WTERMSIG(status) == number);
    check_restored(stage->pty);
}

static void a_signal_at_any_moment_leaves_the_terminal_as_it_was(void **state)
{
    each_round(*state, send_signal);
}

/* The window, down to sizes at which the program only says that there is no room. */

static void drag(struct stage *stage, struct chance *now)
{
    stage_open(stage, SHOW(0));
    for (int i = 0; i < 100; i++) {
        pty_resize(stage->pty, 1 + (int)chance_below(now, 200), 1 + (int)chance_below(now, 60));
        if (chance_below(now, 4) == 0)
            pty_send(stage->pty, "j");
        pty_drain(stage->pty);
    }
    pty_resize(stage->pty, 80, 24);
    pty_keys(stage->pty, "G");
    char *frame = pty_frame(stage->pty);
    check_leaves(stage);
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "G");
    stage_same_frame(pty_frame(stage->pty), frame);
    check_leaves(stage);
}

static void a_hundred_sizes_at_once_end_in_the_right_page(void **state)
{
    each_round(*state, drag);
}

/* What is written. */

/* Stops listening to a list after some of its bytes, as `head` does. */
static void leave_early(struct stage *stage, struct chance *now)
{
    char bytes[4096];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    stage_start_into(stage, SHOW(.args = {"--list"}), ends[1]);
    close(ends[1]);
    for (size_t left = chance_below(now, 100000); left;) {
        ssize_t got = read(ends[0], bytes, left < sizeof bytes ? left : sizeof bytes);
        if (got <= 0)
            break;
        left -= (size_t)got;
    }
    close(ends[0]);
    int status = pty_wait(stage->pty);
    char *errors = stage_read(stage->errors);
    pty_check(stage->pty, (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
                              (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE));
    assert_string_equal(errors, "");
    free(errors);
}

static void a_reader_that_leaves_is_no_error(void **state)
{
    each_round(*state, leave_early);
}

/* Fills the file system of a lead file while its leader walks, or takes the filling away. */
static void fill_the_disk(struct stage *stage, struct chance *now)
{
    char lead[160], fill[160];
    snprintf(lead, sizeof lead, "--lead=%s/disk/class", stage->folder);
    snprintf(fill, sizeof fill, "%s/disk/fill", stage->folder);
    stage_open(stage, SHOW(.args = {lead}));
    for (int i = 0; i < 4; i++) {
        if (chance_below(now, 2)) {
            FILE *file = fopen(fill, "w");
            for (size_t size = chance_below(now, 8192); file && size; size--)
                fputc('x', file);
            if (file)
                fclose(file);
        } else {
            unlink(fill);
        }
        type_some(stage, now);
    }
    check_leaves(stage);
}

/* Needs a file system of two pages, which only root can make. */
static void a_disk_that_is_full_at_times_does_not_end_it(void **state)
{
    struct stage *stage = *state;
    const char *folder = stage_path(stage, "disk");
    assert_int_equal(mkdir(folder, 0700), 0);
    if (mount("none", folder, "tmpfs", 0, "size=8k") != 0) {
        print_message("skipped: no file system can be mounted here\n");
        skip();
    }
    each_round(stage, fill_the_disk);
    assert_int_equal(umount2(stage_path(stage, "disk"), MNT_DETACH), 0);
}

static void run_in_shell(struct stage *stage, const char *script, int code, const char *said)
{
    const char *program = getenv("DBP_TIMELINE");
    const char *const argv[] = {
        "/bin/sh", "-c", script, program ? program : "build/dbp-timeline", stage->errors, NULL};
    static const char *const env[] = {"TERM=xterm", "LANG=C.UTF-8", NULL};
    snprintf(stage->errors, sizeof stage->errors, "%s/errors", stage->folder);
    pty_start(stage->pty, &(struct pty_options){.argv = argv, .env = env, .cols = 80, .rows = 24});
    int status = pty_wait(stage->pty);
    char *errors = stage_read(stage->errors);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != code || !strstr(errors, said))
        fprintf(stderr, "%s\n%s\n", script, errors);
    pty_check(stage->pty, WIFEXITED(status) && WEXITSTATUS(status) == code);
    pty_check(stage->pty, strstr(errors, said));
    check_restored(stage->pty);
    free(errors);
}

static void closed_descriptors_are_said_or_not_missed(void **state)
{
    run_in_shell(*state, "exec \"$0\" --list data/dien-bien-phu.rec 2>\"$1\" >&-", 1, "write");
    run_in_shell(*state, "exec \"$0\" --list data/dien-bien-phu.rec 2>\"$1\" <&-", 0, "");
    run_in_shell(*state, "exec \"$0\" data/dien-bien-phu.rec 2>\"$1\" <&-", 1, "dbp-timeline: ");
    run_in_shell(*state, "exec \"$0\" --check nowhere.rec 2>\"$1\" <&- >&-", 1, "nowhere.rec");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_file_that_changes_while_open_does_not_end_it),
        STAGE_TEST(a_signal_at_any_moment_leaves_the_terminal_as_it_was),
        STAGE_TEST(a_hundred_sizes_at_once_end_in_the_right_page),
        STAGE_TEST(a_reader_that_leaves_is_no_error),
        STAGE_TEST(a_disk_that_is_full_at_times_does_not_end_it),
        STAGE_TEST(closed_descriptors_are_said_or_not_missed),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("storm", tests, NULL, NULL);
}
