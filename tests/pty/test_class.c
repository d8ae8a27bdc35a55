/* A class: one leads, others follow, each in a terminal of its own. */

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
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#define PUPILS 3

struct class {
    struct stage *leader;
    struct stage *pupils[PUPILS];
    char path[128]; /* of the leader's file */
    char lead[160]; /* the options */
    char follow[160];
};

static int set_up(void **state)
{
    struct class *class = calloc(1, sizeof *class);
    void *stage;
    if (stage_set_up(&stage) != 0)
        return -1;
    class->leader = stage;
    for (int i = 0; i < PUPILS; i++) {
        if (stage_set_up(&stage) != 0)
            return -1;
        class->pupils[i] = stage;
    }
    snprintf(class->path, sizeof class->path, "%s", stage_path(class->leader, "class"));
    snprintf(class->lead, sizeof class->lead, "--lead=%s", class->path);
    snprintf(class->follow, sizeof class->follow, "--follow=%s", class->path);
    *state = class;
    return 0;
}

static int tear_down(void **state)
{
    struct class *class = *state;
    void *stage = class->leader;
    int status = stage_tear_down(&stage);
    for (int i = 0; i < PUPILS; i++) {
        stage = class->pupils[i];
        status |= stage_tear_down(&stage);
    }
    free(class);
    return status;
}

static void open_class(struct class *class)
{
    stage_open(class->leader, SHOW(.args = {class->lead, "--lang=vi"}, .cols = 100, .rows = 30));
    stage_open(class->pupils[0], SHOW(.args = {class->follow}));
    stage_open(class->pupils[1], SHOW(.args = {class->follow}, .cols = 132, .rows = 43));
    stage_open(class->pupils[2], SHOW(.file = "", .args = {class->follow, "-r"}, .term = "vt100"));
}

/* The beginning of the footer: position, total, date. */
static void position(struct stage *stage, char text[64])
{
    snprintf(text, 64, "%d/%d  ", stage_position(stage), stage_total(stage));
}

static void check_all_with_leader(struct class *class)
{
    char where[64];
    position(class->leader, where);
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, where);
}

static void pupils_go_where_the_leader_goes(void **state)
{
    struct class *class = *state;
    open_class(class);
    check_all_with_leader(class);
    static const char *const walks[] = {"jjj", "G", "\002", ":1954-05-07\r", "pdien bien\r", "x"};
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        pty_keys(class->leader->pty, walks[i]);
        check_all_with_leader(class);
    }
    pty_keys(class->leader->pty, "a");
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "167 years");
    pty_keys(class->leader->pty, "qm");
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "Hoàng Sa");
    pty_keys(class->leader->pty, "qs");
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "221 sources");
    pty_keys(class->leader->pty, "\033");
    for (int i = 0; i < PUPILS; i++) {
        pty_await(class->pupils[i]->pty, "a axis");
        stage_quit(class->pupils[i]);
    }
    stage_quit(class->leader);
}

/* A lesson that the leader holds is held for the pupils too, in their own languages. */
static void pupils_walk_the_lesson_with_the_leader(void **state)
{
    struct class *class = *state;
    open_class(class);
    check_all_with_leader(class);
    pty_keys(class->leader->pty, "t\r  ");
    pty_await(class->leader->pty, "chặng 3/14");
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "stop 3 of 14");
    pty_await(class->pupils[1]->pty, "by what road");
    pty_keys(class->leader->pty, "b");
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "stop 2 of 14");
    pty_keys(class->pupils[0]->pty, " ");
    pty_await(class->pupils[0]->pty, "stop 3 of 14 · away");
    pty_keys(class->leader->pty, "b");
    pty_await(class->pupils[1]->pty, "stop 1 of 14");
    pty_check(class->pupils[0]->pty, pty_shows(class->pupils[0]->pty, "stop 3 of 14"));
    pty_keys(class->pupils[0]->pty, ".");
    pty_await(class->pupils[0]->pty, "stop 1 of 14 · following");
    pty_keys(class->leader->pty, "q");
    check_all_with_leader(class);
    stage_quit(class->leader);
}

