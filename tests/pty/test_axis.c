/* From centuries to one day and back, in the program itself. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct step {
    const char *keys;
    int row;
    const char *text; /* that the row then holds */
};

/* What every terminal shows alike: words and numbers without accents. */
static const struct step steps[] = {
    {":1954-05-07\r", 23, "1954-05-07"},
    {"----", 2, "19th century (1800"},
    {"", 3, "> the 20th century (1900"},
    {"+", 23, "1954-05-07"},
    {"++", 23, "1954-05-07"},
    {"+", 23, "1954-05-07"},
    {"a", 5, "167 years"},
    {"", 4, "1900"},
    {"+++++", 5, "16 years"},
    {"", 4, "1950"},
    {"+++++++++", 5, "3 months"},
    {"", 4, "Apr 1954"},
    {"++++++++++++", 5, "1 day"},
    {"", 4, "7 May 1954"},
    {"", 22, "7 May 1954"},
    {"----", 5, "7 days"},
    {"\006", 5, "7 days"}, /* a screen on */
    {"0", 5, "167 years"},
    {"v", 23, "lanes: subjects"},
    {"z", 23, "gaps squeezed"},
    {"zvv", 23, "lanes: provinces"},
    {"q:1954-05-07\r", 23, "1954-05-07"},
};

static void walk(struct stage *stage)
{
    for (size_t i = 0; i < COUNT(steps); i++) {
        if (steps[i].keys[0])
            pty_keys(stage->pty, steps[i].keys);
        const char *row = pty_row(stage->pty, steps[i].row);
        if (!strstr(row, steps[i].text))
            fprintf(stderr, "step %zu: no `%s` in |%s|\n", i, steps[i].text, row);
        pty_check(stage->pty, strstr(row, steps[i].text) != NULL);
    }
}

static void walk_in(struct stage *stage, const char *term, const char *ascii)
{
    stage_open(stage, SHOW(.term = term, .args = {ascii}));
    char *before = pty_frame(stage->pty);
    walk(stage);
    pty_keys(stage->pty, "g");
    stage_same_frame(before, pty_frame(stage->pty));
    stage_quit(stage);
}

static void it_leads_from_centuries_to_a_day_and_back(void **state)
{
    walk_in(*state, "xterm-256color", NULL);
}

static void so_it_does_on_a_vt100(void **state)
{
    walk_in(*state, "vt100", NULL);
}

static void so_it_does_in_ascii(void **state)
{
    walk_in(*state, "xterm-256color", "--ascii");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(it_leads_from_centuries_to_a_day_and_back),
        STAGE_TEST(so_it_does_on_a_vt100),
        STAGE_TEST(so_it_does_in_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
