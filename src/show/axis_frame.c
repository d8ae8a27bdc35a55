#include "show/axis_frame.h"

#define ROWS_WORDS 6 /* of the pane, from which on one is for words */

/* Takes `rows` rows off the top of `left`. */
static struct area cut_top(struct area *left, int rows)
{
    struct area top = {left->x, left->y, left->width, rows < left->height ? rows : left->height};
    left->y += top.height;
    left->height -= top.height;
    return top;
}

/* The names of lanes get about a fifth of the pane. */
static int gutter_width(int width)
{
    return width >= 100 ? 20 : width >= 60 ? 15 : 11;
}

struct axis_frame axis_frame_of(struct area area, int eras)
{
    struct axis_frame frame = {.gutter = gutter_width(area.width)};
    bool words = area.height >= ROWS_WORDS;
    frame.words = (struct area){area.x, area.y + area.height - 1, area.width, words};
    area.height -= words;
    frame.eras = cut_top(&area, eras);
    frame.labels = cut_top(&area, area.height > 2 ? 1 : 0);
    frame.rule = cut_top(&area, area.height > 1 ? 1 : 0);
    frame.lanes = area;
    return frame;
}

struct area axis_frame_scaled(const struct axis_frame *frame, struct area row)
{
    return area_after(row, frame->gutter);
}

void axis_put(struct surface *surface, struct area area, int x, int end, struct bytes text,
              unsigned style)
{
    struct area place = area_after(area, x);
    place.width = end - x < place.width ? end - x : place.width;
    surface_put(surface, place, text, style);
}

void axis_repeat(struct surface *surface, struct area area, int x, int end, const char *sign,
                 unsigned style)
{
    struct buffer line = {0};
    end = end < area.width ? end : area.width; /* or the last sign would be an ellipsis */
    for (int i = x; i < end; i++)
        buffer_add_string(&line, sign);
    axis_put(surface, area, x, end, buffer_bytes(&line), style);
    buffer_free(&line);
}
