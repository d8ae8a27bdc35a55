#include "find/naming.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "find/query.h"
#include "time/day.h"

/* How a spelling can answer; a lower one is a better answer. */
enum likeness {
    LIKE_GROUND,
    LIKE_OTHER,
    LIKE_GROUND_START,
    LIKE_OTHER_START,
    LIKE_ALIAS_START,
    LIKE_NONE
};

/* Says whether a spelling is none of those that a list would show. */
static bool is_alias(const struct gazetteer *gazetteer, const struct unit_name *name)
{
    const struct unit *unit = &gazetteer->units[name->unit];
    bool known = bytes_equal(name->text, unit->id) || bytes_equal(name->text, unit->code);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        known = known || bytes_equal(name->text, unit->name[i]);
    return !known;
}

static enum likeness likeness(const struct gazetteer *gazetteer, const struct unit_name *name,
                              const struct query *query)
{
    bool is_ground = gazetteer_is_ground(gazetteer, name->unit);
    if (query_equals(query, name->text))
        return is_ground ? LIKE_GROUND : LIKE_OTHER;
    if (query_begins(query, name->text) && is_alias(gazetteer, name))
        return LIKE_ALIAS_START;
    if (query_begins(query, name->text))
        return is_ground ? LIKE_GROUND_START : LIKE_OTHER_START;
    return LIKE_NONE;
}

static bool contains(const uint32_t *units, size_t count, uint32_t unit)
{
    for (size_t i = 0; i < count; i++)
        if (units[i] == unit)
            return true;
    return false;
}

/* Collects the units whose spelling answers as well as any does. */
static size_t collect(const struct gazetteer *gazetteer, const struct query *query, uint32_t *units)
{
    enum likeness best = LIKE_NONE;
    size_t count = 0;
    for (size_t i = 0; i < gazetteer->name_count; i++) {
        const struct unit_name *name = &gazetteer->names[i];
        enum likeness like = likeness(gazetteer, name, query);
        if (like < best) {
            best = like;
            count = 0;
        }
        if (like == best && best != LIKE_NONE && !contains(units, count, name->unit))
            units[count++] = name->unit;
    }
    return count;
}

uint32_t naming_find(const struct gazetteer *gazetteer, struct bytes typed, uint32_t **candidates,
                     size_t *candidate_count)
{
    uint32_t exact = gazetteer_find(gazetteer, typed);
    struct query *query = query_new(typed);
    *candidates = memory_new(gazetteer->count, sizeof **candidates);
    *candidate_count = 0;
    if (exact == UNIT_NONE && query)
        *candidate_count = collect(gazetteer, query, *candidates);
    query_free(query);
    return exact == UNIT_NONE && *candidate_count == 1 ? (*candidates)[0] : exact;
}

/* Says whether some word of `text` begins the query. */
static bool begins_a_word(const struct query *query, struct bytes text)
{
    struct text_run hit;
    for (size_t from = 0; query_find(query, text, from, &hit); from = hit.at + hit.size) {
        if (hit.at == 0 || strchr(" -.", text.at[hit.at - 1]))
            return true;
    }
    return false;
}

bool naming_matches(const struct gazetteer *gazetteer, uint32_t unit, const struct query *query)
{
    for (size_t i = 0; i < gazetteer->name_count; i++)
        if (gazetteer->names[i].unit == unit && begins_a_word(query, gazetteer->names[i].text))
            return true;
    return false;
}

void naming_add(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                enum language language, const char *then)
{
    uint32_t owner = gazetteer_on_day(gazetteer, unit, day);
    struct bytes name = gazetteer_name(gazetteer, unit, language);
    struct bytes old = gazetteer_name(gazetteer, owner, language);
    text_clean_line(out, name);
    if (owner == unit || bytes_find(old, name) < old.size)
        return;
    buffer_printf(out, " (%s: ", then);
    text_clean_line(out, old);
    buffer_add_char(out, ')');
}

void naming_add_event(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, const char *then)
{
    const uint32_t *units = store_units(store, event);
    int32_t day = event_day(event);
    for (size_t i = 0; i < event->unit_count; i++) {
        buffer_add_string(out, i ? ", " : "");
        naming_add(out, &store->gazetteer, units[i], day, language, then);
    }
}
