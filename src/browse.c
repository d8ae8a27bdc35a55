#include "browse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/path.h"
#include "complain.h"
#include "show/lesson_view.h"
#include "term/lead_file.h"
#include "term/loop.h"
#include "term/plain.h"

#define RESTRICTED_IDLE_MINUTES 30

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
    text_clean_line(&run->name, bytes_of(path_name(buffer_string(&run->path))));
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

static int complain_unconfined(const struct options *options)
{
    complain(message(MESSAGE_MUST_HAVE_SANDBOX, options->language));
    return STATUS_ERROR;
}

static int browse_plain(const struct run *run, struct browser *browser,
                        const struct loop_options *loop)
{
    struct sandbox_wish wish = loop->sandbox;
    struct plain_options plain = {.width = run->width,
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

/* A large file is read on behind the first screen by two threads, and searched by two. */
static void start_threads(void *context)
{
    struct browser *browser = context;
    if (browser->store->content.bytes.size < STORE_SHARED_FROM)
        return;
    browser_take_helper(browser, helper_start());
    if (browser->reading)
        store_read_by_two(browser->reading, STORE_SHARED_FROM);
}

static int browse_on(const struct run *run, struct browser *browser, bool plain)
{
    const struct options *options = &run->options;
    struct buffer directory = {0}, lead = {0}, follow = {0};
    path_add_folder(&directory, buffer_string(&run->path));
    if (options->lead)
        path_add_folder(&lead, options->lead);
    if (options->follow)
        path_add_folder(&follow, options->follow);
    const struct loop_options loop = {
        .screen = {.color = wants_color(options),
                   .ascii = takes_ascii(run),
                   .mouse = options->mouse,
                   .mend = content_mend},
        .sandbox = {.readable = {buffer_string(&directory), buffer_string(&follow)},
                    .writable = buffer_string(&lead),
                    .stops = !options->restricted,
                    .start = start_threads,
                    .context = browser},
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
        buffer_add(out, store_id(store, lessons->items[i]));
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

int browse(struct run *run)
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
