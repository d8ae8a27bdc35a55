#include "file/check.h"

#include <string.h>

#include "file/check_bytes.h"
#include "file/check_value.h"
#include "file/date.h"

#define LANGUAGES_MAX 8 /* of a timeline; more are not checked for completeness */

/* What was seen of one rule's field in the record at hand. */
struct seen {
    size_t count;
    unsigned languages; /* bit per language of the timeline */
    struct place place; /* of the first */
};

struct checking {
    const struct store *store;
    struct diag_sink *sink;
    struct bytes text;
    const struct field_rule *rules;
    size_t rule_count;
    struct check_ids ids;
    struct bytes languages[LANGUAGES_MAX]; /* codes, as the Timeline record lists them */
    size_t language_count;
    enum record_type type;
    bool completes; /* records go on with those of another file */
    bool has_type;  /* a %rec was seen, or its lack reported */
    bool skipping;  /* the type is unknown */
    bool is_descriptor;
    bool is_unreadable;                 /* the event's date was reported */
    struct seen seen[SCHEMA_RULES_MAX]; /* by rule */
    struct edtf date;                   /* of the event at hand */
    struct edtf last_date;
    bool has_last_date;
};

static struct place place_of(const struct rec_field *field)
{
    return (struct place){field->line, field->column};
}

static void take_languages(struct checking *now)
{
    struct rec_reader reader;
    struct rec_field field;
    if (now->store->timeline.size == 0)
        return;
    store_read(now->store, now->store->timeline, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes left = bytes_trim(field.raw);
        if (!bytes_equal(field.name, BYTES("Languages")))
            continue;
        while (left.size && now->language_count < LANGUAGES_MAX) {
            struct bytes code = bytes_trim(bytes_split(left, ' ', &left));
            if (code.size)
                now->languages[now->language_count++] = code;
        }
    }
}

static unsigned language_bit(const struct checking *now, struct bytes code)
{
    for (size_t i = 0; i < now->language_count; i++)
        if (bytes_equal(now->languages[i], code))
            return 1U << i;
    return code.size == 0 ? (1U << now->language_count) - 1 : 0;
}

static void take_type(struct checking *now, const struct rec_field *field)
{
    struct bytes rest;
    now->is_descriptor = true;
    if (!bytes_equal(field->name, BYTES("%rec")))
        return;
    struct bytes name = bytes_split(bytes_trim(field->raw), ' ', &rest);
    now->type = schema_type(name);
    now->has_type = true;
    now->skipping = now->type == RECORD_UNKNOWN;
    if (now->skipping)
        diag(now->sink, DIAG_UNKNOWN_TYPE, place_of(field), name);
}

static void check_date(struct checking *now, const struct rec_field *field)
{
    struct edtf date;
    size_t offset;
    struct place place = place_of(field);
    enum diagnostic fault = date_read(&date, field, &offset);
    if (fault != DIAG_COUNT) {
        place.column += offset;
        now->is_unreadable = true;
        diag(now->sink, fault, place, field->raw);
        return;
    }
    if (date.clamped)
        diag(now->sink, DIAG_YEAR_CLAMPED, place, field->raw);
    now->date = date;
}

/* In a file of outlines an id is one of the gazetteer's. */
static void check_unit(const struct checking *now, const struct rec_field *field)
{
    const struct gazetteer *gazetteer = &now->store->gazetteer;
    struct bytes id = bytes_trim(field->raw);
    uint32_t unit = gazetteer_find(gazetteer, id);
    if (unit == UNIT_NONE || gazetteer->units[unit].is_plain)
        diag(now->sink, DIAG_UNKNOWN_UNIT, place_of(field), id);
}

static void check_one(struct checking *now, const struct rec_field *field,
                      const struct field_rule *rule, struct bytes code)
{
    struct seen *seen = &now->seen[rule - now->rules];
    unsigned bit = language_bit(now, code);
    bool again = seen->count > 0 && !(rule->traits & FIELD_REPEATS) &&
                 (code.size == 0 || (seen->languages & bit));
    if (bytes_trim(field->raw).size == 0) {
        diag(now->sink, DIAG_EMPTY_FIELD, place_of(field), field->name);
        return;
    }
    if (again)
        diag(now->sink, DIAG_REPEATED_FIELD, place_of(field), field->name);
    else if (rule->kind == VALUE_DATE)
        check_date(now, field);
    else
        check_value(now->store, &now->ids, rule, field, now->sink);
    if (now->completes && rule->kind == VALUE_ID)
        check_unit(now, field);
    if (seen->count++ == 0)
        seen->place = (struct place){field->line, 1};
    seen->languages |= bit;
}

static void check_field(struct checking *now, const struct rec_field *field)
{
    if (field->name.at[0] == '%') {
        take_type(now, field);
        return;
    }
    if (!now->has_type)
        diag(now->sink, DIAG_NO_TYPE, (struct place){field->line, 1}, BYTES(""));
    now->has_type = true;
    if (now->skipping || now->is_descriptor)
        return;
    struct bytes code;
    const struct field_rule *rule = schema_rule(now->type, field->name);
    schema_split(field->name, &code);
    if (rule)
        check_one(now, field, rule, code);
    else
        diag(now->sink, DIAG_UNKNOWN_FIELD, (struct place){field->line, 1}, field->name);
}

