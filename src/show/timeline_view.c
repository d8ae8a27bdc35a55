#include "find/naming.h"
#include "show/level_view.h"
#include "show/rows.h"
#include "show/tell.h"
#include "time/day.h"
#include "time/words.h"

/* The list of events: a heading for each year, the first row always being one. */

#define MARKER_WIDTH   2
#define GUTTER_WIDTH   (MARKER_WIDTH + WORDS_SHORT_WIDTH)
#define TITLE_AT       (GUTTER_WIDTH + 2)
#define PROVINCE_WIDTH 18
#define PROVINCE_FROM  64 /* columns of the list from which on provinces are shown */
#define AHEAD_PART     4  /* of how many parts of a page one is brought into sight at its edge */

static const struct event *event_at(const struct browser *browser, size_t place)
{
    return &browser->store->events[browser->answer.events[place]];
}

/* Returns the year whose heading an event stands under. */
static int heading_year(const struct browser *browser, size_t place)
{
    return day_year(event_day(event_at(browser, place)));
}

static size_t timeline_count(const struct browser *browser)
{
    return browser->answer.count;
}

/* Returns the rows that place `place` adds below the one before it: itself and perhaps a year. */
static int rows_of(const struct browser *browser, size_t place)
{
    return heading_year(browser, place) == heading_year(browser, place - 1) ? 1 : 2;
}

/* Returns the rows from place `top`, with its year, to place `end`. */
static int rows_to(const struct browser *browser, size_t top, size_t end)
{
    int rows = 2;
    for (size_t place = top + 1; place <= end; place++)
        rows += rows_of(browser, place);
    return rows;
}

/* Says whether the rows from place `top` to the cursor fit in `height`. */
static bool fits(const struct browser *browser, size_t top, size_t cursor, int height)
{
    return cursor - top < (size_t)height && rows_to(browser, top, cursor) <= height;
}

/* Brings the cursor into sight and leaves no room unused at the end. A step beyond the page brings
 * some of what follows with it: that is seen, and the rows stay where they are for the next steps,
 * which spares a slow line. After a jump of more than a page the cursor stands in the middle. */
static void scroll(struct browser *browser, struct view *view, int height)
{
    size_t last = browser->answer.count - 1, page = (size_t)height;
    bool is_far = view->cursor + page < view->top || view->cursor > view->top + 2 * page;
    bool is_above = view->cursor < view->top;
    if (is_far || is_above || !fits(browser, view->top, view->cursor, height)) {
        int ahead = height / AHEAD_PART, own = 2; /* its year and itself */
        int above = is_far ? height / 2 : is_above ? ahead + own : height - ahead;
        view->top = view->cursor;
        while (view->top > 0 && fits(browser, view->top - 1, view->cursor, above))
            view->top--;
    }
    while (view->top > 0 && fits(browser, view->top - 1, last, height))
        view->top--;
}

/* Returns the last place of those from `top` to `end` that stands no lower than `row`. */
static size_t place_in_row(const struct browser *browser, size_t top, size_t end, int row)
{
    size_t place = top;
    for (int at = 2; place < end; place++) {
        at += rows_of(browser, place + 1);
        if (at > row)
            break;
    }
    return place;
}

/* Years have rows of their own, so what a page holds differs from page to page. The last row in
 * sight, or the first one, stays in sight, and the cursor in its row unless it comes to an end. */
static size_t timeline_turned(struct browser *browser, size_t top, size_t to)
{
    struct view *view = &browser->views[VIEW_TIMELINE];
    int height = view->area.height;
    size_t from = view->cursor, last = browser->answer.count - 1;
    while (view->top < top && !fits(browser, view->top, top, height))
        view->top++;
    size_t kept = place_in_row(browser, view->top, last, rows_to(browser, top, from));
    if (to > 0 && to < last && (to > from ? kept > from : kept < from))
        return kept;
    while (to > view->top && !fits(browser, view->top, to, height))
        to--;
    return to > view->top ? to : view->top;
}

/* A year stands out by its place at the margin; a style would have to be sent for each of them. */
static void draw_heading(const struct browser *browser, size_t place, struct surface *surface,
                         struct area row)
{
    char year[16];
    snprintf(year, sizeof year, "%d", heading_year(browser, place));
    surface_put_string(surface, row, year, STYLE_PLAIN);
}

/* Draws the provinces at the right; returns the columns they take. */
static int draw_provinces(const struct browser *browser, const struct event *event,
                          struct surface *surface, struct area row)
{
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    const uint32_t *units = store_units(browser->store, event);
    struct buffer names = {0}, shown = {0};
    if (row.width < PROVINCE_FROM || event->unit_count == 0 || units[0] == gazetteer->nation)
        return 0;
    naming_add_short(&names, browser->store, event, browser->language, browser->names);
    text_add_cut(&shown, buffer_bytes(&names), PROVINCE_WIDTH);
    int used = surface_put_right(surface, row, buffer_bytes(&shown), STYLE_PLAIN);
    buffer_free(&names);
    buffer_free(&shown);
    return used + 2;
}

