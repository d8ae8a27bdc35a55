#include "print/json.h"

#include "base/text.h"
#include "file/figure.h"
#include "find/naming.h"
#include "time/day.h"
#include "time/lunar.h"

struct json {
    struct buffer *out;
    const struct store *store;
    const struct event *event;
    struct bytes field; /* of the record, which the member shows; empty for one of the index */
};

/* Appends text, cleaned, in quotes. Nothing that text_clean() leaves needs an escape but these. */
static void add_string(struct buffer *out, struct bytes raw)
{
    struct buffer clean = {0};
    text_clean(&clean, raw);
    buffer_add_char(out, '"');
    for (size_t i = 0; i < clean.size; i++) {
        char c = clean.data[i];
        if (c == '\n')
            buffer_add_string(out, "\\n");
        else if (c == '"' || c == '\\')
            buffer_printf(out, "\\%c", c);
        else
            buffer_add_char(out, c);
    }
    buffer_add_char(out, '"');
    buffer_free(&clean);
}

static void add_value(const struct json *json)
{
    struct buffer value = {0};
    store_value(json->store, json->event->record, json->field, &value);
    add_string(json->out, bytes_trim(buffer_bytes(&value)));
    buffer_free(&value);
}

static void add_day(const struct json *json, int32_t day)
{
    if (day == DAY_OPEN_PAST || day == DAY_OPEN_FUTURE) {
        buffer_add_string(json->out, "null");
        return;
    }
    buffer_add_char(json->out, '"');
    day_print(json->out, day);
    buffer_add_char(json->out, '"');
}

static void add_first_day(const struct json *json)
{
    add_day(json, json->event->first);
}

static void add_last_day(const struct json *json)
{
    add_day(json, json->event->last);
}

static void add_bool(const struct json *json, bool value)
{
    buffer_add_string(json->out, value ? "true" : "false");
}

static void add_approximate(const struct json *json)
{
    add_bool(json, json->event->doubt & EVENT_APPROXIMATE);
}

static void add_uncertain(const struct json *json)
{
    add_bool(json, json->event->doubt & EVENT_UNCERTAIN);
}

static void add_lunar_date(const struct json *json, const struct lunar *date)
{
    buffer_printf(json->out, "{\"day\":%d,\"month\":%d,\"leap\":%s,\"year\":\"", date->day,
                  date->month, date->leap ? "true" : "false");
    lunar_print_year(json->out, date->year);
    buffer_add_string(json->out, "\"}");
}

/* Reads the lunar dates of an event on one exact day. */
static bool read_lunar(const struct json *json, struct lunar *north, struct lunar *south,
                       bool *differs)
{
    const struct event *event = json->event;
    return event->first == event->last && !event->doubt &&
           lunar_from_day(north, south, differs, event->first);
}

static void add_lunar(const struct json *json)
{
    struct lunar north, south;
    bool differs;
    if (read_lunar(json, &north, &south, &differs))
        add_lunar_date(json, &north);
    else
        buffer_add_string(json->out, "null");
}

static void add_lunar_south(const struct json *json)
{
    struct lunar north, south;
    bool differs;
    if (read_lunar(json, &north, &south, &differs) && differs)
        add_lunar_date(json, &south);
    else
        buffer_add_string(json->out, "null");
}

/* Says whether the record has such a field before this one: the first counts, and a key may stand
 * only once in an object. */
static bool is_repeated(const struct json *json, const struct rec_field *field)
{
    struct rec_reader reader;
    struct rec_field other;
    store_read(json->store, json->event->record, &reader);
    while (rec_next(&reader, &other) == REC_FIELD && other.raw.at < field->raw.at)
        if (bytes_equal(other.name, field->name) && bytes_trim(other.raw).size)
            return true;
    return false;
}

/* Appends a multilingual field as an object by language; text without a language has the key "". */
static void add_multilingual(const struct json *json)
{
    struct rec_reader reader;
    struct rec_field field;
    struct buffer value = {0};
    const char *separator = "";
    buffer_add_char(json->out, '{');
    store_read(json->store, json->event->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes language;
        if (!bytes_equal(schema_split(field.name, &language), json->field) ||
            bytes_trim(field.raw).size == 0 || is_repeated(json, &field))
            continue;
        buffer_clear(&value);
        rec_value(&value, &field);
        buffer_add_string(json->out, separator);
        add_string(json->out, language);
        buffer_add_char(json->out, ':');
        add_string(json->out, buffer_bytes(&value));
        separator = ",";
    }
    buffer_add_char(json->out, '}');
    buffer_free(&value);
}

static void add_provinces(const struct json *json)
{
    const uint32_t *units = store_units(json->store, json->event);
    buffer_add_char(json->out, '[');
    for (size_t i = 0; i < json->event->unit_count; i++) {
        buffer_add_string(json->out, i ? "," : "");
        add_string(json->out, json->store->gazetteer.units[units[i]].id);
    }
    buffer_add_char(json->out, ']');
}

