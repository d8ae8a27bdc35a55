#include "show/command.h"

#include "show/narrow.h"
#include "time/day.h"
#include "time/words.h"

void command_level(struct browser *browser, int step)
{
    int level = (int)browser->levels.level + step;
    if (level < LEVEL_CENTURY || level > LEVEL_EVENT)
        return;
    browser->levels.level = (enum level)level;
}

void command_enter(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->levels.level != LEVEL_EVENT)
        command_level(browser, 1);
    else if (browser_selected(browser) != EVENT_NONE)
        browser->panes.detail_focus = true;
}

/* Closes the uppermost pane; false when only the last one is left. */
static bool close_pane(struct browser *browser)
{
    const struct view_ops *ops = view_ops(browser_focus(browser));
    if (ops->back && ops->back(browser))
        return true;
    if (browser->panes.help_open)
        browser->panes.help_open = false;
    else if (browser->panes.detail_focus)
        browser->panes.detail_focus = false;
    else if (browser->panes.list != VIEW_TIMELINE)
        browser_uncover(browser);
    else
        return false;
    return true;
}

void command_back(struct browser *browser, int unused)
{
    struct search *search = &browser->seeking.search;
    (void)unused;
    if (!search_is_over(search)) {
        search_stop(search);
        browser->seeking.goes = false;
        browser_say(browser, MESSAGE_SEARCH_STOPPED, search->matches.count);
    } else if (!close_pane(browser)) {
        browser->panes.maximised = false;
    }
}

void command_close(struct browser *browser, int unused)
{
    (void)unused;
    if (!close_pane(browser))
        browser->wants.quit = true;
}

void command_quit(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants.quit = true;
}

void command_open(struct browser *browser, int view)
{
    const struct view_ops *ops = view_ops((enum view_id)view);
    if (browser_focus(browser) == (enum view_id)view) {
        close_pane(browser);
        return;
    }
    if (view == VIEW_HELP) {
        browser->panes.help_open = true;
    } else {
        if (browser->panes.list != (enum view_id)view) {
            browser->panes.below = browser->panes.list;
            browser->panes.below_detail = browser->panes.detail_focus;
        }
        browser->panes.list = (enum view_id)view;
        browser->panes.detail_focus = false;
    }
    if (ops->open)
        ops->open(browser);
}

void command_next_pane(struct browser *browser, int unused)
{
    (void)unused;
    if (browser_selected(browser) != EVENT_NONE)
        browser->panes.detail_focus = !browser->panes.detail_focus;
}

void command_maximise(struct browser *browser, int unused)
{
    (void)unused;
    browser->panes.maximised = !browser->panes.maximised;
}

/* False when no part of the filter is set. */
static bool clear_part(struct browser *browser)
{
    struct question *question = &browser->question;
    if (browser->seeking.query)
        browser_search(browser, BYTES(""), 0);
    else if (question->query)
        question_set_words(question, BYTES(""));
    else if (question->picks.count)
        picks_clear(&question->picks, question->picks.items[question->picks.count - 1].facet);
    else if (question->unit_count)
        question->unit_count = 0;
    else if (question->from != DAY_OPEN_PAST || question->to != DAY_OPEN_FUTURE)
        question_set_span(question, BYTES(""));
    else if (question->certain)
        question->certain = false;
    else
        return false;
    return true;
}

void command_clear(struct browser *browser, int unused)
{
    (void)unused;
    if (!clear_part(browser)) {
        browser_say(browser, MESSAGE_NOTHING_TO_CLEAR);
        return;
    }
    browser_ask(browser);
    if (!question_is_open(&browser->question))
        browser_say(browser, MESSAGE_ALL_SHOWN);
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
    if (browser->ruler.is_laid)
        measure(browser, browser->ruler.from, selected);
    else
        browser_say(browser, MESSAGE_RULER);
    browser->ruler.is_laid = !browser->ruler.is_laid;
    browser->ruler.from = selected;
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
    browser->levels.are_stale = true;
    browser->axis.is_built = false;
    buffer_clear(&browser->notice);
    browser_add_names(browser, &browser->notice);
}

void command_repaint(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants.repaint = true;
}

void command_suspend(struct browser *browser, int unused)
{
    (void)unused;
    browser->wants.suspend = true;
}

void command_choose(struct browser *browser, int unused)
{
    (void)unused;
    if (!narrow_type_blank(browser))
        view_ops(browser_focus(browser))->choose(browser);
}

void command_apply(struct browser *browser, int unused)
{
    (void)unused;
    view_ops(browser_focus(browser))->apply(browser);
    browser_uncover(browser);
    browser->panes.detail_focus = false;
    browser_ask(browser);
}

void command_untype(struct browser *browser, int unused)
{
    (void)unused;
    narrow_untype(browser);
}
