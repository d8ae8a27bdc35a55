#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ask.h"
#include "base/memory.h"
#include "base/path.h"
#include "browse.h"
#include "command_line.h"
#include "complain.h"
#include "file/check.h"
#include "print/figures.h"
#include "print/provinces.h"
#include "print/sources.h"
#include "restricted.h"
#include "sandbox_report.h"
#include "term/locale.h"

#ifndef VERSION
#define VERSION "0"
#endif
#ifndef DATA_DIR
#define DATA_DIR "/usr/local/share/dbp-timeline"
#endif

#define SHIPPED_FILE "dien-bien-phu.rec"

/* Columns: fewer are not believed, and without a number it is as many as most terminals have. */
#define WIDTH_LEAST 20
#define WIDTH_USUAL 80

/* Bytes of faults that a check writes at a time; there may be some to each record. */
#define WRITTEN 65536

static int complain_usage(const struct run *run, const struct buffer *error)
{
    complain(buffer_string(error));
    complain(message(MESSAGE_TRY_HELP, run->options.language));
    return STATUS_USAGE;
}

/* Finds a file of the data: beside the program in the clone it was built in, or installed. */
static bool find_data(struct buffer *path, const char *program, const char *name)
{
    struct bytes folder = path_folder(program);
    if (folder.size) {
        buffer_add(path, folder);
        buffer_printf(path, "../data/%s", name);
        if (access(buffer_string(path), R_OK) == 0)
            return true;
        buffer_clear(path);
    }
    buffer_printf(path, DATA_DIR "/%s", name);
    return access(buffer_string(path), R_OK) == 0;
}

static struct diag_sink sink_for(const struct run *run, const char *path)
{
    return (struct diag_sink){.stream = stderr, .file = path, .language = run->options.language};
}

/* Finds the timeline; says so where there is none, or none that may be opened. */
static bool find_timeline(struct run *run, const char *program)
{
    const struct options *options = &run->options;
    const char *file = options->file;
    if (file && !options->restricted) {
        buffer_add_string(&run->path, file);
        return true;
    }
    bool allowed = !file || restricted_allows_file(file);
    if (allowed && find_data(&run->path, program, file ? file : SHIPPED_FILE))
        return true;
    if (file)
        complain_of(MESSAGE_RESTRICTED_FILE, file, options->language);
    else
        complain(message(MESSAGE_NO_DATA, options->language));
    return false;
}

static bool open_store(struct run *run, const char *program)
{
    const struct options *options = &run->options;
    bool is_printing = options->mode != MODE_BROWSE && options->mode != MODE_CHECK;
    if (!find_timeline(run, program))
        return false;
    const char *path = buffer_string(&run->path);
    run->sink = sink_for(run, path);
    run->reading = store_begin(&run->store, path, &run->sink, is_printing ? &run->sink : NULL);
    return run->reading != NULL;
}

static void read_whole(struct run *run)
{
    store_read_by_two(run->reading, STORE_SHARED_FROM);
    while (store_read_on(run->reading, SIZE_MAX))
        ;
    store_end_reading(run->reading);
    run->reading = NULL;
}

/* Says whether the first screen is the beginning of the timeline, which then need not be whole
 * before it is shown. */
static bool begins_at_beginning(const struct options *options)
{
    return options->mode == MODE_BROWSE && !options->at && !options->lesson && !options->from &&
           !options->to && !options->search && options->pick_count == 0 && !options->anniversary &&
           !options->certain && options->province_count == 0;
}

static int check(struct run *run)
{
    struct buffer path = {0};
    struct diag_sink sink = sink_for(run, buffer_string(&run->path));
    setvbuf(stderr, NULL, _IOFBF, WRITTEN);
    check_timeline(&run->store, &sink);
    if (run->store.count == 0)
        diag(&sink, DIAG_NO_EVENTS, (struct place){0, 0}, BYTES(""));
    store_add_path(&run->store, buffer_string(&run->path), BYTES("Gazetteer"), &path);
    struct diag_sink gazetteer = sink_for(run, buffer_string(&path));
    struct diag_sink outlines = sink_for(run, buffer_string(&run->store.outlines_path));
    check_gazetteer(&run->store, &gazetteer);
    check_outlines(&run->store, &outlines);
    buffer_free(&path);
    size_t errors = sink.counts[SEVERITY_ERROR] + gazetteer.counts[SEVERITY_ERROR] +
                    outlines.counts[SEVERITY_ERROR];
    return errors ? STATUS_ERROR : STATUS_DONE;
}

/* Returns the columns that $COLUMNS asks for, or 0. */
static int wanted_width(void)
{
    int columns;
    bool named = bytes_number(bytes_of(getenv("COLUMNS")), &columns);
    return named && columns >= WIDTH_LEAST ? columns : 0;
}

static bool print_job(const struct run *run, const struct print_job *job)
{
    const struct options *options = &run->options;
    if (options->mode == MODE_PROVINCES)
        return print_provinces(job, &run->question, options->format);
    if (options->mode == MODE_FIGURES)
        return print_figures(job, options->what, options->format);
    if (options->mode == MODE_SOURCES)
        return print_sources(job, &run->question, options->format);
    return print_events(job, options->format);
}

