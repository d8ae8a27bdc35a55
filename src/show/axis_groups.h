#ifndef SHOW_AXIS_GROUPS_H
#define SHOW_AXIS_GROUPS_H

#include "find/answer.h"
#include "find/naming.h"
#include "find/question.h"

/* What the lanes of the axis can be, and which of them each event belongs to. An event belongs to
 * each province or tag that it names, to the last era that began before it. In one group, the first
 * that it names, it is at home: so that what the lanes show adds up, each event is counted there
 * and nowhere else. */

enum axis_by { AXIS_BY_PROVINCE, AXIS_BY_TAG, AXIS_BY_ERA, AXIS_BY_COUNT };

enum axis_group_kind { AXIS_UNIT, AXIS_TAG, AXIS_ERA, AXIS_REST };

struct axis_group {
    enum axis_group_kind kind;
    uint32_t number;  /* of the unit, or of the era in the file */
    struct bytes tag; /* borrowed from the file */
};

/* An event in a group that is not its home. */
struct axis_guest {
    uint32_t place; /* in the answer */
    uint32_t group;
};

struct axis_groups {
    struct axis_group *items; /* the last one is AXIS_REST: of events that name nothing */
    size_t count;
    size_t room;
    uint32_t *of;              /* where each place in the answer is at home */
    struct axis_guest *guests; /* by place */
    size_t guest_count;
    size_t guest_room;
    bool ordered;  /* the groups have an order of their own: chosen provinces, eras */
    bool required; /* each group was asked for: chosen provinces */
};

/* Frees the groups and leaves none. */
void axis_groups_free(struct axis_groups *groups);

/* Finds the groups of an answer anew: one pass over its events, which reads their records when the
 * groups are tags. Provinces are those by whose `names` places are called. */
void axis_groups_fill(struct axis_groups *groups, const struct store *store,
                      const struct answer *answer, const struct question *question, enum axis_by by,
                      enum names names);

/* Says whether the event at `place` of the answer belongs to a group, at home or as a guest. */
bool axis_groups_has(const struct axis_groups *groups, size_t place, uint32_t group);

#endif
