#include "file/reading.h"

#include "base/memory.h"
#include "file/date.h"
#include "time/day.h"

static void take_type(struct store_reading *now, const struct rec_field *field)
{
    struct bytes rest;
    now->is_descriptor = true;
    if (bytes_equal(field->name, BYTES("%rec")))
        now->type = schema_type(bytes_split(bytes_trim(field->raw), ' ', &rest));
}

static void take_date(struct store_reading *now, const struct rec_field *field)
{
    struct edtf date;
    if (now->has_date || bytes_trim(field->raw).size == 0)
        return;
    now->has_date = true;
    now->date = *field;
    now->fault = date_read(&date, field, &now->offset);
    if (now->fault != DIAG_COUNT)
        return;
    now->event.first = date.first;
    now->event.last = date.last;
    now->event.doubt = (uint16_t)((date.approximate ? EVENT_APPROXIMATE : 0) |
                                  (date.uncertain ? EVENT_UNCERTAIN : 0));
}

/* Adds a unit to the event that is read last, once. */
static void add_unit(struct store *store, struct event *event, uint32_t unit)
{
    for (size_t i = event->units_at; i < store->unit_count; i++)
        if (store->units[i] == unit)
            return;
    store->units =
        memory_grow(store->units, store->unit_count, &store->unit_room, sizeof *store->units);
    store->units[store->unit_count++] = unit;
    event->unit_count++;
}

/* Returns the unit of a name, or the number of the name where units are yet to be found. */
static uint32_t unit_of(struct store_reading *now, struct bytes name)
{
    if (!now->names)
        return gazetteer_place(&now->store->gazetteer, name);
    uint32_t number = map_get(now->names, name);
    if (number != MAP_NONE)
        return number;
    number = (uint32_t)now->names->count;
    map_put(now->names, name, number);
    return number;
}

static void take_province(struct store_reading *now, const struct rec_field *field)
{
    struct bytes name = bytes_trim(field->raw);
    if (name.size && now->event.unit_count < UINT16_MAX)
        add_unit(now->store, &now->event, unit_of(now, name));
}

/* Nearly every event has a second title, which need not be read. */
static void take_title(struct store_reading *now, const struct rec_field *field)
{
    now->has_title = bytes_trim(field->raw).size > 0;
    if (now->has_title)
        now->reader.wanted = now->untitled;
}

static void take_event_field(struct store_reading *now, const struct rec_field *field)
{
    struct bytes language;
    if (bytes_equal(field->name, BYTES("Date")))
        take_date(now, field);
    else if (bytes_equal(field->name, BYTES("Province")))
        take_province(now, field);
    else if (!now->has_title && bytes_start(field->name, BYTES("Title")) &&
             bytes_equal(schema_split(field->name, &language), BYTES("Title")))
        take_title(now, field);
}

static void take_field(struct store_reading *now, const struct rec_field *field)
{
    if (field->name.at[0] == '%')
        take_type(now, field);
    else if (now->type == RECORD_EVENT)
        take_event_field(now, field);
}

/* Reports why the event that ends here has to be left out; true when it has not. */
static bool is_showable(const struct store_reading *now)
{
    struct place record = {now->reader.record_line, 1};
    struct place date = {now->date.line, now->date.column + now->offset};
    if (!now->has_date)
        return diag(now->sink, DIAG_NO_DATE, record, BYTES(""));
    if (now->fault != DIAG_COUNT)
        return diag(now->sink, now->fault, date, now->date.raw);
    return now->has_title || diag(now->sink, DIAG_NO_TITLE, record, BYTES(""));
}

bool reading_is_in_event(const struct store_reading *now)
{
    return now->type == RECORD_EVENT && now->has_date && now->fault == DIAG_COUNT && now->has_title;
}

static void widen_span(struct store_reading *now, int32_t first, int32_t last)
{
    now->earliest = first < now->earliest ? first : now->earliest;
    now->latest = last > now->latest ? last : now->latest;
}

/* Appends an event; one without units is of the whole nation. */
static void add_event(struct store *store, struct event *event)
{
    if (event->unit_count == 0 && store->gazetteer.nation != UNIT_NONE)
        add_unit(store, event, store->gazetteer.nation);
    store->events = memory_grow(store->events, store->count, &store->room, sizeof *store->events);
    store->events[store->count++] = *event;
}

/* An event that is open at one end counts with the other. */
static void take_event(struct store_reading *now, struct record record)
{
    struct event *event = &now->event;
    int32_t last = event->last == DAY_OPEN_FUTURE ? event->first : event->last;
    event->record = record;
    widen_span(now, event_day(event), last);
    add_event(now->store, event);
}

