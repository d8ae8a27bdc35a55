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

/* Returns the slot where `key` is, or the free one where it would be. */
static uint32_t *slot_of(const struct map *map, struct bytes key)
{
    size_t at = (size_t)bytes_hash(key) & (map->slot_count - 1);
    while (map->slots[at] && !bytes_equal(map->entries[map->slots[at] - 1].key, key))
        at = (at + 1) & (map->slot_count - 1);
    return &map->slots[at];
}

static void grow_slots(struct map *map)
{
    free(map->slots);
    map->slot_count = map->slot_count ? map->slot_count * 2 : FIRST_SLOTS;
    map->slots = memory_new(map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++)
        *slot_of(map, map->entries[i].key) = (uint32_t)i + 1;
}

void map_put(struct map *map, struct bytes key, uint32_t value)
{
    if (map->count * 2 >= map->slot_count)
        grow_slots(map);
    uint32_t *slot = slot_of(map, key);
    if (*slot)
        return;
    map->entries = memory_grow(map->entries, map->count, &map->room, sizeof *map->entries);
    map->entries[map->count++] = (struct map_entry){key, value};
    *slot = (uint32_t)map->count;
}

uint32_t map_get(const struct map *map, struct bytes key)
{
    uint32_t entry = map->slot_count ? *slot_of(map, key) : 0;
    return entry ? map->entries[entry - 1].value : MAP_NONE;
}
