#include "show/axis_command.h"
#include "show/axis_eras.h"
#include "show/axis_head.h"
#include "show/strip.h"
#include "show/tell.h"
#include "time/day.h"
#include "time/words.h"

/* The time axis: eras, years and a rule; below them the lanes; last the selected event in words. */

#define MARKER      1  /* columns for the sign of the selection */
#define ROWS_ERAS   12 /* of the pane, from which on eras have a row of it */
#define ROWS_2_ERAS 16 /* and two */

static int era_rows(const struct browser *browser, int height)
{
    bool any = browser->store->lists[RECORD_ERA].count > 0;
    return !any || height < ROWS_ERAS ? 0 : height < ROWS_2_ERAS ? 1 : AXIS_ERA_ROWS;
}

/* --- Lanes --- */

static void add_group_name(const struct browser *browser, size_t number, struct buffer *out)
{
    const struct store *store = browser->store;
    struct buffer text = {0};
    if (number == AXIS_OTHERS) {
        bool alone = browser->axis.lanes.count == 1;
        buffer_add_string(out,
                          browser_text(browser, alone ? MESSAGE_AXIS_ALL : MESSAGE_AXIS_OTHERS));
        return;
    }
    const struct axis_group *group = &browser->axis.index.groups.items[number];
    if (group->kind == AXIS_UNIT)
        buffer_add(&text, gazetteer_name(&store->gazetteer, group->number, browser->language));
    else if (group->kind == AXIS_TAG)
        store_word(store, group->tag, browser->language, &text);
    else
        store_text(store, store->lists[RECORD_ERA].items[group->number], BYTES("Title"),
                   browser->language, &text);
    text_clean_line(out, buffer_bytes(&text));
    buffer_free(&text);
}

/* Writes beside a lane what it is and, where there is room, what lies to both sides of the view. */
static void draw_name(const struct browser *browser, const struct axis_lane *lane,
                      struct surface *surface, const struct axis_frame *frame)
{
    struct buffer text = {0};
    struct area gutter = area_after(area_row(frame->lanes, lane->y), MARKER);
    gutter.width = frame->gutter - MARKER - 1;
    add_group_name(browser, lane->group, &text);
    surface_put(surface, gutter, buffer_bytes(&text), STYLE_BOLD);
    buffer_clear(&text);
    if (lane->before)
        buffer_printf(&text, "‹%zu", lane->before);
    if (lane->after)
        buffer_printf(&text, "%s%zu›", text.size ? " " : "", lane->after);
    gutter.y++;
    if (lane->rows > 1 && text_width(buffer_bytes(&text)) <= gutter.width)
        surface_put(surface, gutter, buffer_bytes(&text), STYLE_FAINT);
    buffer_free(&text);
}

/* Draws how many events begin in each column of a crowded lane. */
static void draw_blocks(const struct browser *browser, size_t lane, struct surface *surface,
                        struct area area)
{
    const struct axis_pane *pane = &browser->axis;
    size_t width = (size_t)pane->layout.width, peak = 1;
    const size_t *columns = pane->layout.columns + lane * width;
    for (size_t i = 0; i < width * pane->lanes.count; i++)
        peak = pane->layout.columns[i] > peak ? pane->layout.columns[i] : peak;
    struct area row = area_row(area, pane->lanes.items[lane].y);
    struct buffer line = {0};
    if (pane->lanes.items[lane].rows < 2)
        return;
    for (size_t i = 0; i < width; i++)
        buffer_add_string(&line, strip_block((double)columns[i], (double)peak));
    axis_put(surface, row, 0, (int)width, buffer_bytes(&line), STYLE_FAINT);
    buffer_free(&line);
}

static void draw_bar(const struct browser *browser, const struct axis_piece *piece,
                     struct surface *surface, struct area row)
{
    const struct axis_scale *scale = &browser->axis.scale;
    int32_t from, to;
    int x, end;
    axis_repeat(surface, row, piece->x, piece->end, "┄", STYLE_PLAIN);
    axis_repeat(surface, row, piece->solid_x, piece->solid_end, "━", STYLE_PLAIN);
    for (int column = piece->x; column < piece->end && browser->axis.squeeze; column++) {
        if (!axis_scale_break(scale, column, &from, &to, &x, &end))
            continue;
        int middle = (x + end) / 2;
        if (middle >= piece->x && middle < piece->end)
            axis_put(surface, row, middle, middle + 1, BYTES("/"), STYLE_PLAIN);
        column = end - 1;
    }
    if (piece->open_past)
        axis_put(surface, row, piece->x, piece->x + 1, BYTES("←"), STYLE_PLAIN);
    if (piece->open_future)
        axis_put(surface, row, piece->end - 1, piece->end, BYTES("→"), STYLE_PLAIN);
}

