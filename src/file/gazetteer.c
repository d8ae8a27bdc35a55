#include "file/gazetteer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "file/rec.h"
#include "file/schema.h"
#include "time/day.h"
#include "time/edtf.h"

/* A History value waits here until every unit that it may name is known. */
struct pending {
    uint32_t unit;
    struct bytes value;
};

struct loading {
    struct gazetteer *gazetteer;
    uint32_t unit; /* being read, or UNIT_NONE */
    enum record_type type;
    struct pending *pending;
    size_t pending_count;
    size_t pending_room;
};

void gazetteer_init(struct gazetteer *gazetteer)
{
    *gazetteer = (struct gazetteer){.nation = UNIT_NONE};
}

void gazetteer_close(struct gazetteer *gazetteer)
{
    for (size_t i = 0; i < gazetteer->owned_count; i++)
        free(gazetteer->owned[i]);
    free(gazetteer->owned);
    free(gazetteer->units);
    free(gazetteer->history);
    free(gazetteer->names);
    map_free(&gazetteer->spellings);
    content_close(&gazetteer->content);
    gazetteer_init(gazetteer);
}

/* Keeps a copy of a cleaned spelling for as long as the gazetteer lives. */
static struct bytes own(struct gazetteer *gazetteer, struct bytes spelling)
{
    struct buffer clean = {0};
    text_clean_line(&clean, spelling);
    gazetteer->owned = memory_grow(gazetteer->owned, gazetteer->owned_count, &gazetteer->owned_room,
                                   sizeof *gazetteer->owned);
    gazetteer->owned[gazetteer->owned_count++] = clean.data;
    return buffer_bytes(&clean);
}

static void add_name(struct gazetteer *gazetteer, struct bytes spelling, uint32_t unit)
{
    gazetteer->names = memory_grow(gazetteer->names, gazetteer->name_count, &gazetteer->name_room,
                                   sizeof *gazetteer->names);
    gazetteer->names[gazetteer->name_count++] = (struct unit_name){spelling, unit};
}

static uint32_t add_unit(struct gazetteer *gazetteer)
{
    gazetteer->units =
        memory_grow(gazetteer->units, gazetteer->count, &gazetteer->room, sizeof *gazetteer->units);
    gazetteer->units[gazetteer->count] =
        (struct unit){.first = DAY_OPEN_PAST, .last = DAY_OPEN_FUTURE};
    return (uint32_t)gazetteer->count++;
}

uint32_t gazetteer_find(const struct gazetteer *gazetteer, struct bytes spelling)
{
    uint32_t unit = map_get(&gazetteer->spellings, spelling);
    for (size_t i = 0; i < gazetteer->read_count && unit == UNIT_NONE; i++)
        if (bytes_equal(gazetteer->names[i].text, spelling))
            unit = gazetteer->names[i].unit;
    return unit;
}

/* Returns how many spellings of the file from the first on are composed, mostly all of them. They
 * are looked at when first asked, which most files never do. */
static size_t count_composed(struct gazetteer *gazetteer)
{
    size_t *count = &gazetteer->composed_count;
    while (*count < gazetteer->read_count && text_is_composed(gazetteer->names[*count].text))
        ++*count;
    return *count;
}

/* Finds a unit of which some spelling is `clean` when it is cleaned itself. */
static uint32_t find_cleaned(struct gazetteer *gazetteer, struct bytes clean)
{
    uint32_t unit = gazetteer_find(gazetteer, clean);
    size_t first = unit == UNIT_NONE ? count_composed(gazetteer) : gazetteer->read_count;
    for (size_t i = first; i < gazetteer->read_count && unit == UNIT_NONE; i++) {
        struct buffer name = {0};
        if (text_is_composed(gazetteer->names[i].text))
            continue;
        text_clean_line(&name, gazetteer->names[i].text);
        if (bytes_equal(buffer_bytes(&name), clean))
            unit = gazetteer->names[i].unit;
        buffer_free(&name);
    }
    return unit;
}

/* Makes a unit of a name that no other has. */
static uint32_t add_plain_unit(struct gazetteer *gazetteer, struct bytes name)
{
    uint32_t unit = add_unit(gazetteer);
    gazetteer->units[unit].id = name;
    gazetteer->units[unit].is_plain = true;
    add_name(gazetteer, name, unit);
    map_put(&gazetteer->spellings, name, unit);
    return unit;
}

