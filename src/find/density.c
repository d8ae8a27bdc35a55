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

/* Counts the whole timeline, unless that is what is counted. */
static void fill_all(struct density *density, const struct store *store, int parts)
{
    if (density->parts == parts && density->events == store->events &&
        density->event_count == store->count)
        return;
    density_free(density);
    density->parts = parts;
    density->events = store->events;
    density->event_count = store->count;
    density->all = memory_new((size_t)parts, sizeof *density->all);
    density->left = memory_new((size_t)parts, sizeof *density->left);
    for (size_t i = 0; i < store->count; i++)
        spread(store, &store->events[i], density->all, parts);
    for (int part = 0; part < parts; part++)
        if (density->all[part] > density->peak)
            density->peak = density->all[part];
}

void density_fill(struct density *density, const struct store *store, const struct answer *answer,
                  int parts)
{
    fill_all(density, store, parts);
    for (int part = 0; part < parts; part++)
        density->left[part] = 0;
    for (size_t i = 0; i < answer->count; i++)
        spread(store, &store->events[answer->events[i]], density->left, parts);
}

int density_height(double number, double peak)
{
    int height = number > 0;
    for (; height > 0 && height < DENSITY_HEIGHTS; height++) {
        double share = (height - 0.5) / (DENSITY_HEIGHTS - 1);
        if (share * share * peak >= number)
            break;
    }
    return height;
}

/* Returns the height of the answer in a part; 0 beyond the ends. */
static int height_at(const struct density *density, int part)
{
    bool inside = part >= 0 && part < density->parts;
    return inside ? density_height((double)density->left[part], (double)density->peak) : 0;
}

/* Returns the parts from `from` on that are of one height. */
static struct density_hill level_from(const struct density *density, int from)
{
    struct density_hill level = {from, from, from};
    int height = height_at(density, from);
    while (level.to + 1 < density->parts && height_at(density, level.to + 1) == height) {
        level.to++;
        if (density->left[level.to] > density->left[level.top])
            level.top = level.to;
    }
    return level;
}

bool density_find_hill(const struct density *density, int part, bool back,
                       struct density_hill *hill)
{
    bool found = false;
    for (int from = 0; from < density->parts && (back || !found);) {
        struct density_hill level = level_from(density, from);
        int height = height_at(density, from);
        bool rises = height > height_at(density, from - 1);
        bool falls = height > height_at(density, level.to + 1);
        bool beyond = back ? level.to < part : from > part;
        if (rises && falls && beyond) {
            *hill = level;
            found = true;
        }
        from = level.to + 1;
    }
    return found;
}