static void draw_date(const struct browser *browser, const struct event *event,
                      struct surface *surface, struct area row)
{
    struct buffer edtf = {0}, words = {0};
    store_value(browser->store, event->record, BYTES("Date"), &edtf);
    words_short(&words, bytes_trim(buffer_bytes(&edtf)), browser->language);
    row.width = GUTTER_WIDTH < row.width ? GUTTER_WIDTH : row.width;
    surface_put_right(surface, area_after(row, MARKER_WIDTH), buffer_bytes(&words), STYLE_PLAIN);
    buffer_free(&edtf);
    buffer_free(&words);
}

static void draw_title(const struct browser *browser, const struct event *event,
                       struct surface *surface, struct area row)
{
    struct buffer title = {0};
    store_title(browser->store, event->record, browser->language, &title);
    surface_put(surface, row, buffer_bytes(&title), STYLE_PLAIN);
    page_mark_hits(surface, row, buffer_bytes(&title), browser_marks(browser));
    buffer_free(&title);
}

static void draw_event(struct browser *browser, size_t place, struct surface *surface,
                       struct area row, bool focus)
{
    const struct event *event = event_at(browser, place);
    draw_date(browser, event, surface, row);
    struct area title = area_after(row, TITLE_AT);
    title.width -= draw_provinces(browser, event, surface, row);
    draw_title(browser, event, surface, title);
    row.width = MARKER_WIDTH;
    if (place == browser->views[VIEW_TIMELINE].cursor)
        rows_mark(surface, row, focus);
}

static void timeline_draw(struct browser *browser, struct surface *surface, struct area area,
                          bool focus)
{
    struct view *view = &browser->views[VIEW_TIMELINE];
    if (browser->answer.count == 0) {
        if (!browser->reading)
            surface_put_string(surface, area, browser_text(browser, MESSAGE_NO_EVENTS_LEFT),
                               STYLE_PLAIN);
        if (focus)
            surface_set_cursor(surface, area.x, area.y);
        return;
    }
    if (browser->levels.level != LEVEL_EVENT) {
        level_draw(browser, surface, area, focus);
        return;
    }
    scroll(browser, view, area.height);
    size_t place = view->top;
    for (int row = 0; row < area.height && place < browser->answer.count; row++) {
        if (row == 0 || (rows_of(browser, place) == 2 && place > view->top)) {
            if (row > 0 && row == area.height - 1)
                break; /* a year would stand there without an event */
            draw_heading(browser, place, surface, area_row(area, row));
            row++;
        }
        if (row < area.height)
            draw_event(browser, place++, surface, area_row(area, row), focus);
    }
    view->page = (int)(place - view->top);
}

/* Selects the event in row `y`, walking the rows as they were drawn. */
static void timeline_press(struct browser *browser, int x, int y)
{
    const struct view *view = &browser->views[VIEW_TIMELINE];
    (void)x;
    if (browser->levels.level != LEVEL_EVENT) {
        level_press(browser, y);
        return;
    }
    int row = 1; /* behind a heading */
    for (size_t place = view->top; place < browser->answer.count && row <= y; place++, row++) {
        row += place > view->top && rows_of(browser, place) == 2;
        if (row == y)
            browser_go(browser, place, true);
    }
}

static void timeline_head(const struct browser *browser, struct buffer *out)
{
    static const enum message heads[LEVEL_COUNT] = {
        [LEVEL_CENTURY] = MESSAGE_TIMELINE_CENTURIES,
        [LEVEL_DECADE] = MESSAGE_TIMELINE_DECADES,
        [LEVEL_YEAR] = MESSAGE_TIMELINE_YEARS,
        [LEVEL_MONTH] = MESSAGE_TIMELINE_MONTHS,
        [LEVEL_EVENT] = MESSAGE_TIMELINE,
    };
    buffer_add_string(out, browser_text(browser, heads[browser->levels.level]));
}

static void timeline_tell(struct browser *browser, struct page *page, bool alone)
{
    if (browser->levels.level != LEVEL_EVENT && browser->answer.count)
        level_tell(browser, page, alone);
    else
        tell_rows(browser, VIEW_TIMELINE, MESSAGE_NO_EVENTS_LEFT, tell_event, page, alone);
}

static size_t timeline_selected(const struct browser *browser)
{
    const struct levels *levels = &browser->levels;
    size_t cursor = browser->views[VIEW_TIMELINE].cursor;
    bool is_event = levels->level == LEVEL_EVENT;
    return is_event ? cursor : periods_find(&levels->division.levels[levels->level], cursor);
}

static bool timeline_select(struct browser *browser, size_t row)
{
    if (browser->levels.level != LEVEL_EVENT)
        return level_select(browser, row);
    browser_go(browser, row, true);
    return true;
}

const struct view_ops timeline_view = {
    .title = MESSAGE_TIMELINE,
    .count = timeline_count,
    .draw = timeline_draw,
    .press = timeline_press,
    .turned = timeline_turned,
    .head = timeline_head,
    .tell = timeline_tell,
    .selected = timeline_selected,
    .select = timeline_select,
};