static void add_names_in(const struct json *json, enum language language)
{
    const struct gazetteer *gazetteer = &json->store->gazetteer;
    const struct event *event = json->event;
    const uint32_t *units = store_units(json->store, event);
    int32_t day = event_day(event);
    buffer_printf(json->out, "\"%s\":[", language_code(language));
    for (size_t i = 0; i < event->unit_count; i++) {
        uint32_t unit = naming_unit(gazetteer, units[i], day, NAMES_THEN);
        buffer_add_string(json->out, i ? "," : "");
        add_string(json->out, gazetteer_name(gazetteer, unit, language));
    }
    buffer_add_char(json->out, ']');
}

static void add_province_names(const struct json *json)
{
    buffer_add_char(json->out, '{');
    add_names_in(json, LANGUAGE_VI);
    buffer_add_char(json->out, ',');
    add_names_in(json, LANGUAGE_EN);
    buffer_add_char(json->out, '}');
}

/* Appends an array with what `add` makes of each value of a repeated field. */
static void add_array(const struct json *json, void (*add)(struct buffer *out, struct bytes value))
{
    struct rec_reader reader;
    struct rec_field field;
    const char *separator = "";
    buffer_add_char(json->out, '[');
    store_read(json->store, json->event->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        if (!bytes_equal(field.name, json->field) || bytes_trim(field.raw).size == 0)
            continue;
        buffer_add_string(json->out, separator);
        add(json->out, bytes_trim(field.raw));
        separator = ",";
    }
    buffer_add_char(json->out, ']');
}

static void add_strings(const struct json *json)
{
    add_array(json, add_string);
}

/* A figure that cannot be read keeps its text in `what`. */
static void add_figure(struct buffer *out, struct bytes value)
{
    struct figure figure;
    bool good = figure_read(&figure, value);
    buffer_add_string(out, "{\"what\":");
    add_string(out, good ? figure.what : value);
    buffer_printf(out, ",\"value\":%.*s", BYTES_ARGS(good ? figure.number : BYTES("null")));
    buffer_add_string(out, ",\"unit\":");
    add_string(out, good ? figure.unit : BYTES(""));
    buffer_add_string(out, ",\"qualifier\":");
    if (good && figure.qualifier)
        buffer_printf(out, "\"%c\"", figure.qualifier);
    else
        buffer_add_string(out, "null");
    buffer_add_char(out, '}');
}

static void add_figures(const struct json *json)
{
    add_array(json, add_figure);
}

static void add_citation(struct buffer *out, struct bytes value)
{
    struct bytes locator;
    struct bytes id = bytes_split(value, ' ', &locator);
    buffer_add_string(out, "{\"id\":");
    add_string(out, id);
    buffer_add_string(out, ",\"locator\":");
    add_string(out, bytes_trim(locator));
    buffer_add_char(out, '}');
}

static void add_sources(const struct json *json)
{
    add_array(json, add_citation);
}

static void add_line(const struct json *json)
{
    buffer_printf(json->out, "%u", (unsigned)json->event->record.line);
}

static const struct {
    const char *key;
    void (*add)(const struct json *json);
    struct bytes field;
} members[] = {
    {"id", add_value, BYTES_INIT("Id")},
    {"date", add_value, BYTES_INIT("Date")},
    {"first_day", add_first_day, {0}},
    {"last_day", add_last_day, {0}},
    {"approximate", add_approximate, {0}},
    {"uncertain", add_uncertain, {0}},
    {"lunar", add_lunar, {0}},
    {"lunar_south", add_lunar_south, {0}},
    {"title", add_multilingual, BYTES_INIT("Title")},
    {"text", add_multilingual, BYTES_INIT("Text")},
    {"note", add_multilingual, BYTES_INIT("Note")},
    {"provinces", add_provinces, {0}},
    {"province_names", add_province_names, {0}},
    {"places", add_strings, BYTES_INIT("Place")},
    {"people", add_strings, BYTES_INIT("Person")},
    {"tags", add_strings, BYTES_INIT("Tag")},
    {"figures", add_figures, BYTES_INIT("Figure")},
    {"sources", add_sources, BYTES_INIT("Source")},
    {"see", add_strings, BYTES_INIT("See")},
    {"line", add_line, {0}},
};

void json_add_event(struct buffer *out, const struct store *store, const struct event *event)
{
    struct json json = {.out = out, .store = store, .event = event};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        buffer_printf(out, "%s\"%s\":", i ? "," : "{", members[i].key);
        json.field = members[i].field;
        members[i].add(&json);
    }
    buffer_add_char(out, '}');
}
