#include "file/store.h"

#include <stdlib.h>

#include "base/path.h"
#include "base/text.h"
#include "time/day.h"
#include "time/words.h"

/* Of a field in the language asked for, which no other outdoes: the rest of the record, which may
 * be long, is not looked at. */
#define RANK_BEST 3

void store_close(struct store *store)
{
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        free(store->lists[type].items);
    free(store->events);
    free(store->in_file);
    free(store->units);
    buffer_free(&store->outlines_path);
    gazetteer_close(&store->gazetteer);
    content_close(&store->content);
    *store = (struct store){0};
}

bool store_add_path(const struct store *store, const char *path, struct bytes field,
                    struct buffer *out)
{
    struct buffer name = {0};
    bool found = store->timeline.size && store_value(store, store->timeline, field, &name);
    struct bytes file = bytes_trim(buffer_bytes(&name));
    found = found && path_is_bare(file);
    if (found) {
        buffer_add(out, path_folder(path));
        buffer_add(out, file);
    }
    buffer_free(&name);
    return found;
}

const uint32_t *store_units(const struct store *store, const struct event *event)
{
    return store->units ? store->units + event->units_at : NULL;
}

int32_t event_day(const struct event *event)
{
    return event->first == DAY_OPEN_PAST ? event->last : event->first;
}

void store_read(const struct store *store, struct record record, struct rec_reader *reader)
{
    struct bytes text = bytes_after(store->content.bytes, (size_t)record.at);
    rec_start(reader, bytes_first(text, record.size), record.line, NULL);
}

struct bytes store_id(const struct store *store, struct record record)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(store, record, &reader);
    reader.wanted = rec_names(BYTES("Id"));
    while (rec_next(&reader, &field) == REC_FIELD)
        if (bytes_equal(field.name, BYTES("Id")))
            return bytes_trim(field.raw);
    return BYTES("");
}

bool store_value(const struct store *store, struct record record, struct bytes name,
                 struct buffer *out)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(store, record, &reader);
    reader.wanted = rec_names(bytes_first(name, 2));
    while (rec_next(&reader, &field) == REC_FIELD) {
        if (bytes_equal(field.name, name)) {
            rec_value(out, &field);
            return true;
        }
    }
    return false;
}

/* How well a field's language answers the one asked for; 0 is not at all. A field without a code
 * serves for all. */
static int rank(const struct store *store, struct bytes code, enum language language)
{
    if (code.size == 0 || bytes_equal(code, bytes_of(language_code(language))))
        return RANK_BEST;
    return bytes_equal(code, bytes_of(language_code(store->primary))) ? 2 : 1;
}

/* Finds the multilingual field `stem` whose language ranks best, and at least `worst`. */
static bool find_text(const struct store *store, struct record record, struct bytes stem,
                      enum language language, int worst, struct rec_field *best)
{
    struct rec_reader reader;
    struct rec_field field;
    int best_rank = worst - 1;
    store_read(store, record, &reader);
    reader.wanted = rec_names(bytes_first(stem, 2));
    while (best_rank < RANK_BEST && rec_next(&reader, &field) == REC_FIELD) {
        struct bytes code;
        if (!bytes_equal(schema_split(field.name, &code), stem) || bytes_trim(field.raw).size == 0)
            continue;
        if (rank(store, code, language) > best_rank) {
            best_rank = rank(store, code, language);
            *best = field;
        }
    }
    return best_rank >= worst;
}

static bool add_text(const struct store *store, struct record record, struct bytes stem,
                     enum language language, int worst, struct buffer *out)
{
    struct rec_field field;
    if (!find_text(store, record, stem, language, worst, &field))
        return false;
    struct buffer raw = {0};
    rec_value(&raw, &field);
    text_clean(out, buffer_bytes(&raw));
    buffer_free(&raw);
    return true;
}

bool store_text(const struct store *store, struct record record, struct bytes stem,
                enum language language, struct buffer *out)
{
    return add_text(store, record, stem, language, 1, out);
}

bool store_line(const struct store *store, struct record record, struct bytes name,
                struct buffer *out)
{
    struct buffer value = {0};
    bool has = store_value(store, record, name, &value);
    text_clean_line(out, buffer_bytes(&value));
    buffer_free(&value);
    return has;
}

bool store_text_in(const struct store *store, struct record record, struct bytes stem,
                   enum language language, struct buffer *out)
{
    return add_text(store, record, stem, language, RANK_BEST, out);
}

/* Says whether the record's Id is `id`; one without an Id is never meant. */
static bool has_id(const struct store *store, struct record record, struct bytes id)
{
    return id.size && bytes_equal(store_id(store, record), id);
}

uint32_t store_find(const struct store *store, struct bytes id)
{
    for (size_t i = 0; i < store->count; i++)
        if (has_id(store, store->events[i].record, id))
            return (uint32_t)i;
    return EVENT_NONE;
}

bool store_find_record(const struct store *store, enum record_type type, struct bytes id,
                       struct record *record, size_t *number)
{
    const struct record_list *list = &store->lists[type];
    for (size_t i = 0; i < list->count; i++) {
        if (!has_id(store, list->items[i], id))
            continue;
        *record = list->items[i];
        *number = i;
        return true;
    }
    return false;
}

void store_title(const struct store *store, struct record record, enum language language,
                 struct buffer *out)
{
    size_t start = out->size;
    store_text(store, record, BYTES("Title"), language, out);
    text_join_lines(out, start);
}

void store_date(const struct store *store, struct record record, enum language language,
                struct buffer *out)
{
    struct buffer edtf = {0};
    if (store_value(store, record, BYTES("Date"), &edtf))
        words_date(out, bytes_trim(buffer_bytes(&edtf)), language);
    buffer_free(&edtf);
}

void store_word(const struct store *store, struct bytes id, enum language language,
                struct buffer *out)
{
    struct record word;
    size_t number;
    if (!store_find_record(store, RECORD_WORD, id, &word, &number) ||
        !store_text(store, word, BYTES("Title"), language, out))
        text_clean_line(out, id);
}
