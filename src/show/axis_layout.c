#include "show/axis_layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "show/axis_marks.h"
#include "show/axis_place.h"

void axis_layout_free(struct axis_layout *layout)
{
    free(layout->pieces);
    free(layout->columns);
    free(layout->used);
    free(layout->lone);
    buffer_free(&layout->titles);
    *layout = (struct axis_layout){0};
}

static void begin(struct axis_layout *layout, const struct axis_scene *scene, int height)
{
    layout->width = scene->scale->width;
    layout->height = height;
    size_t cells = (size_t)layout->width * (size_t)height;
    layout->used = memory_resize(layout->used, cells, 1);
    memset(layout->used, 0, cells);
    layout->lone = memory_resize(layout->lone, (size_t)layout->width, sizeof *layout->lone);
    layout->count = 0;
    buffer_clear(&layout->titles);
    size_t columns = scene->lanes->count * (size_t)layout->width;
    layout->columns = memory_resize(layout->columns, columns, sizeof *layout->columns);
    memset(layout->columns, 0, columns * sizeof *layout->columns);
}

static const struct event *event_at(const struct axis_scene *scene, size_t place)
{
    return &scene->store->events[scene->answer->events[place]];
}

static bool in_view(const struct axis_scene *scene, const struct event *event)
{
    return event->first <= scene->scale->last && event->last >= scene->scale->first;
}

/* Says whether an event stands in a lane: at home, as a guest, or where its home has no lane. */
static bool stands_in(const struct axis_scene *scene, size_t place, size_t lane)
{
    const struct axis_groups *groups = &scene->index->groups;
    size_t group = scene->lanes->items[lane].group;
    if (group == AXIS_OTHERS)
        return scene->lanes->of[groups->of[place]] == lane;
    return axis_groups_has(groups, place, (uint32_t)group);
}

static size_t *columns_of(struct axis_layout *layout, size_t lane)
{
    return layout->columns + lane * (size_t)layout->width;
}

/* --- Few events: each is placed --- */

/* The places of events in view, lane by lane. */
struct seen {
    size_t *places;
    size_t count;
};

/* Lists what is in view: what began before it and lasts, then what begins in it. */
static struct seen see(const struct axis_scene *scene)
{
    const struct axis_scale *scale = scene->scale;
    struct axis_list all = axis_index_all(scene->index);
    size_t first = axis_list_begun(&all, scale->first);
    size_t end = axis_list_begun(&all, (int64_t)scale->last + 1);
    struct seen seen = {memory_new(scene->lanes->all.inside + 1, sizeof *seen.places), 0};
    size_t place = axis_tree_next(&scene->index->ends, 0, scale->first);
    for (; place < first; place = axis_tree_next(&scene->index->ends, place + 1, scale->first))
        seen.places[seen.count++] = place;
    for (place = first; place < end; place++)
        seen.places[seen.count++] = place;
    return seen;
}

/* Takes back what was placed from piece number `start` on. */
static void take_back(struct axis_layout *layout, const struct axis_lane *lane, size_t start)
{
    size_t width = (size_t)layout->width;
    layout->count = start;
    memset(layout->used + (size_t)lane->y * width, 0, (size_t)lane->rows * width);
}

static void count_missing(struct axis_layout *layout, const struct axis_scene *scene, size_t place,
                          size_t *counts)
{
    int x, end;
    axis_extent(scene, event_at(scene, place), &x, &end);
    counts[x]++;
    layout->lone[x] = place;
}

/* Places events; `*seen` keeps those that find no room. */
static void place_seen(struct axis_layout *layout, const struct axis_scene *scene,
                       struct seen *seen, const struct axis_room *room)
{
    size_t kept = 0;
    for (size_t i = 0; i < seen->count; i++)
        if (!axis_place_event(layout, scene, room, seen->places[i]))
            seen->places[kept++] = seen->places[i];
    seen->count = kept;
}

/* Returns the events of a lane in view, without the selected one. */
static struct seen in_lane(const struct axis_scene *scene, const struct seen *all, size_t lane)
{
    struct seen seen = {memory_new(scene->lanes->items[lane].inside + 1, sizeof *seen.places), 0};
    for (size_t i = 0; i < all->count; i++)
        if (all->places[i] != scene->selected && stands_in(scene, all->places[i], lane))
            seen.places[seen.count++] = all->places[i];
    return seen;
}

/* Places the selected event if it is of this lane and in view. */
static bool place_selected(struct axis_layout *layout, const struct axis_scene *scene, size_t lane,
                           const struct axis_room *room)
{
    return scene->selected < scene->answer->count && stands_in(scene, scene->selected, lane) &&
           in_view(scene, event_at(scene, scene->selected)) &&
           axis_place_event(layout, scene, room, scene->selected);
}

/* Places the events of a lane, the selected one first; returns how many found no room, by column
 * in `counts`. */
