#include "show/order_run.h"

#include "show/command.h"
#include "show/key.h"
#include "show/narrow.h"

/* --- Text and rows --- */

/* Calls `take` for each code point of clean text. */
static void each_point(struct browser *browser, struct bytes text,
                       void (*take)(struct browser *browser, uint32_t point))
{
    uint32_t points[16];
    while (text.size) {
        size_t size = text_grapheme(text);
        size_t count = text_points(bytes_first(text, size), points, 16);
        for (size_t i = 0; i < count; i++)
            take(browser, points[i]);
        text = bytes_after(text, size);
    }
}

void order_answer(struct browser *browser, struct bytes text)
{
    each_point(browser, text, command_type);
    command_accept(browser, 0);
}

static void type_into_pane(struct browser *browser, uint32_t point)
{
    narrow_type(browser, point);
}

bool order_type(struct browser *browser, struct bytes line)
{
    if (!view_ops(browser_focus(browser))->typed)
        return false;
    narrow_clear(browser);
    each_point(browser, line, type_into_pane);
    return true;
}

bool order_select(struct browser *browser, struct bytes typed)
{
    enum view_id focus = browser_focus(browser);
    int number;
    if (!bytes_number(typed, &number) || number < 1)
        return false;
    size_t row = (size_t)number - 1;
    if (row >= view_ops(focus)->count(browser))
        return false;
    if (view_ops(focus)->select)
        return view_ops(focus)->select(browser, row);
    browser->views[focus].cursor = row;
    return true;
}

/* --- Actions --- */

/* Returns the panes that are open, as contexts. */
static unsigned open_panes(const struct browser *browser)
{
    unsigned open = CONTEXT_TIMELINE | 1U << browser->panes.below | 1U << browser->panes.list;
    if (browser->panes.detail_focus)
        open |= 1U << browser_side(browser);
    return browser->panes.help_open ? open | CONTEXT_HELP : open;
}

bool order_is_in_reach(const struct browser *browser, const struct action *action)
{
    return action->context & open_panes(browser);
}

/* Closes panes until one is in focus that has the action; false when none of them has it. */
static bool reach(struct browser *browser, const struct action *action)
{
    if (!order_is_in_reach(browser, action))
        return false;
    while (!(action->context & 1U << browser_focus(browser)))
        command_back(browser, 0);
    return true;
}

/* Runs an action whose keys count, as the key whose number is `rest` would. */
static void run_counted(struct browser *browser, const struct action *action, struct bytes rest)
{
    struct bytes keys = bytes_of(action->keys);
    int number = 1;
    bool read = rest.size == 0 || bytes_number(rest, &number);
    for (int i = 1; keys.size; i++) {
        struct bytes key = bytes_split(keys, ' ', &keys);
        if (read && i == number) {
            action_run(action, browser, key_parse(key));
            return;
        }
    }
    browser_say(browser, MESSAGE_NO_SUCH_LINE, rest.at);
}

bool order_asks(const struct action *action)
{
    return action->run == command_prompt;
}

void order_run(struct browser *browser, const struct action *action, struct bytes rest)
{
    if (!reach(browser, action)) {
        browser_say(browser, MESSAGE_ORDER_NOT_HERE, action->id);
        return;
    }
    if (action->argument == ARGUMENT_COUNTS) {
        run_counted(browser, action, rest);
        return;
    }
    if (rest.size && bytes_are_digits(rest) && !order_asks(action) &&
        !order_select(browser, rest)) {
        browser_say(browser, MESSAGE_NO_SUCH_LINE, rest.at);
        return;
    }
    action_run(action, browser, KEY_CODE_NONE);
    if (rest.size && browser->prompt.kind != PROMPT_NONE)
        order_answer(browser, rest);
    else if (rest.size && !bytes_are_digits(rest))
        order_type(browser, rest);
}

const struct action *order_key(const struct browser *browser, uint32_t key)
{
    enum view_id focus = browser_focus(browser);
    enum context context = (enum context)(1U << focus);
    const struct action *own = action_find(context, key, true);
    if (own || (view_ops(focus)->typed && key_is_text(key)))
        return own;
    return action_find(context, key, false);
}
