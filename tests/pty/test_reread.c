/* A file that is saved while it is shown. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#define HEAD                                                                                   \
    "%rec: Timeline\n\nTitle_vi: Thử\nTitle_en: Test\nLanguages: vi en\nDate: 1930/1960\n\n" \
    "%rec: Source\n\nId: x\nTitle: X\n\n%rec: Event\n\n"
#define EVENT(id, date, title, more)                                         \
    "Id: " id "\nDate: " date "\nTitle_vi: " title "\nTitle_en: " title "\n" \
    "Text_vi: " title "\nText_en: " title "\nSource: x\n" more "\n"
#define A EVENT("a", "1930", "Alpha", "")
#define B EVENT("b", "1940", "Beta", "")
#define C EVENT("c", "1950", "Gamma", "")

/* Opens a file of Alpha and Gamma, the second selected. */
static void open_two(struct stage *stage)
{
    stage_open(stage, SHOW(.file = stage_write(stage, "t.rec", HEAD A C)));
    pty_keys(stage->pty, "j");
    pty_check(stage->pty, stage_position(stage) == 2 && stage_total(stage) == 2);
}

/* Puts a new file in place of the old one, as most editors do. */
static void replace(struct stage *stage, const char *text)
{
    char place[128];
    snprintf(place, sizeof place, "%s", stage_path(stage, "t.rec"));
    const char *fresh = stage_write(stage, "new.rec", text);
    assert_int_equal(rename(fresh, place), 0);
}

static void a_file_put_in_its_place_is_read_and_the_selection_stays(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    replace(stage, HEAD A B C);
    pty_await(stage->pty, "read again, events: 3");
    pty_check(stage->pty, stage_position(stage) == 3 && stage_total(stage) == 3);
    pty_keys(stage->pty, "k");
    pty_check(stage->pty, pty_shows(stage->pty, "Beta") && stage_position(stage) == 2);
    stage_quit(stage);
}

static void a_file_written_in_place_is_read_too(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    stage_write(stage, "t.rec", HEAD A B C);
    pty_await(stage->pty, "read again, events: 3");
    pty_check(stage->pty, stage_position(stage) == 3);
    stage_quit(stage);
}

static void an_event_that_is_gone_leaves_its_day(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    pty_keys(stage->pty, "g");
    replace(stage, HEAD B C);
    pty_await(stage->pty, "read again, events: 2");
    pty_check(stage->pty, stage_position(stage) == 1);
    stage_quit(stage);
}

static void a_fault_is_told_with_its_line(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    replace(stage, HEAD A B EVENT("d", "never", "Delta", ""));
    pty_await(stage->pty, "t.rec:32:7: error:");
    pty_check(stage->pty, stage_total(stage) == 2);
    stage_quit(stage);
}

/* The old timeline stays on the screen, and the next good file is read as ever. */
static void a_file_that_cannot_be_read_leaves_the_old_one(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    replace(stage, "");
    pty_await(stage->pty, "error:");
    pty_check(stage->pty, stage_total(stage) == 2 && pty_shows(stage->pty, "Gamma"));
    replace(stage, HEAD);
    pty_await(stage->pty, "no event");
    pty_check(stage->pty, stage_total(stage) == 2 && pty_shows(stage->pty, "Gamma"));
    assert_int_equal(unlink(stage_path(stage, "t.rec")), 0);
    pty_keys(stage->pty, "gj");
    pty_check(stage->pty, stage_position(stage) == 2);
    assert_int_equal(mkdir(stage_path(stage, "t.rec"), 0755), 0);
    pty_keys(stage->pty, "gj");
    pty_check(stage->pty, stage_position(stage) == 2);
    assert_int_equal(rmdir(stage_path(stage, "t.rec")), 0);
    replace(stage, HEAD A B C);
    pty_await(stage->pty, "read again, events: 3");
    stage_quit(stage);
}

static void a_filter_and_a_pane_outlive_the_change(void **state)
{
    struct stage *stage = *state;
    const char *text = HEAD EVENT("a", "1930", "Alpha", "Province: Hue\n")
        EVENT("b", "1940", "Beta", "Province: Vinh\n");
    stage_open(stage, SHOW(.file = stage_write(stage, "t.rec", text), .args = {"--province=Vinh"}));
    pty_check(stage->pty, stage_total(stage) == 1);
    replace(stage, HEAD EVENT("c", "1930", "Alpha", "Province: Vinh\n")
                       EVENT("b", "1940", "Beta", "Province: Vinh\n")
                           EVENT("d", "1941", "Gamma", "Province: Hue\n"));
    pty_await(stage->pty, "read again, events: 3");
    pty_check(stage->pty, stage_total(stage) == 2);
    pty_keys(stage->pty, "p");
    replace(stage, text);
    pty_await(stage->pty, "read again, events: 2");
    pty_keys(stage->pty, "\033");
    pty_check(stage->pty, stage_total(stage) == 1);
    stage_quit(stage);
}

/* While nothing is saved nothing is asked: the program is blocked and writes nothing. */
static void waiting_for_a_change_costs_nothing(void **state)
{
    struct stage *stage = *state;
    open_two(stage);
    pty_check(stage->pty, pty_stays_idle(stage->pty, 1500));
    stage_quit(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_file_put_in_its_place_is_read_and_the_selection_stays),
        STAGE_TEST(a_file_written_in_place_is_read_too),
        STAGE_TEST(an_event_that_is_gone_leaves_its_day),
        STAGE_TEST(a_fault_is_told_with_its_line),
        STAGE_TEST(a_file_that_cannot_be_read_leaves_the_old_one),
        STAGE_TEST(a_filter_and_a_pane_outlive_the_change),
        STAGE_TEST(waiting_for_a_change_costs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
