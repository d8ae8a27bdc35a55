#include "find/tally.h"

#include <stdlib.h>

#include "base/memory.h"
#include "time/day.h"

#define DECADE 10

/* What counting remembers from event to event. */
struct counting {
    struct tally *tally;
    const struct store *store;
    uint32_t *latest; /* by unit: the number of the last event counted for it, from 1 */
    uint32_t number;  /* of this event, from 1 */
    bool is_left;     /* this event is left by the question */
    size_t decade;    /* of this event */
    int32_t from;     /* the first day of that decade */
    int32_t to;       /* the first day behind it */
};

void tally_free(struct tally *tally)
{
    free(tally->left);
    free(tally->all);
    free(tally->decades);
    *tally = (struct tally){0};
}

int tally_year(const struct tally *tally, int decade)
{
    return tally->first_year + DECADE * decade;
}

const uint32_t *tally_decades(const struct tally *tally, uint32_t unit)
{
    return tally->decades + (size_t)unit * (size_t)tally->decade_count;
}

/* Returns the year in which the decade of a day begins. */
static int decade_year(int32_t day)
{
    return day_floor(day_year(day), DECADE);
}

/* Finds the decades that have events. */
static void settle_decades(struct tally *tally, const struct store *store)
{
    int32_t first = DAY_OPEN_FUTURE, last = DAY_OPEN_PAST;
    for (size_t i = 0; i < store->count; i++) {
        int32_t day = event_day(&store->events[i]);
        first = day < first ? day : first;
        last = day > last ? day : last;
    }
    if (store->count == 0)
        return;
    tally->first_year = decade_year(first);
    tally->decade_count = (decade_year(last) - tally->first_year) / DECADE + 1;
}

static void count_unit(struct counting *now, uint32_t unit)
{
    struct tally *tally = now->tally;
    if (now->latest[unit] == now->number)
        return;
    now->latest[unit] = now->number;
    tally->all[unit]++;
    if (!now->is_left)
        return;
    tally->left[unit]++;
    tally->decades[(size_t)unit * (size_t)tally->decade_count + now->decade]++;
}

/* Counts an event for its units and for all that hold them. */
static void count_event(struct counting *now, const struct event *event)
{
    const struct gazetteer *gazetteer = &now->store->gazetteer;
    const uint32_t *units = store_units(now->store, event);
    for (size_t i = 0; i < event->unit_count; i++) {
        const struct unit *unit = &gazetteer->units[units[i]];
        count_unit(now, units[i]);
        for (uint32_t h = 0; h < unit->history_count; h++) {
            uint32_t holder = gazetteer->history[unit->history_at + h].unit;
            if (gazetteer_holds(gazetteer, holder, units[i], event_day(event)))
                count_unit(now, holder);
        }
    }
}

/* Finds the decade of a day; events mostly follow one another inside one. */
static void enter_decade(struct counting *now, int32_t day)
{
    if (now->from <= day && day < now->to)
        return;
    int year = decade_year(day);
    now->decade = (size_t)((year - now->tally->first_year) / DECADE);
    now->from = day_from_civil(year, 1, 1);
    now->to = day_from_civil(year + DECADE - 1, 12, 31) + 1;
}

static void count_all(struct counting *now, const struct answer *left)
{
    size_t next = 0;
    for (uint32_t i = 0; i < now->store->count; i++) {
        const struct event *event = &now->store->events[i];
        now->number = i + 1;
        now->is_left = now->tally->is_all || (next < left->count && left->events[next] == i);
        next += now->is_left;
        enter_decade(now, event_day(event));
        count_event(now, event);
    }
}

void tally_fill(struct tally *tally, const struct store *store, const struct question *question)
{
    size_t units = store->gazetteer.count;
    struct counting now = {.tally = tally, .store = store};
    struct question elsewhere = *question;
    struct answer left = {0};
    elsewhere.unit_count = 0;
    tally_free(tally);
    settle_decades(tally, store);
    tally->unit_count = units;
    tally->is_all = !question_is_open(&elsewhere);
    if (!tally->is_all)
        answer_fill(&left, store, &elsewhere);
    tally->left = memory_new(units, sizeof *tally->left);
    tally->all = memory_new(units, sizeof *tally->all);
    tally->decades = memory_new(units * (size_t)tally->decade_count, sizeof *tally->decades);
    now.latest = memory_new(units, sizeof *now.latest);
    count_all(&now, &left);
    answer_free(&left);
    free(now.latest);
}
