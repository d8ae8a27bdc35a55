#ifndef SHOW_AXIS_INDEX_H
#define SHOW_AXIS_INDEX_H

#include "show/axis_groups.h"
#include "show/axis_tree.h"

/* What the axis knows of an answer, made once for it, so that no step of zooming or panning goes
 * through the events. How many events of a group touch a span of days is a matter of two searches:
 * those that begin by its end, less those that end before it begins. */

/* Events of one group, or all of them. Both lists of days are in rising order, and so `lasts[i]`
 * is not the last day of `places[i]`. */
struct axis_list {
    const int32_t *firsts;
    const int32_t *lasts;
    const uint32_t *places; /* in the answer, by first day; NULL when all are meant */
    size_t count;
};

/* Days from `from` up to the one before `to` on which nothing begins or ends. */
struct axis_gap {
    int32_t from;
    int32_t to;
};

/* The lists of all groups, one after another. */
struct axis_lists {
    size_t *starts; /* where the list of each group begins, and where the last one ends */
    uint32_t *places;
    int32_t *firsts;
    int32_t *lasts;
};

struct axis_index {
    struct axis_groups groups;
    struct axis_lists home;   /* events where they are at home */
    struct axis_lists guests; /* and where they are guests */
    int32_t *firsts;          /* of all events */
    int32_t *lasts;
    size_t count;          /* events */
    struct axis_tree ends; /* last days by place in the answer */
    struct axis_gap *gaps; /* in order */
    size_t gap_count;
    size_t gap_room;
    struct axis_tree gap_days; /* how long they are */
    int32_t first;             /* the span of the timeline and of all its events that have ends */
    int32_t last;
};

/* Frees everything and leaves an empty index. */
void axis_index_free(struct axis_index *index);

/* Makes the index anew. */
void axis_index_fill(struct axis_index *index, const struct store *store,
                     const struct answer *answer, const struct question *question, enum axis_by by,
                     enum names names);

/* Returns the events that are at home in a group; its guests; all events. */
struct axis_list axis_index_home(const struct axis_index *index, size_t group);
struct axis_list axis_index_guests(const struct axis_index *index, size_t group);
struct axis_list axis_index_all(const struct axis_index *index);

/* Returns how many events begin before `day`; how many end before it. */
size_t axis_list_begun(const struct axis_list *list, int64_t day);
size_t axis_list_ended(const struct axis_list *list, int64_t day);

/* Returns how many begin before `day`, being at least `least` and at most `most`. */
size_t axis_list_begun_within(const struct axis_list *list, size_t least, size_t most, int64_t day);

#endif