static void a_pupil_breaks_away_and_comes_back(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    char where[64];
    open_class(class);
    pty_await(pupil->pty, "following");
    pty_keys(pupil->pty, "L");
    pty_await(pupil->pty, "đang theo");
    pty_keys(pupil->pty, "Ljj");
    pty_await(pupil->pty, "away; . follows again");
    pty_keys(class->leader->pty, "G");
    position(class->leader, where);
    pty_await(class->pupils[1]->pty, where);
    pty_settle(pupil->pty);
    pty_check(pupil->pty, stage_position(pupil) == 3);
    pty_keys(pupil->pty, ".");
    pty_await(pupil->pty, where);
    pty_await(pupil->pty, "following");
    stage_quit(class->leader);
}

static void a_leader_who_leaves_or_is_killed_is_missed(void **state)
{
    struct class *class = *state;
    open_class(class);
    stage_quit(class->leader);
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "the leader has left");
    stage_open(class->leader, SHOW(.args = {class->lead}));
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "following");
    pty_signal(class->leader->pty, SIGKILL);
    pty_wait(class->leader->pty);
    for (int i = 0; i < PUPILS; i++)
        pty_await(class->pupils[i]->pty, "the leader has left");
    for (int i = 0; i < PUPILS; i++)
        stage_quit(class->pupils[i]);
}

/* A lesson has no header. */
static void in_a_lesson_the_last_row_tells_once_who_leads_and_that_he_has_left(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    stage_open(class->leader, SHOW(.args = {class->lead, "--lang=vi"}));
    stage_open(pupil, SHOW(.args = {class->follow}));
    pty_keys(class->leader->pty, "t");
    pty_keys(class->leader->pty, "\r");
    pty_keys(class->leader->pty, "  ");
    pty_check(class->leader->pty, strstr(pty_row(class->leader->pty, 23), "· đang dẫn "));
    pty_await(pupil->pty, "stop 3 of ");
    pty_check(pupil->pty, strstr(pty_row(pupil->pty, 23), "· following "));
    pty_signal(class->leader->pty, SIGKILL);
    pty_await(pupil->pty, "the leader has left");
    pty_check(pupil->pty, !strstr(pty_row(pupil->pty, 23), "· the leader has left"));
    pty_keys(pupil->pty, "?");
    pty_keys(pupil->pty, "?");
    pty_check(pupil->pty, strstr(pty_row(pupil->pty, 23), "· the leader has left"));
    pty_keys(pupil->pty, "q");
    stage_quit(pupil);
}

static void a_pupil_waits_for_a_leader(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    stage_open(pupil, SHOW(.args = {class->follow}));
    pty_check(pupil->pty, pty_shows(pupil->pty, "waiting for the leader"));
    stage_open(class->leader, SHOW(.args = {class->lead}));
    pty_await(pupil->pty, "following");
    pty_check(pupil->pty, pty_stays_idle(pupil->pty, 3000));
    stage_quit(class->leader);
}

static void in_plain_mode_one_leads_and_another_follows(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    stage_open(class->leader, SHOW(.args = {class->lead, "--plain"}));
    stage_open(pupil, SHOW(.args = {class->follow, "--plain"}));
    pty_keys(class->leader->pty, "last\n");
    pty_await(pupil->pty, "412");
    pty_send(class->leader->pty, "quit\n");
    pty_wait(class->leader->pty);
    stage_open(class->leader, SHOW(.args = {class->lead}));
    pty_keys(class->leader->pty, ":1954-05-07\r");
    pty_await(pupil->pty, "7 May");
    pty_signal(class->leader->pty, SIGKILL);
    pty_wait(class->leader->pty);
    pty_await(pupil->pty, "the leader has left");
}