static size_t place_lane(struct axis_layout *layout, const struct axis_scene *scene,
                         const struct seen *all, size_t lane, struct axis_room room, size_t *counts)
{
    struct seen seen = in_lane(scene, all, lane);
    memset(counts, 0, (size_t)layout->width * sizeof *counts);
    place_selected(layout, scene, lane, &room);
    if (!room.unnamed) {
        place_seen(layout, scene, &seen, &room);
        room.any_row = true;
        place_seen(layout, scene, &seen, &room);
    }
    for (size_t i = 0; i < seen.count; i++)
        count_missing(layout, scene, seen.places[i], counts);
    free(seen.places);
    return seen.count;
}

static void fill_lane(struct axis_layout *layout, const struct axis_scene *scene,
                      const struct seen *seen, size_t number)
{
    const struct axis_lane *lane = &scene->lanes->items[number];
    size_t start = layout->count;
    size_t *counts = columns_of(layout, number);
    struct axis_room room = {
        .y = lane->y, .rows = lane->rows, .roomy = lane->inside <= (size_t)lane->rows};
    bool may_fit = lane->inside <= (size_t)lane->rows * (size_t)layout->width;
    if (may_fit && place_lane(layout, scene, seen, number, room, counts) == 0) {
        axis_widen_titles(layout, start);
        return;
    }
    take_back(layout, lane, start);
    room.unnamed = lane->rows == 1;
    room.rows -= lane->rows > 1;
    place_lane(layout, scene, seen, number, room, counts);
    axis_place_marks(layout, scene, lane->y + lane->rows - 1, counts, layout->lone);
    axis_widen_titles(layout, start);
}

/* --- A crowd: columns are counted --- */

/* Adds the events of a list to `columns`, by the column in which they are first seen; `sign` -1
 * takes them away. */
static void add_columns(const struct axis_scene *scene, const struct axis_list *list,
                        const int32_t *days, size_t *columns, int sign)
{
    int width = scene->scale->width;
    size_t before = axis_list_ended(list, scene->scale->first);
    size_t begun = axis_list_begun(list, days[0]), all = axis_list_begun(list, days[width]);
    for (int column = 0; column < width && before < all; column++) {
        begun = axis_list_begun_within(list, begun, all, days[column + 1]);
        size_t more = begun > before ? begun - before : 0;
        columns[column] += sign > 0 ? more : -more;
        before += more;
    }
}

/* The lane of the others holds what is at home in no lane before it. */
static void count_others(struct axis_layout *layout, const struct axis_scene *scene,
                         const int32_t *days, size_t number)
{
    struct axis_list list = axis_index_all(scene->index);
    size_t *counts = columns_of(layout, number);
    add_columns(scene, &list, days, counts, 1);
    for (size_t i = 0; i < number; i++) {
        list = axis_index_home(scene->index, scene->lanes->items[i].group);
        add_columns(scene, &list, days, counts, -1);
    }
}

static void count_lane(struct axis_layout *layout, const struct axis_scene *scene,
                       const int32_t *days, size_t number)
{
    size_t group = scene->lanes->items[number].group, *counts = columns_of(layout, number);
    if (group == AXIS_OTHERS) {
        count_others(layout, scene, days, number);
        return;
    }
    struct axis_list home = axis_index_home(scene->index, group);
    struct axis_list guests = axis_index_guests(scene->index, group);
    add_columns(scene, &home, days, counts, 1);
    add_columns(scene, &guests, days, counts, 1);
}

static void fill_crowd(struct axis_layout *layout, const struct axis_scene *scene,
                       const int32_t *days, size_t number)
{
    const struct axis_lane *lane = &scene->lanes->items[number];
    size_t *counts = columns_of(layout, number);
    struct axis_room room = {.y = lane->y, .rows = 1, .unnamed = lane->rows == 1};
    int x = 0, end;
    count_lane(layout, scene, days, number);
    bool selected = place_selected(layout, scene, number, &room);
    if (selected)
        axis_extent(scene, event_at(scene, scene->selected), &x, &end);
    counts[x] -= selected;
    axis_place_marks(layout, scene, lane->y + lane->rows - 1, counts, NULL);
    counts[x] += selected;
}

static void fill_crowds(struct axis_layout *layout, const struct axis_scene *scene)
{
    int32_t *days = memory_new((size_t)layout->width + 1, sizeof *days);
    for (int column = 0; column <= layout->width; column++)
        days[column] = axis_scale_day(scene->scale, column);
    days[layout->width] = scene->scale->last + 1;
    for (size_t i = 0; i < scene->lanes->count; i++)
        fill_crowd(layout, scene, days, i);
    free(days);
}

void axis_layout_fill(struct axis_layout *layout, const struct axis_scene *scene, int height)
{
    begin(layout, scene, height);
    if (scene->lanes->crowded) {
        fill_crowds(layout, scene);
        return;
    }
    struct seen seen = see(scene);
    for (size_t i = 0; i < scene->lanes->count; i++)
        fill_lane(layout, scene, &seen, i);
    free(seen.places);
}
