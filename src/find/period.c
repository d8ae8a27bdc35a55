#include "find/period.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/memory.h"
#include "time/day.h"

void periods_free(struct periods *periods)
{
    free(periods->items);
    *periods = (struct periods){0};
}

void period_bounds(enum level level, int32_t day, int32_t *first, int32_t *last)
{
    static const int years[] = {[LEVEL_CENTURY] = 100, [LEVEL_DECADE] = 10, [LEVEL_YEAR] = 1};
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    if (level == LEVEL_MONTH) {
        *first = day_from_civil(year, month, 1);
        *last = day_from_civil(year, month, day_month_length(year, month));
        return;
    }
    int begin = day_floor(year, years[level]), end = begin + years[level] - 1;
    begin = begin < DAY_YEAR_MIN ? DAY_YEAR_MIN : begin;
    end = end > DAY_YEAR_MAX ? DAY_YEAR_MAX : end;
    *first = day_from_civil(begin, 1, 1);
    *last = day_from_civil(end, 12, 31);
}

/* Counts of the units in one period, and which of them are not zero. */
struct unit_counts {
    size_t *counts; /* by unit */
    uint32_t *used;
    size_t used_count;
};

static void count_units(struct unit_counts *units, const struct store *store,
                        const struct event *event, enum names names)
{
    for (size_t i = 0; i < event->unit_count; i++) {
        uint32_t unit = naming_event_unit(store, event, i, names);
        if (unit == UNIT_NONE || unit == store->gazetteer.nation)
            continue;
        if (units->counts[unit]++ == 0)
            units->used[units->used_count++] = unit;
    }
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

static void finish_period(struct periods *periods, struct period *period, struct unit_counts *units)
{
    for (int i = 0; i < PERIOD_UNITS; i++)
        period->units[i] = take_top(units);
    for (size_t i = 0; i < units->used_count; i++)
        units->counts[units->used[i]] = 0;
    units->used_count = 0;
    if (period->count > periods->peak)
        periods->peak = period->count;
}

static struct period *add(struct periods *periods, struct period period)
{
    periods->items =
        memory_grow(periods->items, periods->count, &periods->room, sizeof *periods->items);
    periods->items[periods->count] = period;
    return &periods->items[periods->count++];
}

/* Adds a period, and the gap between it and the one before it. */
static struct period *add_period(struct periods *periods, struct period period)
{
    const struct period *before = periods->count ? &periods->items[periods->count - 1] : NULL;
    if (before && before->last + 1 < period.first)
        add(periods, (struct period){.first = before->last + 1,
                                     .last = period.first - 1,
                                     .level = period.level,
                                     .place = period.place,
                                     .units = {UNIT_NONE, UNIT_NONE, UNIT_NONE}});
    return add(periods, period);
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

void periods_fill(struct periods *periods, const struct store *store, const struct answer *answer,
                  enum level level, enum names names)
{
    struct unit_counts units = {memory_new(store->gazetteer.count, sizeof *units.counts),
                                memory_new(store->gazetteer.count, sizeof *units.used), 0};
    struct period *now = NULL;
    int32_t known = first_known_day(store, answer);
    periods->count = periods->peak = 0;
    for (size_t place = 0; place < answer->count; place++) {
        const struct event *event = &store->events[answer->events[place]];
        struct period period = period_of(event, level, known);
        period.place = place;
        if (!now || now->first != period.first || now->last != period.last) {
            if (now)
                finish_period(periods, now, &units);
            now = add_period(periods, period);
        }
        now->count++;
        count_units(&units, store, event, names);
    }
    if (now)
        finish_period(periods, now, &units);
    free(units.counts);
    free(units.used);
}

static bool period_has_begun(const void *periods, int64_t number, int64_t place)
{
    return ((const struct period *)periods)[number].place <= (size_t)place;
}

size_t periods_find(const struct periods *periods, size_t place)
{
    int64_t count = (int64_t)periods->count;
    int64_t next = bisect(1, count, period_has_begun, periods->items, (int64_t)place);
    return (size_t)next - 1;
}

size_t periods_next(const struct periods *periods, size_t from, bool back)
{
    size_t next = from;
    do {
        if (back ? next == 0 : next + 1 >= periods->count)
            return from;
        next = back ? next - 1 : next + 1;
    } while (periods->items[next].count == 0);
    return next;
}