static int print(struct run *run)
{
    struct answer answer = {0};
    answer_fill(&answer, &run->store, &run->question);
    struct print_job job = {.store = &run->store,
                            .answer = &answer,
                            .language = run->options.language,
                            .both_languages = run->options.both_languages,
                            .names = run->options.names,
                            .ascii = run->options.ascii,
                            .width = run->width ? run->width : WIDTH_USUAL,
                            .is_terminal = isatty(STDOUT_FILENO),
                            .stream = stdout};
    bool done = print_job(run, &job);
    answer_free(&answer);
    if (!done)
        complain_of(MESSAGE_WRITE_FAILED, strerror(errno), run->options.language);
    return done ? STATUS_DONE : STATUS_ERROR;
}

/* A table is text or TSV. */
static bool takes_format(const struct run *run)
{
    bool takes = run->options.mode == MODE_LIST || run->options.mode == MODE_BROWSE ||
                 run->options.format == PRINT_TEXT || run->options.format == PRINT_TSV;
    if (!takes)
        complain(message(MESSAGE_TABLE_FORMAT, run->options.language));
    return takes;
}

static int run_on_store(struct run *run)
{
    if (!begins_at_beginning(&run->options) || store_percent_read(run->reading) == 100)
        read_whole(run);
    if (run->options.mode == MODE_CHECK)
        return check(run);
    if (run->store.count == 0 && !run->reading) {
        diag(&run->sink, DIAG_NO_EVENTS, (struct place){0, 0}, BYTES(""));
        return STATUS_ERROR;
    }
    if (!takes_format(run) || !ask(&run->question, &run->options, &run->store))
        return STATUS_USAGE;
    return run->options.mode == MODE_BROWSE ? browse(run) : print(run);
}

static int print_text(const char *text, enum language language)
{
    bool done = fputs(text, stdout) >= 0 && fflush(stdout) == 0;
    if (!done)
        complain_of(MESSAGE_WRITE_FAILED, strerror(errno), language);
    return done ? STATUS_DONE : STATUS_ERROR;
}

/* Says whether there could be a terminal if ssh had been asked for one. */
static bool lacks_terminal(const struct options *options)
{
    return options->restricted || (getenv("SSH_CONNECTION") && !getenv("SSH_TTY"));
}

/* Without a terminal to show anything on, all is printed, unless a script types commands. */
static void choose_mode(struct run *run)
{
    bool is_driven = run->options.plain && !isatty(STDIN_FILENO);
    if (run->options.mode != MODE_BROWSE || is_driven || isatty(STDOUT_FILENO))
        return;
    run->options.mode = MODE_LIST;
    if (lacks_terminal(&run->options))
        complain(message(MESSAGE_NO_TERMINAL_GIVEN, run->options.language));
}

static int run_mode(struct run *run, const char *program)
{
    struct buffer help = {0};
    if (run->options.mode == MODE_VERSION)
        return print_text("dbp-timeline " VERSION "\n", run->options.language);
    if (run->options.mode == MODE_HELP) {
        command_line_add_help(&help, run->options.language);
        int status = print_text(buffer_string(&help), run->options.language);
        buffer_free(&help);
        return status;
    }
    if (run->options.mode == MODE_SANDBOX)
        return sandbox_report(run->options.language) ? STATUS_DONE : STATUS_ERROR;
    choose_mode(run);
    if (!open_store(run, program))
        return STATUS_ERROR;
    int status = run_on_store(run);
    question_free(&run->question);
    store_end_reading(run->reading);
    store_close(&run->store);
    return status;
}

/* The restriction comes before anything is opened: the environment also names files. */
static int run_options(struct run *run, int argc, char **argv)
{
    struct buffer error = {0};
    int status;
    if (command_line_read(&run->options, argc, argv, &error)) {
        if (run->options.restricted)
            restricted_begin();
        run->is_utf8 = locale_take();
        run->width = wanted_width();
        status = run_mode(run, argc > 0 ? argv[0] : NULL);
    } else {
        status = complain_usage(run, &error);
    }
    buffer_free(&error);
    return status;
}

/* A login shell gets what somebody wants to have run as `-c STRING`, and so do scp and sftp. */
static bool is_command(const struct run *run, int argc, char **argv)
{
    return run->options.restricted && argc > 1 && strcmp(argv[1], "-c") == 0;
}

int main(int argc, char **argv)
{
    struct run run = {0};
    int status = STATUS_ERROR;
    atexit(memory_say_failure);
    run.options.restricted = restricted_is_asked(argc > 0 ? argv[0] : NULL);
    run.options.language = locale_language();
    if (is_command(&run, argc, argv))
        complain(message(MESSAGE_RESTRICTED_COMMAND, run.options.language));
    else
        status = run_options(&run, argc, argv);
    options_free(&run.options);
    buffer_free(&run.path);
    buffer_free(&run.name);
    return status;
}
