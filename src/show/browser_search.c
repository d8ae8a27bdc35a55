#include "show/browser.h"

/* Searching a part at a time, so that keys are answered and what is found is shown before all is
 * searched. */

/* A few milliseconds' worth. */
#define SEARCH_BYTES ((size_t)2 << 20)

/* Goes to the first match at or after where the search began, else to the first of all; true when
 * it did. While the search goes on, a match after it may yet come, or in a file out of order one
 * before it. */
static bool go_to_match(struct browser *browser)
{
    const struct search *search = &browser->search;
    const struct answer *matches = &search->matches;
    if (!browser->search_goes || matches->count == 0)
        return false;
    uint32_t event = matches->events[answer_place(matches, browser->search_from)];
    bool is_known = event >= browser->search_from && search_is_ordered(search);
    if (!is_known && !search_is_over(search))
        return false;
    if (event < browser->search_from)
        event = matches->events[0];
    browser_go(browser, answer_place(&browser->answer, event), false);
    return true;
}

enum browser_work browser_search_on(struct browser *browser)
{
    struct search *search = &browser->search;
    if (search_is_over(search))
        return BROWSER_IDLE;
    bool is_first = search->matches.count == 0;
    bool goes_on = search_on(search, SEARCH_BYTES);
    bool is_new = go_to_match(browser) || (is_first && search->matches.count);
    if (!goes_on && browser->search_goes && browser->prompt.kind == PROMPT_NONE)
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->sought_words));
    return is_new || !goes_on ? BROWSER_DONE : BROWSER_WORKING;
}

void browser_search_anew(struct browser *browser)
{
    search_begin(&browser->search, browser->store, browser->sought, &browser->answer);
    browser_search_on(browser);
}

void browser_search(struct browser *browser, struct bytes words, size_t from)
{
    query_free(browser->sought);
    browser->sought = query_new(words);
    buffer_clear(&browser->sought_words);
    text_clean_line(&browser->sought_words, words);
    browser->search_goes = browser->sought && from < browser->answer.count;
    browser->search_from = browser->search_goes ? browser->answer.events[from] : EVENT_NONE;
    browser_search_anew(browser);
}

void browser_catch_up(struct browser *browser)
{
    if (browser->search_is_stale)
        browser_search(browser, buffer_bytes(&browser->prompt.text), browser->prompt.origin);
    browser->search_is_stale = false;
}

const struct query *browser_marks(const struct browser *browser)
{
    return browser->sought ? browser->sought : browser->question.query;
}
