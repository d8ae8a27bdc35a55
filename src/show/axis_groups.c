#include "show/axis_groups.h"

#include <stdlib.h>

#include "base/memory.h"
#include "time/edtf.h"

void axis_groups_free(struct axis_groups *groups)
{
    free(groups->items);
    free(groups->of);
    *groups = (struct axis_groups){0};
}

static uint32_t add(struct axis_groups *groups, struct axis_group group)
{
    groups->items = memory_grow(groups->items, groups->count, &groups->room, sizeof *groups->items);
    groups->items[groups->count] = group;
    return (uint32_t)groups->count++;
}

static void add_rest(struct axis_groups *groups)
{
    add(groups, (struct axis_group){.kind = AXIS_REST});
}

/* --- Provinces --- */

static void by_province(struct axis_groups *groups, const struct store *store,
                        const struct answer *answer, enum names names)
{
    uint32_t rest = (uint32_t)store->gazetteer.count;
    for (uint32_t unit = 0; unit < rest; unit++)
        add(groups, (struct axis_group){.kind = AXIS_UNIT, .number = unit});
    add_rest(groups);
    for (size_t i = 0; i < answer->count; i++) {
        const struct event *event = &store->events[answer->events[i]];
        groups->of[i] = event->unit_count ? naming_event_unit(store, event, 0, names) : rest;
    }
}

static uint32_t chosen_group(const struct store *store, const struct event *event,
                             const struct question *question)
{
    uint32_t several = (uint32_t)question->unit_count, found = several + 1;
    for (uint32_t i = 0; i < question->unit_count; i++)
        if (question_event_in_unit(store, event, question->units[i]))
            found = found > several ? i : several;
    return found;
}

static void by_chosen(struct axis_groups *groups, const struct store *store,
                      const struct answer *answer, const struct question *question)
{
    for (size_t i = 0; i < question->unit_count; i++)
        add(groups, (struct axis_group){.kind = AXIS_UNIT, .number = question->units[i]});
    add(groups, (struct axis_group){.kind = AXIS_SEVERAL});
    add_rest(groups);
    groups->ordered = groups->required = true;
    for (size_t i = 0; i < answer->count; i++)
        groups->of[i] = chosen_group(store, &store->events[answer->events[i]], question);
}

/* --- Tags --- */

static bool read_tag(const struct store *store, const struct event *event, struct bytes *tag)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(store, event->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        *tag = bytes_trim(field.raw);
        if (bytes_equal(field.name, BYTES("Tag")) && tag->size)
            return true;
    }
    return false;
}

static void by_tag(struct axis_groups *groups, const struct store *store,
                   const struct answer *answer)
{
    struct map known = {0};
    for (size_t i = 0; i < answer->count; i++) {
        struct bytes tag;
        groups->of[i] = MAP_NONE;
        if (!read_tag(store, &store->events[answer->events[i]], &tag))
            continue;
        groups->of[i] = map_get(&known, tag);
        if (groups->of[i] != MAP_NONE)
            continue;
        groups->of[i] = add(groups, (struct axis_group){.kind = AXIS_TAG, .tag = tag});
        map_put(&known, tag, groups->of[i]);
    }
    map_free(&known);
    add_rest(groups);
    for (size_t i = 0; i < answer->count; i++)
        if (groups->of[i] == MAP_NONE)
            groups->of[i] = (uint32_t)groups->count - 1;
}

/* --- Eras --- */

bool axis_era_days(const struct store *store, size_t era, int32_t *first, int32_t *last)
{
    struct buffer value = {0};
    struct edtf date;
    bool read = store_value(store, store->lists[RECORD_ERA].items[era], BYTES("Date"), &value) &&
                edtf_parse(&date, bytes_trim(buffer_bytes(&value)), NULL);
    buffer_free(&value);
    if (read) {
        *first = date.first;
        *last = date.last;
    }
    return read;
}

static void by_era(struct axis_groups *groups, const struct store *store,
                   const struct answer *answer)
{
    uint32_t count = (uint32_t)store->lists[RECORD_ERA].count;
    int32_t *firsts = memory_new(count + 1, sizeof *firsts);
    int32_t *lasts = memory_new(count + 1, sizeof *lasts);
    for (uint32_t era = 0; era < count; era++) {
        add(groups, (struct axis_group){.kind = AXIS_ERA, .number = era});
        if (!axis_era_days(store, era, &firsts[era], &lasts[era]))
            lasts[era] = DAY_OPEN_PAST;
    }
    add_rest(groups);
    groups->ordered = true;
    for (size_t i = 0; i < answer->count; i++) {
        const struct event *event = &store->events[answer->events[i]];
        int32_t day = event_day(event);
        groups->of[i] = count;
        for (uint32_t era = 0; era < count; era++)
            if (firsts[era] <= day && day <= lasts[era] &&
                (groups->of[i] == count || firsts[era] >= firsts[groups->of[i]]))
                groups->of[i] = era;
    }
    free(firsts);
    free(lasts);
}

void axis_groups_fill(struct axis_groups *groups, const struct store *store,
                      const struct answer *answer, const struct question *question, enum axis_by by,
                      enum names names)
{
    axis_groups_free(groups);
    groups->of = memory_new(answer->count + 1, sizeof *groups->of);
    if (by == AXIS_BY_TAG)
        by_tag(groups, store, answer);
    else if (by == AXIS_BY_ERA)
        by_era(groups, store, answer);
    else if (question->unit_count)
        by_chosen(groups, store, answer, question);
    else
        by_province(groups, store, answer, names);
}
