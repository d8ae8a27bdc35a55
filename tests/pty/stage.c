#include "stage.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define MAX_ENV     16
#define TITLE_CHARS 8

int stage_set_up(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    const char *base = getenv("TMPDIR");
    stage->pty = pty_new();
    snprintf(stage->folder, sizeof stage->folder, "%.40s/dbp-pty-XXXXXX", base ? base : "/tmp");
    *state = stage;
    return mkdtemp(stage->folder) ? 0 : -1;
}

static void remove_folder(const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char child[512];
        snprintf(child, sizeof child, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (unlink(child) < 0)
            remove_folder(child);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

int stage_tear_down(void **state)
{
    struct stage *stage = *state;
    pty_free(stage->pty);
    remove_folder(stage->folder);
    free(stage);
    return 0;
}

/* Files. */

const char *stage_path(struct stage *stage, const char *name)
{
    snprintf(stage->path, sizeof stage->path, "%s/%s", stage->folder, name);
    return stage->path;
}

const char *stage_write(struct stage *stage, const char *name, const char *text)
{
    FILE *file = fopen(stage_path(stage, name), "w");
    if (!file)
        fail_msg("cannot write %s", stage->path);
    fputs(text, file);
    fclose(file);
    return stage->path;
}

static void print_event(FILE *out, int i)
{
    fprintf(out, "Id: event-%d\nDate: %04d-%02d-%02d\n", i, 1900 + i / 100, 1 + i % 100 / 20,
            1 + i % 20);
    fprintf(out, "Title_vi: Việc thứ %d\nTitle_en: Event number %d\n", i + 1, i + 1);
    fprintf(out, "Text_vi: Chữ của việc thứ %d.\nText_en: Text of event %d.\n", i + 1, i + 1);
    fprintf(out, "Source: book p%d\n\n", i + 1);
}

const char *stage_write_events(struct stage *stage, int count)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "%%rec: Timeline\n\nTitle_vi: Dòng thử\nTitle_en: Test line\nLanguages: vi en\n"
                 "Date: 1900/1999\n\n%%rec: Source\n\nId: book\nTitle: Sách\n\n%%rec: Event\n\n");
    for (int i = 0; i < count; i++)
        print_event(out, i);
    fclose(out);
    stage_write(stage, "events.rec", text);
    free(text);
    return stage->path;
}

char *stage_read(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (int c; (c = fgetc(file)) != EOF;)
        fputc(c, out);
    fclose(out);
    fclose(file);
    return text;
}

/* Starting. */

struct environment {
    const char *vars[MAX_ENV + 1];
    char text[MAX_ENV][512];
    int count;
};

static void add_setting(struct environment *env, const char *setting)
{
    if (env->count == MAX_ENV)
        return;
    snprintf(env->text[env->count], sizeof env->text[0], "%s", setting);
    env->vars[env->count] = env->text[env->count];
    env->count++;
}

static void add_variable(struct environment *env, const char *name, const char *value)
{
    char setting[sizeof env->text[0]];
    if (!value)
        return;
    snprintf(setting, sizeof setting, "%s=%s", name, value);
    add_setting(env, setting);
}

static const char *or_else(const char *given, const char *usual)
{
    return given ? given : usual;
}

/* The program sees nothing of the tester's own environment but what sanitizers and faults need. */
static void fill_environment(struct environment *env, const struct show *show)
{
    static const char *const passed[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH",
                                         "PATH",         "FAULT",         "FAULT_REPORT"};
    add_variable(env, "TERM", or_else(show->term, "xterm-256color"));
    add_variable(env, "LANG", or_else(show->lang, "C.UTF-8"));
    add_variable(env, "HOME", or_else(show->home, "/nonexistent"));
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
        add_variable(env, passed[i], getenv(passed[i]));
    for (size_t i = 0; i < sizeof show->env / sizeof *show->env && show->env[i]; i++)
        add_setting(env, show->env[i]);
}

/* Opens a file that holds the script; 0 for none. */
static int open_script(struct stage *stage, const char *script)
{
    char path[160];
    if (!script)
        return 0;
    snprintf(path, sizeof path, "%s/script", stage->folder);
    FILE *file = fopen(path, "w");
    if (!file || fputs(script, file) < 0 || fclose(file) != 0)
        fail_msg("cannot write %s", path);
    return open(path, O_RDONLY | O_CLOEXEC);
}

