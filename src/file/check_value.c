#include "file/check_value.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/path.h"
#include "file/figure.h"
#include "file/outline.h"
#include "time/edtf.h"

static void collect_id(struct check_ids *ids, enum record_type type, const struct rec_field *field)
{
    if (map_put(&ids->of[type], bytes_trim(field->raw), 0))
        return;
    ids->repeated =
        memory_grow(ids->repeated, ids->repeated_count, &ids->repeated_room, sizeof *ids->repeated);
    ids->repeated[ids->repeated_count++] = field->line;
}

void check_ids_collect(struct check_ids *ids, struct bytes text, enum record_type type)
{
    struct rec_reader reader;
    struct rec_field field;
    enum rec_token token;
    rec_start(&reader, text, 1, NULL);
    reader.wanted = rec_names(BYTES("Id"));
    while ((token = rec_next(&reader, &field)) != REC_END) {
        struct bytes rest;
        if (token == REC_FIELD && bytes_equal(field.name, BYTES("%rec")))
            type = schema_type(bytes_split(bytes_trim(field.raw), ' ', &rest));
        else if (token == REC_FIELD && bytes_equal(field.name, BYTES("Id")))
            collect_id(ids, type, &field);
    }
}

void check_ids_free(struct check_ids *ids)
{
    for (int type = 0; type <= RECORD_UNKNOWN; type++)
        map_free(&ids->of[type]);
    free(ids->repeated);
}