static void one_file_has_one_leader(void **state)
{
    struct class *class = *state;
    struct stage *second = class->pupils[0];
    stage_open(class->leader, SHOW(.args = {class->lead}));
    stage_start(second, SHOW(.args = {class->lead}));
    int status = pty_wait(second->pty);
    pty_check(second->pty, WIFEXITED(status) && WEXITSTATUS(status) == 1);
    pty_check(second->pty, pty_saw(second->pty, "another session leads"));
    stage_quit(class->leader);
    stage_start(second, SHOW(.file = "", .args = {class->lead, "-r"}));
    status = pty_wait(second->pty);
    pty_check(second->pty, WIFEXITED(status) && WEXITSTATUS(status) == 1);
    pty_check(second->pty, pty_saw(second->pty, "restricted: no file is written"));
}

/* Whatever stands where the leader's file should be, a pupil goes on as if there were none. */
static void what_no_leader_wrote_is_ignored(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    static const char *const texts[] = {
        "",
        "\033[2J\033]0;x\007\n",
        "dbp-timeline 1 leader=1 event=\033[2J number=0 level=4 pane=timeline read=0 from=0 to=0 "
        "all_of=0 lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=1 event=nobody number=999999 level=9 pane=nowhere read=0 "
        "from=2147483647 to=-2147483648 all_of=1 lesson= stop=7 units=no-such-unit "
        "picks=9.x,0.%C2%9B2J,x\n",
    };
    stage_write(class->leader, "class", texts[0]);
    stage_open(pupil, SHOW(.args = {class->follow}));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        stage_write(class->leader, "new", texts[i]);
        assert_int_equal(rename(stage_path(class->leader, "new"), class->path), 0);
        pty_settle(pupil->pty);
        pty_check(pupil->pty, !pty_saw(pupil->pty, "\033[2J\033]"));
    }
    pty_keys(pupil->pty, "xxxxjjk");
    pty_check(pupil->pty, stage_selected(pupil) > 0);
    assert_int_equal(unlink(class->path), 0);
    assert_int_equal(mkfifo(class->path, 0600), 0);
    pty_keys(pupil->pty, ".");
    stage_quit(pupil);
    stage_open(pupil, SHOW(.args = {class->follow}));
    stage_quit(pupil);
}

/* The new file that a leader writes first may have been left behind by one who was killed, or be a
 * trap: whatever stands there is taken away, and never written to. */
static void what_stands_where_the_new_file_is_written_is_taken_away(void **state)
{
    struct class *class = *state;
    char prey[192], fresh[192];
    snprintf(prey, sizeof prey, "%s", stage_write(class->leader, "prey", "mine"));
    snprintf(fresh, sizeof fresh, "%s", stage_path(class->leader, "class.new"));
    stage_write(class->leader, "class.new", "dbp-timeline 1 leader=");
    stage_open(class->leader, SHOW(.args = {class->lead}));
    assert_int_equal(symlink(prey, fresh), 0);
    pty_keys(class->leader->pty, "G");
    char *line = stage_read(class->path), *text = stage_read(prey);
    assert_non_null(strstr(line, "number=411"));
    assert_string_equal(text, "mine");
    assert_int_equal(access(fresh, F_OK), -1);
    free(line);
    free(text);
    assert_int_equal(mkdir(fresh, 0700), 0);
    pty_keys(class->leader->pty, "g");
    pty_await(class->leader->pty, "followers do not see this");
    assert_int_equal(rmdir(fresh), 0);
    pty_keys(class->leader->pty, "jj");
    line = stage_read(class->path);
    assert_non_null(strstr(line, "number=2"));
    free(line);
    stage_quit(class->leader);
}

/* The folder may be reached by a link. A link in place of the file gives way to a file, so nothing
 * elsewhere is written; a pupil sees nothing through one. */
