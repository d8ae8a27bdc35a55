/* From the first frame to the last byte: starting, quitting, dying, stopping. */

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

static void the_shipped_timeline_opens_with_its_title_in_row_0(void **state)
{
    struct stage *stage = *state;
    char title[64];
    stage_title("en", title);
    stage_open(stage, SHOW(0));
    pty_check(stage->pty, strstr(pty_row(stage->pty, 0), title));
    pty_check(stage->pty, stage_total(stage) >= 60);
    pty_check(stage->pty, stage_position(stage) >= 1);
    pty_check(stage->pty, stage_selected(stage) > 0);
}

static void check_modes(struct pty *pty)
{
    pty_check(pty, pty_saw(pty, "\033[?1049l"));
    pty_check(pty, pty_saw(pty, "\033[?1l"));
    pty_check(pty, pty_saw(pty, "\033[?2004l"));
    pty_check(pty, pty_termios_restored(pty));
    pty_check(pty, pty_cursor(pty).visible && !pty_cursor(pty).alternate_screen);
}

/* An xterm is given back as it was: main screen, a visible cursor, cursor keys as usual, no
 * bracketed paste, and what the shell writes next is plain. */
static void check_restored(struct pty *pty)
{
    check_modes(pty);
    pty_scribble(pty, "\rX");
    int x = pty_cursor(pty).x - 1, y = pty_cursor(pty).y;
    struct pty_cell cell = pty_cell(pty, x, y);
    pty_check(pty, !cell.bold && !cell.reverse && !cell.underline && !cell.coloured);
}

/* The screen may be in any state when a signal comes, so then nothing is left to chance. */
static void check_restored_blindly(struct pty *pty)
{
    pty_check(pty, pty_saw(pty, "\033[?25h"));
    pty_check(pty, pty_saw(pty, "\033[m") || pty_saw(pty, "\033[0m"));
    check_restored(pty);
}

static void leaving_restores_the_terminal(struct stage *stage, const char *keys)
{
    stage_open(stage, SHOW(0));
    pty_check(stage->pty, pty_saw(stage->pty, "\033[?2004h"));
    pty_mark(stage->pty);
    pty_send(stage->pty, keys);
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, WIFEXITED(status) && WEXITSTATUS(status) == 0);
    check_restored(stage->pty);
}

static void q_leaves_with_status_0_and_restores_the_terminal(void **state)
{
    leaving_restores_the_terminal(*state, "q");
}

static void capital_q_and_control_c_leave_from_anywhere(void **state)
{
    leaving_restores_the_terminal(*state, "Q");
    leaving_restores_the_terminal(*state, "\r?Q");
    leaving_restores_the_terminal(*state, "\003");
    leaving_restores_the_terminal(*state, "/gao\003\003"); /* the first may only close the prompt */
}

static void a_deadly_signal_is_passed_on_and_the_terminal_restored(void **state)
{
    static const int signals[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGABRT,
                                  SIGSEGV, SIGBUS,  SIGFPE, SIGILL};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        stage_open(stage, SHOW(0));
        pty_mark(stage->pty);
        pty_signal(stage->pty, signals[i]);
        int status = pty_wait(stage->pty);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != signals[i])
            fprintf(stderr, "signal %s\n", strsignal(signals[i]));
        pty_check(stage->pty, WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
        check_restored_blindly(stage->pty);
    }
}

/* While it is stopped the shell writes over the screen; going on, all of it is drawn again. */
static void stop_and_go_on(struct stage *stage)
{
    struct pty *pty = stage->pty;
    char *frame = pty_frame(pty);
    pty_mark(pty);
    pty_send(pty, "\032");
    pty_wait_stopped(pty);
    check_restored(pty);
    pty_scribble(pty, "\033[2J\033[H$ ls\r\nsome files\r\n$ fg\r\n");
    pty_signal(pty, SIGCONT);
    pty_settle(pty);
    pty_check(pty, pty_cursor(pty).alternate_screen && !pty_termios_restored(pty));
    stage_same_frame(frame, pty_frame(pty));
}

static void control_z_stops_and_going_on_repaints_the_same_place_twice(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    pty_keys(stage->pty, "jjj");
    stop_and_go_on(stage);
    stop_and_go_on(stage);
    pty_keys(stage->pty, "j");
    stage_selected(stage);
    stage_quit(stage);
}

