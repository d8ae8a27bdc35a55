#include "file/store_open.h"

#include <stdlib.h>

#include "base/memory.h"
#include "file/reading.h"
#include "file/store_order.h"
#include "file/tail.h"
#include "time/day.h"

/* As much as a first screen shows, and what is read between two looks at how much that is. */
#define FIRST_EVENTS 100
#define FIRST_BYTES  8192
#define FIRST_MOST   1048576 /* of an event that is longer no more is read before it is shown */

/* Gives the open ends of the span those of the events. */
static void settle_span(const struct store_reading *now)
{
    struct store *store = now->store;
    int32_t first = now->earliest, last = now->latest;
    store->first = now->first;
    store->last = now->last;
    if (store->first == DAY_OPEN_PAST)
        store->first = first < store->last ? first : store->last;
    if (store->last == DAY_OPEN_FUTURE)
        store->last = last > store->first ? last : store->first;
}

bool store_read_on(struct store_reading *reading, size_t bytes)
{
    if (reading_go(reading, bytes))
        return true;
    if (reading->tail && tail_go(reading, bytes < SIZE_MAX))
        return true;
    if (store_sort(reading->store))
        store_lay_out(reading->store);
    settle_span(reading);
    return false;
}

void store_read_by_two(struct store_reading *reading, size_t size)
{
    if (!reading->tail && reading->reader.text.size >= size)
        reading->tail = tail_start(reading);
}

int store_percent_read(const struct store_reading *reading)
{
    size_t read = reading->reader.at + tail_bytes(reading->tail);
    return (int)(read * 100 / reading->store->content.bytes.size);
}

void store_end_reading(struct store_reading *reading)
{
    if (reading)
        tail_stop(reading->tail);
    free(reading);
}

/* Says whether there is enough for a first screen: some event, at least. */
static bool is_enough(const struct store_reading *now)
{
    bool is_long = now->reader.at >= FIRST_MOST && (now->store->count || reading_is_in_event(now));
    return now->store->count >= FIRST_EVENTS || is_long;
}

static void read_first(struct store_reading *now)
{
    while (!is_enough(now) && store_read_on(now, FIRST_BYTES))
        ;
    store_sort(now->store);
    settle_span(now);
}

struct store_reading *store_begin(struct store *store, const char *path, struct diag_sink *sink,
                                  struct diag_sink *faults)
{
    *store = (struct store){.primary = LANGUAGE_VI};
    gazetteer_init(&store->gazetteer);
    if (!content_open(&store->content, path, sink))
        return NULL;
    struct store_reading *now = memory_new(1, sizeof *now);
    *now = (struct store_reading){.store = store,
                                  .path = path,
                                  .sink = faults,
                                  .first = DAY_OPEN_PAST,
                                  .last = DAY_OPEN_FUTURE,
                                  .earliest = DAY_OPEN_FUTURE,
                                  .latest = DAY_OPEN_PAST,
                                  .wanted = rec_names(BYTES("DaPrTi")), /* Date, Province, Title */
                                  .untitled = rec_names(BYTES("DaPr")),
                                  .type = RECORD_EVENT};
    reading_start(now, store->content.bytes, 0);
    read_first(now);
    return now;
}

bool store_open(struct store *store, const char *path, struct diag_sink *sink,
                struct diag_sink *faults)
{
    struct store_reading *now = store_begin(store, path, sink, faults);
    if (!now)
        return false;
    while (store_read_on(now, SIZE_MAX))
        ;
    store_end_reading(now);
    return true;
}
