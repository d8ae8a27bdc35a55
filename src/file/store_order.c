#include "file/store_order.h"

#include <stdlib.h>

#include "base/memory.h"

/* Orders by first day, last day, place in the file. */
static int compare(const void *a, const void *b)
{
    const struct event *x = a, *y = b;
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

/* Moves the events that stand before an earlier one to `strays`; returns how many they are. */
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

/* Most files are in order but for a few events, so only those are sorted, and merged in from the
 * end, where their own going has made room. */
void store_sort(struct store *store)
{
    struct event *strays = NULL;
    size_t left = take_strays(store, &strays), kept = store->count - left;
    if (left)
        qsort(strays, left, sizeof *strays, compare);
    for (size_t to = store->count; left > 0; to--) {
        bool is_stray = kept == 0 || compare(&store->events[kept - 1], &strays[left - 1]) < 0;
        store->events[to - 1] = is_stray ? strays[--left] : store->events[--kept];
    }
    free(strays);
}
