#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ask.h"
#include "base/memory.h"
#include "complain.h"
#include "file/check.h"
#include "file/store_open.h"
#include "print/figures.h"
#include "print/provinces.h"
#include "print/sources.h"
#include "restricted.h"
#include "sandbox_report.h"
#include "show/lesson_view.h"
#include "term/lead_file.h"
#include "term/locale.h"
#include "term/loop.h"
#include "term/plain.h"

#ifndef VERSION
#define VERSION "0"
#endif
#ifndef DATA_DIR
#define DATA_DIR "/usr/local/share/dbp-timeline"
#endif

#define SHIPPED_FILE            "dien-bien-phu.rec"
#define RESTRICTED_IDLE_MINUTES 30

enum { STATUS_DONE, STATUS_ERROR, STATUS_USAGE };

/* The program while it runs. */
struct run {
    struct options options;
    struct buffer path; /* of the timeline */
    struct buffer name; /* the last part of it, clean */
    struct diag_sink sink;
    struct store store;
    struct store_reading *reading; /* of the rest of the store; NULL when it is whole */
    struct question question;
    bool is_utf8;
};

static int complain_usage(const struct run *run, const struct buffer *error)
{
    complain(buffer_string(error));
    complain(message(MESSAGE_TRY_HELP, run->options.language));
    return STATUS_USAGE;
}

/* Finds a file of the data: beside the program in the clone it was built in, or installed. */
static bool find_data(struct buffer *path, const char *program, const char *name)
{
    const char *slash = program ? strrchr(program, '/') : NULL;
    if (slash) {
        buffer_add(path, (struct bytes){program, (size_t)(slash - program)});
        buffer_printf(path, "/../data/%s", name);
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
    return named && columns >= 20 ? columns : 0;
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
                            .width = wanted_width() ? wanted_width() : 80,
                            .is_terminal = isatty(STDOUT_FILENO),
                            .stream = stdout};
    bool done = print_job(run, &job);
    answer_free(&answer);
    if (!done)
        complain_of(MESSAGE_WRITE_FAILED, strerror(errno), run->options.language);
    return done ? STATUS_DONE : STATUS_ERROR;
}

/* Says whether nothing but ASCII may be sent to the terminal. */
static bool takes_ascii(const struct run *run)
{
    return run->options.ascii || !run->is_utf8;
}

/* $NO_COLOR is a wish, --color an order (no-color.org). */
static bool wants_color(const struct options *options)
{
    const char *refused = getenv("NO_COLOR");
    if (options->color == COLOR_WHEN_AUTO)
        return !(refused && *refused);
    return options->color == COLOR_WHEN_ALWAYS;
}

static unsigned idle_minutes(const struct options *options)
{
    unsigned usual = options->restricted ? RESTRICTED_IDLE_MINUTES : 0;
    return options->has_idle_minutes ? options->idle_minutes : usual;
}

/* Returns the last part of the timeline's path, cleaned. */
static const char *file_name(struct run *run)
{
    const char *slash = strrchr(buffer_string(&run->path), '/');
    text_clean_line(&run->name, bytes_of(slash ? slash + 1 : buffer_string(&run->path)));
    return buffer_string(&run->name);
}

/* One file has one leader, and who is restricted writes none. */
static bool may_lead(const struct options *options)
{
    struct lead_state state;
    if (!options->lead)
        return true;
    if (options->follow)
        complain(message(MESSAGE_LEAD_AND_FOLLOW, options->language));
    else if (options->restricted)
        complain(message(MESSAGE_RESTRICTED_LEAD, options->language));
    else if (lead_file_read(options->lead, &state) && lead_file_is_led(&state))
        complain_of(MESSAGE_LED_ALREADY, options->lead, options->language);
    else
        return true;
    return false;
}

/* Appends the directory that a file is in; nothing when there is no file. */
static void add_directory(struct buffer *out, const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    if (!path)
        return;
    if (slash)
        buffer_add(out, (struct bytes){path, (size_t)(slash - path) + 1});
    else
        buffer_add_string(out, ".");
}

static int complain_unconfined(const struct options *options)
{
    complain(message(MESSAGE_MUST_HAVE_SANDBOX, options->language));
    return STATUS_ERROR;
}

static int browse_plain(const struct run *run, struct browser *browser,
                        const struct loop_options *loop)
{
    struct sandbox_wish wish = loop->sandbox;
    struct plain_options plain = {.width = wanted_width(),
                                  .ascii = loop->screen.ascii,
                                  .lead = loop->lead,
                                  .follow = loop->follow,
                                  .idle_minutes = loop->idle_minutes,
                                  .mend = loop->screen.mend};
    wish.prints = !isatty(STDOUT_FILENO);
    if (!sandbox_confines(sandbox_enter(&wish))) {
        if (loop->must_be_confined)
            return complain_unconfined(&run->options);
        complain(message(MESSAGE_NO_SANDBOX, browser->language));
    }
    if (plain_run(browser, &plain))
        return STATUS_DONE;
    complain_of(MESSAGE_WRITE_FAILED, strerror(errno), browser->language);
    return STATUS_ERROR;
}

