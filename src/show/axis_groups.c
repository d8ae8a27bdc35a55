#include "show/axis_groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/memory.h"
#include "find/facet.h"
#include "time/day.h"

#define NO_GROUP UINT32_MAX /* also what memset() of 0xFF leaves */

void axis_groups_free(struct axis_groups *groups)
{
    free(groups->items);
    free(groups->of);
    free(groups->guests);
    *groups = (struct axis_groups){0};
}

static uint32_t add(struct axis_groups *groups, struct axis_group group)
{
    groups->items = memory_grow(groups->items, groups->count, &groups->room, sizeof *groups->items);
    groups->items[groups->count] = group;
    return (uint32_t)groups->count++;
}

/* Puts the event at `place` into a group: the first one is its home. Places come in order. */
static void join(struct axis_groups *groups, size_t place, uint32_t group)
{
    if (groups->of[place] == NO_GROUP)
        groups->of[place] = group;
    if (axis_groups_has(groups, place, group))
        return;
    groups->guests = memory_grow(groups->guests, groups->guest_count, &groups->guest_room,
                                 sizeof *groups->guests);
    groups->guests[groups->guest_count++] = (struct axis_guest){(uint32_t)place, group};
}

/* Makes the group of those that are in none. */
static void finish(struct axis_groups *groups, const struct answer *answer)
{
    uint32_t rest = add(groups, (struct axis_group){.kind = AXIS_REST});
    for (size_t i = 0; i < answer->count; i++)
        if (groups->of[i] == NO_GROUP)
            groups->of[i] = rest;
}

static bool guest_is_before(const void *guests, int64_t number, int64_t place)
{
    return ((const struct axis_guest *)guests)[number].place < place;
}

bool axis_groups_has(const struct axis_groups *groups, size_t place, uint32_t group)
{
    if (groups->of[place] == group)
        return true;
    size_t count = groups->guest_count;
    size_t first =
        (size_t)bisect(0, (int64_t)count, guest_is_before, groups->guests, (int64_t)place);
    for (size_t i = first; i < count && groups->guests[i].place == place; i++)
        if (groups->guests[i].group == group)
            return true;
    return false;
}

/* --- Provinces --- */

static void by_province(struct axis_groups *groups, const struct store *store,
                        const struct answer *answer, enum names names)
{
    for (uint32_t unit = 0; unit < store->gazetteer.count; unit++)
        add(groups, (struct axis_group){.kind = AXIS_UNIT, .number = unit});
    for (size_t i = 0; i < answer->count; i++) {
        const struct event *event = &store->events[answer->events[i]];
        for (size_t k = 0; k < event->unit_count; k++) {
            uint32_t unit = naming_event_unit(store, event, k, names);
            if (unit != UNIT_NONE)
                join(groups, i, unit);
        }
    }
}

static void by_chosen(struct axis_groups *groups, const struct store *store,
                      const struct answer *answer, const struct question *question)
{
    for (size_t k = 0; k < question->unit_count; k++)
        add(groups, (struct axis_group){.kind = AXIS_UNIT, .number = question->units[k]});
    groups->ordered = groups->required = true;
    for (size_t i = 0; i < answer->count; i++) {
        const struct event *event = &store->events[answer->events[i]];
        for (uint32_t k = 0; k < question->unit_count; k++)
            if (question_event_in_unit(store, event, question->units[k]))
                join(groups, i, k);
    }
}

/* --- Tags --- */

/* Returns the group of a tag, a new one when none has had it so far. */
static uint32_t tag_group(struct axis_groups *groups, struct map *known, struct bytes tag)
{
    uint32_t group = map_get(known, tag);
    if (group == MAP_NONE) {
        group = add(groups, (struct axis_group){.kind = AXIS_TAG, .tag = tag});
        map_put(known, tag, group);
    }
    return group;
}

static void by_tag(struct axis_groups *groups, const struct store *store,
                   const struct answer *answer)
{
    struct map known = {0};
    for (size_t i = 0; i < answer->count; i++) {
        struct rec_reader reader;
        struct rec_field field;
        store_read(store, store->events[answer->events[i]].record, &reader);
        while (rec_next(&reader, &field) == REC_FIELD) {
            struct bytes tag = bytes_trim(field.raw);
            if (bytes_equal(field.name, BYTES("Tag")) && tag.size)
                join(groups, i, tag_group(groups, &known, tag));
        }
    }
    map_free(&known);
}

/* --- Eras --- */

static void by_era(struct axis_groups *groups, const struct store *store,
                   const struct answer *answer)
{
    const struct record_list *eras = &store->lists[RECORD_ERA];
    uint32_t count = (uint32_t)eras->count;
    int32_t *firsts = memory_new(count + 1, sizeof *firsts);
    int32_t *lasts = memory_new(count + 1, sizeof *lasts);
    for (uint32_t era = 0; era < count; era++) {
        add(groups, (struct axis_group){.kind = AXIS_ERA, .number = era});
        if (!facet_read_era(store, eras->items[era], &firsts[era], &lasts[era]))
            lasts[era] = DAY_OPEN_PAST;
    }
    groups->ordered = true;
    for (size_t i = 0; i < answer->count; i++) {
        int32_t day = event_day(&store->events[answer->events[i]]);
        for (uint32_t era = 0; era < count; era++)
            if (firsts[era] <= day && day <= lasts[era] &&
                (groups->of[i] == NO_GROUP || firsts[era] >= firsts[groups->of[i]]))
                groups->of[i] = era;
    }
    free(firsts);
    free(lasts);
}

void axis_groups_fill(struct axis_groups *groups, const struct store *store,
                      const struct answer *answer, const struct question *question, enum axis_by by,
                      enum names names)
{
    groups->count = groups->guest_count = 0;
    groups->ordered = groups->required = false;
    groups->of = memory_resize(groups->of, answer->count + 1, sizeof *groups->of);
    memset(groups->of, 0xFF, answer->count * sizeof *groups->of);
    if (by == AXIS_BY_TAG)
        by_tag(groups, store, answer);
    else if (by == AXIS_BY_ERA)
        by_era(groups, store, answer);
    else if (question->unit_count)
        by_chosen(groups, store, answer, question);
    else
        by_province(groups, store, answer, names);
    finish(groups, answer);
}
