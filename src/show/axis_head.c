#include "show/axis_head.h"

#include "show/axis_eras.h"
#include "show/axis_ticks.h"
#include "time/words.h"

#define EDGE 6 /* columns kept at the right for how many events lie beyond */

static void draw_era(const struct browser *browser, const struct axis_era *era,
                     struct surface *surface, struct area area)
{
    struct record record = browser->store->lists[RECORD_ERA].items[era->number];
    struct buffer title = {0};
    struct area row = area_row(area, era->row);
    int end = era->end - era->x > 2 ? era->end - 1 : era->end; /* neighbours stand apart */
    axis_repeat(surface, row, era->x, end, "░", STYLE_FAINT);
    store_title(browser->store, record, browser->language, &title);
    if (end - era->x > 4)
        axis_put(surface, row, era->x + 1, end - 1, buffer_bytes(&title), STYLE_PLAIN);
    buffer_free(&title);
}

static void draw_eras(const struct browser *browser, struct surface *surface,
                      const struct axis_frame *frame)
{
    struct axis_eras eras;
    struct buffer missing = {0};
    axis_eras_fill(&eras, browser->store, &browser->axis.scale, frame->eras.height);
    for (size_t i = 0; i < eras.count; i++)
        draw_era(browser, &eras.items[i], surface, axis_frame_scaled(frame, frame->eras));
    struct area gutter = area_row(frame->eras, frame->eras.height - 1);
    gutter.width = frame->gutter - 1;
    buffer_printf(&missing, "+%zu", eras.missing);
    if (eras.missing)
        surface_put_right(surface, gutter, buffer_bytes(&missing), STYLE_FAINT);
    buffer_free(&missing);
}

/* How many events lie to the left of the view and to its right. */
static void draw_edges(const struct browser *browser, struct surface *surface,
                       const struct axis_frame *frame)
{
    const struct axis_lane *all = &browser->axis.lanes.all;
    struct buffer before = {0}, after = {0};
    struct area gutter = frame->labels;
    gutter.width = frame->gutter - 1;
    buffer_printf(&before, "‹%zu", all->before);
    buffer_printf(&after, "%zu›", all->after);
    if (all->before)
        surface_put_right(surface, gutter, buffer_bytes(&before), STYLE_PLAIN);
    if (all->after)
        surface_put_right(surface, frame->labels, buffer_bytes(&after), STYLE_PLAIN);
    buffer_free(&before);
    buffer_free(&after);
}

static void draw_breaks(const struct browser *browser, struct surface *surface, struct area rule)
{
    const struct axis_scale *scale = &browser->axis.scale;
    int32_t from, to;
    int x, end;
    for (int column = 0; column < scale->width; column++) {
        struct buffer length = {0};
        if (!axis_scale_break(scale, column, &from, &to, &x, &end))
            continue;
        end = end < scale->width ? end : scale->width;
        axis_repeat(surface, rule, x, end, " ", STYLE_PLAIN);
        buffer_add_char(&length, '/');
        words_duration_rough(&length, from, to - 1, browser->language);
        buffer_add_char(&length, '/');
        axis_put(surface, rule, x, end, buffer_bytes(&length), STYLE_PLAIN);
        buffer_free(&length);
        column = end - 1;
    }
}

static void draw_rule(const struct browser *browser, struct surface *surface,
                      const struct axis_frame *frame)
{
    const struct axis_scale *scale = &browser->axis.scale;
    struct axis_ticks ticks = {.count = 0};
    struct area labels = axis_frame_scaled(frame, frame->labels),
                rule = axis_frame_scaled(frame, frame->rule);
    int end = browser->axis.lanes.all.after ? scale->width - EDGE : scale->width;
    axis_ticks_fill(&ticks, scale, end, browser->language);
    axis_repeat(surface, rule, 0, scale->width, "─", STYLE_FAINT);
    for (size_t i = 0; i < ticks.count; i++) {
        const struct axis_tick *tick = &ticks.items[i];
        struct bytes label = {ticks.labels.data + tick->label.at, tick->label.size};
        axis_put(surface, labels, tick->x, scale->width, label, STYLE_BOLD);
        if (!tick->resumes)
            axis_put(surface, rule, tick->x, tick->x + 1, BYTES("┴"), STYLE_FAINT);
    }
    draw_breaks(browser, surface, rule);
    buffer_free(&ticks.labels);
}

/* Writes into the gutter beside the rule how much time is in view. */
static void draw_length(const struct browser *browser, struct surface *surface,
                        const struct axis_frame *frame)
{
    const struct axis_scale *scale = &browser->axis.scale;
    struct buffer length = {0};
    struct area gutter = frame->rule;
    gutter.width = frame->gutter - 1;
    words_duration_rough(&length, scale->first, scale->last, browser->language);
    surface_put_right(surface, gutter, buffer_bytes(&length), STYLE_FAINT);
    buffer_free(&length);
}

void axis_head_draw(const struct browser *browser, struct surface *surface,
                    const struct axis_frame *frame)
{
    if (frame->eras.height)
        draw_eras(browser, surface, frame);
    if (frame->labels.height == 0)
        return;
    draw_rule(browser, surface, frame);
    draw_edges(browser, surface, frame);
    draw_length(browser, surface, frame);
}