static void sigtstp_from_outside_stops_it_like_control_z(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    char *frame = pty_frame(stage->pty);
    pty_mark(stage->pty);
    pty_signal(stage->pty, SIGTSTP);
    pty_wait_stopped(stage->pty);
    check_restored(stage->pty);
    pty_signal(stage->pty, SIGCONT);
    pty_settle(stage->pty);
    stage_same_frame(frame, pty_frame(stage->pty));
    stage_quit(stage);
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* What the end costs anyway: little, but a sanitizer looks for leaks then. */
static long cost_of_leaving(struct stage *stage)
{
    stage_open(stage, SHOW(0));
    long before = pty_cpu(stage->pty);
    stage_quit(stage);
    return pty_cpu(stage->pty) - before;
}

static void a_lost_terminal_ends_it_within_a_second_without_spinning(void **state)
{
    static const char *const places[] = {"", "/ab", "\r", "?"};
    struct stage *stage = *state;
    long allowed = 50000 + cost_of_leaving(stage);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        stage_open(stage, SHOW(.ignore_hangup = true));
        pty_keys(stage->pty, places[i]);
        long cpu = pty_cpu(stage->pty);
        long long start = now_ms();
        pty_hang_up(stage->pty);
        pty_wait(stage->pty);
        pty_check(stage->pty, now_ms() - start < 1000);
        pty_check(stage->pty, pty_cpu(stage->pty) - cpu < allowed);
    }
}

static int count_entries(const char *path)
{
    int count = 0;
    DIR *folder = opendir(path);
    while (folder && readdir(folder))
        count++;
    if (folder)
        closedir(folder);
    return count;
}

static void a_fresh_home_stays_empty(void **state)
{
    struct stage *stage = *state;
    const char *home = stage_path(stage, "home");
    mkdir(home, 0700);
    stage_open(stage, SHOW(.home = home));
    pty_keys(stage->pty, "jj/gao\r");
    pty_keys(stage->pty, ":1954\r");
    stage_quit(stage);
    assert_int_equal(count_entries(home), 2); /* . and .. */
}

static void the_mouse_stays_with_the_terminal(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(0));
    stage_quit(stage);
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[?1000h"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[?1002h"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[?1003h"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[?1006h"));
}

/* With --mouse it is asked for after the first page, used, and given back. */
static void the_mouse_is_taken_when_asked_for(void **state)
{
    struct stage *stage = *state;
    const char *path = stage_write_events(stage, 300);
    stage_open(stage, SHOW(.file = path, .args = {"--mouse"}));
    pty_check(stage->pty, pty_saw(stage->pty, "\033[?1000h"));
    pty_check(stage->pty, pty_saw(stage->pty, "\033[?1006h"));
    pty_check(stage->pty, !pty_saw(stage->pty, "\033[?1000l"));
    int before = stage_selected(stage);
    char press[32];
    snprintf(press, sizeof press, "\033[<0;20;%dM", before + 4); /* rows count from 1 there */
    pty_keys(stage->pty, press);
    assert_int_equal(stage_selected(stage), before + 3);
    int row = stage_position(stage);
    pty_keys(stage->pty, "\033[<0;20;12m"); /* let go */
    pty_keys(stage->pty, "\033[<2;20;12M"); /* another button */
    pty_keys(stage->pty, "\033[<0;;M");
    pty_keys(stage->pty, "\033[<0;99999999999;1M");
    assert_int_equal(stage_position(stage), row);
    pty_keys(stage->pty, "\033[<65;20;12M");
    assert_int_equal(stage_position(stage), row + 3);
    pty_keys(stage->pty, "\033[<64;20;12M");
    assert_int_equal(stage_position(stage), row);
    pty_keys(stage->pty, "\033[<0;74;2M"); /* the last columns of the strip */
    pty_check(stage->pty, stage_position(stage) > 280);
    stage_quit(stage);
    pty_check(stage->pty, pty_saw(stage->pty, "\033[?1000l"));
    pty_check(stage->pty, pty_saw(stage->pty, "\033[?1006l"));
}

/* A mapped file that becomes shorter raises SIGBUS where it was read; what is gone is empty, and
 * the reader goes on. */
static void a_file_emptied_while_open_does_not_end_it(void **state)
{
    struct stage *stage = *state;
    const char *file = stage_write_events(stage, 2000);
    stage_open(stage, SHOW(.file = file));
    pty_check(stage->pty, truncate(file, 0) == 0);
    pty_keys(stage->pty, "G");
    pty_keys(stage->pty, "g");
    pty_keys(stage->pty, "/x\r");
    pty_check(stage->pty, pty_alive(stage->pty));
    stage_quit(stage);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(the_shipped_timeline_opens_with_its_title_in_row_0),
        STAGE_TEST(q_leaves_with_status_0_and_restores_the_terminal),
        STAGE_TEST(capital_q_and_control_c_leave_from_anywhere),
        STAGE_TEST(a_deadly_signal_is_passed_on_and_the_terminal_restored),
        STAGE_TEST(control_z_stops_and_going_on_repaints_the_same_place_twice),
        STAGE_TEST(sigtstp_from_outside_stops_it_like_control_z),
        STAGE_TEST(a_lost_terminal_ends_it_within_a_second_without_spinning),
        STAGE_TEST(a_fresh_home_stays_empty),
        STAGE_TEST(the_mouse_stays_with_the_terminal),
        STAGE_TEST(the_mouse_is_taken_when_asked_for),
        STAGE_TEST(a_file_emptied_while_open_does_not_end_it),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("life", tests, NULL, NULL);
}