static void draw_label(const struct browser *browser, const struct axis_piece *piece,
                       struct surface *surface, struct area row)
{
    const struct axis_layout *layout = &browser->axis.layout;
    struct bytes title = {layout->titles.data + piece->label.at, piece->label.size};
    if (piece->label_end <= piece->label_x)
        return;
    axis_repeat(surface, row, piece->label_x - (piece->label_x > 0), piece->label_end + 1, " ",
                STYLE_PLAIN);
    axis_put(surface, row, piece->label_x, piece->label_end, title, STYLE_PLAIN);
    struct area place = area_after(row, piece->label_x);
    place.width = piece->label_end - piece->label_x;
    page_mark_hits(surface, place, title, browser_marks(browser));
}

static void draw_mark(const struct axis_piece *piece, struct surface *surface, struct area row)
{
    struct buffer text = {0};
    buffer_printf(&text, "+%zu", piece->count);
    axis_put(surface, row, piece->x, piece->end, buffer_bytes(&text), STYLE_ACCENT);
    buffer_free(&text);
}

/* Shows which event is selected: by a sign in the margin, reversed, under the cursor. */
static void draw_selected(const struct axis_piece *piece, struct surface *surface,
                          const struct axis_frame *frame, bool focus)
{
    struct area line = area_row(frame->lanes, piece->y), row = axis_frame_scaled(frame, line);
    int x =
        piece->x < piece->label_x || piece->label_end == piece->label_x ? piece->x : piece->label_x;
    int end = piece->end > piece->label_end ? piece->end : piece->label_end;
    struct area place = area_after(row, x);
    place.width = end - x < place.width ? end - x : place.width;
    surface_put_string(surface, line, ">", STYLE_PLAIN);
    surface_add_style(surface, place, STYLE_REVERSE);
    if (focus)
        surface_set_cursor(surface, row.x + piece->x, row.y);
}

/* Says whether a piece stands where its event is at home, not in the lane of another group. */
static bool is_at_home(const struct axis_pane *pane, const struct axis_piece *piece)
{
    size_t lane = pane->lanes.of[pane->index.groups.of[piece->place]];
    const struct axis_lane *home = &pane->lanes.items[lane];
    return piece->y >= home->y && piece->y < home->y + home->rows;
}

static void draw_piece(const struct browser *browser, const struct axis_piece *piece,
                       struct surface *surface, const struct axis_frame *frame, bool focus)
{
    struct area row = axis_frame_scaled(frame, area_row(frame->lanes, piece->y));
    if (piece->kind == AXIS_MARK)
        draw_mark(piece, surface, row);
    else if (piece->kind == AXIS_BAR)
        draw_bar(browser, piece, surface, row);
    else
        axis_put(surface, row, piece->x, piece->x + 1, piece->doubtful ? BYTES("○") : BYTES("●"),
                 STYLE_PLAIN);
    draw_label(browser, piece, surface, row);
    if (piece->selected)
        draw_selected(piece, surface, frame, focus && is_at_home(&browser->axis, piece));
}

static void draw_lanes(const struct browser *browser, struct surface *surface,
                       const struct axis_frame *frame, bool focus)
{
    const struct axis_pane *pane = &browser->axis;
    for (size_t i = 0; i < pane->lanes.count; i++) {
        draw_name(browser, &pane->lanes.items[i], surface, frame);
        if (pane->lanes.crowded)
            draw_blocks(browser, i, surface, axis_frame_scaled(frame, frame->lanes));
    }
    for (size_t i = 0; i < pane->layout.count; i++)
        draw_piece(browser, &pane->layout.pieces[i], surface, frame, focus);
}

/* --- Below the lanes --- */

/* Says in words what is selected: titles in the lanes are often cut. */
static void draw_words(const struct browser *browser, struct surface *surface, struct area row)
{
    const struct event *event = &browser->store->events[browser_selected(browser)];
    struct buffer line = {0};
    store_date(browser->store, event->record, browser->language, &line);
    int used = surface_put(surface, row, buffer_bytes(&line), STYLE_FAINT);
    buffer_clear(&line);
    store_title(browser->store, event->record, browser->language, &line);
    surface_put(surface, area_after(row, used + 2), buffer_bytes(&line), STYLE_BOLD);
    buffer_free(&line);
}

