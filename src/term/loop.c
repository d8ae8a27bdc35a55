#include "term/loop.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "term/signals.h"

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

bool loop_run(struct browser *browser, const struct screen_options *options, bool *lost)
{
    struct surface surface = {0};
    bool readable;
    *lost = false;
    const char *terminal = screen_open(options), *named = getenv("TERM");
    if (!terminal)
        return false;
    if (!named || strcmp(terminal, named) != 0)
        browser_say(browser, MESSAGE_TERMINAL_GUESSED, terminal);
    paint(browser, &surface, false);
    while (!browser->wants_quit && !*lost) {
        struct signals_seen seen = signals_wait(STDIN_FILENO, &readable, lost);
        if (seen.stop)
            suspend(browser);
        if (seen.resized || seen.continued)
            screen_refit();
        if (readable)
            take_keys(browser);
        if (!browser->wants_quit && !*lost)
            paint(browser, &surface, seen.resized || seen.continued);
    }
    surface_free(&surface);
    screen_close();
    return true;
}
