#include "find/density.h"

#include <stdlib.h>

#include "base/memory.h"

void density_free(struct density *density)
{
    free(density->all);
    free(density->left);
    *density = (struct density){0};
}

static int64_t span_days(const struct store *store)
{
    return (int64_t)store->last - store->first + 1;
}

int density_part(const struct store *store, int parts, int32_t day)
{
    if (day <= store->first)
        return 0;
    if (day >= store->last)
        return parts - 1;
    return (int)(((int64_t)day - store->first) * parts / span_days(store));
}

int32_t density_day(const struct store *store, int parts, int part)
{
    return (int32_t)(store->first + span_days(store) * part / parts);
}

static void spread(const struct store *store, const struct event *event, float *numbers, int parts)
{
    int first = density_part(store, parts, event->first);
    int last = density_part(store, parts, event->last);
    for (int part = first; part <= last; part++)
        numbers[part] += 1.0F / (float)(last - first + 1);
}

void density_fill(struct density *density, const struct store *store, const struct answer *answer,
                  int parts)
{
    density_free(density);
    density->parts = parts;
    density->all = memory_new((size_t)parts, sizeof *density->all);
    density->left = memory_new((size_t)parts, sizeof *density->left);
    for (size_t i = 0; i < store->count; i++)
        spread(store, &store->events[i], density->all, parts);
    for (size_t i = 0; i < answer->count; i++)
        spread(store, &store->events[answer->events[i]], density->left, parts);
    for (int part = 0; part < parts; part++)
        if (density->all[part] > density->peak)
            density->peak = density->all[part];
}
