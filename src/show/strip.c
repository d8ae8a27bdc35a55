#include "show/strip.h"

#include "time/day.h"

#define YEAR_WIDTH 5 /* four digits and a blank */

static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

#define BLOCK_COUNT ((int)(sizeof blocks / sizeof *blocks))

/* The height grows with the square root of the number, or one month of war would leave a century
 * flat. */
static const char *block(float number, float peak)
{
    int height = 0;
    while (height < BLOCK_COUNT - 1) {
        float share = ((float)height + 0.5F) / (float)(BLOCK_COUNT - 1);
        if (share * share * peak >= number)
            break;
        height++;
    }
    return blocks[height];
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

/* Which parts the list shows, and in which of them the selected event lies. */
struct sight {
    int from;
    int to;
    int selected;
};

static int part_of(const struct browser *browser, size_t place, int parts)
{
    const struct event *event = &browser->store->events[browser->answer.events[place]];
    int32_t day = event_day(event);
    return density_part(browser->store, parts, day);
}

static struct sight see(const struct browser *browser, int parts)
{
    const struct view *view = &browser->views[VIEW_TIMELINE];
    size_t count = browser->answer.count;
    if (count == 0 || view->top >= count)
        return (struct sight){-1, -1, -1};
    if (browser->list == VIEW_AXIS)
        return (struct sight){density_part(browser->store, parts, browser->axis.scale.first),
                              density_part(browser->store, parts, browser->axis.scale.last),
                              part_of(browser, view->cursor, parts)};
    size_t last = view->top + (size_t)(view->page > 0 ? view->page - 1 : 0);
    return (struct sight){part_of(browser, view->top, parts),
                          part_of(browser, last < count ? last : count - 1, parts),
                          part_of(browser, view->cursor, parts)};
}

/* What is in sight is bold, what the filter hides faint. */
static unsigned style_of(const struct sight *sight, int part, bool hidden)
{
    if (hidden)
        return STYLE_FAINT;
    bool seen = part >= sight->from && part <= sight->to;
    return seen ? STYLE_BOLD | STYLE_ACCENT : STYLE_PLAIN;
}

/* The selected event has a sign of its own: a full block reversed would be a gap. */
static void draw_parts(const struct browser *browser, struct surface *surface, struct area place)
{
    const struct density *density = &browser->density;
    struct sight sight = see(browser, density->parts);
    for (int part = 0; part < density->parts; part++) {
        struct area cell = {place.x + part, place.y, 1, 1};
        float left = density->left[part], all = density->all[part];
        float shown = left > 0 ? left : all;
        if (part == sight.selected)
            surface_put_string(surface, cell, "|", STYLE_REVERSE);
        else if (shown > 0)
            surface_put_string(surface, cell, block(shown, density->peak),
                               style_of(&sight, part, left <= 0));
    }
}

void strip_draw(struct browser *browser, struct surface *surface, struct area row)
{
    struct area place = {row.x + YEAR_WIDTH, row.y, row.width - 2 * YEAR_WIDTH, 1};
    draw_year(browser->store->first, surface, row, false);
    draw_year(browser->store->last, surface, row, true);
    if (browser->reading)
        return;
    if (browser->density_is_stale || browser->density.parts != place.width)
        density_fill(&browser->density, browser->store, &browser->answer, place.width);
    browser->density_is_stale = false;
    draw_parts(browser, surface, place);
}
