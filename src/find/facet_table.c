#include "find/facet_table.h"

#include <stdlib.h>

#include "base/memory.h"

/* That an event cites a source. */
struct citation {
    uint32_t value;
    uint32_t event;
};

/* A table while it is made. */
struct counting {
    struct facet_table *table;
    const struct store *store;
    uint32_t *values; /* those of the event being read, each once */
    size_t value_count;
    size_t value_room;
    struct citation *citations;
    size_t citation_count;
    size_t citation_room;
};

void facet_table_free(struct facet_table *table)
{
    for (int facet = 0; facet < FACET_COUNT; facet++)
        map_free(&table->ids[facet]);
    free(table->values);
    free(table->events);
    *table = (struct facet_table){0};
}

/* Returns the number of a value, which it enters when it is new. */
static uint32_t number_of(struct facet_table *table, enum facet facet, struct bytes id)
{
    uint32_t number = map_get(&table->ids[facet], id);
    if (number != MAP_NONE)
        return number;
    table->values = memory_grow(table->values, table->count, &table->room, sizeof *table->values);
    table->values[table->count] = (struct facet_value){.facet = facet, .id = id};
    map_put(&table->ids[facet], id, (uint32_t)table->count);
    return (uint32_t)table->count++;
}

/* Enters the values that are known before an event is read. */
static void enter_known(struct facet_table *table, const struct store *store)
{
    const struct record_list *eras = &store->lists[RECORD_ERA];
    const struct record_list *sources = &store->lists[RECORD_SOURCE];
    int32_t first, last;
    for (size_t i = 0; i < eras->count; i++) {
        struct bytes id = store_id(store, eras->items[i]);
        if (id.size == 0 || map_get(&table->ids[FACET_ERA], id) != MAP_NONE ||
            !facet_read_era(store, eras->items[i], &first, &last))
            continue;
        uint32_t era = number_of(table, FACET_ERA, id);
        table->values[era].first = first;
        table->values[era].last = last;
    }
    for (size_t i = 0; i < sources->count; i++) {
        struct bytes id = store_id(store, sources->items[i]);
        if (id.size)
            number_of(table, FACET_SOURCE, id);
    }
    number_of(table, FACET_STANDING, BYTES(STANDING_SINGLE));
    number_of(table, FACET_STANDING, BYTES(STANDING_DISPUTED));
}

static void note_value(struct counting *now, uint32_t value)
{
    for (size_t i = 0; i < now->value_count; i++)
        if (now->values[i] == value)
            return;
    now->values = memory_grow(now->values, now->value_count, &now->value_room, sizeof *now->values);
    now->values[now->value_count++] = value;
}

/* Notes every value of an event. */
static void read_event(struct counting *now, const struct event *event)
{
    const struct map *eras = &now->table->ids[FACET_ERA];
    struct facet_reader reader;
    struct bytes id;
    enum facet facet;
    now->value_count = 0;
    for (size_t i = 0; i < eras->count; i++) {
        const struct facet_value *era = &now->table->values[eras->entries[i].value];
        if (event->first <= era->last && event->last >= era->first)
            note_value(now, eras->entries[i].value);
    }
    facet_start(&reader, now->store, event);
    while (facet_next(&reader, &facet, &id))
        note_value(now, number_of(now->table, facet, id));
}

static void note_citation(struct counting *now, uint32_t value, uint32_t event)
{
    now->citations = memory_grow(now->citations, now->citation_count, &now->citation_room,
                                 sizeof *now->citations);
    now->citations[now->citation_count++] = (struct citation){value, event};
}

/* Counts an event for each of its values. Where it misses the picks of one facet alone, it would be
 * left by its values of that one; `outside` says that it misses something else. */
static void count_event(struct counting *now, uint32_t event, bool outside, unsigned unmet)
{
    for (size_t i = 0; i < now->value_count; i++) {
        struct facet_value *value = &now->table->values[now->values[i]];
        value->all++;
        value->left += !outside && (unmet & ~(1U << value->facet)) == 0;
        if (value->facet == FACET_SOURCE)
            note_citation(now, now->values[i], event);
    }
}

/* Puts the events of each source side by side. */
static void gather_citations(struct counting *now)
{
    struct facet_table *table = now->table;
    size_t at = 0;
    table->events = memory_new(now->citation_count, sizeof *table->events);
    for (size_t i = 0; i < table->count; i++) {
        table->values[i].events_at = at;
        at += table->values[i].facet == FACET_SOURCE ? table->values[i].all : 0;
    }
    for (size_t i = 0; i < now->citation_count; i++)
        table->events[table->values[now->citations[i].value].events_at++] = now->citations[i].event;
    for (size_t i = 0; i < table->count; i++)
        if (table->values[i].facet == FACET_SOURCE)
            table->values[i].events_at -= table->values[i].all;
}

void facet_table_fill(struct facet_table *table, const struct store *store,
                      const struct question *question)
{
    struct counting now = {.table = table, .store = store};
    struct buffer scratch = {0};
    facet_table_free(table);
    enter_known(table, store);
    for (uint32_t i = 0; i < store->count; i++) {
        const struct event *event = &store->events[i];
        bool outside = !question_accepts_unpicked(question, store, event, &scratch);
        unsigned unmet = outside ? 0 : picks_unmet(&question->picks, store, event);
        read_event(&now, event);
        count_event(&now, i, outside, unmet);
    }
    gather_citations(&now);
    buffer_free(&scratch);
    free(now.values);
    free(now.citations);
}
