#include "show/strip.h"

#include "time/day.h"

#define YEAR_WIDTH 5 /* four digits and a blank */

static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

#define BLOCK_COUNT ((int)(sizeof blocks / sizeof *blocks))

static const char *block(float number, float peak)
{
    int height = (int)(number / peak * (float)(BLOCK_COUNT - 1) + 0.5F);
    return blocks[height < BLOCK_COUNT ? height : BLOCK_COUNT - 1];
}

static void draw_year(int32_t day, struct surface *surface, struct area place, bool right)
{
    char year[16];
    int y, month, day_of_month;
    day_to_civil(day, &y, &month, &day_of_month);
    snprintf(year, sizeof year, "%d", y);
    if (right)
        surface_put_right(surface, place, bytes_of(year), STYLE_FAINT);
    else
        surface_put_string(surface, place, year, STYLE_FAINT);
}

static void draw_parts(const struct density *density, struct surface *surface, struct area place)
{
    for (int part = 0; part < density->parts; part++) {
        struct area cell = {place.x + part, place.y, 1, 1};
        float left = density->left[part], all = density->all[part];
        if (left > 0)
            surface_put_string(surface, cell, block(left, density->peak), STYLE_ACCENT);
        else if (all > 0)
            surface_put_string(surface, cell, block(all, density->peak), STYLE_FAINT);
    }
}

/* Marks the parts that the rows of the list now cover. */
static void mark_visible(const struct browser *browser, struct surface *surface, struct area place)
{
    const struct view *view = &browser->views[VIEW_TIMELINE];
    const struct answer *answer = &browser->answer;
    if (answer->count == 0 || view->top >= answer->count)
        return;
    size_t last = view->top + (size_t)(view->page > 0 ? view->page - 1 : 0);
    if (last >= answer->count)
        last = answer->count - 1;
    const struct event *events = browser->store->events;
    int from = density_part(browser->store, place.width, events[answer->events[view->top]].first);
    int to = density_part(browser->store, place.width, events[answer->events[last]].first);
    struct area seen = {place.x + from, place.y, to - from + 1, 1};
    surface_add_style(surface, seen, STYLE_REVERSE);
}

void strip_draw(struct browser *browser, struct surface *surface, struct area row)
{
    struct area place = {row.x + YEAR_WIDTH, row.y, row.width - 2 * YEAR_WIDTH, 1};
    if (browser->density_is_stale || browser->density.parts != place.width)
        density_fill(&browser->density, browser->store, &browser->answer, place.width);
    browser->density_is_stale = false;
    draw_year(browser->store->first, surface, row, false);
    draw_year(browser->store->last, surface, row, true);
    draw_parts(&browser->density, surface, place);
    mark_visible(browser, surface, place);
}
