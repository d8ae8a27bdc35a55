#include "show/axis_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/memory.h"
#include "time/day.h"

static void free_lists(struct axis_lists *lists)
{
    free(lists->starts);
    free(lists->places);
    free(lists->firsts);
    free(lists->lasts);
}

void axis_index_free(struct axis_index *index)
{
    axis_groups_free(&index->groups);
    free_lists(&index->home);
    free_lists(&index->guests);
    free(index->firsts);
    free(index->lasts);
    free(index->gaps);
    axis_tree_free(&index->ends);
    axis_tree_free(&index->gap_days);
    *index = (struct axis_index){0};
}

/* --- Lists --- */

static int compare(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Most events are days, so the last days often are in order. */
static void sort(int32_t *days, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (days[i - 1] > days[i]) {
            qsort(days, count, sizeof *days, compare);
            return;
        }
    }
}

/* Returns event number `i` of those to be dealt out: of the guests, or of all at home. */
static struct axis_guest member(const struct axis_groups *groups, bool guests, size_t i)
{
    return guests ? groups->guests[i] : (struct axis_guest){(uint32_t)i, groups->of[i]};
}

/* Deals `count` events out to the lists of their groups, in the order of the answer. */
static void deal(struct axis_lists *lists, const struct axis_groups *groups, bool guests,
                 const struct axis_list *all, size_t count)
{
    size_t *next = memory_new(groups->count + 1, sizeof *next);
    for (size_t i = 0; i < count; i++)
        lists->starts[member(groups, guests, i).group + 1]++;
    for (size_t i = 0; i < groups->count; i++)
        lists->starts[i + 1] += lists->starts[i];
    memcpy(next, lists->starts, groups->count * sizeof *next);
    for (size_t i = 0; i < count; i++) {
        struct axis_guest one = member(groups, guests, i);
        size_t at = next[one.group]++;
        lists->places[at] = one.place;
        lists->firsts[at] = all->firsts[one.place];
        lists->lasts[at] = all->lasts[one.place];
    }
    free(next);
}

/* Makes the lists of all groups; those of `all` must have their days in the order of the answer. */
static void fill_lists(struct axis_lists *lists, const struct axis_groups *groups, bool guests,
                       const struct axis_list *all)
{
    size_t count = guests ? groups->guest_count : all->count;
    lists->starts = memory_new(groups->count + 1, sizeof *lists->starts);
    lists->places = memory_new(count + 1, sizeof *lists->places);
    lists->firsts = memory_new(count + 1, sizeof *lists->firsts);
    lists->lasts = memory_new(count + 1, sizeof *lists->lasts);
    deal(lists, groups, guests, all, count);
    for (size_t i = 0; i < groups->count; i++)
        sort(lists->lasts + lists->starts[i], lists->starts[i + 1] - lists->starts[i]);
}

static void fill_days(struct axis_index *index, const struct store *store,
                      const struct answer *answer)
{
    index->count = answer->count;
    index->firsts = memory_new(index->count + 1, sizeof *index->firsts);
    index->lasts = memory_new(index->count + 1, sizeof *index->lasts);
    for (size_t i = 0; i < index->count; i++) {
        index->firsts[i] = store->events[answer->events[i]].first;
        index->lasts[i] = store->events[answer->events[i]].last;
    }
}

static void fill_all_lists(struct axis_index *index)
{
    struct axis_list all = axis_index_all(index);
    fill_lists(&index->home, &index->groups, false, &all);
    fill_lists(&index->guests, &index->groups, true, &all);
    axis_tree_fill(&index->ends, index->lasts, index->count);
    sort(index->lasts, index->count);
}

static struct axis_list list_of(const struct axis_lists *lists, size_t group)
{
    size_t at = lists->starts[group];
    return (struct axis_list){lists->firsts + at, lists->lasts + at, lists->places + at,
                              lists->starts[group + 1] - at};
}

struct axis_list axis_index_home(const struct axis_index *index, size_t group)
{
    return list_of(&index->home, group);
}

struct axis_list axis_index_guests(const struct axis_index *index, size_t group)
{
    return list_of(&index->guests, group);
}

struct axis_list axis_index_all(const struct axis_index *index)
{
    return (struct axis_list){index->firsts, index->lasts, NULL, index->count};
}

static bool day_is_before(const void *days, int64_t number, int64_t day)
{
    return ((const int32_t *)days)[number] < day;
}

size_t axis_list_begun_within(const struct axis_list *list, size_t least, size_t most, int64_t day)
{
    return (size_t)bisect((int64_t)least, (int64_t)most, day_is_before, list->firsts, day);
}

size_t axis_list_begun(const struct axis_list *list, int64_t day)
{
    return axis_list_begun_within(list, 0, list->count, day);
}

size_t axis_list_ended(const struct axis_list *list, int64_t day)
{
    return (size_t)bisect(0, (int64_t)list->count, day_is_before, list->lasts, day);
}

/* --- Span and gaps --- */

static void settle_span(struct axis_index *index, const struct store *store,
                        const struct answer *answer)
{
    index->first = store->first;
    index->last = store->last;
    for (size_t i = 0; i < answer->count; i++) {
        const struct event *event = &store->events[answer->events[i]];
        int32_t first = event_day(event);
        int32_t last = event->last == DAY_OPEN_FUTURE ? first : event->last;
        index->first = first < index->first ? first : index->first;
        index->last = last > index->last ? last : index->last;
    }
}

static void add_gap(struct axis_index *index, int32_t from, int32_t to)
{
    if (to <= from)
        return;
    index->gaps = memory_grow(index->gaps, index->gap_count, &index->gap_room, sizeof *index->gaps);
    index->gaps[index->gap_count++] = (struct axis_gap){from, to};
}

/* Goes through first and last days side by side. */
static void find_gaps(struct axis_index *index)
{
    struct axis_list all = axis_index_all(index);
    size_t i = 0, k = 0;
    int32_t before = index->first - 1; /* the span may begin with a gap */
    while (i < all.count || k < all.count) {
        bool first = i < all.count && (k == all.count || all.firsts[i] <= all.lasts[k]);
        int32_t day = first ? all.firsts[i++] : all.lasts[k++];
        if (day == DAY_OPEN_PAST || day == DAY_OPEN_FUTURE)
            continue;
        add_gap(index, before + 1, day);
        before = day > before ? day : before;
    }
    add_gap(index, before + 1, index->last + 1);
}

static void fill_gaps(struct axis_index *index)
{
    find_gaps(index);
    int32_t *days = memory_new(index->gap_count + 1, sizeof *days);
    for (size_t i = 0; i < index->gap_count; i++)
        days[i] = index->gaps[i].to - index->gaps[i].from;
    axis_tree_fill(&index->gap_days, days, index->gap_count);
    free(days);
}

void axis_index_fill(struct axis_index *index, const struct store *store,
                     const struct answer *answer, const struct question *question, enum axis_by by,
                     enum names names)
{
    axis_index_free(index);
    axis_groups_fill(&index->groups, store, answer, question, by, names);
    fill_days(index, store, answer);
    fill_all_lists(index);
    settle_span(index, store, answer);
    fill_gaps(index);
}