static void start(struct stage *stage, const struct show *show, int out, int err)
{
    int in = open_script(stage, show->script);
    struct environment env = {.count = 0};
    const char *usual = or_else(getenv("DBP_TIMELINE"), "build/dbp-timeline");
    const char *program = or_else(show->program, usual);
    const char *argv[10] = {or_else(show->name, program)};
    int argc = 1;
    fill_environment(&env, show);
    for (size_t i = 0; i < sizeof show->args / sizeof *show->args && show->args[i]; i++)
        argv[argc++] = show->args[i];
    if (!show->file || show->file[0])
        argv[argc++] = or_else(show->file, STAGE_SHIPPED);
    pty_start(stage->pty, &(struct pty_options){.program = program,
                                                .argv = argv,
                                                .env = env.vars,
                                                .cols = show->cols ? show->cols : 80,
                                                .rows = show->rows ? show->rows : 24,
                                                .in = in,
                                                .out = out,
                                                .err = err,
                                                .ignore_hangup = show->ignore_hangup,
                                                .no_landlock = show->no_landlock});
    if (in)
        close(in);
}

void stage_start(struct stage *stage, const struct show *show)
{
    start(stage, show, 0, 0);
}

void stage_open(struct stage *stage, const struct show *show)
{
    stage_start(stage, show);
    pty_settle(stage->pty);
}

static int open_catcher(char *path, size_t room, const char *folder, const char *name)
{
    snprintf(path, room, "%s/%s", folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        fail_msg("cannot write %s", path);
    return fd;
}

void stage_start_into(struct stage *stage, const struct show *show, int out)
{
    int err = open_catcher(stage->errors, sizeof stage->errors, stage->folder, "errors");
    start(stage, show, out, err);
    close(err);
}

int stage_print(struct stage *stage, const struct show *show)
{
    int out = open_catcher(stage->output, sizeof stage->output, stage->folder, "output");
    stage_start_into(stage, show, out);
    close(out);
    return pty_wait(stage->pty);
}

void stage_quit(struct stage *stage)
{
    pty_send(stage->pty, "q");
    int status = pty_wait(stage->pty);
    pty_check(stage->pty, WIFEXITED(status) && WEXITSTATUS(status) == 0);
    pty_check(stage->pty, pty_termios_restored(stage->pty));
}

/* Looking. */

static int last_row(struct pty *pty)
{
    return pty_rows(pty) - 1;
}

static bool is_selected(struct pty *pty, int y)
{
    struct pty_cell cell = pty_cell(pty, 0, y);
    return cell.reverse && strcmp(cell.text, ">") == 0;
}

int stage_selected(struct stage *stage)
{
    int found = -1;
    for (int y = 0; y <= last_row(stage->pty); y++) {
        if (!is_selected(stage->pty, y))
            continue;
        if (found >= 0)
            pty_fail(stage->pty, __FILE__, __LINE__, "two rows are selected");
        found = y;
    }
    if (found < 0)
        pty_fail(stage->pty, __FILE__, __LINE__, "no row is selected (> and reverse)");
    return found;
}

static void read_footer(struct stage *stage, int *position, int *total)
{
    const char *footer = pty_row(stage->pty, last_row(stage->pty));
    if (sscanf(footer, "%d/%d", position, total) != 2)
        *position = *total = 0;
}

int stage_position(struct stage *stage)
{
    int position = 0, total = 0;
    read_footer(stage, &position, &total);
    return position;
}

int stage_total(struct stage *stage)
{
    int position = 0, total = 0;
    read_footer(stage, &position, &total);
    return total;
}

/* Cuts a line of UTF-8 after TITLE_CHARS code points. */
static void copy_beginning(char title[64], const char *text)
{
    int chars = 0;
    size_t size = 0;
    for (; text[size] && text[size] != '\n' && size < 63; size++)
        if (((unsigned char)text[size] & 0xC0) != 0x80 && ++chars > TITLE_CHARS)
            break;
    memcpy(title, text, size);
    title[size] = '\0';
}

void stage_title(const char *language, char title[64])
{
    char name[32];
    char *text = stage_read(STAGE_SHIPPED);
    snprintf(name, sizeof name, "Title_%s: ", language);
    const char *at = text ? strstr(text, name) : NULL;
    if (!at)
        fail_msg("%s has no %s", STAGE_SHIPPED, name);
    else
        copy_beginning(title, at + strlen(name));
    free(text);
}

void stage_same_frame(char *expected, char *frame)
{
    bool same = strcmp(expected, frame) == 0;
    if (!same)
        fprintf(stderr, "expected:\n%sbut it is:\n%s", expected, frame);
    free(expected);
    free(frame);
    assert_true(same);
}
