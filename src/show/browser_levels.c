#include "show/browser.h"

/* A few milliseconds' worth. */
#define DIVIDED_EVENTS 20000

/* Divides as many more of the answer, from its first on where it has changed. */
static bool divide(struct browser *browser, size_t events)
{
    struct levels *levels = &browser->levels;
    if (levels->are_stale)
        division_begin(&levels->division, browser->store, &browser->answer, browser->names);
    levels->are_stale = false;
    return division_go(&levels->division, events);
}

bool browser_divide_on(struct browser *browser)
{
    return divide(browser, DIVIDED_EVENTS);
}

const struct periods *browser_periods(struct browser *browser)
{
    divide(browser, SIZE_MAX);
    return &browser->levels.division.levels[browser->levels.level];
}
