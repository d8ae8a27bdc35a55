#include "file/store_order.h"

#include <stdlib.h>

#include "base/memory.h"

/* One stray in so many events is no order any more. */
#define DISORDER 4

/* Orders by first day, last day, place in the file. */
static int compare(const struct event *x, const struct event *y)
{
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->last != y->last)
        return x->last < y->last ? -1 : 1;
    return x->record.at < y->record.at ? -1 : x->record.at > y->record.at;
}

/* Returns how many events from the first on are in order. */
static size_t count_ordered(const struct store *store)
{
    size_t count = store->count > 0;
    while (count < store->count && compare(&store->events[count - 1], &store->events[count]) <= 0)
        count++;
    return count;
}

/* Moves the events that stand behind a later one to `strays`; returns how many they are. */
static size_t take_strays(struct store *store, struct event **strays)
{
    size_t kept = count_ordered(store), count = 0, room = 0;
    for (size_t i = kept; i < store->count; i++) {
        const struct event *event = &store->events[i];
        if (compare(&store->events[kept - 1], event) <= 0) {
            store->events[kept++] = *event;
            continue;
        }
        *strays = memory_grow(*strays, count, &room, sizeof **strays);
        (*strays)[count++] = *event;
    }
    return count;
}

/* A number to sort by, and the place of what has it. */
struct key {
    uint64_t value;
    uint32_t place;
};

static unsigned byte_of(struct key key, unsigned shift)
{
    return (unsigned)(key.value >> shift) & 0xFF;
}

/* Puts the keys in the order of one byte of their values, and leaves those that are alike there as
 * they stand. False when all are alike, and nothing is put. */
static bool sort_by_byte(const struct key *from, struct key *to, size_t count, unsigned shift)
{
    size_t ends[256] = {0}, next = 0;
    for (size_t i = 0; i < count; i++)
        ends[byte_of(from[i], shift)]++;
    if (ends[byte_of(from[0], shift)] == count)
        return false;
    for (size_t byte = 0; byte < 256; byte++) {
        size_t alike = ends[byte];
        ends[byte] = next;
        next += alike;
    }
    for (size_t i = 0; i < count; i++)
        to[ends[byte_of(from[i], shift)]++] = from[i];
    return true;
}

/* Sorts keys, of which there is room for twice as many, byte by byte from the last: few of the
 * bytes differ, and each takes one pass, where comparing would take twenty over a million events.
 * Returns where they are then. */
static const struct key *sort_keys(struct key *keys, size_t count)
{
    struct key *spare = keys + count;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if (!sort_by_byte(keys, spare, count, shift))
            continue;
        struct key *sorted = spare;
        spare = keys;
        keys = sorted;
    }
    return keys;
}

/* Returns the days of an event as one number, the past before the rest. */
static uint64_t days_of(const struct event *event)
{
    uint32_t first = (uint32_t)event->first ^ 0x80000000U;
    uint32_t last = (uint32_t)event->last ^ 0x80000000U;
    return (uint64_t)first << 32 | last;
}

/* Sorts strays, which are in file order. */
static struct event *sort_strays(const struct event *strays, size_t count)
{
    struct event *sorted = memory_new(count, sizeof *sorted);
    struct key *keys = memory_new(2 * count, sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct key){days_of(&strays[i]), (uint32_t)i};
    const struct key *now = sort_keys(keys, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = strays[now[i].place];
    free(keys);
    return sorted;
}

static void note_file_order(struct store *store)
{
    struct key *keys = memory_new(2 * store->count, sizeof *keys);
    for (size_t i = 0; i < store->count; i++)
        keys[i] = (struct key){store->events[i].record.at, (uint32_t)i};
    const struct key *now = sort_keys(keys, store->count);
    free(store->in_file);
    store->in_file = memory_new(store->count, sizeof *store->in_file);
    for (size_t i = 0; i < store->count; i++)
        store->in_file[i] = now[i].place;
    free(keys);
}

/* Puts the units in the order of the events, so that who goes through these finds them in a row. */
static void lay_units(struct store *store)
{
    uint32_t *laid = memory_new(store->unit_count, sizeof *laid);
    size_t count = 0;
    for (size_t i = 0; i < store->count; i++) {
        struct event *event = &store->events[i];
        const uint32_t *units = store_units(store, event);
        for (size_t unit = 0; unit < event->unit_count; unit++)
            laid[count + unit] = units[unit];
        event->units_at = (uint32_t)count;
        count += event->unit_count;
    }
    free(store->units);
    store->units = laid;
    store->unit_count = count;
    store->unit_room = count;
}

/* Merges strays in from the end, where their own going has made room. */
static void merge(struct store *store, const struct event *strays, size_t left)
{
    size_t kept = store->count - left;
    for (size_t to = store->count; left > 0; to--) {
        bool is_stray = kept == 0 || compare(&store->events[kept - 1], &strays[left - 1]) < 0;
        store->events[to - 1] = is_stray ? strays[--left] : store->events[--kept];
    }
}

/* Most files are in order but for a few events, so only those are sorted. */
bool store_sort(struct store *store)
{
    struct event *taken = NULL;
    size_t count = take_strays(store, &taken);
    if (count == 0)
        return false;
    struct event *strays = sort_strays(taken, count);
    free(taken);
    merge(store, strays, count);
    free(strays);
    return count > store->count / DISORDER;
}

void store_lay_out(struct store *store)
{
    note_file_order(store);
    lay_units(store);
}
