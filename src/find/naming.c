#include "find/naming.h"

#include <string.h>

#include "base/memory.h"
#include "base/message.h"
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

/* --- How units are called --- */

/* Returns the unit that held the ground on `day`, as far as its name says more. */
static uint32_t unit_then(const struct gazetteer *gazetteer, uint32_t unit, int32_t day)
{
    uint32_t owner = gazetteer_on_day(gazetteer, unit, day);
    struct bytes own = gazetteer_name(gazetteer, unit, LANGUAGE_VI);
    struct bytes joint = gazetteer_name(gazetteer, owner, LANGUAGE_VI);
    bool says_no_more = gazetteer->units[owner].is_joint && bytes_find(joint, own) < joint.size;
    return says_no_more ? unit : owner;
}

uint32_t naming_unit(const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                     enum names names)
{
    if (names == NAMES_THEN)
        return unit_then(gazetteer, unit, day);
    return names == NAMES_NOW ? gazetteer_now(gazetteer, unit) : unit;
}

uint32_t naming_event_unit(const struct store *store, const struct event *event, size_t index,
                           enum names names)
{
    const struct gazetteer *gazetteer = &store->gazetteer;
    const uint32_t *units = store_units(store, event);
    uint32_t shown = naming_unit(gazetteer, units[index], event_day(event), names);
    for (size_t i = 0; i < index; i++)
        if (naming_unit(gazetteer, units[i], event_day(event), names) == shown)
            return UNIT_NONE;
    return shown;
}

/* Says whether a unit before this one is called the same. */
static bool has_namesake(const struct gazetteer *gazetteer, uint32_t unit, enum language language)
{
    struct bytes name = gazetteer_name(gazetteer, unit, language);
    for (uint32_t i = 0; i < unit; i++)
        if (bytes_equal(gazetteer_name(gazetteer, i, language), name))
            return true;
    return false;
}

static void add_year(struct buffer *out, int32_t day)
{
    if (day != DAY_OPEN_PAST && day != DAY_OPEN_FUTURE)
        buffer_printf(out, "%d", day_year(day));
}

void naming_add_years(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit)
{
    const struct unit *here = &gazetteer->units[unit];
    if (here->first == DAY_OPEN_PAST && here->last == DAY_OPEN_FUTURE)
        return;
    buffer_add_string(out, " (");
    add_year(out, here->first);
    buffer_add_string(out, "–");
    add_year(out, here->last);
    buffer_add_char(out, ')');
}

void naming_add_unit(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit,
                     enum language language)
{
    text_clean_line(out, gazetteer_name(gazetteer, unit, language));
    if (has_namesake(gazetteer, unit, language))
        naming_add_years(out, gazetteer, unit);
}

/* Says whether one of the first `count` units is called like `unit`. */
static bool is_called(const struct gazetteer *gazetteer, const uint32_t *units, size_t count,
                      uint32_t unit, enum language language)
{
    for (size_t i = 0; i < count; i++)
        if (bytes_equal(gazetteer_name(gazetteer, units[i], language),
                        gazetteer_name(gazetteer, unit, language)))
            return true;
    return false;
}

void naming_add(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                enum language language, enum names names)
{
    static const enum message labels[NAMES_COUNT] = {
        [NAMES_GROUND] = MESSAGE_LATER, [NAMES_THEN] = MESSAGE_THEN, [NAMES_NOW] = MESSAGE_NOW};
    uint32_t shown[NAMES_COUNT] = {naming_unit(gazetteer, unit, day, names)};
    size_t count = 1;
    bool is_past = gazetteer_on_day(gazetteer, unit, day) == gazetteer_now(gazetteer, unit);
    text_clean_line(out, gazetteer_name(gazetteer, shown[0], language));
    for (int i = 0; i < NAMES_COUNT; i++) {
        uint32_t other = naming_unit(gazetteer, unit, day, (enum names)i);
        bool was_before = i == NAMES_GROUND && (names == NAMES_NOW || is_past);
        if (is_called(gazetteer, shown, count, other, language))
            continue;
        shown[count] = other;
        buffer_printf(out, "%s%s: ", count++ == 1 ? " (" : "; ",
                      message(was_before ? MESSAGE_BEFORE : labels[i], language));
        text_clean_line(out, gazetteer_name(gazetteer, other, language));
    }
    buffer_add_string(out, count > 1 ? ")" : "");
}

void naming_add_event(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, enum names names)
{
    const uint32_t *units = store_units(store, event);
    for (size_t i = 0; i < event->unit_count; i++) {
        buffer_add_string(out, i ? ", " : "");
        naming_add(out, &store->gazetteer, units[i], event_day(event), language, names);
    }
}

void naming_add_short(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, enum names names)
{
    size_t more = 0;
    for (size_t i = 0; i < event->unit_count; i++) {
        uint32_t unit = naming_event_unit(store, event, i, names);
        if (i == 0)
            text_clean_line(out, gazetteer_name(&store->gazetteer, unit, language));
        else if (unit != UNIT_NONE)
            more++;
    }
    if (more)
        buffer_printf(out, " +%zu", more);
}
