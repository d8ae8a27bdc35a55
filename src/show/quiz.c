#include "show/quiz.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "time/day.h"

#define TRIES 200 /* to find other places to choose from */

/* Returns a number below `count`: a linear congruential generator (Knuth, MMIX), whose upper bits
 * are the good ones. */
static size_t draw_lot(struct quiz_pane *pane, size_t count)
{
    pane->lots = pane->lots * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(pane->lots >> 33) % count;
}

static void shuffle(struct quiz_pane *pane, uint32_t *items, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = draw_lot(pane, i);
        uint32_t item = items[i - 1];
        items[i - 1] = items[other];
        items[other] = item;
    }
}

static const struct event *event_of(const struct browser *browser, uint32_t number)
{
    return &browser->store->events[number];
}

/* --- What can be asked of an event --- */

static bool title_has(const struct browser *browser, uint32_t event, struct bytes words)
{
    struct query *query = query_new(words);
    struct buffer title = {0};
    struct text_run hit;
    bool has = false;
    for (int i = 0; i < LANGUAGE_COUNT && query && !has; i++) {
        buffer_clear(&title);
        store_text(browser->store, event_of(browser, event)->record, BYTES("Title"),
                   (enum language)i, &title);
        has = query_find(query, buffer_bytes(&title), 0, &hit);
    }
    buffer_free(&title);
    query_free(query);
    return has;
}

static bool title_has_year(const struct browser *browser, uint32_t event, int32_t of_day)
{
    char digits[16];
    if (of_day == DAY_OPEN_PAST || of_day == DAY_OPEN_FUTURE)
        return false;
    snprintf(digits, sizeof digits, "%d", day_year(of_day));
    return title_has(browser, event, bytes_of(digits));
}

static bool fits_date(const struct browser *browser, uint32_t event)
{
    return !title_has_year(browser, event, event_of(browser, event)->first) &&
           !title_has_year(browser, event, event_of(browser, event)->last);
}

static bool fits_title(const struct browser *browser, uint32_t event)
{
    (void)browser;
    (void)event;
    return true;
}

/* Only events of which one was over before the other began have an order. */
static bool fits_order(const struct browser *browser, uint32_t number)
{
    const struct quiz_pane *pane = &browser->quiz;
    const struct event *event = event_of(browser, number);
    for (size_t i = 0; i < pane->event_count; i++) {
        const struct event *other = event_of(browser, pane->events[i]);
        if (event->last >= other->first && other->last >= event->first)
            return false;
    }
    return true;
}

/* Returns the unit that stands for unit number `index` of an event on the day of another. */
static uint32_t unit_of(const struct browser *browser, uint32_t event, size_t index, uint32_t on)
{
    uint32_t unit = store_units(browser->store, event_of(browser, event))[index];
    return naming_unit(&browser->store->gazetteer, unit, event_day(event_of(browser, on)),
                       browser->names);
}

static bool is_in(const struct browser *browser, uint32_t event, uint32_t unit)
{
    for (size_t i = 0; i < event_of(browser, event)->unit_count; i++)
        if (unit_of(browser, event, i, event) == unit)
            return true;
    return false;
}

static bool title_names(const struct browser *browser, uint32_t event, uint32_t unit)
{
    const struct unit *named = &browser->store->gazetteer.units[unit];
    bool has = false;
    for (int i = 0; i < LANGUAGE_COUNT && !has; i++)
        has = named->name[i].size && title_has(browser, event, named->name[i]);
    return has || (named->is_plain && title_has(browser, event, named->id));
}

static bool fits_place(const struct browser *browser, uint32_t event)
{
    size_t count = event_of(browser, event)->unit_count;
    bool fits = count > 0;
    for (size_t i = 0; i < count && fits; i++) {
        uint32_t ground = store_units(browser->store, event_of(browser, event))[i];
        uint32_t unit = unit_of(browser, event, i, event);
        fits = unit != browser->store->gazetteer.nation && !title_names(browser, event, unit) &&
               !title_names(browser, event, ground);
    }
    return fits;
}

/* --- Drawing a question --- */