/* An event that lacks one of these has a diagnostic of its own. */
static enum diagnostic missing(const struct field_rule *rule)
{
    if (rule->type != RECORD_EVENT)
        return DIAG_MISSING_FIELD;
    if (rule->kind == VALUE_DATE)
        return DIAG_NO_DATE;
    if (rule->kind == VALUE_CITATION)
        return DIAG_NO_SOURCE;
    return bytes_equal(rule->name, BYTES("Title")) ? DIAG_NO_TITLE : DIAG_MISSING_FIELD;
}

static void check_languages(struct checking *now, const struct field_rule *rule,
                            const struct seen *seen)
{
    for (size_t i = 0; i < now->language_count; i++) {
        if (seen->languages & (1U << i))
            continue;
        struct buffer name = {0};
        buffer_printf(&name, "%.*s_%.*s", BYTES_ARGS(rule->name), BYTES_ARGS(now->languages[i]));
        diag(now->sink, DIAG_ONE_LANGUAGE, seen->place, buffer_bytes(&name));
        buffer_free(&name);
    }
}

static void check_completeness(struct checking *now, struct place record)
{
    for (size_t i = 0; i < now->rule_count; i++) {
        const struct field_rule *rule = &now->rules[i];
        if (rule->type != now->type)
            continue;
        if (now->seen[i].count == 0) {
            enum diagnostic what = missing(rule);
            if (rule->traits & FIELD_MANDATORY)
                diag(now->sink, what, record, what == DIAG_MISSING_FIELD ? rule->name : BYTES(""));
        } else if (rule->traits & FIELD_MULTILINGUAL) {
            check_languages(now, rule, &now->seen[i]);
        }
    }
}

static void check_order(struct checking *now, struct place record)
{
    const struct edtf *before = &now->last_date, *date = &now->date;
    if (now->has_last_date && (date->first < before->first ||
                               (date->first == before->first && date->last < before->last)))
        diag(now->sink, DIAG_OUT_OF_ORDER, record, BYTES(""));
    now->last_date = *date;
    now->has_last_date = true;
}

static bool has_date(const struct checking *now)
{
    for (size_t i = 0; i < now->rule_count; i++)
        if (now->rules[i].type == now->type && now->rules[i].kind == VALUE_DATE)
            return now->seen[i].count > 0 && !now->is_unreadable;
    return false;
}

static void check_record(struct checking *now, size_t line)
{
    struct place record = {line, 1};
    if (now->type == RECORD_TIMELINE && now->store->timeline.line != line)
        diag(now->sink, DIAG_TIMELINE_PLACE, record, BYTES(""));
    if (!now->completes)
        check_completeness(now, record);
    if (now->type == RECORD_EVENT && has_date(now))
        check_order(now, record);
}

static void finish_record(struct checking *now, const struct rec_reader *reader)
{
    if (!now->skipping && !now->is_descriptor)
        check_record(now, reader->record_line);
    now->is_descriptor = now->is_unreadable = false;
    memset(now->seen, 0, sizeof now->seen);
}

static void check_text(struct checking *now)
{
    struct rec_reader reader;
    struct rec_field field;
    enum rec_token token;
    struct check_bytes bytes = check_bytes_begin(now->text, now->sink);
    rec_start(&reader, now->text, 1, now->sink);
    do {
        diag_hold(now->sink);
        token = rec_next(&reader, &field);
        check_bytes_until(&bytes, reader.at);
        if (token == REC_FIELD) {
            check_field(now, &field);
            continue;
        }
        if (token == REC_GAP || (reader.in_record && reader.record_fields))
            finish_record(now, &reader);
        diag_release(now->sink);
    } while (token != REC_END);
}

static void check(struct checking *now)
{
    now->rules = schema_rules(&now->rule_count);
    check_ids_collect(&now->ids, now->text, now->type);
    take_languages(now);
    check_text(now);
    check_ids_free(&now->ids);
}

void check_timeline(const struct store *store, struct diag_sink *sink)
{
    struct checking now = {
        .store = store, .sink = sink, .text = store->content.bytes, .type = RECORD_EVENT};
    check(&now);
}

void check_gazetteer(const struct store *store, struct diag_sink *sink)
{
    struct checking now = {.store = store,
                           .sink = sink,
                           .text = store->gazetteer.content.bytes,
                           .type = RECORD_PROVINCE};
    if (now.text.size)
        check(&now);
}

void check_outlines(const struct store *store, struct diag_sink *sink)
{
    struct content content;
    const struct buffer *path = &store->outlines_path;
    if (path->size == 0 || !content_open(&content, buffer_string(path), NULL))
        return;
    struct checking now = {.store = store,
                           .sink = sink,
                           .text = content.bytes,
                           .type = RECORD_PROVINCE,
                           .completes = true};
    check(&now);
    content_close(&content);
}
