#include "find/facet_naming.h"

#include "find/picks.h"
#include "find/query.h"

/* Says whether a record has a title, in any language, that is the query, or begins with it. */
static bool is_titled(const struct store *store, struct record record, const struct query *query,
                      bool (*fits)(const struct query *query, struct bytes text))
{
    struct rec_reader reader;
    struct rec_field field;
    struct bytes language;
    store_read(store, record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD)
        if (bytes_equal(schema_split(field.name, &language), BYTES("Title")) &&
            fits(query, bytes_trim(field.raw)))
            return true;
    return false;
}

/* What is looked for among the records of a facet. */
struct sought {
    const struct store *store;
    const struct record_list *list;
    const struct query *query;
    enum language language;
};

/* Finds the records whose titles fit: appends the titles, leaves the id of the last one in `id`.
 * Returns their number. */
static size_t find_titled(const struct sought *sought, struct buffer *id, struct buffer *titles,
                          bool (*fits)(const struct query *query, struct bytes text))
{
    size_t found = 0;
    for (size_t i = 0; i < sought->list->count; i++) {
        struct record record = sought->list->items[i];
        if (!is_titled(sought->store, record, sought->query, fits))
            continue;
        buffer_clear(id);
        buffer_add(id, store_id(sought->store, record));
        buffer_add_string(titles, found++ ? ", " : "");
        store_title(sought->store, record, sought->language, titles);
    }
    return found;
}

/* Says whether any event cites a source. */
static bool is_cited(const struct store *store, struct bytes id)
{
    struct picks picks = {0};
    bool found = false;
    picks_toggle(&picks, store, FACET_SOURCE, id);
    for (size_t i = 0; i < store->count && !found; i++)
        found = !picks_unmet(&picks, store, &store->events[i]);
    picks_free(&picks);
    return found;
}

/* The same by whole titles, else by the beginnings of titles; a tag has to be typed in full. */
static size_t find_typed(const struct sought *sought, enum facet facet, struct buffer *id,
                         struct buffer *titles)
{
    size_t found = find_titled(sought, id, titles, query_equals);
    if (found == 1 || facet == FACET_TAG)
        return found;
    buffer_clear(titles);
    return find_titled(sought, id, titles, query_begins);
}

bool facet_find(struct buffer *out, const struct store *store, enum facet facet, struct bytes typed,
                enum language language, struct buffer *candidates)
{
    enum record_type type = facet_record_type(facet);
    const struct record_list *list = &store->lists[type];
    struct buffer id = {0}, titles = {0};
    struct record record;
    size_t number;
    if (store_find_record(store, type, typed, &record, &number)) {
        buffer_add(out, typed);
        return true;
    }
    struct query *query = query_new(typed);
    const struct sought sought = {store, list, query, language};
    size_t found = query ? find_typed(&sought, facet, &id, &titles) : 0;
    bool as_typed =
        found == 0 && (facet == FACET_TAG || (facet == FACET_SOURCE && is_cited(store, typed)));
    if (found == 1 || as_typed)
        buffer_add(out, as_typed ? typed : bytes_trim(buffer_bytes(&id)));
    else
        buffer_add(candidates, buffer_bytes(&titles));
    query_free(query);
    buffer_free(&id);
    buffer_free(&titles);
    return found == 1 || as_typed;
}
