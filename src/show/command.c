#include "show/command.h"

#include "show/level_view.h"
#include "show/narrow.h"
#include "show/provinces_view.h"
#include "time/day.h"
#include "time/words.h"

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
    const struct periods *periods = &browser->periods;
    level_refresh(browser);
    if (periods->count == 0)
        return;
    size_t from = periods_find(periods, browser->views[VIEW_TIMELINE].cursor);
    size_t to = destination(motion, from, periods->count, (size_t)browser->level_page);
    if (periods->items[to].count == 0)
        to = periods_next(periods, to, to < from);
    if (to != from)
        browser_go(browser, periods->items[to].place, false);
}

void command_move(struct browser *browser, int motion)
{
    if (browser_focus(browser) == VIEW_TIMELINE && browser->level != LEVEL_EVENT) {
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
    if (!is_step)
        turn(view, from, to);
    if (focus == VIEW_TIMELINE)
        browser_go(browser, to, motion == MOTION_FIRST || motion == MOTION_LAST);
    else
        view->cursor = to;
}

static int year_of(const struct browser *browser, size_t place)
{
    const struct event *event = &browser->store->events[browser->answer.events[place]];
    int year, month, day;
    day_to_civil(event_day(event), &year, &month, &day);
    return year;
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
    const struct answer *matches = &browser->finding.matches;
    uint32_t selected = browser_selected(browser);
    bool found = false;
    browser->search_goes = false; /* it is gone to from here */
    while (!found && !search_is_over(&browser->finding)) {
        if (matches->count)
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
    const struct answer *matches = &browser->finding.matches;
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
    const struct search *finding = &browser->finding;
    struct buffer words = {0};
    bool is_whole = search_percent(finding) == 100;
    buffer_printf(&words, browser_text(browser, is_whole ? MESSAGE_MATCH_OF : MESSAGE_MATCH_SO_FAR),
                  place + 1, finding->matches.count, buffer_string(&browser->search_words));
    buffer_clear(&browser->notice);
    if (wrapped)
        browser_say(browser, MESSAGE_MATCH_WRAPPED, buffer_string(&words));
    else
        buffer_add(&browser->notice, buffer_bytes(&words));
    buffer_free(&words);
}

void command_match(struct browser *browser, int direction)
{
    const struct answer *matches = &browser->finding.matches;
    bool wrapped;
    if (!browser->search) {
        browser_say(browser, MESSAGE_NO_SEARCH);
        return;
    }
    search_beyond(browser, direction);
    if (matches->count == 0) {
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->search_words));
        return;
    }
    size_t next = next_match(browser, direction, &wrapped);
    browser_go(browser, answer_place(&browser->answer, matches->events[next]), true);
    say_match(browser, next, wrapped);
}

void command_level(struct browser *browser, int step)
{
    int level = (int)browser->level + step;
    if (level < LEVEL_CENTURY || level > LEVEL_EVENT)
        return;
    browser->level = (enum level)level;
    browser->periods_are_stale = true;
}

void command_enter(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->level != LEVEL_EVENT)
        command_level(browser, 1);
    else if (browser_selected(browser) != EVENT_NONE)
        browser->detail_focus = true;
}

/* Closes the uppermost pane; false when only the last one is left. */
static bool close_pane(struct browser *browser)
{
    enum view_id focus = browser_focus(browser);
    const struct view_ops *ops = view_ops(focus);
    if (ops->back && ops->back(browser))
        return true;
    if (focus == VIEW_HELP)
        browser->help_open = false;
    else if (focus == VIEW_DETAIL || focus == VIEW_SOURCE)
        browser->detail_focus = false;
    else if (browser->list != VIEW_TIMELINE)
        browser_uncover(browser);
    else
        return false;
    return true;
}

void command_back(struct browser *browser, int unused)
{
    struct search *finding = &browser->finding;
    (void)unused;
    if (!search_is_over(finding)) {
        search_stop(finding);
        browser->search_goes = false;
        browser_say(browser, MESSAGE_SEARCH_STOPPED, finding->matches.count);
    } else if (!close_pane(browser)) {
        browser->maximised = false;
    }
}

void command_close(struct browser *browser, int unused)
{
    (void)unused;
    if (!close_pane(browser))
        browser->wants_quit = true;
}

void command_quit(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants_quit = true;
}

void command_open(struct browser *browser, int view)
{
    const struct view_ops *ops = view_ops((enum view_id)view);
    if (browser_focus(browser) == (enum view_id)view) {
        close_pane(browser);
        return;
    }
    if (view == VIEW_HELP) {
        browser->help_open = true;
    } else {
        if (browser->list != (enum view_id)view) {
            browser->below = browser->list;
            browser->below_detail = browser->detail_focus;
        }
        browser->list = (enum view_id)view;
        browser->detail_focus = false;
    }
    if (ops->open)
        ops->open(browser);
}

