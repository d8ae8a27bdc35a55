#include "show/browser.h"

#include "find/naming.h"
#include "time/day.h"
#include "time/edtf.h"

/* Read in some milliseconds. */
#define WORK_BYTES ((size_t)4 << 20)

void browser_init(struct browser *browser, const struct store *store, enum language language)
{
    *browser = (struct browser){.store = store, .language = language, .levels.level = LEVEL_EVENT};
    browser->detail_key.event = EVENT_NONE;
    question_init(&browser->question);
    question_init(&browser->provinces.chosen);
    browser_ask(browser);
}

void browser_free(struct browser *browser)
{
    store_end_reading(browser->reading);
    reread_free(&browser->reread);
    province_pane_free(&browser->provinces);
    facet_pane_free(&browser->facets);
    axis_pane_free(&browser->axis);
    map_pane_free(&browser->map);
    lesson_pane_free(&browser->lesson);
    quiz_pane_free(&browser->quiz);
    question_free(&browser->question);
    answer_free(&browser->answer);
    helper_stop(browser->seeking.search.helper);
    search_free(&browser->seeking.search);
    query_free(browser->seeking.query);
    buffer_free(&browser->seeking.words);
    page_free(&browser->detail);
    page_free(&browser->help);
    density_free(&browser->strip.density);
    division_free(&browser->levels.division);
    prompt_free(&browser->prompt);
    buffer_free(&browser->notice);
}

const char *browser_text(const struct browser *browser, enum message which)
{
    return message(which, browser->language);
}

void browser_say(struct browser *browser, enum message which, ...)
{
    va_list arguments;
    va_start(arguments, which);
    buffer_clear(&browser->notice);
    buffer_vprintf(&browser->notice, browser_text(browser, which), arguments);
    va_end(arguments);
}

void browser_add_names(const struct browser *browser, struct buffer *out)
{
    static const enum message texts[NAMES_COUNT] = {[NAMES_GROUND] = MESSAGE_NAMES_GROUND,
                                                    [NAMES_THEN] = MESSAGE_NAMES_THEN,
                                                    [NAMES_NOW] = MESSAGE_NAMES_NOW};
    buffer_printf(out, browser_text(browser, texts[browser->names]),
                  roll_count(&browser->store->gazetteer, browser->names));
}

uint32_t browser_selected(const struct browser *browser)
{
    size_t place = browser->views[VIEW_TIMELINE].cursor;
    return place < browser->answer.count ? browser->answer.events[place] : EVENT_NONE;
}

void browser_uncover(struct browser *browser)
{
    browser->panes.list = browser->panes.below;
    browser->panes.below = VIEW_TIMELINE;
    browser->panes.detail_focus = browser->panes.below_detail;
    browser->panes.below_detail = false;
}

enum view_id browser_side(const struct browser *browser)
{
    return browser->panes.list == VIEW_SOURCES ? VIEW_SOURCE : VIEW_DETAIL;
}

enum view_id browser_focus(const struct browser *browser)
{
    if (browser->panes.help_open)
        return VIEW_HELP;
    return browser->panes.detail_focus ? browser_side(browser) : browser->panes.list;
}

void browser_ask(struct browser *browser)
{
    answer_fill(&browser->answer, browser->store, &browser->question);
    browser->views[VIEW_TIMELINE].cursor = answer_place(&browser->answer, browser->wanted);
    browser->strip.is_stale = browser->levels.are_stale = true;
    browser->axis.is_built = browser->map.is_counted = false;
    browser_search_anew(browser);
}

void browser_take_question(struct browser *browser, struct question *question)
{
    question_free(&browser->question);
    browser->question = *question;
    question_init(question);
    browser_ask(browser);
}

void browser_take_reading(struct browser *browser, struct store_reading *reading)
{
    browser->reading = reading;
}

void browser_take_helper(struct browser *browser, struct helper *helper)
{
    browser->seeking.search.helper = helper;
}

static void say_left_out(struct browser *browser)
{
    if (browser->store->left_out)
        browser_say(browser, MESSAGE_LEFT_OUT, browser->store->left_out);
}

static enum browser_work read_on(struct browser *browser)
{
    if (store_read_on(browser->reading, WORK_BYTES))
        return BROWSER_WORKING;
    store_end_reading(browser->reading);
    browser->reading = NULL;
    browser->detail_key.event = EVENT_NONE;
    browser_ask(browser);
    say_left_out(browser);
    return BROWSER_DONE;
}

enum browser_work browser_work(struct browser *browser)
{
    if (browser->reading)
        return read_on(browser);
    if (!search_is_over(&browser->seeking.search))
        return browser_search_on(browser);
    return browser_divide_on(browser) ? BROWSER_WORKING : browser_refresh(browser);
}

void browser_read_whole(struct browser *browser)
{
    while (browser->reading)
        read_on(browser);
}

static void remember(struct browser *browser)
{
    uint32_t selected = browser_selected(browser);
    if (selected == EVENT_NONE)
        return;
    if (browser->visited.count == VISITED_MAX) {
        for (size_t i = 1; i < VISITED_MAX; i++)
            browser->visited.events[i - 1] = browser->visited.events[i];
        browser->visited.count--;
    }
    browser->visited.events[browser->visited.count++] = selected;
}

void browser_go(struct browser *browser, size_t place, bool is_jump)
{
    size_t *cursor = &browser->views[VIEW_TIMELINE].cursor;
    if (browser->answer.count == 0)
        return;
    if (place >= browser->answer.count)
        place = browser->answer.count - 1;
    if (is_jump && place != *cursor)
        remember(browser);
    *cursor = place;
    browser->wanted = browser->answer.events[place];
    browser->seeking.goes = false;
}

void browser_go_to_event(struct browser *browser, uint32_t event)
{
    if (!answer_has(&browser->answer, event)) {
        question_free(&browser->question);
        browser_ask(browser);
        browser_say(browser, MESSAGE_ALL_SHOWN);
    }
    browser_go(browser, answer_place(&browser->answer, event), true);
}

/* Reads a number or a percentage as a place in the list. Four digits are a year when they are one
 * of the timeline, or more than there are events. */
static bool read_place(const struct browser *browser, struct bytes typed, size_t *place)
{
    int number;
    size_t count = browser->answer.count;
    if (typed.size > 1 && typed.at[typed.size - 1] == '%') {
        if (!bytes_number(bytes_first(typed, typed.size - 1), &number) || number > 100)
            return false;
        *place = count ? (count - 1) * (size_t)number / 100 : 0;
        return true;
    }
    if (!bytes_number(typed, &number) || number == 0)
        return false;
    bool is_year =
        (number >= day_year(browser->store->first) && number <= day_year(browser->store->last)) ||
        (size_t)number > count;
    if (typed.size == 4 && is_year)
        return false;
    *place = (size_t)number - 1;
    return true;
}

static bool read_day(const struct browser *browser, struct bytes typed, size_t *place)
{
    struct edtf date;
    bool read = edtf_parse_typed(&date, typed);
    if (read)
        *place = answer_place_of_day(&browser->answer, browser->store,
                                     date.first == DAY_OPEN_PAST ? date.last : date.first);
    return read;
}

bool browser_go_to(struct browser *browser, struct bytes typed)
{
    size_t place;
    typed = bytes_trim(typed);
    if (!read_place(browser, typed, &place) && !read_day(browser, typed, &place)) {
        uint32_t event = store_find(browser->store, typed);
        if (event == EVENT_NONE)
            return false;
        place = answer_place(&browser->answer, event);
    }
    browser_go(browser, place, true);
    return true;
}
