/* The harness on programs every system has. When these fail, believe no other test here. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "pty.h"
#include "pty_screen.h"

static const char *const environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C", NULL};

static int set_up(void **state)
{
    *state = pty_new();
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    pty_free(*state);
    return 0;
}

static void start_shell(struct pty *pty, const char *script)
{
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    pty_start(pty, &(struct pty_options){.argv = argv, .env = environment, .cols = 30, .rows = 5});
}

static void settling_waits_for_a_program_that_is_busy_first(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "while read x; do i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done;"
                     " echo $x done; done");
    pty_settle(pty);
    pty_keys(pty, "one\n");
    assert_string_equal(pty_row(pty, 1), "one done");
    pty_keys(pty, "two\n");
    assert_string_equal(pty_row(pty, 3), "two done");
}

static void cells_carry_text_and_attributes(void **state)
{
    struct pty *pty = *state;
    start_shell(pty,
                "printf 'a\\033[1mb\\033[0;7mr\\033[0;4mu\\033[0;31mc\\033[m\\360\\237\\230\\200"
                "e\\314\\202\\033[?1049h\\033[?25lx'; exec cat");
    pty_settle(pty);
    assert_true(pty_cursor(pty).alternate_screen);
    assert_false(pty_cursor(pty).visible);
    pty_scribble(pty, "\033[?1049l");
    assert_string_equal(pty_row(pty, 0), "abruc\360\237\230\200e\314\202");
    assert_true(pty_cell(pty, 1, 0).bold && !pty_cell(pty, 0, 0).bold);
    assert_true(pty_cell(pty, 2, 0).reverse && !pty_cell(pty, 1, 0).reverse);
    assert_true(pty_cell(pty, 3, 0).underline && !pty_cell(pty, 2, 0).underline);
    assert_true(pty_cell(pty, 4, 0).coloured && !pty_cell(pty, 3, 0).coloured);
    assert_string_equal(pty_cell(pty, 7, 0).text, "e\314\202");
}

static void the_end_of_a_program_is_reported(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "echo gone; exit 7");
    int status = pty_wait(pty);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    assert_string_equal(pty_row(pty, 0), "gone");
    start_shell(pty, "exec cat");
    pty_settle(pty);
    pty_signal(pty, SIGTERM);
    status = pty_wait(pty);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

static void a_stopped_program_goes_on(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "exec cat");
    pty_settle(pty);
    for (int i = 0; i < 2; i++) {
        pty_send(pty, "\032");
        pty_wait_stopped(pty);
        pty_signal(pty, SIGCONT);
        pty_keys(pty, "again\n");
        assert_true(pty_shows(pty, "again"));
    }
}

static void the_program_sees_a_new_size(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "while read x; do stty size; done");
    pty_settle(pty);
    pty_resize(pty, 44, 11);
    pty_keys(pty, "\n");
    assert_string_equal(pty_row(pty, 1), "11 44");
}

/* libvterm keeps a scrolling region that a smaller window no longer holds. */
static void a_size_that_changes_while_a_program_scrolls_is_survived(void **state)
{
    struct screen *screen = screen_new(80, 24, NULL, NULL);
    (void)state;
    screen_feed(screen, "\033[20;24r\033[24;5Hhere\033[5",
                strlen("\033[20;24r\033[24;5Hhere\033[5"));
    screen_resize(screen, 40, 12);
    screen_feed(screen, "A\033[12;1H\n", strlen("A\033[12;1H\n"));
    assert_string_equal(screen_row(screen, 10), "    here");
    screen_free(screen);
}

static void changed_settings_are_noticed(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "stty raw -echo");
    pty_wait(pty);
    assert_false(pty_termios_restored(pty));
    start_shell(pty, "s=$(stty -g); stty raw -echo; stty $s");
    pty_wait(pty);
    assert_true(pty_termios_restored(pty));
}

static void a_hang_up_ends_what_reads_the_terminal(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "exec cat");
    pty_settle(pty);
    pty_hang_up(pty);
    assert_true(WIFEXITED(pty_wait(pty)));
    assert_in_range(pty_cpu(pty), 0, 50000);
}

static void the_log_counts_from_the_mark(void **state)
{
    struct pty *pty = *state;
    start_shell(pty, "stty -echo; echo first; while read x; do printf '\\033[1m%s' $x; done");
    pty_settle(pty);
    assert_true(pty_saw(pty, "first"));
    pty_mark(pty);
    assert_int_equal(pty_bytes(pty), 0);
    pty_keys(pty, "abc\n");
    assert_int_equal(pty_bytes(pty), strlen("\033[1mabc"));
    assert_string_equal(pty_log(pty), "\033[1mabc");
    assert_false(pty_saw(pty, "first"));
}

/* A machine that has much to do may let the work begin late. */
static void waking_without_writing_is_not_idle(void **state)
{
    struct pty *pty = *state;
    bool is_idle = true;
    start_shell(pty, "exec cat");
    pty_settle(pty);
    assert_true(pty_stays_idle(pty, 200));
    start_shell(pty, "stty -echo; while read x; do i=0;"
                     " while [ $i -lt 50000 ]; do i=$((i+1)); done; done");
    pty_settle(pty);
    pty_send(pty, "work\n");
    for (int i = 0; i < 20 && is_idle; i++)
        is_idle = pty_stays_idle(pty, 500);
    assert_false(is_idle);
    assert_int_equal(pty_bytes(pty), 0);
}

static void many_keys_in_one_write_all_arrive_before_it_settles(void **state)
{
    struct pty *pty = *state;
    char keys[3001];
    memset(keys, 'k', sizeof keys - 1);
    keys[sizeof keys - 1] = '\0';
    start_shell(pty, "stty raw -echo; exec cat");
    pty_settle(pty);
    for (int i = 0; i < 10; i++) {
        pty_mark(pty);
        pty_keys(pty, keys);
        assert_int_equal(pty_bytes(pty), 3000);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(settling_waits_for_a_program_that_is_busy_first),
        TEST(cells_carry_text_and_attributes),
        TEST(the_end_of_a_program_is_reported),
        TEST(a_stopped_program_goes_on),
        TEST(the_program_sees_a_new_size),
        TEST(a_size_that_changes_while_a_program_scrolls_is_survived),
        TEST(changed_settings_are_noticed),
        TEST(a_hang_up_ends_what_reads_the_terminal),
        TEST(the_log_counts_from_the_mark),
        TEST(waking_without_writing_is_not_idle),
        TEST(many_keys_in_one_write_all_arrive_before_it_settles),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("harness", tests, NULL, NULL);
}
