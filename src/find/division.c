#include "find/division.h"

#include <stdlib.h>

#include "base/memory.h"
#include "time/day.h"

/* No event shorter than this is known by its year, decade or century alone. */
#define WHOLE_YEAR 365

static void free_counts(struct division *division)
{
    for (int level = 0; level < LEVEL_EVENT; level++) {
        free(division->counts[level].counts);
        free(division->counts[level].used);
        division->counts[level] = (struct unit_counts){0};
    }
}

void division_free(struct division *division)
{
    for (int level = 0; level < LEVEL_EVENT; level++)
        periods_free(&division->levels[level]);
    free_counts(division);
}

/* Events open at the beginning stand before all others; they belong to the first period that any
 * other has, unless they end before it. */
static int32_t first_known_day(const struct store *store, const struct answer *answer)
{
    for (size_t place = 0; place < answer->count; place++)
        if (store->events[answer->events[place]].first != DAY_OPEN_PAST)
            return store->events[answer->events[place]].first;
    return DAY_OPEN_FUTURE;
}

void division_begin(struct division *division, const struct store *store,
                    const struct answer *answer, enum names names)
{
    size_t units = store->gazetteer.count;
    free_counts(division);
    for (int level = 0; level < LEVEL_EVENT; level++) {
        division->levels[level].count = division->levels[level].peak = 0;
        division->counts[level] = (struct unit_counts){memory_new(units, sizeof(size_t)),
                                                       memory_new(units, sizeof(uint32_t)), 0};
    }
    division->store = store;
    division->answer = answer;
    division->names = names;
    division->known = first_known_day(store, answer);
    division->place = 0;
}

/* Takes the unit with most events out of the counts; UNIT_NONE when none has any. */
static uint32_t take_top(struct unit_counts *units)
{
    uint32_t top = UNIT_NONE;
    for (size_t i = 0; i < units->used_count; i++) {
        uint32_t unit = units->used[i];
        if (units->counts[unit] && (top == UNIT_NONE || units->counts[unit] > units->counts[top]))
            top = unit;
    }
    if (top != UNIT_NONE)
        units->counts[top] = 0;
    return top;
}

/* Gives the last period of a level its units, and makes ready to count those of the next. */
static void finish_last(struct periods *periods, struct unit_counts *units)
{
    struct period *last = periods_last(periods);
    if (!last)
        return;
    for (int i = 0; i < PERIOD_UNITS; i++)
        last->units[i] = take_top(units);
    for (size_t i = 0; i < units->used_count; i++)
        units->counts[units->used[i]] = 0;
    units->used_count = 0;
    if (last->count > periods->peak)
        periods->peak = last->count;
}

static int32_t day_of(const struct event *event, int32_t known)
{
    if (event->first != DAY_OPEN_PAST)
        return event->first;
    return event->last < known ? event->last : known;
}

/* Returns the period of an event, without anything counted. */
static struct period period_of(const struct event *event, enum level level, int32_t known)
{
    struct period period = {0};
    int32_t day = day_of(event, known);
    for (int at = LEVEL_CENTURY; at <= (int)level; at++) {
        period.level = (enum level)at;
        period_bounds(period.level, day, &period.first, &period.last);
        if (event->first == period.first && event->last == period.last)
            break;
    }
    return period;
}

/* Says whether an event is in the last period of its level beyond doubt: most are, and the calendar
 * need not be asked. */
static bool is_surely_in(const struct period *last, const struct event *event, enum level level,
                         int32_t known)
{
    int32_t day = day_of(event, known);
    return last && last->level == level && last->first <= day && day <= last->last &&
           (int64_t)event->last - day < WHOLE_YEAR - 1;
}

/* Counts an event in the last period of a level, or in the new one that begins with it. */
static void count_event(struct division *division, const struct event *event, enum level level)
{
    struct periods *periods = &division->levels[level];
    struct period *last = periods_last(periods);
    if (!is_surely_in(last, event, level, division->known)) {
        struct period period = period_of(event, level, division->known);
        period.place = division->place;
        if (!last || last->first != period.first || last->last != period.last) {
            finish_last(periods, &division->counts[level]);
            last = periods_add(periods, period);
        }
    }
    last->count++;
}

static void count_unit(struct division *division, uint32_t unit)
{
    for (int level = 0; level < LEVEL_EVENT; level++) {
        struct unit_counts *units = &division->counts[level];
        if (units->counts[unit]++ == 0)
            units->used[units->used_count++] = unit;
    }
}

static void take_event(struct division *division, const struct event *event)
{
    for (int level = 0; level < LEVEL_EVENT; level++)
        count_event(division, event, (enum level)level);
    for (size_t i = 0; i < event->unit_count; i++) {
        uint32_t unit = naming_event_unit(division->store, event, i, division->names);
        if (unit != UNIT_NONE && unit != division->store->gazetteer.nation)
            count_unit(division, unit);
    }
}

bool division_go(struct division *division, size_t events)
{
    const struct answer *answer = division->answer;
    size_t left = answer->count - division->place;
    size_t end = division->place + (events < left ? events : left);
    if (left == 0)
        return false;
    for (; division->place < end; division->place++)
        take_event(division, &division->store->events[answer->events[division->place]]);
    if (end < answer->count)
        return true;
    for (int level = 0; level < LEVEL_EVENT; level++)
        finish_last(&division->levels[level], &division->counts[level]);
    return false;
}
