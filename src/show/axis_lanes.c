#include "show/axis_lanes.h"

#include <stdlib.h>

#include "base/memory.h"

#define ROWS_WANTED  3 /* for each lane */
#define ROWS_CROWDED 2 /* blocks and numbers */
#define EVENTS_A_ROW 3 /* that have room for their titles, more or less */

void axis_lanes_free(struct axis_lanes *lanes)
{
    free(lanes->of);
    *lanes = (struct axis_lanes){0};
}

static struct axis_lane count_lane(const struct axis_list *list, size_t group, int32_t first,
                                   int32_t last)
{
    size_t begun = axis_list_begun(list, (int64_t)last + 1), ended = axis_list_ended(list, first);
    return (struct axis_lane){
        .group = group, .before = ended, .inside = begun - ended, .after = list->count - begun};
}

/* Returns the lane of a group with its guests. */
static struct axis_lane group_lane(const struct axis_index *index, size_t group, int32_t first,
                                   int32_t last)
{
    struct axis_list home = axis_index_home(index, group), other = axis_index_guests(index, group);
    struct axis_lane lane = count_lane(&home, group, first, last);
    struct axis_lane guests = count_lane(&other, group, first, last);
    lane.before += guests.before;
    lane.inside += guests.inside;
    lane.after += guests.after;
    lane.guests = guests.inside;
    return lane;
}

static size_t events_of(const struct axis_index *index, size_t group)
{
    return axis_index_home(index, group).count + axis_index_guests(index, group).count;
}

/* Says whether a group may have a lane of its own. */
static bool is_candidate(const struct axis_index *index, const struct axis_lane *lane)
{
    enum axis_group_kind kind = index->groups.items[lane->group].kind;
    if (kind == AXIS_REST)
        return false;
    return lane->inside || (index->groups.required && kind == AXIS_UNIT);
}

/* Enters a lane among the best ones, of which there are at most `most`: by events in view. */
static void enter(struct axis_lanes *lanes, const struct axis_lane *lane, size_t most)
{
    size_t at = lanes->count;
    while (at > 0 && lanes->items[at - 1].inside < lane->inside)
        at--;
    if (at >= most)
        return;
    if (lanes->count < most)
        lanes->count++;
    for (size_t i = lanes->count - 1; i > at; i--)
        lanes->items[i] = lanes->items[i - 1];
    lanes->items[at] = *lane;
}

/* The order of lanes must not change while one moves: that of the groups, else by all events. */
static bool goes_before(const struct axis_index *index, size_t a, size_t b)
{
    size_t more = events_of(index, a), less = events_of(index, b);
    return index->groups.ordered || more == less ? a < b : more > less;
}

static void order(struct axis_lanes *lanes, const struct axis_index *index)
{
    for (size_t i = 1; i < lanes->count; i++) {
        struct axis_lane lane = lanes->items[i];
        size_t at = i;
        for (; at > 0 && goes_before(index, lane.group, lanes->items[at - 1].group); at--)
            lanes->items[at] = lanes->items[at - 1];
        lanes->items[at] = lane;
    }
}

static void add_others(struct axis_lanes *lanes, const struct axis_index *index, int32_t first,
                       int32_t last)
{
    struct axis_lane others = lanes->all;
    for (size_t i = 0; i < lanes->count; i++) {
        struct axis_list list = axis_index_home(index, lanes->items[i].group);
        struct axis_lane home = count_lane(&list, AXIS_OTHERS, first, last);
        others.before -= home.before;
        others.inside -= home.inside;
        others.after -= home.after;
    }
    if (others.inside || lanes->count == 0)
        lanes->items[lanes->count++] = others;
}

static void note_groups(struct axis_lanes *lanes, const struct axis_index *index)
{
    lanes->of = memory_resize(lanes->of, index->groups.count, 1);
    for (size_t i = 0; i < index->groups.count; i++)
        lanes->of[i] = (unsigned char)(lanes->count - 1);
    for (size_t i = 0; i < lanes->count; i++)
        if (lanes->items[i].group != AXIS_OTHERS)
            lanes->of[lanes->items[i].group] = (unsigned char)i;
}

/* Returns how many rows more a lane could use. */
static size_t rows_lacking(const struct axis_lanes *lanes, const struct axis_lane *lane)
{
    size_t rows = (size_t)lane->rows;
    if (lanes->crowded)
        return rows < ROWS_CROWDED && lane->inside ? lane->inside : 0;
    return lane->inside > rows ? lane->inside * EVENTS_A_ROW / rows : 0;
}

/* Gives each row to the lane that lacks most; what nobody needs parts the lanes. */
static void share_rows(struct axis_lanes *lanes, int rows)
{
    int left = rows - (int)lanes->count, y = 0;
    for (size_t i = 0; i < lanes->count; i++)
        lanes->items[i].rows = 1;
    while (left > 0) {
        struct axis_lane *best = &lanes->items[0];
        for (size_t i = 1; i < lanes->count; i++)
            if (rows_lacking(lanes, &lanes->items[i]) > rows_lacking(lanes, best))
                best = &lanes->items[i];
        if (rows_lacking(lanes, best) == 0)
            break;
        best->rows++;
        left--;
    }
    int blank = lanes->count > 1 && left >= (int)lanes->count - 1 ? 1 : 0;
    for (size_t i = 0; i < lanes->count; i++) {
        lanes->items[i].y = y;
        y += lanes->items[i].rows + blank;
    }
}

/* Returns how many lanes there may be. */
static size_t most_lanes(const struct axis_lanes *lanes, const struct axis_index *index, int rows)
{
    int each = lanes->crowded ? ROWS_CROWDED : ROWS_WANTED;
    size_t most = (size_t)(index->groups.required ? rows : rows / each);
    return most < AXIS_LANES_MAX ? most : AXIS_LANES_MAX;
}

/* Enters the groups that have most events in view, of which there may be `most`. */
static void enter_groups(struct axis_lanes *lanes, const struct axis_index *index, int32_t first,
                         int32_t last, size_t most)
{
    size_t own = most > 0 ? most - 1 : 0; /* one is kept for the others */
    size_t candidates = 0, inside = 0;
    lanes->count = 0;
    for (size_t i = 0; i < index->groups.count; i++) {
        if (events_of(index, i) == 0 && !index->groups.required)
            continue;
        struct axis_lane lane = group_lane(index, i, first, last);
        if (!is_candidate(index, &lane))
            continue;
        candidates++;
        inside += lane.inside - lane.guests;
        enter(lanes, &lane, most);
    }
    if ((candidates > most || inside < lanes->all.inside) && lanes->count > own)
        lanes->count = own;
}

void axis_lanes_choose(struct axis_lanes *lanes, const struct axis_index *index, int32_t first,
                       int32_t last, int rows)
{
    struct axis_list all = axis_index_all(index);
    lanes->all = count_lane(&all, AXIS_OTHERS, first, last);
    lanes->crowded = lanes->all.inside > AXIS_CROWD;
    enter_groups(lanes, index, first, last, most_lanes(lanes, index, rows));
    order(lanes, index);
    add_others(lanes, index, first, last);
    note_groups(lanes, index);
    share_rows(lanes, rows);
}
