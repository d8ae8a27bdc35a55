#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "base/bytes.h"

#define MAP_NONE UINT32_MAX /* no value that is put can be this */

struct map_entry {
    struct bytes key; /* borrowed */
    uint32_t value;
};

/* A slot keeps the hash of its key: a key of another hash need not be compared. */
struct map_slot {
    uint32_t hash;
    uint32_t entry; /* 1 + its number, 0 for a free slot */
};

/* A table from borrowed bytes to a number. `{0}` is an empty one. */
struct map {
    struct map_entry *entries; /* in the order in which they were put */
    size_t count;
    size_t room;
    struct map_slot *slots; /* by hash; where that place was taken, the next free one */
    size_t slot_count;      /* a power of two */
};

/* Frees the table and leaves it empty; the keys are not its own. */
void map_free(struct map *map);

/* Enters `key`, which must stay where it is; false when it is there already: the first value
 * wins. */
bool map_put(struct map *map, struct bytes key, uint32_t value);

/* Returns the value of `key`, or MAP_NONE. */
uint32_t map_get(const struct map *map, struct bytes key);

#endif
