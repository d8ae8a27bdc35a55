#include "term/loop.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "show/command.h"
#include "show/follow.h"
#include "term/class.h"
#include "term/idle.h"
#include "term/signals.h"

/* Between two paintings of how far the work has come. */
#define PROGRESS_MS 100

/* The Linux console, whose fonts have 512 characters at most. */
#define CONSOLE "linux"

/* What one turn of the loop hands to the next. */
struct loop {
    struct browser *browser;
    struct surface surface;
    struct watch watch;
    struct idle idle;
    struct class class;
    int64_t painted; /* when progress was shown last, in milliseconds */
    bool lost;       /* the terminal is gone */
};

static void paint(struct browser *browser, struct surface *surface, bool repaint)
{
    int width, height;
    screen_size(&width, &height);
    if (width != surface->width || height != surface->height)
        surface_resize(surface, width, height);
    browser_draw(browser, surface);
    screen_show(surface, repaint || browser->wants.repaint);
    browser->wants.repaint = false;
}

static void suspend(struct browser *browser)
{
    screen_suspend();
    browser->wants.suspend = false;
    browser->wants.repaint = true;
}

/* Takes all the keys that are there before anything is painted. */
static void take_keys(struct browser *browser)
{
    uint32_t key;
    while (!browser->wants.quit && screen_key(&key)) {
        browser_key(browser, key);
        if (browser->wants.suspend)
            suspend(browser);
    }
}

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Says whether progress was last painted so long ago that it is worth the bytes. */
static bool is_due(int64_t *painted)
{
    int64_t now = milliseconds();
    if (now - *painted < PROGRESS_MS)
        return false;
    *painted = now;
    return true;
}

/* The reader is told that the last minute has begun, even if a prompt has the last row; or has
 * been away for too long. */
static void ring(struct loop *loop)
{
    struct browser *browser = loop->browser;
    if (idle_ring(&loop->idle)) {
        browser->wants.quit = true;
        return;
    }
    if (browser->prompt.kind != PROMPT_NONE)
        command_cancel(browser, 0);
    browser_say(browser, MESSAGE_IDLE);
}

static void look_at_files(struct loop *loop)
{
    const char *path = loop->browser->reread.path;
    watch_hear(&loop->watch);
    if (path && watch_changed(&loop->watch, path))
        browser_reread(loop->browser);
    class_look(&loop->class);
}

/* Takes what has come; false when that changes nothing that is seen. */
static bool heed(struct loop *loop, struct signals_seen seen)
{
    bool lost_leader = class_lose_leader(&loop->class, seen.files[WAIT_LEADER]);
    loop->lost = seen.lost;
    if (seen.stop)
        suspend(loop->browser);
    if (seen.alarm && loop->idle.minutes)
        ring(loop);
    if (seen.resized || seen.continued)
        screen_refit();
    if (seen.files[WAIT_KEYS]) {
        take_keys(loop->browser);
        idle_restart(&loop->idle);
        follow_note(loop->browser);
    }
    if (seen.files[WAIT_NOTES] || loop->watch.file < 0)
        look_at_files(loop);
    return seen.files[WAIT_KEYS] || seen.files[WAIT_NOTES] || seen.stop || seen.alarm ||
           seen.resized || seen.continued || lost_leader || loop->watch.file < 0;
}

/* Does a part of the work there is, or waits when there is none, and takes what has come. */
static void turn(struct loop *loop)
{
    struct browser *browser = loop->browser;
    enum browser_work work = browser_work(browser);
    const int files[WAIT_COUNT] = {STDIN_FILENO, loop->watch.file, loop->class.leader};
    int limit = work == BROWSER_IDLE ? class_patience(&loop->class, &loop->watch) : 0;
    struct signals_seen seen = signals_wait(files, limit);
    bool changed = heed(loop, seen) || work == BROWSER_DONE;
    if (browser->wants.quit || loop->lost)
        return;
    class_tell(&loop->class);
    if (changed || is_due(&loop->painted))
        paint(browser, &loop->surface, seen.resized || seen.continued);
}

/* Begins what can wait until the first page is out. */
static void begin(struct loop *loop, const struct loop_options *options)
{
    watch_open(&loop->watch);
    if (loop->browser->reread.path)
        watch_add(&loop->watch, loop->browser->reread.path);
    class_begin(&loop->class, loop->browser, options->lead, options->follow, &loop->watch);
    if (options->lead || options->follow)
        paint(loop->browser, &loop->surface, false);
}

/* Gives up what is not needed any more, now that the first page is out. */
static bool confine(struct loop *loop, const struct loop_options *options)
{
    struct buffer *notice = &loop->browser->notice;
    if (sandbox_confines(sandbox_enter(&options->sandbox)))
        return true;
    if (options->must_be_confined)
        return false;
    buffer_add_string(notice, notice->size ? " · " : "");
    buffer_add_string(notice, browser_text(loop->browser, MESSAGE_NO_SANDBOX));
    paint(loop->browser, &loop->surface, false);
    return true;
}

enum loop_end loop_run(struct browser *browser, const struct loop_options *options)
{
    struct loop loop = {
        .browser = browser, .idle.minutes = options->idle_minutes, .painted = milliseconds()};
    const char *terminal = screen_open(&options->screen), *named = getenv("TERM");
    if (!terminal)
        return LOOP_NO_TERMINAL;
    if (!named || strcmp(terminal, named) != 0)
        browser_say(browser, MESSAGE_TERMINAL_GUESSED, terminal);
    else if (strcmp(terminal, CONSOLE) == 0 && !options->screen.ascii)
        browser_say(browser, MESSAGE_CONSOLE);
    paint(browser, &loop.surface, false);
    begin(&loop, options);
    bool confined = confine(&loop, options);
    idle_restart(&loop.idle);
    while (confined && !browser->wants.quit && !loop.lost)
        turn(&loop);
    watch_close(&loop.watch); /* first, see there */
    class_end(&loop.class);
    surface_free(&loop.surface);
    screen_close();
    if (!confined)
        return LOOP_UNCONFINED;
    return loop.lost ? LOOP_LOST : LOOP_LEFT;
}
