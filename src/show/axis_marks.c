#include "show/axis_marks.h"

#include "base/text.h"
#include "show/axis_place.h"

/* The columns of a row that marks may use. */
struct stretch {
    int y;
    int from;
    int end;
};

/* Returns the columns of `+` and a number. */
static int mark_width(size_t count)
{
    return 1 + text_digits(count);
}

/* A sign alone in the row leaves the side with more room. */
static struct stretch stretch_of(const struct axis_layout *layout, int y)
{
    const char *row = layout->used + (size_t)y * (size_t)layout->width;
    int x = 0, end = layout->width;
    while (x < end && !row[x])
        x++;
    while (end > x && !row[end - 1])
        end--;
    if (x == end)
        return (struct stretch){y, 0, layout->width};
    if (x > layout->width - end)
        return (struct stretch){y, 0, x - 1};
    return (struct stretch){y, end + 1, layout->width};
}

/* Adds what begins in a column to the mark before it, or makes a new one where that has ended. The
 * place of a mark is the column of its first event. */
static void add_column(struct axis_layout *layout, size_t start, const struct stretch *stretch,
                       int column, size_t count)
{
    struct axis_piece *top = layout->count > start ? &layout->pieces[layout->count - 1] : NULL;
    int x = column < stretch->from ? stretch->from : column;
    if (top && x < top->x + mark_width(top->count) + 1) {
        top->count += count;
        return;
    }
    axis_add_piece(
        layout,
        (struct axis_piece){
            .kind = AXIS_MARK, .y = stretch->y, .x = x, .count = count, .place = (size_t)column});
}

/* Keeps marks before the end: the last one is moved to the left and, where there is no room either,
 * joins the one before it. */
static void settle(struct axis_layout *layout, size_t start, const struct stretch *stretch)
{
    while (layout->count > start) {
        struct axis_piece *mark = &layout->pieces[layout->count - 1];
        struct axis_piece *before = layout->count - 1 > start ? mark - 1 : NULL;
        int most = stretch->end - mark_width(mark->count);
        mark->x = mark->x < most ? mark->x : most;
        if (!before || mark->x > before->x + mark_width(before->count)) {
            mark->x = mark->x > stretch->from ? mark->x : stretch->from;
            break;
        }
        before->count += mark->count;
        layout->count--;
    }
    for (size_t i = start; i < layout->count; i++) {
        struct axis_piece *mark = &layout->pieces[i];
        mark->end = mark->label_x = mark->label_end = mark->x + mark_width(mark->count);
    }
}

/* Shows events that are alone as what they are. */
static void show_lone(struct axis_layout *layout, const struct axis_scene *scene, size_t start,
                      const struct stretch *stretch, const size_t *lone)
{
    int from = stretch->from;
    for (size_t i = start; i < layout->count; i++) {
        struct axis_piece *mark = &layout->pieces[i];
        int end = i + 1 < layout->count ? mark[1].x - 1 : stretch->end;
        if (mark->count == 1)
            axis_place_between(layout, scene, mark, lone[mark->place], from, end);
        from = (mark->label_end > mark->end ? mark->label_end : mark->end) + 1;
    }
}

void axis_place_marks(struct axis_layout *layout, const struct axis_scene *scene, int y,
                      const size_t *counts, const size_t *lone)
{
    struct stretch stretch = stretch_of(layout, y);
    size_t start = layout->count;
    for (int column = 0; column < layout->width; column++)
        if (counts[column])
            add_column(layout, start, &stretch, column, counts[column]);
    settle(layout, start, &stretch);
    if (lone)
        show_lone(layout, scene, start, &stretch, lone);
    for (size_t i = start; i < layout->count; i++)
        axis_take_piece(layout, &layout->pieces[i]);
}
