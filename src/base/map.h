#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "base/bytes.h"

#define MAP_NONE UINT32_MAX

struct map_entry {
    struct bytes key; /* borrowed */
    uint32_t value;
};

/* A table from borrowed bytes to a number. `{0}` is an empty one. */
struct map {
    struct map_entry *entries; /* in the order in which they were put */
    size_t count;
    size_t room;
    uint32_t *slots;   /* by hash: 1 + the number of an entry, 0 for a free one */
    size_t slot_count; /* a power of two */
};

/* Frees the table and leaves it empty; the keys are not its own. */
void map_free(struct map *map);

/* Enters `key`, which must stay where it is, unless it is there already; the first value wins. */
void map_put(struct map *map, struct bytes key, uint32_t value);

/* Returns the value of `key`, or MAP_NONE. */
uint32_t map_get(const struct map *map, struct bytes key);

#endif
