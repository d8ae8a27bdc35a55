#include "show/command.h"

/* What keys do while a line is being typed. */

void command_prompt(struct browser *browser, int kind)
{
    prompt_open(&browser->prompt, (enum prompt_kind)kind, browser->views[VIEW_TIMELINE].cursor);
    if (kind == PROMPT_KEEP) /* what was searched for is what is likely to be kept */
        prompt_fill(&browser->prompt, buffer_bytes(&browser->seeking.words));
}

/* A search follows what is typed, but only once for many keys. */
static void note_change(struct browser *browser, bool changed)
{
    if (changed && browser->prompt.kind == PROMPT_SEARCH)
        browser->seeking.is_stale = true;
}

void command_edit(struct browser *browser, int edit)
{
    if (edit == PROMPT_ERASE && browser->prompt.text.size == 0)
        command_cancel(browser, 0);
    else
        note_change(browser, prompt_edit(&browser->prompt, (enum prompt_edit)edit));
}

void command_type(struct browser *browser, uint32_t key)
{
    note_change(browser, prompt_type(&browser->prompt, key));
}

void command_cancel(struct browser *browser, int unused)
{
    struct prompt *prompt = &browser->prompt;
    (void)unused;
    if (prompt->kind == PROMPT_SEARCH) {
        browser->seeking.is_stale = false;
        browser_search(browser, BYTES(""), prompt->origin);
        browser_go(browser, prompt->origin, false);
    }
    prompt_close(prompt);
}

void command_accept(struct browser *browser, int unused)
{
    struct prompt *prompt = &browser->prompt;
    struct bytes typed = buffer_bytes(&prompt->text);
    (void)unused;
    browser_catch_up(browser);
    if (prompt->kind == PROMPT_GOTO && typed.size && !browser_go_to(browser, typed))
        browser_say(browser, MESSAGE_NO_SUCH_GOAL, buffer_string(&prompt->text));
    if (prompt->kind == PROMPT_SEARCH && browser->seeking.query &&
        search_is_over(&browser->seeking.search) && browser->seeking.search.matches.count == 0)
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->seeking.words));
    if (prompt->kind == PROMPT_KEEP) {
        question_set_words(&browser->question, typed);
        browser_ask(browser);
    }
    if (prompt->kind == PROMPT_SPAN) {
        if (question_set_span(&browser->question, typed))
            browser_ask(browser);
        else
            browser_say(browser, MESSAGE_NO_SUCH_SPAN, buffer_string(&prompt->text));
    }
    prompt_close(prompt);
}
