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

static struct period *add(struct periods *periods, struct period period)
{
    periods->items =
        memory_grow(periods->items, periods->count, &periods->room, sizeof *periods->items);
    periods->items[periods->count] = period;
    return &periods->items[periods->count++];
}

struct period *periods_last(const struct periods *periods)
{
    return periods->count ? &periods->items[periods->count - 1] : NULL;
}

struct period *periods_add(struct periods *periods, struct period period)
{
    const struct period *before = periods_last(periods);
    if (before && before->last + 1 < period.first)
        add(periods, (struct period){.first = before->last + 1,
                                     .last = period.first - 1,
                                     .level = period.level,
                                     .place = period.place,
                                     .units = {UNIT_NONE, UNIT_NONE, UNIT_NONE}});
    return add(periods, period);
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
