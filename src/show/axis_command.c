#include "show/axis_command.h"

#define ZOOM   1.6 /* for each key */
#define MARGIN 4   /* columns to the edges within which a new selection does not move the view */

/* What is taken for the size of lanes that were never drawn. */
#define UNDRAWN_WIDTH  60
#define UNDRAWN_HEIGHT 12

/* --- Making ready --- */

static const struct event *selected(const struct browser *browser)
{
    return &browser->store->events[browser_selected(browser)];
}

/* Returns where the selected event shall stand: where it is, if that is well in view. */
static double wanted_column(const struct browser *browser, int width)
{
    const struct axis_pane *pane = &browser->axis;
    const struct axis_scale *old = &pane->scale;
    double middle = (double)width / 2;
    if (old->count == 0)
        return middle;
    if (pane->event == browser_selected(browser))
        return pane->column * width / old->width;
    int x = axis_scale_column(old, event_day(selected(browser)));
    if (x >= MARGIN && x < old->width - MARGIN)
        return (double)x * width / old->width;
    if (x < -old->width || x >= 2 * old->width)
        return middle;
    return x < MARGIN ? middle / 2 : width - middle / 2;
}

/* Brings index and scale up to date. */
static void fit_scale(struct browser *browser, int width)
{
    struct axis_pane *pane = &browser->axis;
    if (!pane->is_built)
        axis_index_fill(&pane->index, browser->store, &browser->answer, &browser->question,
                        pane->by, browser->names);
    pane->is_built = true;
    struct axis_window window = {width, event_day(selected(browser)), wanted_column(browser, width),
                                 pane->rate, pane->squeeze};
    axis_scale_fill(&pane->scale, &pane->index, &window);
    pane->column = pane->scale.column;
    pane->event = browser_selected(browser);
}

void axis_prepare(struct browser *browser, int width, int height)
{
    struct axis_pane *pane = &browser->axis;
    fit_scale(browser, width);
    axis_lanes_choose(&pane->lanes, &pane->index, pane->scale.first, pane->scale.last, height);
    struct axis_scene scene = {.store = browser->store,
                               .answer = &browser->answer,
                               .index = &pane->index,
                               .scale = &pane->scale,
                               .lanes = &pane->lanes,
                               .selected = browser->views[VIEW_TIMELINE].cursor,
                               .language = browser->language};
    axis_layout_fill(&pane->layout, &scene, height);
}

/* Many keys may come before anything is drawn: each one moves in what the one before it left.
 * Returns false when there is nothing to move in. */
static bool make_ready(struct browser *browser)
{
    const struct axis_scale *scale = &browser->axis.scale;
    if (browser->answer.count == 0)
        return false;
    fit_scale(browser, scale->width ? scale->width : UNDRAWN_WIDTH);
    return true;
}

/* --- Zooming and panning --- */

void axis_zoom(struct browser *browser, int direction)
{
    struct axis_pane *pane = &browser->axis;
    if (!make_ready(browser))
        return;
    double most = pane->scale.width;
    double least = most / ((double)pane->index.last - pane->index.first + 1);
    double rate = direction > 0 ? pane->scale.rate * ZOOM : pane->scale.rate / ZOOM;
    rate = rate < most ? rate : most;
    pane->rate = direction == 0 || rate <= least ? 0 : rate;
}

/* Returns the place of the first event that begins in column `x` or to the right of it; of the
 * last one to the left of it when `back`. */
static size_t place_at(const struct browser *browser, int x, bool back)
{
    struct axis_list all = axis_index_all(&browser->axis.index);
    size_t place = axis_list_begun(&all, axis_scale_day(&browser->axis.scale, x));
    if (back)
        return place > 0 ? place - 1 : 0;
    return place < all.count ? place : all.count - 1;
}

/* Selects the event at `place` and lets it stand `shift` columns to the left of where it is. */
static void select_shifted(struct browser *browser, size_t place, int shift)
{
    struct axis_pane *pane = &browser->axis;
    browser_go(browser, place, false);
    int x = axis_scale_column(&pane->scale, event_day(selected(browser))) - shift;
    pane->event = browser_selected(browser);
    pane->column = x >= 0 && x < pane->scale.width ? x : pane->scale.width / 2;
}

void axis_pan(struct browser *browser, int halves)
{
    struct axis_pane *pane = &browser->axis;
    if (!make_ready(browser))
        return;
    int width = pane->scale.width, shift = halves * width / 2, x = (int)pane->column;
    bool at_end =
        halves > 0 ? pane->scale.last >= pane->index.last : pane->scale.first <= pane->index.first;
    if (at_end) {
        select_shifted(browser, place_at(browser, x + shift, halves < 0), 0);
    } else if (x - shift < 0) {
        select_shifted(browser, place_at(browser, shift, false), shift);
    } else if (x - shift >= width) {
        select_shifted(browser, place_at(browser, width + shift, true), shift);
    } else {
        pane->column -= shift;
    }
}

/* --- Selecting --- */

void axis_step(struct browser *browser, int events)
{
    size_t place = browser->views[VIEW_TIMELINE].cursor;
    if (events < 0 && place < (size_t)-events)
        place = 0;
    else
        place = events < 0 ? place - (size_t)-events : place + (size_t)events;
    browser_go(browser, place, false);
}

