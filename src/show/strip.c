#include "show/strip.h"

#include "time/day.h"
#include "time/words.h"

#define YEAR_WIDTH 5 /* four digits and a blank */

/* What is taken for the number of columns of a strip that was never drawn. */
#define UNDRAWN_PARTS 70

const char *strip_block(double number, double peak)
{
    static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    return blocks[density_height(number, peak)];
}

static void draw_year(int32_t day, struct surface *surface, struct area place, bool right)
{
    char year[16];
    snprintf(year, sizeof year, "%d", day_year(day));
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
    return density_part(browser->store, parts, event_day(event));
}

static struct sight see(const struct browser *browser, int parts)
{
    const struct view *view = &browser->views[VIEW_TIMELINE];
    size_t count = browser->answer.count;
    if (count == 0 || view->top >= count)
        return (struct sight){-1, -1, -1};
    if (browser->panes.list == VIEW_AXIS)
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
    return seen ? STYLE_ACCENT : STYLE_PLAIN;
}

/* The selected event has a sign of its own: a full block reversed would be a gap. */
static void draw_parts(const struct browser *browser, struct surface *surface, struct area place)
{
    const struct density *density = &browser->strip.density;
    struct sight sight = see(browser, density->parts);
    for (int part = 0; part < density->parts; part++) {
        struct area cell = {place.x + part, place.y, 1, 1};
        float left = density->left[part], all = density->all[part];
        float shown = left > 0 ? left : all;
        if (part == sight.selected)
            surface_put_string(surface, cell, "|", STYLE_REVERSE);
        else if (shown > 0)
            surface_put_string(surface, cell, strip_block((double)shown, (double)density->peak),
                               style_of(&sight, part, left <= 0));
    }
}

static void refresh(struct browser *browser, int parts)
{
    if (browser->strip.is_stale || browser->strip.density.parts != parts)
        density_fill(&browser->strip.density, browser->store, &browser->answer, parts);
    browser->strip.is_stale = false;
}

void strip_draw(struct browser *browser, struct surface *surface, struct area row)
{
    struct area place = {row.x + YEAR_WIDTH, row.y, row.width - 2 * YEAR_WIDTH, 1};
    if (browser->store->count == 0)
        return; /* the first event is not read to its end, and what it spans not known */
    draw_year(browser->store->first, surface, row, false);
    draw_year(browser->store->last, surface, row, true);
    if (browser->reading)
        return;
    browser->strip.area = place;
    refresh(browser, place.width);
    draw_parts(browser, surface, place);
}

/* --- Moving by the strip --- */

/* Makes the strip ready to move by; false when there is nothing to move to. */
static bool make_ready(struct browser *browser)
{
    refresh(browser, browser->strip.density.parts ? browser->strip.density.parts : UNDRAWN_PARTS);
    return browser->answer.count > 0;
}

/* Returns the place of the first event that is listed in a part or behind it. */
static size_t place_in(const struct browser *browser, int part)
{
    int parts = browser->strip.density.parts;
    int32_t day = density_day(browser->store, parts, part);
    size_t place = answer_place_of_day(&browser->answer, browser->store, day);
    while (place + 1 < browser->answer.count && part_of(browser, place, parts) < part)
        place++; /* the day may begin in the part before */
    return place;
}

/* Says how many events a part has, beside the time that it stands for. */
static void say_number(struct browser *browser, enum message which, float number, int part)
{
    struct buffer length = {0};
    int parts = browser->strip.density.parts, whole = (int)(number + 0.5F);
    float rest = number - (float)whole;
    bool about = rest > 0.01F || rest < -0.01F; /* some were spread */
    words_duration_rough(&length, density_day(browser->store, parts, part),
                         density_day(browser->store, parts, part + 1) - 1, browser->language);
    browser_say(browser, which, about ? browser_text(browser, MESSAGE_ABOUT_SIGN) : "", whole,
                buffer_string(&length));
    buffer_free(&length);
}

void strip_peak(struct browser *browser, int direction)
{
    const struct density *density = &browser->strip.density;
    struct density_hill hill;
    if (!make_ready(browser))
        return;
    int parts = density->parts;
    int part = part_of(browser, browser->views[VIEW_TIMELINE].cursor, parts);
    while (density_find_hill(density, part, direction < 0, &hill)) {
        size_t place = place_in(browser, hill.top);
        if (part_of(browser, place, parts) > hill.to)
            place = place_in(browser, hill.from);
        int at = part_of(browser, place, parts);
        if (at >= hill.from && at <= hill.to) {
            browser_go(browser, place, true);
            say_number(browser, MESSAGE_PEAK, density->left[hill.top], hill.top);
            return;
        }
        part = direction < 0 ? hill.from : hill.to; /* none is listed here, they only last */
    }
    browser_say(browser, direction < 0 ? MESSAGE_NO_PEAK_BEFORE : MESSAGE_NO_PEAK_AFTER);
}

void strip_scale(struct browser *browser, int unused)
{
    const struct density *density = &browser->strip.density;
    int part = 0;
    (void)unused;
    make_ready(browser);
    while (part + 1 < density->parts && density->all[part] < density->peak)
        part++;
    say_number(browser, MESSAGE_HIGHEST, density->peak, part);
}

bool strip_press(struct browser *browser, int x, int y)
{
    const struct area *strip = &browser->strip.area;
    int part = x - strip->x;
    if (y != strip->y || part < 0 || part >= strip->width || !make_ready(browser))
        return false;
    browser_go(browser, place_in(browser, part), true);
    return true;
}