void command_next_pane(struct browser *browser, int unused)
{
    (void)unused;
    if (browser_selected(browser) != EVENT_NONE)
        browser->detail_focus = !browser->detail_focus;
}

void command_maximise(struct browser *browser, int unused)
{
    (void)unused;
    browser->maximised = !browser->maximised;
}

void command_clear(struct browser *browser, int unused)
{
    struct question *question = &browser->question;
    (void)unused;
    if (browser->search)
        browser_search(browser, BYTES(""), 0);
    else if (question->query)
        question_set_words(question, BYTES(""));
    else if (question->picks.count)
        picks_clear(&question->picks, question->picks.items[question->picks.count - 1].facet);
    else if (question->unit_count)
        question->unit_count = 0;
    else if (question->from != DAY_OPEN_PAST || question->to != DAY_OPEN_FUTURE) {
        question->from = DAY_OPEN_PAST;
        question->to = DAY_OPEN_FUTURE;
    } else if (question->certain)
        question->certain = false;
    else {
        browser_say(browser, MESSAGE_NOTHING_TO_CLEAR);
        return;
    }
    browser_ask(browser);
    if (!question_is_open(question))
        browser_say(browser, MESSAGE_ALL_SHOWN);
}

void command_visited(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->visited_count == 0) {
        browser_say(browser, MESSAGE_NO_WAY_BACK);
        return;
    }
    uint32_t event = browser->visited[--browser->visited_count];
    browser_go(browser, answer_place(&browser->answer, event), false);
}

/* Says how far it is between two events, and how many of the answer lie between them. */
static void measure(struct browser *browser, uint32_t from, uint32_t to)
{
    uint32_t low = from < to ? from : to, high = from < to ? to : from;
    const struct event *events = browser->store->events;
    int32_t first = event_day(&events[low]), last = event_day(&events[high]), days = last - first;
    size_t between = answer_place(&browser->answer, high) - answer_place(&browser->answer, low);
    struct buffer words = {0};
    if (days > 0)
        words_duration(&words, first, last - 1, browser->language);
    else
        buffer_add_string(&words, browser_text(browser, MESSAGE_SAME_DAY));
    browser_say(browser, MESSAGE_MEASURED, buffer_string(&words), (int)days,
                between > 0 ? between - 1 : 0);
    buffer_free(&words);
}

void command_ruler(struct browser *browser, int unused)
{
    uint32_t selected = browser_selected(browser);
    (void)unused;
    if (selected == EVENT_NONE)
        return;
    if (browser->ruler_is_laid)
        measure(browser, browser->ruler_from, selected);
    else
        browser_say(browser, MESSAGE_RULER);
    browser->ruler_is_laid = !browser->ruler_is_laid;
    browser->ruler_from = selected;
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

void command_language(struct browser *browser, int unused)
{
    (void)unused;
    browser->language = browser->language == LANGUAGE_VI ? LANGUAGE_EN : LANGUAGE_VI;
    browser_say(browser, MESSAGE_LANGUAGE_NOW);
}

void command_both(struct browser *browser, int unused)
{
    (void)unused;
    browser->both_languages = !browser->both_languages;
    browser_say(browser, browser->both_languages ? MESSAGE_BOTH_ON : MESSAGE_BOTH_OFF);
}

void command_names(struct browser *browser, int unused)
{
    (void)unused;
    browser->names = (enum names)((browser->names + 1) % NAMES_COUNT);
    browser->periods_are_stale = true;
    browser->axis.is_built = false;
    buffer_clear(&browser->notice);
    browser_add_names(browser, &browser->notice);
}

void command_repaint(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants_repaint = true;
}

void command_suspend(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants_suspend = true;
}

void command_choose(struct browser *browser, int unused)
{
    (void)unused;
    if (!narrow_type_blank(browser))
        view_ops(browser_focus(browser))->choose(browser);
}

void command_all_of(struct browser *browser, int unused)
{
    (void)unused;
    provinces_switch_all_of(browser);
}

void command_apply(struct browser *browser, int unused)
{
    (void)unused;
    view_ops(browser_focus(browser))->apply(browser);
    browser_uncover(browser);
    browser->detail_focus = false;
    browser_ask(browser);
}

void command_untype(struct browser *browser, int unused)
{
    (void)unused;
    narrow_untype(browser);
}
