#include "show/browser.h"

/* Searching a part at a time, so that keys are answered and what is found is shown before all is
 * searched. */

/* A few milliseconds' worth. */
#define SEARCH_BYTES ((size_t)1 << 20)

/* Goes to the first match at or after where the search began, else to the first of all; true when
 * it did. While the search goes on, a match after it may yet come, or in a file out of order one
 * before it. */
static bool go_to_match(struct browser *browser)
{
    const struct seeking *seeking = &browser->seeking;
    const struct search *search = &seeking->search;
    const struct answer *matches = &search->matches;
    if (!seeking->goes || matches->count == 0)
        return false;
    uint32_t event = matches->events[answer_place(matches, seeking->from)];
    bool is_known = event >= seeking->from && search_is_ordered(search);
    if (!is_known && !search_is_over(search))
        return false;
    if (event < seeking->from)
        event = matches->events[0];
    browser_go(browser, answer_place(&browser->answer, event), false);
    return true;
}

enum browser_work browser_search_on(struct browser *browser)
{
    struct search *search = &browser->seeking.search;
    if (search_is_over(search))
        return BROWSER_IDLE;
    bool is_first = search->matches.count == 0;
    bool goes_on = search_on(search, SEARCH_BYTES);
    bool is_new = go_to_match(browser) || (is_first && search->matches.count);
    if (!goes_on && browser->seeking.goes && browser->prompt.kind == PROMPT_NONE)
        browser_say(browser, MESSAGE_NO_MATCH, buffer_string(&browser->seeking.words));
    return is_new || !goes_on ? BROWSER_DONE : BROWSER_WORKING;
}

void browser_search_anew(struct browser *browser)
{
    search_begin(&browser->seeking.search, browser->store, browser->seeking.query,
                 &browser->answer);
    browser_search_on(browser);
}

void browser_search(struct browser *browser, struct bytes words, size_t from)
{
    struct seeking *seeking = &browser->seeking;
    query_free(seeking->query);
    seeking->query = query_new(words);
    buffer_clear(&seeking->words);
    text_clean_line(&seeking->words, words);
    seeking->goes = seeking->query && from < browser->answer.count;
    seeking->from = seeking->goes ? browser->answer.events[from] : EVENT_NONE;
    browser_search_anew(browser);
}

void browser_catch_up(struct browser *browser)
{
    if (browser->seeking.is_stale)
        browser_search(browser, buffer_bytes(&browser->prompt.text), browser->prompt.origin);
    browser->seeking.is_stale = false;
}

const struct query *browser_marks(const struct browser *browser)
{
    return browser->seeking.query ? browser->seeking.query : browser->question.query;
}
