#include "term/loop.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "term/signals.h"

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

/* Does a part of the work there is, or waits when there is none, and takes what has come. */
static void turn(struct browser *browser, struct surface *surface, int64_t *painted, bool *lost)
{
    bool readable;
    enum browser_work work = browser_work(browser);
    struct signals_seen seen = signals_wait(STDIN_FILENO, work == BROWSER_IDLE, &readable, lost);
    bool refit = seen.resized || seen.continued;
    if (seen.stop)
        suspend(browser);
    if (refit)
        screen_refit();
    if (readable)
        take_keys(browser);
    bool changed = work != BROWSER_WORKING || readable || seen.stop || refit;
    if (!browser->wants_quit && !*lost && (changed || is_due(painted)))
        paint(browser, surface, refit);
}

bool loop_run(struct browser *browser, const struct screen_options *options, bool *lost)
{
    struct surface surface = {0};
    int64_t painted = milliseconds();
    *lost = false;
    const char *terminal = screen_open(options), *named = getenv("TERM");
    if (!terminal)
        return false;
    if (!named || strcmp(terminal, named) != 0)
        browser_say(browser, MESSAGE_TERMINAL_GUESSED, terminal);
    paint(browser, &surface, false);
    while (!browser->wants_quit && !*lost)
        turn(browser, &surface, &painted, lost);
    surface_free(&surface);
    screen_close();
    return true;
}
