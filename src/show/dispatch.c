#include "show/action.h"
#include "show/browser.h"
#include "show/command.h"
#include "show/narrow.h"
#include "show/pointer.h"

/* Where a key goes: to the prompt, to the pane, to the action table. */

/* To move or find is to do so among all events there are; leaving does not wait for them. */
static void run(const struct action *action, struct browser *browser, uint32_t key)
{
    if (action->group != GROUP_REST)
        browser_read_whole(browser);
    action_run(action, browser, key);
}

static void take_prompt_key(struct browser *browser, uint32_t key)
{
    const struct action *action = action_find(CONTEXT_PROMPT, key, true);
    if (action && !browser->pasting)
        action_run(action, browser, key);
    else
        command_type(browser, key);
}

static void take_pane_key(struct browser *browser, uint32_t key)
{
    enum context context = (enum context)(1U << browser_focus(browser));
    const struct action *own = action_find(context, key, true);
    const struct action *any = action_find(context, key, false);
    bool typed = !own && key_is_text(key) && narrow_type(browser, key);
    if (!typed && any)
        run(own ? own : any, browser, key);
}

/* The mouse is nothing to a prompt. */
static void take_pointer(struct browser *browser, enum pointer what, int x, int y)
{
    if (browser->prompt.kind != PROMPT_NONE)
        return;
    buffer_clear(&browser->notice);
    browser_read_whole(browser);
    pointer_take(browser, what, x, y);
}

/* What is pasted is text for a prompt and nothing for a pane. */
void browser_key(struct browser *browser, uint32_t key)
{
    enum pointer what;
    int x, y;
    bool is_mark = key == KEY_CODE_PASTE_BEGIN || key == KEY_CODE_PASTE_END;
    if (is_mark)
        browser->pasting = browser->prompt.pasting = key == KEY_CODE_PASTE_BEGIN;
    else if (key_read_pointer(key, &what, &x, &y))
        take_pointer(browser, what, x, y);
    else if (browser->prompt.kind != PROMPT_NONE)
        take_prompt_key(browser, key);
    else if (!browser->pasting) {
        buffer_clear(&browser->notice);
        take_pane_key(browser, key);
    }
    browser->has_changed = true;
}