static void open_gazetteer(struct store_reading *now, const struct rec_field *field)
{
    struct buffer path = {0};
    struct place place = {field->line, field->column};
    struct bytes name = bytes_trim(field->raw);
    if (!store_add_path(now->store, now->path, field->name, &path))
        diag(now->sink, DIAG_FILE_NAME, place, name);
    else if (!gazetteer_open(&now->store->gazetteer, buffer_string(&path), NULL))
        diag(now->sink, DIAG_GAZETTEER_UNREADABLE, place, name);
    buffer_free(&path);
}

static void take_timeline(struct store_reading *now, struct record record)
{
    struct rec_reader reader;
    struct rec_field field;
    struct edtf span;
    now->store->timeline = record;
    store_read(now->store, record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes value = bytes_trim(field.raw);
        bool is_open = now->store->gazetteer.count > 0;
        if (bytes_equal(field.name, BYTES("Gazetteer")) && !is_open)
            open_gazetteer(now, &field);
        else if (bytes_equal(field.name, BYTES("Outlines")) && !now->store->outlines_path.size)
            store_add_path(now->store, now->path, field.name, &now->store->outlines_path);
        else if (bytes_equal(field.name, BYTES("Languages")) && bytes_start(value, BYTES("en")))
            now->store->primary = LANGUAGE_EN;
        else if (bytes_equal(field.name, BYTES("Date")) && edtf_parse(&span, value, NULL)) {
            now->first = span.first;
            now->last = span.last;
        }
    }
}

static void add_record(struct store *store, enum record_type type, struct record record)
{
    struct record_list *list = &store->lists[type];
    list->items = memory_grow(list->items, list->count, &list->room, sizeof *list->items);
    list->items[list->count++] = record;
}

/* Makes ready for the next record. */
static void begin(struct store_reading *now)
{
    now->event = (struct event){.units_at = (uint32_t)now->store->unit_count};
    now->has_date = now->has_title = now->is_descriptor = false;
    now->fault = DIAG_COUNT;
    now->reader.wanted = now->wanted;
}

static void finish(struct store_reading *now)
{
    struct store *store = now->store;
    const struct rec_reader *reader = &now->reader;
    struct record record = {reader->record_at, (uint32_t)(reader->record_end - reader->record_at),
                            (uint32_t)reader->record_line};
    if (now->is_descriptor || now->type == RECORD_UNKNOWN) {
        store->unit_count = now->event.units_at;
    } else if (now->type == RECORD_TIMELINE) {
        if (!now->has_record)
            take_timeline(now, record);
    } else if (now->type != RECORD_EVENT) {
        add_record(store, now->type, record);
    } else if (is_showable(now)) {
        take_event(now, record);
    } else {
        store->unit_count = now->event.units_at;
        store->left_out++;
    }
    now->has_record = now->has_record || !now->is_descriptor;
    begin(now);
}

void reading_start(struct store_reading *now, struct bytes text, size_t at)
{
    rec_start(&now->reader, text, 1, NULL);
    if (at)
        now->reader.at = at;
    begin(now);
}

/* The end of the text ends its last record too. */
static void finish_last(struct store_reading *now)
{
    if (now->reader.in_record && now->reader.record_fields)
        finish(now);
    now->reader.in_record = false;
}

bool reading_go(struct store_reading *now, size_t bytes)
{
    struct rec_reader *reader = &now->reader;
    struct rec_field field;
    bool is_part = bytes < reader->text.size - reader->at;
    reader->pause = is_part ? reader->at + bytes : SIZE_MAX;
    while (reader->at < reader->pause) {
        enum rec_token token = rec_next(reader, &field);
        if (token == REC_END) {
            finish_last(now);
            return false;
        }
        if (token == REC_FIELD)
            take_field(now, &field);
        else if (token == REC_GAP)
            finish(now);
    }
    return true;
}

static struct record moved(struct record record, size_t lines)
{
    record.line += (uint32_t)lines;
    return record;
}

static void append_event(struct store *store, struct event event, const uint32_t *numbers,
                         const uint32_t *units, size_t lines)
{
    size_t count = event.unit_count;
    event.record = moved(event.record, lines);
    event.units_at = (uint32_t)store->unit_count;
    event.unit_count = 0;
    for (size_t i = 0; i < count; i++)
        add_unit(store, &event, units[numbers[i]]);
    add_event(store, &event);
}

void reading_append(struct store_reading *now, const struct store_reading *from,
                    const uint32_t *units)
{
    struct store *store = now->store;
    const struct store *apart = from->store;
    size_t lines = now->reader.line - 1;
    for (size_t i = 0; i < apart->count; i++)
        append_event(store, apart->events[i], store_units(apart, &apart->events[i]), units, lines);
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        for (size_t i = 0; i < apart->lists[type].count; i++)
            add_record(store, (enum record_type)type, moved(apart->lists[type].items[i], lines));
    store->left_out += apart->left_out;
    widen_span(now, from->earliest, from->latest);
    now->type = from->type;
    now->reader.at = from->reader.at;
    now->reader.line += from->reader.line - 1;
    begin(now);
}