void axis_end(struct browser *browser, int direction)
{
    browser_go(browser, direction > 0 ? SIZE_MAX : 0, true);
}

/* Returns how far an event begins from `day`. */
static int64_t distance(const struct browser *browser, size_t place, int32_t day)
{
    const struct event *event = &browser->store->events[browser->answer.events[place]];
    int64_t days = (int64_t)event_day(event) - day;
    return days < 0 ? -days : days;
}

/* Takes into `*best` the event of a list that begins nearest to `day`, if that is nearer. */
static void take_nearest(const struct browser *browser, const struct axis_list *list, int32_t day,
                         size_t *best)
{
    size_t at = axis_list_begun(list, day);
    for (size_t i = at > 0 ? at - 1 : 0; i <= at && i < list->count; i++) {
        size_t place = list->places[i];
        if (*best == SIZE_MAX || distance(browser, place, day) < distance(browser, *best, day))
            *best = place;
    }
}

static size_t nearest_in_lane(const struct browser *browser, size_t lane, int32_t day)
{
    const struct axis_pane *pane = &browser->axis;
    size_t best = SIZE_MAX;
    for (size_t group = 0; group < pane->index.groups.count; group++) {
        struct axis_list list = axis_index_home(&pane->index, group);
        if (pane->lanes.of[group] == lane)
            take_nearest(browser, &list, day, &best);
    }
    return best;
}

/* Brings all that is drawn up to date; false when there is nothing. */
static bool make_all_ready(struct browser *browser)
{
    const struct axis_pane *pane = &browser->axis;
    if (browser->answer.count == 0)
        return false;
    axis_prepare(browser, pane->scale.width ? pane->scale.width : UNDRAWN_WIDTH,
                 pane->layout.height ? pane->layout.height : UNDRAWN_HEIGHT);
    return true;
}

void axis_change_lane(struct browser *browser, int direction)
{
    const struct axis_pane *pane = &browser->axis;
    if (!make_all_ready(browser))
        return;
    size_t place = browser->views[VIEW_TIMELINE].cursor;
    size_t lane = pane->lanes.of[pane->index.groups.of[place]];
    do
        lane += (size_t)direction;
    while (lane < pane->lanes.count &&
           pane->lanes.items[lane].inside == pane->lanes.items[lane].guests);
    if (lane >= pane->lanes.count)
        return;
    size_t best = nearest_in_lane(browser, lane, event_day(selected(browser)));
    if (best != SIZE_MAX)
        browser_go(browser, best, false);
}

/* Returns the event that is drawn at a column and row; NULL when there is none. */
static const struct axis_piece *piece_at(const struct axis_layout *layout, int x, int y)
{
    for (size_t i = 0; i < layout->count; i++) {
        const struct axis_piece *piece = &layout->pieces[i];
        bool sign = x >= piece->x && x < piece->end;
        bool label = x >= piece->label_x && x < piece->label_end;
        if (piece->kind != AXIS_MARK && piece->y == y && (sign || label))
            return piece;
    }
    return NULL;
}

/* Returns the lane at a row, or how many there are when it is none's. */
static size_t lane_at(const struct axis_lanes *lanes, int y)
{
    size_t lane = 0;
    while (lane < lanes->count &&
           (y < lanes->items[lane].y || y >= lanes->items[lane].y + lanes->items[lane].rows))
        lane++;
    return lane;
}

void axis_select_at(struct browser *browser, int x, int y)
{
    const struct axis_pane *pane = &browser->axis;
    if (!make_all_ready(browser) || x < 0 || x >= pane->scale.width)
        return;
    const struct axis_piece *piece = piece_at(&pane->layout, x, y);
    size_t lane = lane_at(&pane->lanes, y), place = SIZE_MAX;
    if (piece)
        place = piece->place;
    else if (lane < pane->lanes.count)
        place = nearest_in_lane(browser, lane, axis_scale_day(&pane->scale, x));
    browser_go(browser, place == SIZE_MAX ? place_at(browser, x, false) : place, true);
}

void axis_read(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->answer.count)
        browser->panes.detail_focus = true;
}

/* --- What is shown --- */

enum message axis_lanes_name(const struct browser *browser)
{
    static const enum message names[] = {MESSAGE_AXIS_BY_PROVINCE, MESSAGE_AXIS_BY_TAG,
                                         MESSAGE_AXIS_BY_ERA};
    return names[browser->axis.by];
}

void axis_next_lanes(struct browser *browser, int unused)
{
    struct axis_pane *pane = &browser->axis;
    (void)unused;
    pane->by = (enum axis_by)((pane->by + 1) % AXIS_BY_COUNT);
    pane->is_built = false;
    browser_say(browser, axis_lanes_name(browser));
}

void axis_squeeze(struct browser *browser, int unused)
{
    struct axis_pane *pane = &browser->axis;
    (void)unused;
    pane->squeeze = !pane->squeeze;
    browser_say(browser, pane->squeeze ? MESSAGE_AXIS_SQUEEZED : MESSAGE_AXIS_TO_SCALE);
}