static int compare_lines(const void *a, const void *b)
{
    const size_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static bool is_repeated(const struct check_ids *ids, size_t line)
{
    return ids->repeated_count &&
           bsearch(&line, ids->repeated, ids->repeated_count, sizeof *ids->repeated, compare_lines);
}

/* What a check of one value works on. */
struct value {
    const struct store *store;
    const struct check_ids *ids;
    const struct rec_field *field;
    struct bytes text;
    struct place place;
    struct diag_sink *sink;
};

static void check_id(const struct value *value)
{
    if (is_repeated(value->ids, value->place.line))
        diag(value->sink, DIAG_DUPLICATE_ID, value->place, value->text);
    for (size_t i = 0; i < value->text.size; i++) {
        char c = value->text.at[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            continue;
        diag(value->sink, DIAG_BAD_ID, value->place, value->text);
        return;
    }
}

static void check_province(const struct value *value)
{
    const struct gazetteer *gazetteer = &value->store->gazetteer;
    uint32_t unit = gazetteer_find(gazetteer, value->text);
    bool known = unit != UNIT_NONE && !gazetteer->units[unit].is_plain;
    if (gazetteer->content.bytes.size && !known)
        diag(value->sink, DIAG_UNKNOWN_PROVINCE, value->place, value->text);
}

static void check_reference(const struct value *value, struct bytes id, enum record_type type,
                            enum diagnostic unknown)
{
    if (map_get(&value->ids->of[type], id) == MAP_NONE)
        diag(value->sink, unknown, value->place, id);
}

static struct bytes first_word(const struct value *value)
{
    struct bytes rest;
    return bytes_split(value->text, ' ', &rest);
}

static void check_event(const struct value *value)
{
    check_reference(value, value->text, RECORD_EVENT, DIAG_UNKNOWN_EVENT);
}

static void check_stop(const struct value *value)
{
    check_reference(value, first_word(value), RECORD_EVENT, DIAG_UNKNOWN_EVENT);
}

static void check_citation(const struct value *value)
{
    check_reference(value, first_word(value), RECORD_SOURCE, DIAG_UNKNOWN_SOURCE);
}

/* A file that explains no words may use any. */
static void check_one_word(const struct value *value, struct bytes word)
{
    const struct map *words = &value->ids->of[RECORD_WORD];
    struct place place = value->place;
    place.column += (size_t)(word.at - value->text.at);
    if (words->count && map_get(words, word) == MAP_NONE)
        diag(value->sink, DIAG_UNKNOWN_WORD, place, word);
}

static void check_word(const struct value *value)
{
    check_one_word(value, value->text);
}

static void check_figure(const struct value *value)
{
    struct figure figure;
    if (!figure_read(&figure, value->text)) {
        diag(value->sink, DIAG_BAD_FIGURE, value->place, value->text);
        return;
    }
    check_one_word(value, figure.what);
    check_one_word(value, figure.unit);
}

static void check_centre(const struct value *value)
{
    struct bytes longitude;
    struct bytes latitude = bytes_split(value->text, ' ', &longitude);
    struct location centre;
    if (!degrees_read(&centre.north, latitude, LATITUDE_MAX) ||
        !degrees_read(&centre.east, bytes_trim(longitude), LONGITUDE_MAX))
        diag(value->sink, DIAG_BAD_CENTRE, value->place, value->text);
}

static void check_history(const struct value *value)
{
    struct bytes unit;
    struct edtf date;
    struct bytes interval = bytes_split(value->text, ' ', &unit);
    if (!edtf_parse(&date, interval, NULL) ||
        map_get(&value->ids->of[RECORD_PROVINCE], bytes_trim(unit)) == MAP_NONE)
        diag(value->sink, DIAG_BAD_HISTORY, value->place, value->text);
}

static void check_outline(const struct value *value)
{
    struct buffer ring = {0};
    struct location *points = NULL;
    size_t count = 0, room = 0;
    rec_value(&ring, value->field);
    if (!outline_read_ring(buffer_bytes(&ring), &points, &count, &room))
        diag(value->sink, DIAG_BAD_OUTLINE, value->place, value->text);
    buffer_free(&ring);
    free(points);
}

static void check_label(const struct value *value)
{
    struct outline_label label;
    if (!outline_read_label(value->text, &label))
        diag(value->sink, DIAG_BAD_LABEL, value->place, value->text);
}

/* Says whether a value is a bare file name, and reports it when it is not. */
static bool check_file_name(const struct value *value)
{
    return path_is_bare(value->text) ||
           diag(value->sink, DIAG_FILE_NAME, value->place, value->text);
}

static void check_gazetteer_name(const struct value *value)
{
    const struct store *store = value->store;
    if (check_file_name(value) && store->timeline.size && !store->gazetteer.content.bytes.size)
        diag(value->sink, DIAG_GAZETTEER_UNREADABLE, value->place, value->text);
}

static void check_outlines_name(const struct value *value)
{
    struct content content;
    const struct buffer *path = &value->store->outlines_path;
    if (!check_file_name(value) || path->size == 0)
        return;
    if (content_open(&content, buffer_string(path), NULL))
        content_close(&content);
    else
        diag(value->sink, DIAG_OUTLINES_UNREADABLE, value->place, value->text);
}

static void (*const checks[])(const struct value *value) = {
    [VALUE_ID] = check_id,
    [VALUE_GAZETTEER] = check_gazetteer_name,
    [VALUE_OUTLINES] = check_outlines_name,
    [VALUE_PROVINCE] = check_province,
    [VALUE_EVENT] = check_event,
    [VALUE_STOP] = check_stop,
    [VALUE_CITATION] = check_citation,
    [VALUE_FIGURE] = check_figure,
    [VALUE_WORD] = check_word,
    [VALUE_CENTRE] = check_centre,
    [VALUE_HISTORY] = check_history,
    [VALUE_OUTLINE] = check_outline,
    [VALUE_LABEL] = check_label,
};

void check_value(const struct store *store, const struct check_ids *ids,
                 const struct field_rule *rule, const struct rec_field *field,
                 struct diag_sink *sink)
{
    struct value value = {.store = store,
                          .ids = ids,
                          .field = field,
                          .text = bytes_trim(field->raw),
                          .place = {field->line, field->column},
                          .sink = sink};
    if (checks[rule->kind])
        checks[rule->kind](&value);
}
