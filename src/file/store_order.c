#include "file/store_order.h"

#include <stdlib.h>

#include "base/memory.h"

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

/* What a stray is sorted by: its days, as numbers that are ordered like them, and its place. */
struct key {
    uint64_t days;
    uint32_t place;
};

static unsigned byte_of(struct key key, unsigned shift)
{
    return (unsigned)(key.days >> shift) & 0xFF;
}

/* Puts the keys in the order of one byte of their days, and leaves those that are alike there as
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

/* Sorts strays, which are in file order, byte by byte from the last: few of the bytes differ, and
 * each takes one pass, where comparing would take twenty over a million events. */
static struct event *sort_strays(const struct event *strays, size_t count)
{
    struct event *sorted = memory_new(count, sizeof *sorted);
    struct key *keys = memory_new(2 * count, sizeof *keys), *spare = keys + count, *now = keys;
    for (size_t i = 0; i < count; i++) {
        uint32_t first = (uint32_t)strays[i].first ^ 0x80000000U; /* the past before the rest */
        uint32_t last = (uint32_t)strays[i].last ^ 0x80000000U;
        keys[i] = (struct key){(uint64_t)first << 32 | last, (uint32_t)i};
    }
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if (!sort_by_byte(now, spare, count, shift))
            continue;
        struct key *free_now = now;
        now = spare;
        spare = free_now;
    }
    for (size_t i = 0; i < count; i++)
        sorted[i] = strays[now[i].place];
    free(keys);
    return sorted;
}

/* Most files are in order but for a few events, so only those are sorted, and merged in from the
 * end, where their own going has made room. */
void store_sort(struct store *store)
{
    struct event *taken = NULL, *strays = NULL;
    size_t left = take_strays(store, &taken), kept = store->count - left;
    if (left)
        strays = sort_strays(taken, left);
    free(taken);
    for (size_t to = store->count; left > 0; to--) {
        bool is_stray = kept == 0 || compare(&store->events[kept - 1], &strays[left - 1]) < 0;
        store->events[to - 1] = is_stray ? strays[--left] : store->events[--kept];
    }
    free(strays);
}