static void links_to_the_folder_are_good_and_links_to_files_are_not(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    char prey[192], link[192], lead[320], follow[320], through[192];
    snprintf(prey, sizeof prey, "%s", stage_write(class->leader, "prey", "mine"));
    snprintf(link, sizeof link, "%s", stage_path(pupil, "folder"));
    snprintf(lead, sizeof lead, "--lead=%s/class", link);
    snprintf(through, sizeof through, "%s", stage_path(pupil, "link"));
    snprintf(follow, sizeof follow, "--follow=%s", through);
    assert_int_equal(symlink(class->leader->folder, link), 0);
    assert_int_equal(symlink(prey, class->path), 0);
    assert_int_equal(symlink(class->path, through), 0);
    stage_open(class->leader, SHOW(.args = {lead}));
    snprintf(lead, sizeof lead, "--follow=%s/class", link);
    stage_open(pupil, SHOW(.args = {lead}));
    stage_open(class->pupils[1], SHOW(.args = {follow}));
    pty_keys(class->leader->pty, "jjj");
    pty_await(pupil->pty, "4/412");
    char *text = stage_read(prey);
    assert_string_equal(text, "mine");
    free(text);
    pty_settle(class->pupils[1]->pty);
    pty_check(class->pupils[1]->pty, pty_shows(class->pupils[1]->pty, "waiting for the leader"));
    stage_quit(class->leader);
    stage_quit(pupil);
    stage_quit(class->pupils[1]);
}

static void a_folder_taken_away_ends_neither_leader_nor_pupil(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    char folder[192], lead[340], follow[340], file[320];
    snprintf(folder, sizeof folder, "%s", stage_path(class->leader, "desk"));
    snprintf(file, sizeof file, "%s/class", folder);
    snprintf(lead, sizeof lead, "--lead=%s", file);
    snprintf(follow, sizeof follow, "--follow=%s", file);
    assert_int_equal(mkdir(folder, 0700), 0);
    stage_open(class->leader, SHOW(.args = {lead}));
    stage_open(pupil, SHOW(.args = {follow}));
    pty_await(pupil->pty, "following");
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(folder), 0);
    pty_keys(class->leader->pty, "j");
    pty_await(class->leader->pty, "followers do not see this: No such file");
    pty_settle(pupil->pty); /* it hears of the folder's going */
    pty_check(pupil->pty, pty_stays_idle(pupil->pty, 500) && stage_position(pupil) == 1);
    stage_quit(class->leader);
    pty_await(pupil->pty, "the leader has left");
    stage_quit(pupil);
}

