#include "find/search.h"

#include <stdlib.h>

#include "base/memory.h"

/* Records farther apart in the file than this are passed over one by one. */
#define GAP_MAX 256

/* Bytes that are passed over together. */
#define STRETCH_MAX 65536

/* With fewer bytes to look through, another thread is not worth waking. */
#define SHARE_LEAST ((size_t)1 << 20)

/* To pass over bytes costs about such a part of what it costs to read them letter by letter. */
#define PART_OF_READING 8

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
    search->ahead_next = search->ahead_count = 0;
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

static struct bytes stretch_text(const struct search *search, const struct stretch *stretch)
{
    uint64_t start = record_at(search, stretch->first).at;
    uint64_t end = record_end(record_at(search, stretch->end - 1));
    struct bytes text = bytes_after(search->store->content.bytes, (size_t)start);
    return bytes_first(text, (size_t)(end - start));
}

static void look_through(void *context, size_t number)
{
    struct search *search = context;
    struct stretch *stretch = &search->ahead[number];
    stretch->hit = query_pass_over(search->query, stretch_text(search, stretch), 0);
}

/* Looks through the stretches that come next, unless there still are some; returns their bytes. */
static size_t look_ahead(struct search *search)
{
    size_t bytes = 0, count = 0;
    if (search->ahead_next < search->ahead_count)
        return 0;
    for (size_t place = search->next; place < search->among->count && count < SEARCH_AHEAD;) {
        struct stretch *stretch = &search->ahead[count++];
        *stretch = (struct stretch){place, end_of_stretch(search, place), 0};
        bytes += stretch_text(search, stretch).size;
        place = stretch->end;
    }
    helper_share(bytes < SHARE_LEAST ? NULL : search->helper, count, look_through, search);
    search->ahead_count = count;
    search->ahead_next = 0;
    return bytes;
}

/* Searches a stretch, of which only what comes from its hit on has to be read; returns the bytes of
 * that. */
static size_t search_stretch(struct search *search, const struct stretch *stretch)
{
    uint64_t start = record_at(search, stretch->first).at;
    struct bytes text = stretch_text(search, stretch);
    size_t at = stretch->hit;
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
    search->next = stretch->end;
    return text.size - stretch->hit;
}

/* Searches what was looked through, for about `bytes` that have to be read; returns how many. */
static size_t search_ahead(struct search *search, size_t bytes)
{
    size_t done = 0;
    while (done < bytes && search->ahead_next < search->ahead_count)
        done += search_stretch(search, &search->ahead[search->ahead_next++]);
    return done;
}

bool search_on(struct search *search, size_t bytes)
{
    size_t found = search->matches.count;
    for (size_t done = 0; done < bytes && search->next < search->among->count;) {
        done += look_ahead(search) / PART_OF_READING;
        done += search_ahead(search, bytes);
    }
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