/* Finds or makes the unit of a spelling that is in the file of no unit as it stands. */
static uint32_t place_cleaned(struct gazetteer *gazetteer, struct bytes spelling)
{
    struct bytes clean = own(gazetteer, spelling);
    uint32_t unit = find_cleaned(gazetteer, clean);
    return unit == UNIT_NONE ? add_plain_unit(gazetteer, clean) : unit;
}

uint32_t gazetteer_place(struct gazetteer *gazetteer, struct bytes spelling)
{
    uint32_t unit = map_get(&gazetteer->spellings, spelling);
    if (unit != UNIT_NONE)
        return unit;
    unit = gazetteer_find(gazetteer, spelling);
    if (unit == UNIT_NONE)
        unit = place_cleaned(gazetteer, spelling);
    map_put(&gazetteer->spellings, spelling, unit);
    return unit;
}

static struct unit *current(const struct loading *loading)
{
    return &loading->gazetteer->units[loading->unit];
}

/* Only ids go into the map at once: events name provinces by them, and seldom otherwise. */
static void take_id(struct loading *loading, struct bytes value)
{
    current(loading)->id = value;
    add_name(loading->gazetteer, value, loading->unit);
    map_put(&loading->gazetteer->spellings, value, loading->unit);
}

static void take_code(struct loading *loading, struct bytes value)
{
    current(loading)->code = value;
    add_name(loading->gazetteer, value, loading->unit);
}

static void take_alias(struct loading *loading, struct bytes value)
{
    add_name(loading->gazetteer, value, loading->unit);
}

static void take_kind(struct loading *loading, struct bytes value)
{
    current(loading)->kind = value;
    current(loading)->is_joint = bytes_equal(value, BYTES("joint"));
    if (bytes_equal(value, BYTES("country")) && loading->gazetteer->nation == UNIT_NONE)
        loading->gazetteer->nation = loading->unit;
}

static void take_date(struct loading *loading, struct bytes value)
{
    struct edtf date;
    if (!edtf_parse(&date, value, NULL))
        return;
    current(loading)->first = date.first;
    current(loading)->last = date.last;
}

static void take_history(struct loading *loading, struct bytes value)
{
    loading->pending = memory_grow(loading->pending, loading->pending_count, &loading->pending_room,
                                   sizeof *loading->pending);
    loading->pending[loading->pending_count++] = (struct pending){loading->unit, value};
}

static const struct {
    struct bytes name;
    void (*take)(struct loading *loading, struct bytes value);
} takers[] = {
    {BYTES_INIT("Id"), take_id},       {BYTES_INIT("Code"), take_code},
    {BYTES_INIT("Alias"), take_alias}, {BYTES_INIT("Kind"), take_kind},
    {BYTES_INIT("Date"), take_date},   {BYTES_INIT("History"), take_history},
};

static void take_multilingual(struct loading *loading, struct bytes name, struct bytes value)
{
    struct bytes code;
    struct bytes stem = schema_split(name, &code);
    bool is_name = bytes_equal(stem, BYTES("Name"));
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (!bytes_equal(code, bytes_of(language_code((enum language)i))))
            continue;
        if (is_name)
            current(loading)->name[i] = value;
        else if (bytes_equal(stem, BYTES("Region")))
            current(loading)->region[i] = value;
    }
    if (is_name)
        add_name(loading->gazetteer, value, loading->unit);
}

static void take_field(struct loading *loading, const struct rec_field *field)
{
    struct bytes value = bytes_trim(field->raw);
    if (value.size == 0)
        return;
    if (loading->unit == UNIT_NONE)
        loading->unit = add_unit(loading->gazetteer);
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++) {
        if (bytes_equal(takers[i].name, field->name)) {
            takers[i].take(loading, value);
            return;
        }
    }
    take_multilingual(loading, field->name, value);
}

/* Reads `interval id`; false when it has no date, or not the id of a unit. */
static bool read_history(const struct gazetteer *gazetteer, struct bytes value,
                         struct unit_history *history)
{
    struct bytes rest;
    struct bytes interval = bytes_split(value, ' ', &rest);
    struct bytes id = bytes_trim(rest);
    uint32_t owner = gazetteer_find(gazetteer, id);
    struct edtf date;
    if (owner == UNIT_NONE || !bytes_equal(gazetteer->units[owner].id, id) ||
        !edtf_parse(&date, interval, NULL))
        return false;
    *history = (struct unit_history){date.first, date.last, owner};
    return true;
}