/* Needs a file system of one page, which only root can make. */
static void a_full_disk_is_told_and_the_old_line_stays(void **state)
{
    struct class *class = *state;
    char folder[192], lead[320], fill[320];
    snprintf(folder, sizeof folder, "%s", stage_path(class->leader, "disk"));
    snprintf(lead, sizeof lead, "--lead=%s/class", folder);
    snprintf(fill, sizeof fill, "%s/fill", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    if (mount("none", folder, "tmpfs", 0, "size=8k") != 0) {
        print_message("skipped: no file system can be mounted here\n");
        assert_int_equal(rmdir(folder), 0);
        skip();
    }
    stage_open(class->leader, SHOW(.args = {lead}));
    int file = open(fill, O_WRONLY | O_CREAT, 0600);
    bool filled = write(file, fill, sizeof fill) == (ssize_t)sizeof fill;
    close(file);
    pty_keys(class->leader->pty, "j");
    bool told = pty_shows(class->leader->pty, "followers do not see this: No space");
    unlink(fill);
    pty_keys(class->leader->pty, "j");
    bool goes_on = !pty_shows(class->leader->pty, "followers do not see this");
    pty_signal(class->leader->pty, SIGKILL);
    pty_wait(class->leader->pty);
    assert_int_equal(umount(folder), 0);
    assert_int_equal(rmdir(folder), 0);
    pty_check(class->leader->pty, filled && told && goes_on);
}

/* The pupil's file is older, or younger, than the leader's. */
static void an_event_that_a_pupil_has_not_is_told_and_passed_over(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    char whole[192];
    snprintf(whole, sizeof whole, "%s", stage_write_events(class->leader, 20));
    stage_open(class->leader, SHOW(.file = whole, .args = {class->lead}));
    stage_open(pupil, SHOW(.file = stage_write_events(pupil, 10), .args = {class->follow}));
    pty_keys(class->leader->pty, "jjjjjj");
    pty_await(pupil->pty, "7/10  ");
    pty_keys(class->leader->pty, "G");
    pty_await(pupil->pty, "this timeline lacks the event");
    pty_check(pupil->pty, stage_position(pupil) == 7);
    pty_keys(class->leader->pty, "g");
    pty_await(pupil->pty, "1/10  ");
    pty_check(pupil->pty, !pty_shows(pupil->pty, "lacks"));
    stage_quit(class->leader);
    stage_quit(pupil);
}

#ifndef __SANITIZE_ADDRESS__ /* which keeps more rights */
static void check_confined(struct pty *pty, int file_size)
{
    char line[128];
    snprintf(line, sizeof line, "\n%-26s%-21d%-21d", "Max file size", file_size, file_size);
    pty_check(pty, pty_proc_has(pty, "status", "\nNoNewPrivs:\t1"));
    pty_check(pty, pty_proc_has(pty, "limits", line));
}
#endif

/* What the sandbox holds is told by a session of the same options; then the two, in it, write and
 * read what they have to. */
static void leader_and_restricted_pupils_are_in_the_sandbox(void **state)
{
    struct class *class = *state;
    struct stage *pupil = class->pupils[0];
    int status = stage_print(pupil, SHOW(.file = "", .args = {"-r", "--sandbox-status"}));
    char *report = stage_read(pupil->output);
    bool has_sandbox = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    bool pretends = !has_sandbox && strstr(report, "Permission denied");
    free(report);
    pty_check(pupil->pty, !pretends);
    if (!has_sandbox) {
        print_message("skipped: this kernel has no sandbox\n");
        skip();
    }
    stage_open(class->leader, SHOW(.args = {class->lead}));
    stage_open(pupil, SHOW(.file = "", .args = {"-r", class->follow}));
#ifndef __SANITIZE_ADDRESS__
    check_confined(class->leader->pty, 4096);
    check_confined(pupil->pty, 0);
#endif
    pty_keys(class->leader->pty, "jjjjj");
    pty_await(pupil->pty, "6/412");
    pty_keys(class->leader->pty, "p dien bien\r");
    pty_await(pupil->pty, "1/");
    pty_signal(class->leader->pty, SIGKILL);
    pty_await(pupil->pty, "the leader has left");
    pty_keys(pupil->pty, "j");
    stage_quit(pupil);
    pty_check(pupil->pty, pty_termios_restored(pupil->pty));
}

static void a_leader_who_cannot_write_is_told(void **state)
{
    struct class *class = *state;
    stage_open(class->leader, SHOW(.args = {"--lead=/nonexistent/class"}));
    pty_keys(class->leader->pty, "j");
    pty_await(class->leader->pty, "followers do not see this");
    stage_quit(class->leader);
}

int main(int argc, char **argv)
{
#define CLASS_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CLASS_TEST(pupils_go_where_the_leader_goes),
        CLASS_TEST(pupils_walk_the_lesson_with_the_leader),
        CLASS_TEST(a_pupil_breaks_away_and_comes_back),
        CLASS_TEST(a_leader_who_leaves_or_is_killed_is_missed),
        CLASS_TEST(in_a_lesson_the_last_row_tells_once_who_leads_and_that_he_has_left),
        CLASS_TEST(a_pupil_waits_for_a_leader),
        CLASS_TEST(in_plain_mode_one_leads_and_another_follows),
        CLASS_TEST(one_file_has_one_leader),
        CLASS_TEST(what_no_leader_wrote_is_ignored),
        CLASS_TEST(what_stands_where_the_new_file_is_written_is_taken_away),
        CLASS_TEST(links_to_the_folder_are_good_and_links_to_files_are_not),
        CLASS_TEST(a_folder_taken_away_ends_neither_leader_nor_pupil),
        CLASS_TEST(a_full_disk_is_told_and_the_old_line_stays),
        CLASS_TEST(an_event_that_a_pupil_has_not_is_told_and_passed_over),
        CLASS_TEST(leader_and_restricted_pupils_are_in_the_sandbox),
        CLASS_TEST(a_leader_who_cannot_write_is_told),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("class", tests, NULL, NULL);
}
