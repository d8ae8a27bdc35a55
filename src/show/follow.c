#include "show/follow.h"

#include <string.h>

#include "show/lesson_view.h"

/* The panes that are shared; one who types into another is at the timeline for the others. */
static const struct {
    enum view_id view;
    const char *name;
} panes[] = {
    {VIEW_TIMELINE, "timeline"}, {VIEW_AXIS, "axis"},     {VIEW_MAP, "map"},
    {VIEW_SOURCES, "sources"},   {VIEW_LESSON, "lesson"},
};

#define PANE_COUNT (sizeof panes / sizeof *panes)

static const char *pane_name(enum view_id view)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        if (panes[i].view == view)
            return panes[i].name;
    return panes[0].name;
}

static enum view_id pane_of(const struct lead_id *name)
{
    for (size_t i = 0; i < PANE_COUNT; i++)
        if (strcmp(panes[i].name, name->text) == 0)
            return panes[i].view;
    return panes[0].view;
}

static void tell_event(const struct browser *browser, struct lead_state *state)
{
    const struct store *store = browser->store;
    uint32_t event = browser_selected(browser);
    state->number = event == EVENT_NONE ? -1 : (int)event;
    if (event != EVENT_NONE)
        lead_set_id(&state->event, store_id(store, store->events[event].record));
}

/* What does not fit into a line is not shared. */
static void tell_id(struct lead_ids *ids, struct bytes id)
{
    if (ids->count < LEAD_IDS_MAX && id.size && lead_set_id(&ids->items[ids->count], id))
        ids->count++;
}

static void tell_filter(const struct browser *browser, struct lead_state *state)
{
    const struct question *question = &browser->question;
    state->from = question->from;
    state->to = question->to;
    state->all_of = question->all_of;
    for (size_t i = 0; i < question->unit_count; i++)
        tell_id(&state->units, browser->store->gazetteer.units[question->units[i]].id);
    for (size_t i = 0; i < question->picks.count; i++) {
        const struct pick *pick = &question->picks.items[i];
        struct buffer id = {0};
        buffer_printf(&id, "%d.%s", (int)pick->facet, buffer_string(&pick->id));
        tell_id(&state->picks, buffer_bytes(&id));
        buffer_free(&id);
    }
}

static void tell_lesson(const struct browser *browser, struct lead_state *state)
{
    if (browser->panes.list == VIEW_LESSON &&
        lead_set_id(&state->lesson, buffer_bytes(&browser->lesson.id)))
        state->stop = (int)browser->lesson.stop;
}

void follow_state(const struct browser *browser, struct lead_state *state)
{
    *state =
        (struct lead_state){.level = browser->levels.level, .read = browser->panes.detail_focus};
    lead_set_id(&state->pane, bytes_of(pane_name(browser->panes.list)));
    tell_event(browser, state);
    tell_filter(browser, state);
    tell_lesson(browser, state);
}

/* Two states are the same when their lines are. */
static bool is_same(const struct lead_state *a, const struct lead_state *b)
{
    struct buffer one = {0}, other = {0};
    lead_print(a, &one);
    lead_print(b, &other);
    bool same = bytes_equal(buffer_bytes(&one), buffer_bytes(&other));
    buffer_free(&one);
    buffer_free(&other);
    return same;
}

/* Returns what a state says of the filter, and nothing else. */
static struct lead_state filter_of(const struct lead_state *state)
{
    return (struct lead_state){.from = state->from,
                               .to = state->to,
                               .all_of = state->all_of,
                               .units = state->units,
                               .picks = state->picks};
}

static bool is_same_filter(const struct lead_state *a, const struct lead_state *b)
{
    struct lead_state one = filter_of(a), other = filter_of(b);
    return is_same(&one, &other);
}

static void take_pick(struct picks *picks, const struct store *store, struct bytes text)
{
    int facet;
    struct bytes id;
    if (bytes_number(bytes_split(text, '.', &id), &facet) && facet < FACET_COUNT && id.size &&
        !picks_has(picks, (enum facet)facet, id))
        picks_toggle(picks, store, (enum facet)facet, id);
}

static void take_filter(struct browser *browser, const struct lead_state *state)
{
    struct question question;
    question_init(&question);
    question.from = state->from;
    question.to = state->to;
    question.all_of = state->all_of;
    for (int i = 0; i < state->units.count; i++) {
        struct bytes id = bytes_of(state->units.items[i].text);
        uint32_t unit = gazetteer_find(&browser->store->gazetteer, id);
        if (unit != UNIT_NONE && !question_has_unit(&question, unit))
            question_toggle_unit(&question, unit);
    }
    for (int i = 0; i < state->picks.count; i++)
        take_pick(&question.picks, browser->store, bytes_of(state->picks.items[i].text));
    browser_take_question(browser, &question);
}

