#include "find/search.h"

#include <stdlib.h>

#include "base/memory.h"

/* Records farther apart in the file than this are passed over one by one. */
#define GAP_MAX 256

/* Bytes that are passed over together. */
#define STRETCH_MAX 65536

/* Returns the events of `among` in file order, to be freed. */
static uint32_t *pick_in_file(const struct store *store, const struct answer *among)
{
    uint32_t *order = memory_new(among->count, sizeof *order);
    bool *is_among = memory_new(store->count, sizeof *is_among);
    size_t count = 0;
    for (size_t i = 0; i < among->count; i++)
        is_among[among->events[i]] = true;
    for (size_t i = 0; i < store->count; i++)
        if (is_among[store->in_file[i]])
            order[count++] = store->in_file[i];
    free(is_among);
    return order;
}

static void choose_order(struct search *search)
{
    free(search->own);
    search->own = NULL;
    if (!search->store->in_file)
        search->order = search->among->events;
    else if (search->among->count == search->store->count)
        search->order = search->store->in_file;
    else
        search->order = search->own = pick_in_file(search->store, search->among);
}

void search_begin(struct search *search, const struct store *store, const struct query *query,
                  const struct answer *among)
{
    search->store = store;
    search->query = query;
    search->among = among;
    search->next = query ? 0 : among->count;
    search->stopped = false;
    if (query)
        choose_order(search);
    search->matches.count = 0;
    memset(search->in_field, 0, sizeof search->in_field);
}

void search_free(struct search *search)
{
    free(search->own);
    search->own = NULL;
    answer_free(&search->matches);
    buffer_free(&search->scratch);
}

static struct record record_at(const struct search *search, size_t place)
{
    return search->store->events[search->order[place]].record;
}

static uint64_t record_end(struct record record)
{
    return record.at + record.size;
}

/* Returns the place behind the events from `place` on whose records follow each other in the
 * file. */
static size_t end_of_stretch(const struct search *search, size_t place)
{
    uint64_t start = record_at(search, place).at, end = record_end(record_at(search, place));
    while (++place < search->among->count) {
        struct record record = record_at(search, place);
        if (record.at < end || record.at - end > GAP_MAX || record.at - start > STRETCH_MAX)
            break;
        end = record_end(record);
    }
    return place;
}

/* Reads one event letter by letter. */
static void take_event(struct search *search, size_t place)
{
    uint32_t number = search->order[place];
    const struct event *event = &search->store->events[number];
    unsigned fields = query_in_event(search->query, search->store, event, &search->scratch);
    for (unsigned i = 0; i < QUERY_FIELD_COUNT; i++)
        search->in_field[i] += fields >> i & 1;
    if (fields)
        answer_add(&search->matches, number);
}

/* Searches the events up to place `end`, one stretch of the file. Returns its bytes. */
static size_t search_stretch(struct search *search, size_t end)
{
    uint64_t start = record_at(search, search->next).at;
    struct bytes text = bytes_after(search->store->content.bytes, (size_t)start);
    text = bytes_first(text, (size_t)(record_end(record_at(search, end - 1)) - start));
    size_t at = query_pass_over(search->query, text, 0);
    while (at < text.size) {
        while (record_end(record_at(search, search->next)) - start <= at)
            search->next++;
        struct record record = record_at(search, search->next);
        if (record.at - start <= at) {
            take_event(search, search->next++);
            at = (size_t)(record_end(record) - start);
        } else {
            at = (size_t)(record.at - start);
        }
        at = query_pass_over(search->query, text, at);
    }
    search->next = end;
    return text.size;
}

bool search_on(struct search *search, size_t bytes)
{
    size_t found = search->matches.count;
    for (size_t done = 0; done < bytes && search->next < search->among->count;)
        done += search_stretch(search, end_of_stretch(search, search->next));
    if (!search_is_ordered(search))
        answer_settle(&search->matches, found);
    return !search_is_over(search);
}

bool search_is_ordered(const struct search *search)
{
    return search->store->in_file == NULL;
}

bool search_is_over(const struct search *search)
{
    return search->stopped || search->next >= search->among->count;
}

void search_stop(struct search *search)
{
    search->stopped = true;
}

int search_percent(const struct search *search)
{
    size_t count = search->among->count;
    return count ? (int)(search->next * 100 / count) : 100;
}