/* Browses on the whole screen, or line by line where that is asked for or all there is. */
static int browse_as(const struct run *run, struct browser *browser, bool plain,
                     const struct loop_options *loop)
{
    enum loop_end end = plain ? LOOP_NO_TERMINAL : loop_run(browser, loop);
    if (plain || (end == LOOP_NO_TERMINAL && screen_is_plain()))
        return browse_plain(run, browser, loop);
    if (end == LOOP_NO_TERMINAL)
        complain_of(MESSAGE_NO_TERMINAL, getenv("TERM"), run->options.language);
    if (end == LOOP_UNCONFINED)
        return complain_unconfined(&run->options);
    return end == LOOP_LEFT ? STATUS_DONE : STATUS_ERROR;
}

static int browse_on(const struct run *run, struct browser *browser, bool plain)
{
    const struct options *options = &run->options;
    struct buffer directory = {0}, lead = {0}, follow = {0};
    add_directory(&directory, buffer_string(&run->path));
    add_directory(&lead, options->lead);
    add_directory(&follow, options->follow);
    const struct loop_options loop = {
        .screen = {.color = wants_color(options),
                   .ascii = takes_ascii(run),
                   .mouse = options->mouse,
                   .mend = content_mend},
        .sandbox = {.readable = {buffer_string(&directory), buffer_string(&follow)},
                    .writable = buffer_string(&lead),
                    .stops = !options->restricted},
        .lead = options->lead,
        .follow = options->follow,
        .must_be_confined = options->restricted && !options->allow_unsandboxed,
        .idle_minutes = idle_minutes(options)};
    int status = browse_as(run, browser, plain, &loop);
    buffer_free(&directory);
    buffer_free(&lead);
    buffer_free(&follow);
    return status;
}

/* Without a keyboard, or where it must not go on, nothing is shown at all. */
static bool can_browse(const struct options *options, bool plain)
{
    bool has_keys = plain || isatty(STDIN_FILENO);
    bool confined = sandbox_is_there() || !options->restricted || options->allow_unsandboxed;
    if (!has_keys)
        complain(message(MESSAGE_NO_KEYBOARD, options->language));
    else if (!confined)
        complain_unconfined(options);
    return has_keys && confined;
}

/* Appends the ids of the lessons there are. */
static void add_lessons(struct buffer *out, const struct store *store)
{
    const struct record_list *lessons = &store->lists[RECORD_LESSON];
    for (size_t i = 0; i < lessons->count; i++) {
        buffer_add_string(out, i ? ", " : "");
        store_value(store, lessons->items[i], BYTES("Id"), out);
    }
}

/* Goes where the options say; complains where there is no such place. */
static bool go_to_start(const struct run *run, struct browser *browser)
{
    const struct options *options = &run->options;
    struct buffer lessons = {0};
    bool is_there = true;
    if (options->at && !browser_go_to(browser, bytes_of(options->at))) {
        complain_of(MESSAGE_NO_SUCH_GOAL, options->at, options->language);
        is_there = false;
    } else if (options->lesson && !lesson_hold(browser, bytes_of(options->lesson))) {
        add_lessons(&lessons, &run->store);
        complain_of_name(MESSAGE_LESSON_UNKNOWN, options->lesson, &lessons, options->language);
        is_there = false;
    }
    buffer_free(&lessons);
    return is_there;
}

static int browse(struct run *run)
{
    struct browser browser;
    bool plain = run->options.plain || plain_is_wanted();
    if (!can_browse(&run->options, plain) || !may_lead(&run->options))
        return STATUS_ERROR;
    browser_init(&browser, &run->store, run->options.language);
    browser.both_languages = run->options.both_languages;
    browser.restricted = run->options.restricted;
    browser.ascii = takes_ascii(run) || plain;
    browser.names = run->options.names;
    browser.name = file_name(run);
    browser.quiz.lots = (uint64_t)time(NULL);
    browser_take_question(&browser, &run->question);
    browser_take_reading(&browser, run->reading);
    run->reading = NULL;
    browser_take_file(&browser, &run->store, buffer_string(&run->path));
    int status = go_to_start(run, &browser) ? browse_on(run, &browser, plain) : STATUS_USAGE;
    browser_free(&browser);
    return status;
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
    if (run->store.count == 0) {
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
        options_add_help(&help, run->options.language);
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
    if (options_read(&run->options, argc, argv, &error)) {
        if (run->options.restricted)
            restricted_begin();
        run->is_utf8 = locale_take();
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
