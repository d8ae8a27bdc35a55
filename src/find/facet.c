#include "find/facet.h"

#include "base/message.h"
#include "base/text.h"
#include "time/edtf.h"

static const struct bytes single = BYTES_INIT(STANDING_SINGLE);
static const struct bytes disputed = BYTES_INIT(STANDING_DISPUTED);

enum record_type facet_record_type(enum facet facet)
{
    static const enum record_type types[FACET_COUNT] = {
        [FACET_TAG] = RECORD_WORD,
        [FACET_ERA] = RECORD_ERA,
        [FACET_SOURCE] = RECORD_SOURCE,
        [FACET_STANDING] = RECORD_UNKNOWN,
    };
    return types[facet];
}

void facet_start(struct facet_reader *reader, const struct store *store, const struct event *event)
{
    *reader = (struct facet_reader){0};
    store_read(store, event->record, &reader->fields);
    reader->fields.wanted = rec_names(BYTES("TaSoNo")); /* Tag, Source, Note */
}

/* Takes one field; true when it is a value. */
static bool take_field(struct facet_reader *reader, const struct rec_field *field,
                       enum facet *facet, struct bytes *id)
{
    struct bytes rest, value = bytes_trim(field->raw);
    if (bytes_equal(field->name, BYTES("Tag"))) {
        *facet = FACET_TAG;
        *id = value;
        return value.size > 0;
    }
    if (bytes_equal(field->name, BYTES("Source"))) {
        *facet = FACET_SOURCE;
        *id = bytes_split(value, ' ', &rest);
        if (reader->source.size == 0)
            reader->source = *id;
        reader->cites_several |= !bytes_equal(reader->source, *id);
        return id->size > 0;
    }
    reader->has_note |= bytes_equal(schema_split(field->name, &rest), BYTES("Note"));
    return false;
}

/* Gives the standing, once all fields are read; false when the event has none. */
static bool take_standing(const struct facet_reader *reader, enum facet *facet, struct bytes *id)
{
    bool is_single = reader->source.size && !reader->cites_several;
    *facet = FACET_STANDING;
    *id = is_single ? single : disputed;
    return is_single || (reader->cites_several && reader->has_note);
}

bool facet_next(struct facet_reader *reader, enum facet *facet, struct bytes *id)
{
    struct rec_field field;
    while (!reader->is_done && rec_next(&reader->fields, &field) == REC_FIELD)
        if (take_field(reader, &field, facet, id))
            return true;
    bool was_done = reader->is_done;
    reader->is_done = true;
    return !was_done && take_standing(reader, facet, id);
}

struct bytes facet_standing(const struct store *store, const struct event *event)
{
    struct facet_reader reader;
    struct bytes id;
    enum facet facet;
    facet_start(&reader, store, event);
    while (facet_next(&reader, &facet, &id))
        if (facet == FACET_STANDING)
            return id;
    return BYTES("");
}

bool facet_read_era(const struct store *store, struct record era, int32_t *first, int32_t *last)
{
    struct buffer value = {0};
    struct edtf date;
    bool read = store_value(store, era, BYTES("Date"), &value) &&
                edtf_parse(&date, bytes_trim(buffer_bytes(&value)), NULL);
    buffer_free(&value);
    if (read) {
        *first = date.first;
        *last = date.last;
    }
    return read;
}

void facet_add_name(struct buffer *out, const struct store *store, enum facet facet,
                    struct bytes id, enum language language)
{
    size_t start = out->size, number;
    struct record record;
    if (facet == FACET_STANDING)
        buffer_add_string(
            out,
            message(bytes_equal(id, single) ? MESSAGE_SINGLE_SOURCE : MESSAGE_DISPUTED, language));
    else if (store_find_record(store, facet_record_type(facet), id, &record, &number))
        store_title(store, record, language, out);
    if (out->size == start)
        text_clean_line(out, id);
}