static void add_history(struct gazetteer *gazetteer, struct unit *unit, struct unit_history history)
{
    if (unit->history_count == 0)
        unit->history_at = (uint32_t)gazetteer->history_count;
    gazetteer->history = memory_grow(gazetteer->history, gazetteer->history_count,
                                     &gazetteer->history_room, sizeof *gazetteer->history);
    gazetteer->history[gazetteer->history_count++] = history;
    unit->history_count++;
    gazetteer->units[history.unit].is_named = true;
}

/* Turns the pending histories, which stand unit by unit, into runs. */
static void settle_histories(struct loading *loading)
{
    struct gazetteer *gazetteer = loading->gazetteer;
    for (size_t i = 0; i < loading->pending_count; i++) {
        struct unit_history history;
        if (read_history(gazetteer, loading->pending[i].value, &history))
            add_history(gazetteer, &gazetteer->units[loading->pending[i].unit], history);
    }
}

bool gazetteer_open(struct gazetteer *gazetteer, const char *path, struct diag_sink *sink)
{
    struct loading loading = {.gazetteer = gazetteer, .unit = UNIT_NONE, .type = RECORD_PROVINCE};
    struct rec_reader reader;
    struct rec_field field;
    enum rec_token token;
    if (!content_open(&gazetteer->content, path, sink))
        return false;
    rec_start(&reader, gazetteer->content.bytes, 1, NULL);
    while ((token = rec_next(&reader, &field)) != REC_END) {
        struct bytes rest;
        if (token == REC_GAP)
            loading.unit = UNIT_NONE;
        else if (bytes_equal(field.name, BYTES("%rec")))
            loading.type = schema_type(bytes_split(bytes_trim(field.raw), ' ', &rest));
        else if (field.name.at[0] != '%' && loading.type == RECORD_PROVINCE)
            take_field(&loading, &field);
    }
    settle_histories(&loading);
    gazetteer->read_count = gazetteer->name_count;
    free(loading.pending);
    return true;
}

uint32_t gazetteer_on_day(const struct gazetteer *gazetteer, uint32_t unit, int32_t day)
{
    const struct unit *here = &gazetteer->units[unit];
    for (uint32_t i = 0; i < here->history_count; i++) {
        const struct unit_history *history = &gazetteer->history[here->history_at + i];
        if (history->first <= day && day <= history->last)
            return history->unit;
    }
    return unit;
}

uint32_t gazetteer_now(const struct gazetteer *gazetteer, uint32_t unit)
{
    return gazetteer_on_day(gazetteer, unit, DAY_OPEN_FUTURE);
}

bool gazetteer_holds(const struct gazetteer *gazetteer, uint32_t unit, uint32_t ground, int32_t day)
{
    return unit == ground || gazetteer_on_day(gazetteer, ground, day) == unit ||
           (!gazetteer_is_ground(gazetteer, unit) && gazetteer_is_part(gazetteer, ground, unit));
}

bool gazetteer_is_ground(const struct gazetteer *gazetteer, uint32_t unit)
{
    const struct unit *here = &gazetteer->units[unit];
    return here->history_count > 0 || !here->is_named;
}

bool gazetteer_is_part(const struct gazetteer *gazetteer, uint32_t ground, uint32_t unit)
{
    const struct unit *here = &gazetteer->units[ground];
    if (ground == unit)
        return true;
    for (uint32_t i = 0; i < here->history_count; i++)
        if (gazetteer->history[here->history_at + i].unit == unit)
            return true;
    return false;
}

/* Returns the text in `language`; where it lacks, in any. */
static struct bytes text_in(const struct bytes *texts, enum language language)
{
    for (int i = 0; texts[language].size == 0 && i < LANGUAGE_COUNT; i++)
        if (texts[i].size)
            return texts[i];
    return texts[language];
}

struct bytes gazetteer_name(const struct gazetteer *gazetteer, uint32_t unit,
                            enum language language)
{
    struct bytes name = text_in(gazetteer->units[unit].name, language);
    return name.size ? name : gazetteer->units[unit].id;
}

struct bytes gazetteer_region(const struct gazetteer *gazetteer, uint32_t unit,
                              enum language language)
{
    return text_in(gazetteer->units[unit].region, language);
}

bool gazetteer_is_special(const struct gazetteer *gazetteer, uint32_t unit)
{
    return unit == gazetteer->nation || bytes_equal(gazetteer->units[unit].kind, BYTES("abroad"));
}
