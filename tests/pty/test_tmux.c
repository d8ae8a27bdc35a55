/* A second emulator: in tmux the program shows the same as in libvterm, whatever the terminal is
 * called, the locale and the size. $MATRIX=all takes every combination, otherwise each value with
 * the usual others. Skipped where there is no tmux. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "stage.h"

#define COUNT(array)  (sizeof(array) / sizeof *(array))
#define DEADLINE_TICK 1000
#define TICK_NS       10000000L

static const char *const terms[] = {"xterm-256color", "tmux-256color", "screen", "linux",
                                    "vt100",          "vt220",         "putty",  "xterm-mono",
                                    "xterm-ghostty",  "dumb",          ""};
static const char *const langs[] = {"C.UTF-8",     "C",           "vi_VN.UTF-8",
                                    "xx_XX.bogus", "en_US.UTF-8", "UTF-8"};
static const struct {
    int cols, rows;
} sizes[] = {{80, 24}, {1, 1}, {40, 8}, {132, 43}, {500, 200}};
static const char *const colours[] = {"COLOUR=", "NO_COLOR=1"};

/* Runs a command of tmux; `%s` in `format` are words. Says whether it succeeded. */
static bool tmux(const struct stage *stage, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool tmux(const struct stage *stage, const char *format, ...)
{
    char command[1024];
    va_list words;
    int size = snprintf(command, sizeof command, "tmux -u -S %s/tmux -f %s/tmux.conf ",
                        stage->folder, stage->folder);
    va_start(words, format);
    vsnprintf(command + size, sizeof command - (size_t)size, format, words);
    va_end(words);
    return system(command) == 0;
}

/* Says whether tmux shows what libvterm shows. */
static bool shows_the_same(struct stage *stage, bool tell)
{
    char path[256], line[8192];
    bool same = true;
    snprintf(path, sizeof path, "%s/pane", stage->folder);
    if (!tmux(stage, "capture-pane -p >%s", path))
        return false;
    FILE *pane = fopen(path, "r");
    assert_non_null(pane);
    for (int y = 0; y < pty_rows(stage->pty); y++) {
        const char *row = pty_row(stage->pty, y);
        bool has_line = fgets(line, sizeof line, pane) != NULL;
        line[has_line ? strcspn(line, "\n") : 0] = '\0';
        same = same && strcmp(line, row) == 0;
        if (tell && strcmp(line, row) != 0)
            fprintf(stderr, "row %d in tmux:    %s\nrow %d in libvterm: %s\n", y, line, y, row);
    }
    fclose(pane);
    return same;
}

static void compare(struct stage *stage, const struct show *show, const char *where)
{
    const struct timespec tick = {0, TICK_NS};
    for (int i = 0; i < DEADLINE_TICK; i++) {
        if (shows_the_same(stage, false))
            return;
        nanosleep(&tick, NULL);
    }
    shows_the_same(stage, true);
    fail_msg("%s: TERM=%s LANG=%s %s %dx%d differs", where, show->term, show->lang, show->env[0],
             show->cols, show->rows);
}

static void start_in_tmux(struct stage *stage, const struct show *show)
{
    const char *program = getenv("DBP_TIMELINE");
    assert_true(tmux(stage,
                     "new-session -d -x %d -y %d 'exec env -i TERM=%s LANG=%s %s HOME=/nonexistent "
                     "%s " STAGE_SHIPPED "'",
                     show->cols, show->rows, show->term, show->lang, show->env[0],
                     program ? program : "build/dbp-timeline"));
}

static void check_one(struct stage *stage, const struct show *show)
{
    static const char *const keys[] = {"j", "G", "a"};
    stage_open(stage, show);
    start_in_tmux(stage, show);
    compare(stage, show, "at first");
    for (size_t i = 0; i < COUNT(keys); i++) {
        pty_keys(stage->pty, keys[i]);
        assert_true(tmux(stage, "send-keys %s", keys[i]));
        compare(stage, show, keys[i]);
    }
    assert_true(tmux(stage, "kill-session"));
    pty_send(stage->pty, "\003");
    pty_wait(stage->pty);
}

/* One column is too few to compare where lines are printed, as it shows nothing that could be
 * waited for, and where curses cannot keep the last column from wrapping: it writes there by
 * inserting in front of it. */
static bool is_too_narrow(const char *term, int cols)
{
    return cols == 1 && (!*term || strcmp(term, "dumb") == 0 || strcmp(term, "xterm-mono") == 0);
}

static void tmux_shows_the_same(void **state)
{
    struct stage *stage = *state;
    const char *matrix = getenv("MATRIX");
    size_t compared = 0;
    bool all = matrix && strcmp(matrix, "all") == 0;
    if (system("command -v tmux >/dev/null") != 0)
        skip();
    stage_write(stage, "tmux.conf",
                "set -g status off\nset -g escape-time 0\nset -g exit-empty off\n");
    for (size_t i = 0; i < COUNT(terms) * COUNT(langs) * COUNT(sizes) * COUNT(colours); i++) {
        size_t t = i % COUNT(terms), l = i / COUNT(terms) % COUNT(langs);
        size_t s = i / COUNT(terms) / COUNT(langs) % COUNT(sizes);
        size_t c = i / COUNT(terms) / COUNT(langs) / COUNT(sizes);
        if (is_too_narrow(terms[t], sizes[s].cols))
            continue;
        if (!all && (t > 0) + (l > 0) + (s > 0) + (c > 0) > 1)
            continue;
        check_one(stage, SHOW(.term = terms[t], .lang = langs[l], .env = {colours[c]},
                              .cols = sizes[s].cols, .rows = sizes[s].rows));
        compared++;
    }
    assert_true(tmux(stage, "kill-server"));
    printf("%zu combinations show the same\n", compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {STAGE_TEST(tmux_shows_the_same)};
    return cmocka_run_group_tests_name("tmux", tests, NULL, NULL);
}
