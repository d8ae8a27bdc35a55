#include "base/map.h"

#include <stdlib.h>

#include "base/memory.h"

#define FIRST_SLOTS 512

void map_free(struct map *map)
{
    free(map->entries);
    free(map->slots);
    *map = (struct map){0};
}

static uint32_t hash_of(struct bytes key)
{
    return (uint32_t)bytes_hash(key);
}

static bool holds(const struct map *map, const struct map_slot *slot, struct bytes key)
{
    return bytes_equal(map->entries[slot->entry - 1].key, key);
}

/* Returns the slot where `key` is, or the free one where it would be. */
static struct map_slot *slot_of(const struct map *map, struct bytes key, uint32_t hash)
{
    size_t at = hash & (map->slot_count - 1);
    while (map->slots[at].entry &&
           !(map->slots[at].hash == hash && holds(map, &map->slots[at], key)))
        at = (at + 1) & (map->slot_count - 1);
    return &map->slots[at];
}

/* Moves a slot to where it belongs in a larger table; no key is there twice. */
static void move(struct map *map, struct map_slot slot)
{
    size_t at = slot.hash & (map->slot_count - 1);
    while (map->slots[at].entry)
        at = (at + 1) & (map->slot_count - 1);
    map->slots[at] = slot;
}

static void grow_slots(struct map *map)
{
    struct map_slot *old = map->slots;
    size_t old_count = map->slot_count;
    map->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
    map->slots = memory_new(map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < old_count; i++)
        if (old[i].entry)
            move(map, old[i]);
    free(old);
}

bool map_put(struct map *map, struct bytes key, uint32_t value)
{
    uint32_t hash = hash_of(key);
    if (map->count * 2 >= map->slot_count)
        grow_slots(map);
    struct map_slot *slot = slot_of(map, key, hash);
    if (slot->entry)
        return false;
    map->entries = memory_grow(map->entries, map->count, &map->room, sizeof *map->entries);
    map->entries[map->count++] = (struct map_entry){key, value};
    *slot = (struct map_slot){hash, (uint32_t)map->count};
    return true;
}

uint32_t map_get(const struct map *map, struct bytes key)
{
    uint32_t entry = map->slot_count ? slot_of(map, key, hash_of(key))->entry : 0;
    return entry ? map->entries[entry - 1].value : MAP_NONE;
}