/* Deals the next event that fits; those passed over stay in the deck. */
static bool deal(struct browser *browser,
                 bool (*fits)(const struct browser *browser, uint32_t event))
{
    struct quiz_pane *pane = &browser->quiz;
    for (size_t i = pane->dealt; i < pane->deck_count; i++) {
        uint32_t event = pane->deck[i];
        if (!fits(browser, event))
            continue;
        pane->deck[i] = pane->deck[pane->dealt];
        pane->deck[pane->dealt++] = event;
        pane->events[pane->event_count++] = event;
        return true;
    }
    return false;
}

/* Deals an event, from all of them anew when none of those left fits. */
static bool deal_any(struct browser *browser,
                     bool (*fits)(const struct browser *browser, uint32_t event))
{
    struct quiz_pane *pane = &browser->quiz;
    if (deal(browser, fits))
        return true;
    pane->dealt = 0;
    shuffle(pane, pane->deck, pane->deck_count);
    return deal(browser, fits);
}

static bool has_place(const struct quiz_pane *pane, uint32_t unit)
{
    for (size_t i = 0; i < pane->unit_count; i++)
        if (pane->units[i] == unit)
            return true;
    return false;
}

/* Draws places where other events were, and this one was not, to stand beside the right one. */
static bool draw_places(struct browser *browser)
{
    struct quiz_pane *pane = &browser->quiz;
    uint32_t event = pane->events[0];
    size_t index = draw_lot(pane, event_of(browser, event)->unit_count);
    pane->units[pane->unit_count++] = unit_of(browser, event, index, event);
    for (int i = 0; i < TRIES && pane->unit_count < QUIZ_PLACES; i++) {
        uint32_t other = pane->deck[draw_lot(pane, pane->deck_count)];
        size_t count = event_of(browser, other)->unit_count;
        uint32_t unit = count ? unit_of(browser, other, draw_lot(pane, count), event) : UNIT_NONE;
        if (unit != UNIT_NONE && unit != browser->store->gazetteer.nation &&
            !is_in(browser, event, unit) && !has_place(pane, unit))
            pane->units[pane->unit_count++] = unit;
    }
    shuffle(pane, pane->units, pane->unit_count);
    return pane->unit_count > 1;
}

/* Makes a question of a kind; false when that cannot be made of the events. A filter by province
 * has told already where something was. */
static bool make(struct browser *browser, enum quiz_kind kind)
{
    static bool (*const fits[QUIZ_KIND_COUNT])(const struct browser *,
                                               uint32_t) = {[QUIZ_DATE] = fits_date,
                                                            [QUIZ_TITLE] = fits_title,
                                                            [QUIZ_ORDER] = fits_order,
                                                            [QUIZ_PLACE] = fits_place};
    struct quiz_pane *pane = &browser->quiz;
    size_t wanted = kind == QUIZ_ORDER ? QUIZ_EVENTS : 1;
    pane->kind = kind;
    pane->event_count = pane->unit_count = pane->picked_count = 0;
    if (kind == QUIZ_PLACE && browser->question.unit_count)
        return false;
    while (pane->event_count < wanted)
        if (!deal_any(browser, fits[kind]))
            return false;
    return kind != QUIZ_PLACE || draw_places(browser);
}

/* Makes a question of this kind, or of the next one that is possible. */
static bool make_any(struct browser *browser, size_t first)
{
    for (size_t i = 0; i < QUIZ_KIND_COUNT; i++)
        if (make(browser, (enum quiz_kind)((first + i) % QUIZ_KIND_COUNT)))
            return true;
    return false;
}

/* Says that a question was drawn. */
static void begin_question(struct browser *browser)
{
    browser->quiz.is_open = browser->quiz.is_right = false;
    browser->quiz.asked++;
    browser->views[VIEW_QUIZ].cursor = 0;
}

void quiz_ask(struct browser *browser)
{
    struct quiz_pane *pane = &browser->quiz;
    bool is_any = pane->wanted == QUIZ_KIND_COUNT;
    if (make_any(browser, is_any ? draw_lot(pane, QUIZ_KIND_COUNT) : (size_t)pane->wanted))
        begin_question(browser);
}

