#include "file/store_open.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "file/date.h"
#include "time/day.h"

/* As much as a first screen shows, and what is read between two looks at how much that is. */
#define FIRST_EVENTS 100
#define FIRST_BYTES  8192

/* The timeline, and what is known so far of the record being read. */
struct store_reading {
    struct store *store;
    const char *path;
    struct diag_sink *sink;
    struct rec_reader reader;
    int32_t first; /* the span as the Timeline record has it, in days */
    int32_t last;
    enum record_type type;     /* as the last %rec says */
    struct rec_names wanted;   /* of an event */
    struct rec_names untitled; /* of one whose title was read */
    struct event event;
    bool has_date; /* a Date field was seen */
    bool has_title;
    bool is_descriptor;    /* the record holds %rec */
    bool has_record;       /* another came before it; a Timeline stands first or not at all */
    enum diagnostic fault; /* of the date, DIAG_COUNT when it is good */
    struct rec_field date;
    size_t offset; /* byte of the date where the fault is */
};

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

static void add_unit(struct store_reading *now, uint32_t unit)
{
    struct store *store = now->store;
    for (size_t i = now->event.units_at; i < store->unit_count; i++)
        if (store->units[i] == unit)
            return;
    store->units =
        memory_grow(store->units, store->unit_count, &store->unit_room, sizeof *store->units);
    store->units[store->unit_count++] = unit;
    now->event.unit_count++;
}

static void take_province(struct store_reading *now, const struct rec_field *field)
{
    struct bytes name = bytes_trim(field->raw);
    if (name.size && now->event.unit_count < UINT16_MAX)
        add_unit(now, gazetteer_place(&now->store->gazetteer, name));
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

static void add_event(struct store_reading *now, struct record record)
{
    struct store *store = now->store;
    if (now->event.unit_count == 0 && store->gazetteer.nation != UNIT_NONE)
        add_unit(now, store->gazetteer.nation);
    now->event.record = record;
    store->events = memory_grow(store->events, store->count, &store->room, sizeof *store->events);
    store->events[store->count++] = now->event;
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

static void add_record(struct record_list *list, struct record record)
{
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
        add_record(&store->lists[now->type], record);
    } else if (is_showable(now)) {
        add_event(now, record);
    } else {
        store->unit_count = now->event.units_at;
        store->left_out++;
    }
    now->has_record = now->has_record || !now->is_descriptor;
    begin(now);
}

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
static void sort(struct store *store)
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

/* Gives the open ends of the span those of the events. An event that is open at one end counts
 * with the other. */
static void settle_span(const struct store_reading *now)
{
    struct store *store = now->store;
    int32_t first = DAY_OPEN_FUTURE, last = DAY_OPEN_PAST;
    bool is_open = now->first == DAY_OPEN_PAST || now->last == DAY_OPEN_FUTURE;
    for (size_t i = 0; is_open && i < store->count; i++) {
        const struct event *event = &store->events[i];
        int32_t begin = event_day(event);
        int32_t end = event->last == DAY_OPEN_FUTURE ? event->first : event->last;
        first = begin < first ? begin : first;
        last = end > last ? end : last;
    }
    store->first = now->first;
    store->last = now->last;
    if (store->first == DAY_OPEN_PAST)
        store->first = first < store->last ? first : store->last;
    if (store->last == DAY_OPEN_FUTURE)
        store->last = last > store->first ? last : store->first;
}

/* Puts in order what was read so far. */
static void settle(const struct store_reading *now)
{
    sort(now->store);
    settle_span(now);
}

/* Reads on for about `bytes` bytes; false at the end of the file. */
static bool read_on(struct store_reading *now, size_t bytes)
{
    struct rec_reader *reader = &now->reader;
    struct rec_field field;
    for (size_t from = reader->at; reader->at - from < bytes;) {
        enum rec_token token = rec_next(reader, &field);
        if (token == REC_END)
            return false;
        if (token == REC_FIELD)
            take_field(now, &field);
        else
            finish(now);
    }
    return true;
}

bool store_read_on(struct store_reading *reading, size_t bytes)
{
    struct rec_reader *reader = &reading->reader;
    if (read_on(reading, bytes))
        return true;
    if (reader->record_fields && reader->in_record)
        finish(reading);
    reader->in_record = false;
    settle(reading);
    return false;
}

int store_percent_read(const struct store_reading *reading)
{
    return (int)(reading->reader.at * 100 / reading->reader.text.size);
}

void store_end_reading(struct store_reading *reading)
{
    free(reading);
}

/* Reads until there is enough for a first screen. */
static void read_first(struct store_reading *now)
{
    while (now->store->count < FIRST_EVENTS && store_read_on(now, FIRST_BYTES))
        ;
    settle(now);
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
                                  .wanted = rec_names(BYTES("DaPrTi")), /* Date, Province, Title */
                                  .untitled = rec_names(BYTES("DaPr")),
                                  .type = RECORD_EVENT};
    rec_start(&now->reader, store->content.bytes, 1, NULL);
    begin(now);
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