static bool has_id(const struct browser *browser, uint32_t event, const struct lead_id *id)
{
    const struct store *store = browser->store;
    return bytes_equal(store_id(store, store->events[event].record), bytes_of(id->text));
}

/* Returns the leader's event: by its number where that has its id, else by the id. */
static uint32_t event_of(const struct browser *browser, const struct lead_state *state)
{
    bool is_there = state->number >= 0 && (size_t)state->number < browser->store->count;
    if (is_there && has_id(browser, (uint32_t)state->number, &state->event))
        return (uint32_t)state->number;
    return state->event.text[0] ? store_find(browser->store, bytes_of(state->event.text))
                                : EVENT_NONE;
}

/* A lesson or stop that is not in one's own file leaves one at the event. */
static void take_lesson(struct browser *browser, const struct lead_state *state)
{
    if (lesson_show(browser, bytes_of(state->lesson.text), (size_t)state->stop))
        return;
    browser->panes.list = VIEW_TIMELINE;
    browser->panes.detail_focus = true;
}

static void take_pane(struct browser *browser, const struct lead_state *state)
{
    enum view_id view = pane_of(&state->pane);
    browser->panes.help_open = false;
    if (state->level < LEVEL_COUNT)
        browser->levels.level = (enum level)state->level;
    if (view == VIEW_LESSON) {
        take_lesson(browser, state);
        return;
    }
    bool is_other = browser->panes.list != view;
    /* Before it is opened: one that cannot be shown gives way to another. */
    browser->panes.list = view;
    if (is_other && view_ops(view)->open)
        view_ops(view)->open(browser);
    browser->panes.detail_focus = state->read;
}

static void go_to_leader(struct browser *browser)
{
    const struct lead_state *state = &browser->follow.leader;
    struct lead_state now;
    browser_read_whole(browser);
    follow_state(browser, &now);
    if (!is_same_filter(&now, state))
        take_filter(browser, state);
    uint32_t event = event_of(browser, state);
    if (event != EVENT_NONE)
        browser_go(browser, answer_place(&browser->answer, event), false);
    browser->follow.is_missing = event == EVENT_NONE && state->event.text[0];
    take_pane(browser, state);
    follow_state(browser, &browser->follow.self);
    browser->follow.mode = FOLLOW_NEAR;
}

void follow_hear(struct browser *browser, const struct lead_state *state)
{
    struct follow *follow = &browser->follow;
    if (follow->has_gone && state->leader)
        buffer_clear(&browser->notice);
    follow->leader = *state;
    follow->has_gone = state->leader == 0;
    if (follow->mode == FOLLOW_WAITING || follow->mode == FOLLOW_NEAR)
        go_to_leader(browser);
}

void follow_hear_end(struct browser *browser)
{
    browser->follow.has_gone = true;
    browser_say(browser, MESSAGE_LEADER_GONE);
}

void follow_note(struct browser *browser)
{
    struct follow *follow = &browser->follow;
    struct lead_state now;
    if (follow->mode != FOLLOW_NEAR)
        return;
    follow_state(browser, &now);
    if (!is_same(&now, &follow->self) || browser->prompt.kind != PROMPT_NONE)
        follow->mode = FOLLOW_AWAY;
}

void follow_rejoin(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->follow.mode == FOLLOW_NONE)
        browser_say(browser, MESSAGE_NO_LEADER);
    else if (browser->follow.mode != FOLLOW_WAITING)
        go_to_leader(browser);
}

void follow_add_words(const struct browser *browser, struct buffer *out)
{
    static const enum message words[] = {
        [FOLLOW_WAITING] = MESSAGE_FOLLOW_WAITING,
        [FOLLOW_NEAR] = MESSAGE_FOLLOW_NEAR,
        [FOLLOW_AWAY] = MESSAGE_FOLLOW_AWAY,
    };
    const struct follow *follow = &browser->follow;
    if (follow->is_leading)
        buffer_add_string(out, browser_text(browser, MESSAGE_LEADING));
    else if (follow->has_gone)
        buffer_add_string(out, browser_text(browser, MESSAGE_LEADER_GONE));
    else if (follow->mode == FOLLOW_NEAR && follow->is_missing)
        buffer_add_string(out, browser_text(browser, MESSAGE_FOLLOW_MISSING));
    else if (follow->mode != FOLLOW_NONE)
        buffer_add_string(out, browser_text(browser, words[follow->mode]));
}
