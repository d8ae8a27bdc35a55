#include "find/roll.h"

#include <stdlib.h>

#include "base/collate.h"
#include "base/memory.h"

/* Something to sort, and by what. */
struct keyed {
    uint32_t number;
    struct buffer key;
};

static int compare_keyed(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    int order = bytes_compare(buffer_bytes(&x->key), buffer_bytes(&y->key));
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* Returns by unit the place of a text of it among those of all; equal texts share one. */
static uint32_t *rank(const struct gazetteer *gazetteer, enum language language,
                      struct bytes (*text)(const struct gazetteer *gazetteer, uint32_t unit,
                                           enum language language))
{
    struct fold *fold = fold_new();
    struct keyed *items = memory_new(gazetteer->count, sizeof *items);
    uint32_t *ranks = memory_new(gazetteer->count, sizeof *ranks);
    for (uint32_t unit = 0; unit < gazetteer->count; unit++) {
        items[unit].number = unit;
        collate_add_key(&items[unit].key, fold, text(gazetteer, unit, language));
    }
    qsort(items, gazetteer->count, sizeof *items, compare_keyed);
    for (uint32_t i = 0; i < gazetteer->count; i++) {
        bool same = i && bytes_equal(buffer_bytes(&items[i].key), buffer_bytes(&items[i - 1].key));
        ranks[items[i].number] = same ? ranks[items[i - 1].number] : i;
    }
    for (size_t i = 0; i < gazetteer->count; i++)
        buffer_free(&items[i].key);
    free(items);
    fold_free(fold);
    return ranks;
}

uint32_t *roll_ranks(const struct gazetteer *gazetteer, enum language language)
{
    return rank(gazetteer, language, gazetteer_name);
}

void roll_sort(const struct gazetteer *gazetteer, enum language language, uint32_t *units,
               size_t count)
{
    struct fold *fold = fold_new();
    struct keyed *items = memory_new(count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i].number = units[i];
        collate_add_key(&items[i].key, fold, gazetteer_name(gazetteer, units[i], language));
    }
    qsort(items, count, sizeof *items, compare_keyed);
    for (size_t i = 0; i < count; i++) {
        units[i] = items[i].number;
        buffer_free(&items[i].key);
    }
    free(items);
    fold_free(fold);
}

/* A unit with all that decides its place. */
struct placed {
    struct roll_item item;
    bool is_special; /* the country, or abroad */
    uint32_t weight; /* of all units of the region; the most where there is none */
    uint32_t region;
    uint32_t name;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_placed(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    int order = compare_numbers(x->item.class, y->item.class);
    order = order ? order : compare_numbers(y->is_special, x->is_special);
    order = order ? order : compare_numbers(y->weight, x->weight);
    order = order ? order : compare_numbers(x->region, y->region);
    order = order ? order : compare_numbers(x->name, y->name);
    return order ? order : compare_numbers(x->item.unit, y->item.unit);
}

static enum roll_class class_of(bool is_ground, bool is_now, enum names names)
{
    const bool listed[NAMES_COUNT] = {
        [NAMES_GROUND] = is_ground, [NAMES_THEN] = is_ground || !is_now, [NAMES_NOW] = is_now};
    if (listed[names])
        return ROLL_LISTED;
    return is_ground ? ROLL_GROUND : is_now ? ROLL_NOW : ROLL_FORMER;
}

/* Returns by unit whether some ground belongs to it today. */
static bool *find_today(const struct gazetteer *gazetteer)
{
    bool *is_now = memory_new(gazetteer->count, sizeof *is_now);
    for (uint32_t unit = 0; unit < gazetteer->count; unit++)
        if (gazetteer_is_ground(gazetteer, unit))
            is_now[gazetteer_now(gazetteer, unit)] = true;
    return is_now;
}

size_t roll_count(const struct gazetteer *gazetteer, enum names names)
{
    bool *is_now = find_today(gazetteer);
    size_t count = 0;
    for (uint32_t unit = 0; unit < gazetteer->count; unit++)
        count += !gazetteer_is_special(gazetteer, unit) &&
                 class_of(gazetteer_is_ground(gazetteer, unit), is_now[unit], names) == ROLL_LISTED;
    free(is_now);
    return count;
}

/* Puts each unit under its region. */
static void place_by_region(struct placed *all, const struct gazetteer *gazetteer,
                            enum language language, const uint32_t *weights)
{
    uint32_t *region = rank(gazetteer, language, gazetteer_region);
    uint32_t *weight = memory_new(gazetteer->count, sizeof *weight); /* by region */
    for (uint32_t unit = 0; unit < gazetteer->count; unit++)
        if (all[unit].item.class == ROLL_LISTED)
            weight[region[unit]] += weights[unit];
    for (uint32_t unit = 0; unit < gazetteer->count; unit++) {
        all[unit].region = region[unit];
        all[unit].weight = all[unit].item.region.size ? weight[region[unit]] : UINT32_MAX;
        all[unit].is_special = gazetteer_is_special(gazetteer, unit);
    }
    free(weight);
    free(region);
}

struct roll_item *roll_new(const struct gazetteer *gazetteer, enum language language,
                           enum names names, const uint32_t *weights)
{
    size_t count = gazetteer->count;
    struct placed *all = memory_new(count, sizeof *all);
    struct roll_item *items = memory_new(count, sizeof *items);
    uint32_t *name = roll_ranks(gazetteer, language);
    bool *is_now = find_today(gazetteer);
    for (uint32_t unit = 0; unit < count; unit++) {
        bool is_ground = gazetteer_is_ground(gazetteer, unit);
        all[unit].item = (struct roll_item){unit, class_of(is_ground, is_now[unit], names),
                                            gazetteer_region(gazetteer, unit, language)};
        all[unit].name = name[unit];
    }
    if (weights)
        place_by_region(all, gazetteer, language, weights);
    qsort(all, count, sizeof *all, compare_placed);
    for (size_t i = 0; i < count; i++)
        items[i] = all[i].item;
    free(is_now);
    free(name);
    free(all);
    return items;
}