static size_t axis_count(const struct browser *browser)
{
    return browser->answer.count;
}

static void axis_draw(struct browser *browser, struct surface *surface, struct area area,
                      bool focus)
{
    if (focus)
        surface_set_cursor(surface, area.x, area.y);
    if (browser->answer.count == 0) {
        surface_put_string(surface, area, browser_text(browser, MESSAGE_NO_EVENTS_LEFT),
                           STYLE_PLAIN);
        return;
    }
    struct axis_frame frame = axis_frame_of(area, era_rows(browser, area.height));
    axis_prepare(browser, axis_frame_scaled(&frame, frame.lanes).width, frame.lanes.height);
    axis_head_draw(browser, surface, &frame);
    draw_lanes(browser, surface, &frame, focus);
    if (frame.words.height)
        draw_words(browser, surface, frame.words);
    browser->views[VIEW_AXIS].page = 1;
}

static void press(struct browser *browser, int x, int y)
{
    struct area area = browser->views[VIEW_AXIS].area;
    struct axis_frame frame = axis_frame_of(area, era_rows(browser, area.height));
    axis_select_at(browser, x - frame.gutter, y - (frame.lanes.y - area.y));
}

static size_t axis_selected(const struct browser *browser)
{
    return browser->views[VIEW_TIMELINE].cursor;
}

static bool axis_select(struct browser *browser, size_t row)
{
    browser_go(browser, row, true);
    return true;
}

/* --- As text --- */

static void axis_head(const struct browser *browser, struct buffer *out)
{
    const struct axis_scale *scale = &browser->axis.scale;
    buffer_printf(out, "%s, %s, ", browser_text(browser, MESSAGE_AXIS),
                  browser_text(browser, axis_lanes_name(browser)));
    words_duration_rough(out, scale->first, scale->last, browser->language);
}

static void tell_span(const struct browser *browser, struct page *page)
{
    struct buffer line = {0}, from = {0}, to = {0};
    day_print(&from, browser->axis.scale.first);
    day_print(&to, browser->axis.scale.last);
    buffer_printf(&line, browser_text(browser, MESSAGE_SPAN), buffer_string(&from),
                  buffer_string(&to));
    page_add(page, buffer_bytes(&line), 0, 0, STYLE_PLAIN);
    buffer_free(&line);
    buffer_free(&from);
    buffer_free(&to);
}

static void tell_lane(const struct browser *browser, const struct axis_lane *lane,
                      struct page *page)
{
    struct buffer name = {0}, line = {0};
    add_group_name(browser, lane->group, &name);
    buffer_printf(&line, browser_text(browser, MESSAGE_AXIS_LANE), buffer_string(&name),
                  lane->inside, lane->before, lane->after);
    page_add(page, buffer_bytes(&line), 0, 2, STYLE_PLAIN);
    buffer_free(&name);
    buffer_free(&line);
}

/* The span, the lanes with their numbers, then the events in view from the selected one on, as many
 * as the lanes are rows high. */
static void axis_tell(struct browser *browser, struct page *page, bool alone)
{
    const struct axis_pane *pane = &browser->axis;
    size_t cursor = browser->views[VIEW_TIMELINE].cursor, count = browser->answer.count;
    if (count == 0) {
        page_add(page, bytes_of(browser_text(browser, MESSAGE_NO_EVENTS_LEFT)), 0, 0, STYLE_PLAIN);
        return;
    }
    if (!alone)
        tell_span(browser, page);
    for (size_t i = 0; i < pane->lanes.count && !alone; i++)
        tell_lane(browser, &pane->lanes.items[i], page);
    size_t rows = tell_count(cursor, count, pane->layout.height, alone);
    for (size_t i = cursor; i < cursor + rows; i++) {
        const struct event *event = &browser->store->events[browser->answer.events[i]];
        if (i == cursor || event_day(event) <= pane->scale.last)
            tell_event(browser, i, page);
    }
}

const struct view_ops axis_view = {
    .title = MESSAGE_AXIS,
    .room = ROOM_PANES,
    .count = axis_count,
    .draw = axis_draw,
    .press = press,
    .wheel = axis_pan,
    .head = axis_head,
    .tell = axis_tell,
    .step = axis_step,
    .selected = axis_selected,
    .select = axis_select,
};
