#include "find/answer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "time/day.h"

void answer_free(struct answer *answer)
{
    free(answer->events);
    *answer = (struct answer){0};
}

static void add(struct answer *answer, uint32_t event)
{
    answer->events =
        memory_grow(answer->events, answer->count, &answer->room, sizeof *answer->events);
    answer->events[answer->count++] = event;
}

void answer_fill(struct answer *answer, const struct store *store, const struct question *question)
{
    struct buffer scratch = {0};
    answer->count = 0;
    for (uint32_t i = 0; i < store->count; i++)
        if (question_accepts(question, store, &store->events[i], &scratch))
            add(answer, i);
    buffer_free(&scratch);
}

void answer_narrow(struct answer *answer, const struct answer *from, const struct store *store,
                   const struct query *query)
{
    struct buffer scratch = {0};
    answer->count = 0;
    for (size_t i = 0; i < from->count; i++)
        if (query_in_event(query, store, &store->events[from->events[i]], &scratch))
            add(answer, from->events[i]);
    buffer_free(&scratch);
}

size_t answer_place(const struct answer *answer, uint32_t event)
{
    size_t low = 0, high = answer->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (answer->events[middle] < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low == answer->count && low > 0 ? low - 1 : low;
}

bool answer_has(const struct answer *answer, uint32_t event)
{
    size_t place = answer_place(answer, event);
    return place < answer->count && answer->events[place] == event;
}

size_t answer_place_of_day(const struct answer *answer, const struct store *store, int32_t day)
{
    size_t low = 0, high = answer->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (store->events[answer->events[middle]].first < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low == answer->count && low > 0 ? low - 1 : low;
}

/* Counts one event for each unit whose ground it is on, each unit once. */
static void count_event(const struct store *store, const struct event *event, size_t *counts,
                        uint32_t *last_event, uint32_t number)
{
    const struct gazetteer *gazetteer = &store->gazetteer;
    const uint32_t *units = store_units(store, event);
    for (size_t i = 0; i < event->unit_count; i++) {
        const struct unit *unit = &gazetteer->units[units[i]];
        for (uint32_t h = 0; h <= unit->history_count; h++) {
            uint32_t candidate = h ? gazetteer->history[unit->history_at + h - 1].unit : units[i];
            if (last_event[candidate] == number + 1 ||
                !question_event_in_unit(store, event, candidate))
                continue;
            last_event[candidate] = number + 1;
            counts[candidate]++;
        }
    }
}

size_t *answer_count_units(const struct store *store, const struct question *question)
{
    size_t *counts = memory_new(store->gazetteer.count, sizeof *counts);
    uint32_t *last_event = memory_new(store->gazetteer.count, sizeof *last_event);
    struct buffer scratch = {0};
    for (uint32_t i = 0; i < store->count; i++)
        if (question_accepts_elsewhere(question, store, &store->events[i], &scratch))
            count_event(store, &store->events[i], counts, last_event, i);
    buffer_free(&scratch);
    free(last_event);
    return counts;
}
