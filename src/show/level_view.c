#include "show/level_view.h"

#include "show/rows.h"
#include "show/summary.h"
#include "show/tell.h"
#include "time/day.h"
#include "time/words.h"

#define MARKER_WIDTH 2
#define NAME_WIDTH   28
#define COUNT_WIDTH  7
#define BAR_SHARE    4 /* the bar has one column in so many */

/* Appends what a period is called: `the 1950s`, `March 1954`. */
static void add_name(const struct browser *browser, const struct period *period, struct buffer *out)
{
    struct buffer edtf = {0};
    int year, month, day;
    day_to_civil(period->first, &year, &month, &day);
    const char *sign = year < 0 ? "-" : "";
    int digits = year < 0 ? -year : year;
    if (period->level == LEVEL_CENTURY)
        buffer_printf(&edtf, "%s%02dXX", sign, digits / 100);
    else if (period->level == LEVEL_DECADE)
        buffer_printf(&edtf, "%s%03dX", sign, digits / 10);
    else if (period->level == LEVEL_YEAR)
        buffer_printf(&edtf, "%s%04d", sign, digits);
    else
        buffer_printf(&edtf, "%s%04d-%02d", sign, digits, month);
    words_date(out, buffer_bytes(&edtf), browser->language);
    buffer_free(&edtf);
}

static void add_gap(const struct browser *browser, const struct period *gap, struct buffer *out)
{
    struct buffer length = {0};
    words_duration(&length, gap->first, gap->last, browser->language);
    buffer_printf(out, browser_text(browser, MESSAGE_GAP), buffer_string(&length));
    buffer_free(&length);
}

static void draw_gap(const struct browser *browser, const struct period *gap,
                     struct surface *surface, struct area row)
{
    struct buffer line = {0};
    add_gap(browser, gap, &line);
    surface_put(surface, area_after(row, MARKER_WIDTH), buffer_bytes(&line), STYLE_FAINT);
    buffer_free(&line);
}

/* Draws a bar, at least one column long. */
static void draw_bar(size_t number, size_t peak, struct surface *surface, struct area place)
{
    int columns = (int)((double)number / (double)peak * (double)place.width + 0.5);
    for (int i = 0; i < (columns > 0 ? columns : 1) && i < place.width; i++) {
        struct area cell = {place.x + i, place.y, 1, place.height};
        surface_put_string(surface, cell, "█", STYLE_ACCENT);
    }
}

static void add_units(const struct browser *browser, const struct period *period,
                      struct buffer *out)
{
    for (int i = 0; i < PERIOD_UNITS && period->units[i] != UNIT_NONE; i++) {
        buffer_add_string(out, i ? ", " : "");
        text_clean_line(
            out, gazetteer_name(&browser->store->gazetteer, period->units[i], browser->language));
    }
}

static void draw_period(const struct browser *browser, const struct period *period, size_t peak,
                        struct surface *surface, struct area row)
{
    struct buffer name = {0}, count = {0}, units = {0};
    struct area place = area_after(row, MARKER_WIDTH);
    int bar = row.width / BAR_SHARE;
    add_name(browser, period, &name);
    buffer_printf(&count, "%zu", period->count);
    add_units(browser, period, &units);
    surface_put(surface, (struct area){place.x, place.y, NAME_WIDTH, place.height},
                buffer_bytes(&name), STYLE_PLAIN);
    place = area_after(place, NAME_WIDTH);
    surface_put_right(surface, (struct area){place.x, place.y, COUNT_WIDTH, place.height},
                      buffer_bytes(&count), STYLE_PLAIN);
    place = area_after(place, COUNT_WIDTH + 1);
    draw_bar(period->count, peak, surface,
             (struct area){place.x, place.y, bar < place.width ? bar : place.width, place.height});
    surface_put(surface, area_after(place, bar + 1), buffer_bytes(&units), STYLE_FAINT);
    buffer_free(&name);
    buffer_free(&count);
    buffer_free(&units);
}

static void mark_selected(struct surface *surface, struct area row, bool focus)
{
    row.width = MARKER_WIDTH + NAME_WIDTH < row.width ? MARKER_WIDTH + NAME_WIDTH : row.width;
    rows_mark(surface, row, focus);
}

/* Tells the density strip which events the rows stand for. */
static void note_sight(struct browser *browser, const struct periods *periods, size_t end)
{
    struct view *view = &browser->views[VIEW_TIMELINE];
    const struct period *last = &periods->items[end - 1];
    view->top = periods->items[browser->levels.top].place;
    view->page = (int)(last->place + (last->count ? last->count : 1) - view->top);
}

void level_draw(struct browser *browser, struct surface *surface, struct area area, bool focus)
{
    struct levels *levels = &browser->levels;
    const struct periods *periods = browser_periods(browser);
    size_t selected = periods_find(periods, browser->views[VIEW_TIMELINE].cursor);
    size_t at = rows_top(levels->top, selected, periods->count, (size_t)area.height);
    levels->top = at;
    for (int y = 0; y < area.height && at < periods->count; y++, at++) {
        const struct period *period = &periods->items[at];
        struct area row = area_row(area, y);
        if (period->count == 0)
            draw_gap(browser, period, surface, row);
        else
            draw_period(browser, period, periods->peak, surface, row);
        if (at == selected)
            mark_selected(surface, row, focus);
    }
    note_sight(browser, periods, at);
    levels->page = area.height;
}

void level_press(struct browser *browser, int y)
{
    const struct periods *periods = browser_periods(browser);
    size_t at = browser->levels.top + (size_t)y;
    if (at < periods->count && periods->items[at].count)
        browser_go(browser, periods->items[at].place, true);
}

/* Returns the number of a row: how many periods there are up to it. */
static size_t number_of(const struct periods *periods, size_t row)
{
    size_t number = 0;
    for (size_t i = 0; i <= row; i++)
        number += periods->items[i].count > 0;
    return number;
}

static void tell_gap(const struct browser *browser, const struct period *gap, struct page *page)
{
    struct buffer line = {0};
    add_gap(browser, gap, &line);
    page_add(page, buffer_bytes(&line), MARKER_WIDTH, MARKER_WIDTH, STYLE_PLAIN);
    buffer_free(&line);
}

static void tell_period(const struct browser *browser, const struct periods *periods, size_t row,
                        struct page *page)
{
    const struct period *period = &periods->items[row];
    struct buffer line = {0}, units = {0};
    add_name(browser, period, &line);
    buffer_add_string(&line, ": ");
    summary_add_count(browser, &line, period->count);
    add_units(browser, period, &units);
    buffer_add_string(&line, units.size ? "; " : "");
    buffer_add(&line, buffer_bytes(&units));
    tell_row(page, number_of(periods, row), buffer_bytes(&line));
    buffer_free(&line);
    buffer_free(&units);
}

void level_tell(struct browser *browser, struct page *page, bool alone)
{
    const struct periods *periods = browser_periods(browser);
    size_t from = periods_find(periods, browser->views[VIEW_TIMELINE].cursor);
    size_t rows = tell_count(from, periods->count, browser->levels.page, alone);
    for (size_t i = from; i < from + rows; i++)
        if (periods->items[i].count)
            tell_period(browser, periods, i, page);
        else
            tell_gap(browser, &periods->items[i], page);
}

bool level_select(struct browser *browser, size_t row)
{
    const struct periods *periods = browser_periods(browser);
    for (size_t i = 0; i < periods->count; i++) {
        if (periods->items[i].count == 0 || row-- > 0)
            continue;
        browser_go(browser, periods->items[i].place, true);
        return true;
    }
    return false;
}
