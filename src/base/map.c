#include "base/map.h"

#include <stdlib.h>

#include "base/memory.h"

#define FIRST_ROOM 2048

void map_free(struct map *map)
{
    free(map->entries);
    *map = (struct map){0};
}

/* Returns the slot where `key` is, or the free one where it would be. */
static struct map_entry *slot_of(const struct map *map, struct bytes key)
{
    size_t slot = (size_t)bytes_hash(key) & (map->room - 1);
    while (map->entries[slot].value != MAP_NONE && !bytes_equal(map->entries[slot].key, key))
        slot = (slot + 1) & (map->room - 1);
    return &map->entries[slot];
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->room = old.room ? old.room * 2 : FIRST_ROOM;
    map->entries = memory_new(map->room, sizeof *map->entries);
    for (size_t i = 0; i < map->room; i++)
        map->entries[i].value = MAP_NONE;
    for (size_t i = 0; i < old.room; i++)
        if (old.entries[i].value != MAP_NONE)
            *slot_of(map, old.entries[i].key) = old.entries[i];
    free(old.entries);
}

void map_put(struct map *map, struct bytes key, uint32_t value)
{
    if (map->count * 2 >= map->room)
        grow(map);
    struct map_entry *entry = slot_of(map, key);
    if (entry->value != MAP_NONE)
        return;
    *entry = (struct map_entry){key, value};
    map->count++;
}

uint32_t map_get(const struct map *map, struct bytes key)
{
    return map->room ? slot_of(map, key)->value : MAP_NONE;
}
