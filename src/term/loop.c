#include "term/loop.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "term/signals.h"
#include "term/watch.h"

/* Between two paintings of how far the work has come. */
#define PROGRESS_MS 100

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

/* What one turn of the loop hands to the next. */
struct loop {
    struct browser *browser;
    struct surface surface;
    struct watch watch;
    int64_t painted; /* when progress was shown last, in milliseconds */
    bool lost;       /* the terminal is gone */
};

static void heed(struct loop *loop, struct signals_seen seen)
{
    loop->lost = seen.lost;
    if (seen.stop)
        suspend(loop->browser);
    if (seen.resized || seen.continued)
        screen_refit();
    if (seen.keys)
        take_keys(loop->browser);
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
    bool changed = work != BROWSER_WORKING || seen.keys || seen.stop || refit;
    if (!browser->wants_quit && !loop->lost && (changed || is_due(&loop->painted)))
        paint(browser, &loop->surface, refit);
}

bool loop_run(struct browser *browser, const struct screen_options *options, bool *lost)
{
    struct loop loop = {.browser = browser, .painted = milliseconds()};
    *lost = false;
    const char *terminal = screen_open(options), *named = getenv("TERM");
    if (!terminal)
        return false;
    if (!named || strcmp(terminal, named) != 0)
        browser_say(browser, MESSAGE_TERMINAL_GUESSED, terminal);
    paint(browser, &loop.surface, false);
    watch_open(&loop.watch, browser->reread.path);
    while (!browser->wants_quit && !loop.lost)
        turn(&loop);
    *lost = loop.lost;
    watch_close(&loop.watch);
    surface_free(&loop.surface);
    screen_close();
    return true;
}
