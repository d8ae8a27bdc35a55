#include "show/command.h"

#include "time/day.h"

/* What takes one elsewhere: motions, years, matches, links, and the way back. */

/* Returns where a motion leads from `from` among `count` places, `page` of them in sight. */
static size_t destination(enum motion motion, size_t from, size_t count, size_t page)
{
    size_t half = page / 2 ? page / 2 : 1, whole = page > 1 ? page - 1 : 1;
    const size_t steps[] = {
        [MOTION_DOWN] = 1,          [MOTION_UP] = 1,
        [MOTION_HALF_DOWN] = half,  [MOTION_HALF_UP] = half,
        [MOTION_PAGE_DOWN] = whole, [MOTION_PAGE_UP] = whole,
        [MOTION_FIRST] = count,     [MOTION_LAST] = count,
    };
    bool back = motion == MOTION_UP || motion == MOTION_HALF_UP || motion == MOTION_PAGE_UP ||
                motion == MOTION_FIRST;
    size_t room = back ? from : count - 1 - from;
    size_t step = steps[motion] < room ? steps[motion] : room;
    return back ? from - step : from + step;
}

/* A page turns the rows as well as the cursor, so that it stays at its height on the screen. */
static void turn(struct view *view, size_t from, size_t to)
{
    if (to > from)
        view->top += to - from;
    else
        view->top -= view->top < from - to ? view->top : from - to;
}

/* Moves among the periods of a level; gaps are passed over. */
static void move_among_periods(struct browser *browser, enum motion motion)
{
    const struct periods *periods = browser_periods(browser);
    if (periods->count == 0)
        return;
    size_t from = periods_find(periods, browser->views[VIEW_TIMELINE].cursor);
    size_t to = destination(motion, from, periods->count, (size_t)browser->levels.page);
    if (periods->items[to].count == 0)
        to = periods_next(periods, to, to < from);
    if (to != from)
        browser_go(browser, periods->items[to].place, false);
}

void command_move(struct browser *browser, int motion)
{
    if (browser_focus(browser) == VIEW_TIMELINE && browser->levels.level != LEVEL_EVENT) {
        move_among_periods(browser, (enum motion)motion);
        return;
    }
    enum view_id focus = browser_focus(browser);
    bool is_step = motion == MOTION_DOWN || motion == MOTION_UP;
    if (!is_step || focus != VIEW_TIMELINE)
        browser_lay_out(browser);
    struct view *view = &browser->views[focus];
    size_t count = view_ops(focus)->count(browser), from = view->cursor;
    if (count == 0)
        return;
    size_t to = destination((enum motion)motion, from, count, (size_t)view->page);
    size_t top = view->top;
    bool is_jump = motion == MOTION_FIRST || motion == MOTION_LAST;
    if (!is_step)
        turn(view, from, to);
    if (!is_step && !is_jump && view_ops(focus)->turned)
        to = view_ops(focus)->turned(browser, top, to);
    if (focus == VIEW_TIMELINE)
        browser_go(browser, to, is_jump);
    else
        view->cursor = to;
}

static int year_of(const struct browser *browser, size_t place)
{
    return day_year(event_day(&browser->store->events[browser->answer.events[place]]));
}

void command_year(struct browser *browser, int years)
{
    size_t place = browser->views[VIEW_TIMELINE].cursor, count = browser->answer.count;
    if (count == 0)
        return;
    int year = year_of(browser, place), goal = year + years;
    if (years > 0)
        while (place + 1 < count && year_of(browser, place) < goal)
            place++;
    while (years < 0 && place > 0 && year_of(browser, place) > goal)
        place--;
    while (place > 0 && year_of(browser, place - 1) == year_of(browser, place) && years < 0)
        place--;
    browser_go(browser, place, true);
}

/* Searches on until a match lies beyond the selected event in that direction. */
static void search_beyond(struct browser *browser, int direction)
{
    const struct answer *matches = &browser->seeking.search.matches;
    uint32_t selected = browser_selected(browser);
    bool found = false;
    browser->seeking.goes = false; /* it is gone to from here */
    while (!found && !search_is_over(&browser->seeking.search)) {
        if (matches->count && search_is_ordered(&browser->seeking.search))
            found = direction > 0 ? matches->events[matches->count - 1] > selected
                                  : matches->events[0] < selected;
        if (!found)
            browser_search_on(browser);
    }
}

/* Returns the place among the matches of the next one, or the one before; `*wrapped` says that it
 * is at the other end. There must be matches. */
static size_t next_match(const struct browser *browser, int direction, bool *wrapped)
{
    const struct answer *matches = &browser->seeking.search.matches;
    uint32_t selected = browser_selected(browser);
    size_t last = matches->count - 1, at = answer_place(matches, selected);
    bool beyond = matches->events[at] > selected, before = matches->events[at] < selected;
    size_t next = direction > 0 ? at + (beyond ? 0 : 1) : at - (before ? 0 : 1);
    *wrapped = next > last;
    return !*wrapped ? next : direction > 0 ? 0 : last;
}

/* Says which match one is at. */
static void say_match(struct browser *browser, size_t place, bool wrapped)
{
    const struct search *search = &browser->seeking.search;
    struct buffer words = {0};
    bool is_whole = search_percent(search) == 100;
    buffer_printf(&words, browser_text(browser, is_whole ? MESSAGE_MATCH_OF : MESSAGE_MATCH_SO_FAR),
                  place + 1, search->matches.count, buffer_string(&browser->seeking.words));
    buffer_clear(&browser->notice);
    if (wrapped)
        browser_say(browser, MESSAGE_MATCH_WRAPPED, buffer_string(&words));
    else
        buffer_add(&browser->notice, buffer_bytes(&words));
    buffer_free(&words);
}

void command_match(struct browser *browser, int direction)
{
    const struct answer *matches = &browser->seeking.search.matches;
    bool wrapped;
    if (!browser->seeking.query) {
        browser_say(browser, MESSAGE_NO_SEARCH);
        return;
    }
    search_beyond(browser, direction);
    if (matches->count == 0) {
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->seeking.words));
        return;
    }
    size_t next = next_match(browser, direction, &wrapped);
    browser_go(browser, answer_place(&browser->answer, matches->events[next]), true);
    say_match(browser, next, wrapped);
}

void command_visited(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->visited.count == 0) {
        browser_say(browser, MESSAGE_NO_WAY_BACK);
        return;
    }
    uint32_t event = browser->visited.events[--browser->visited.count];
    browser_go(browser, answer_place(&browser->answer, event), false);
}

/* Finds link number `number` of an event. */
static uint32_t link_target(const struct store *store, struct record record, int number)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(store, record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD)
        if (bytes_equal(field.name, BYTES("See")) && --number == 0)
            return store_find(store, bytes_trim(field.raw));
    return EVENT_NONE;
}

void command_follow(struct browser *browser, int number)
{
    uint32_t selected = browser_selected(browser);
    uint32_t event = EVENT_NONE;
    if (selected != EVENT_NONE)
        event = link_target(browser->store, browser->store->events[selected].record, number);
    if (event == EVENT_NONE) {
        browser_say(browser, MESSAGE_NO_SUCH_LINK, number);
        return;
    }
    browser_go_to_event(browser, event);
}