bool quiz_begin(struct browser *browser)
{
    struct quiz_pane *pane = &browser->quiz;
    const struct answer *answer = &browser->answer;
    quiz_pane_free(pane);
    pane->wanted = QUIZ_KIND_COUNT;
    if (answer->count == 0)
        return false;
    pane->deck = memory_new(answer->count, sizeof *pane->deck);
    memcpy(pane->deck, answer->events, answer->count * sizeof *pane->deck);
    pane->deck_count = answer->count;
    shuffle(pane, pane->deck, pane->deck_count);
    quiz_ask(browser);
    return true;
}

void quiz_change_kind(struct browser *browser)
{
    struct quiz_pane *pane = &browser->quiz;
    do
        pane->wanted = (enum quiz_kind)((pane->wanted + 1) % (QUIZ_KIND_COUNT + 1));
    while (pane->wanted != QUIZ_KIND_COUNT && !make(browser, pane->wanted));
    if (pane->wanted == QUIZ_KIND_COUNT)
        quiz_ask(browser);
    else
        begin_question(browser);
}

/* --- Answering --- */

bool quiz_is_masked(const struct quiz_pane *pane)
{
    return pane->kind == QUIZ_DATE || pane->kind == QUIZ_TITLE;
}

size_t quiz_rows(const struct quiz_pane *pane)
{
    if (quiz_is_masked(pane))
        return pane->is_open ? 2 : 1;
    if (pane->is_open)
        return 1;
    return pane->kind == QUIZ_ORDER ? pane->event_count : pane->unit_count;
}

size_t quiz_rank(const struct quiz_pane *pane, size_t row)
{
    for (size_t i = 0; i < pane->picked_count; i++)
        if (pane->picked[i] == row)
            return i + 1;
    return 0;
}

/* Shows the answer, and whether what was chosen is it. */
static void settle(struct quiz_pane *pane, bool is_right)
{
    pane->is_open = true;
    pane->is_right = is_right;
    pane->answered++;
    pane->right += is_right;
}

static size_t first_unpicked(const struct quiz_pane *pane)
{
    size_t row = 0;
    while (quiz_rank(pane, row))
        row++;
    return row;
}

static bool is_in_order(const struct browser *browser)
{
    const struct quiz_pane *pane = &browser->quiz;
    for (size_t i = 1; i < pane->picked_count; i++)
        if (event_of(browser, pane->events[pane->picked[i]])->first <
            event_of(browser, pane->events[pane->picked[i - 1]])->first)
            return false;
    return true;
}

/* What is left is last, so it need not be chosen. Choosing a row again takes all back. */
static void pick_next(struct browser *browser, size_t row)
{
    struct quiz_pane *pane = &browser->quiz;
    if (quiz_rank(pane, row)) {
        pane->picked_count = 0;
        return;
    }
    pane->picked[pane->picked_count++] = row;
    size_t left = first_unpicked(pane);
    browser->views[VIEW_QUIZ].cursor = left;
    if (pane->picked_count + 1 < pane->event_count)
        return;
    pane->picked[pane->picked_count++] = left;
    browser->views[VIEW_QUIZ].cursor = 0;
    settle(pane, is_in_order(browser));
}

static void answer_with(struct browser *browser, size_t row)
{
    struct quiz_pane *pane = &browser->quiz;
    if (pane->kind == QUIZ_ORDER) {
        pick_next(browser, row);
        return;
    }
    if (pane->kind == QUIZ_PLACE) {
        pane->picked[pane->picked_count++] = row;
        settle(pane, is_in(browser, pane->events[0], pane->units[row]));
    }
    pane->is_open = true;
    browser->views[VIEW_QUIZ].cursor = 0;
}

void quiz_pick(struct browser *browser, size_t row)
{
    struct quiz_pane *pane = &browser->quiz;
    if (row >= quiz_rows(pane))
        return;
    if (!pane->is_open) {
        answer_with(browser, row);
        return;
    }
    if (quiz_is_masked(pane))
        settle(pane, row == 0);
    quiz_ask(browser);
}
