#ifndef FIND_ROLL_H
#define FIND_ROLL_H

#include "find/naming.h"

/* Units in the order in which lists have them: that of the Vietnamese alphabet, whatever the
 * language and the locale. */

/* What a unit is to a list by some names: one that the list has, or one that only searching brings
 * up, because it was given up, is of today, or is a ground unit. */
enum roll_class { ROLL_LISTED, ROLL_FORMER, ROLL_NOW, ROLL_GROUND, ROLL_CLASS_COUNT };

struct roll_item {
    uint32_t unit;
    enum roll_class class;
    struct bytes region; /* as the file has it; empty for the country, abroad, and where none is */
};

/* Sorts units by name; of one name, by their places in the gazetteer. */
void roll_sort(const struct gazetteer *gazetteer, enum language language, uint32_t *units,
               size_t count);

/* Returns for every unit its place among the names of all; namesakes share one. The caller frees
 * the array. */
uint32_t *roll_ranks(const struct gazetteer *gazetteer, enum language language);

/* Returns all units of the gazetteer, by class and name. With `weights`, one for each unit, by
 * class, region and name: the country and abroad first, then what has no region, then the regions,
 * those first whose units weigh most together. The caller frees them. */
struct roll_item *roll_new(const struct gazetteer *gazetteer, enum language language,
                           enum names names, const uint32_t *weights);

/* Returns how many units a list by `names` has, the country and abroad left out. */
size_t roll_count(const struct gazetteer *gazetteer, enum names names);

#endif
