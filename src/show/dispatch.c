#include "show/action.h"
#include "show/browser.h"
#include "show/key.h"

/* Where a key goes: to the prompt, to the pane, to the action table. */

static void accept_prompt(struct browser *browser, enum prompt_kind kind)
{
    struct bytes typed = buffer_bytes(&browser->prompt.text);
    if (kind == PROMPT_GOTO && typed.size && !browser_go_to(browser, typed))
        browser_say(browser, MESSAGE_NO_SUCH_GOAL, buffer_string(&browser->prompt.text));
    if (kind == PROMPT_SEARCH && browser->search && browser->matches.count == 0)
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->search_words));
    if (kind == PROMPT_KEEP) {
        question_set_words(&browser->question, typed);
        browser_ask(browser);
    }
}

static void take_prompt_key(struct browser *browser, uint32_t key)
{
    struct prompt *prompt = &browser->prompt;
    enum prompt_kind kind = prompt->kind;
    enum prompt_event event = prompt_key(prompt, key);
    if (kind == PROMPT_SEARCH && event == PROMPT_CHANGED)
        browser->search_is_stale = true;
    if (event == PROMPT_ACCEPTED)
        browser_catch_up(browser);
    if (kind == PROMPT_SEARCH && event == PROMPT_CANCELLED) {
        browser->search_is_stale = false;
        browser_search(browser, BYTES(""), prompt->origin);
        browser_go(browser, prompt->origin, false);
    }
    if (event == PROMPT_ACCEPTED)
        accept_prompt(browser, kind);
    if (event == PROMPT_ACCEPTED || event == PROMPT_CANCELLED)
        prompt_close(prompt);
}

static void take_pane_key(struct browser *browser, uint32_t key)
{
    enum view_id focus = browser_focus(browser);
    const struct view_ops *ops = view_ops(focus);
    const struct action *own = action_find(focus, key, true);
    const struct action *any = action_find(focus, key, false);
    bool typed = !own && ops->type && key_is_text(key) && ops->type(browser, key);
    if (!typed && any)
        action_run(own ? own : any, browser, key);
}

void browser_key(struct browser *browser, uint32_t key)
{
    if (browser->prompt.kind != PROMPT_NONE) {
        take_prompt_key(browser, key);
        return;
    }
    if (key == KEY_CODE_PASTE_BEGIN || key == KEY_CODE_PASTE_END)
        browser->pasting = key == KEY_CODE_PASTE_BEGIN;
    if (browser->pasting)
        return;
    buffer_clear(&browser->notice);
    take_pane_key(browser, key);
}
