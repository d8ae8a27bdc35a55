#include "term/loop.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "show/command.h"
#include "term/idle.h"
#include "term/signals.h"
#include "term/watch.h"

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
    screen_show(surface, repaint || browser->wants_repaint);
    browser->wants_repaint = false;
}

static void suspend(struct browser *browser)
{
    screen_suspend();
    browser->wants_suspend = false;
    browser->wants_repaint = true;
}

/* Takes all the keys that are there before anything is painted. */
static void take_keys(struct browser *browser)
{
    uint32_t key;
    while (!browser->wants_quit && screen_key(&key)) {
        browser_key(browser, key);
        if (browser->wants_suspend)
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
        browser->wants_quit = true;
        return;
    }
    if (browser->prompt.kind != PROMPT_NONE)
        command_cancel(browser, 0);
    browser_say(browser, MESSAGE_IDLE);
}

static void heed(struct loop *loop, struct signals_seen seen)
{
    loop->lost = seen.lost;
    if (seen.stop)
        suspend(loop->browser);
    if (seen.alarm && loop->idle.minutes)
        ring(loop);
    if (seen.resized || seen.continued)
        screen_refit();
    if (seen.keys) {
        take_keys(loop->browser);
        idle_restart(&loop->idle);
    }
    if ((seen.notes || loop->watch.file < 0) && watch_changed(&loop->watch))
        browser_reread(loop->browser);
}

/* Does a part of the work there is, or waits when there is none, and takes what has come. */
static void turn(struct loop *loop)
{
    struct browser *browser = loop->browser;
    enum browser_work work = browser_work(browser);
    struct signals_seen seen =
        signals_wait(STDIN_FILENO, loop->watch.file, work == BROWSER_IDLE ? -1 : 0);
    heed(loop, seen);
    bool refit = seen.resized || seen.continued;
    bool changed = work != BROWSER_WORKING || seen.keys || seen.stop || seen.alarm || refit;
    if (!browser->wants_quit && !loop->lost && (changed || is_due(&loop->painted)))
        paint(browser, &loop->surface, refit);
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
    watch_open(&loop.watch, browser->reread.path);
    bool confined = confine(&loop, options);
    idle_restart(&loop.idle);
    while (confined && !browser->wants_quit && !loop.lost)
        turn(&loop);
    watch_close(&loop.watch);
    surface_free(&loop.surface);
    screen_close();
    if (!confined)
        return LOOP_UNCONFINED;
    return loop.lost ? LOOP_LOST : LOOP_LEFT;
}
