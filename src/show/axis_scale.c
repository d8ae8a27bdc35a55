#include "show/axis_scale.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/memory.h"

#define BEYOND     1000000 /* columns: farther than any view */
#define SMALL      1e-6    /* columns: what adding up parts of columns may lose */
#define BISECTIONS 48

void axis_scale_free(struct axis_scale *scale)
{
    free(scale->segments);
    *scale = (struct axis_scale){0};
}

/* Rounds down, and up; without a library for it. */
static int64_t floor_of(double number)
{
    int64_t whole = (int64_t)number;
    return whole - ((double)whole > number);
}

static int64_t ceiling_of(double number)
{
    return -floor_of(-number);
}

static int64_t span(const struct axis_index *index)
{
    return (int64_t)index->last - index->first + 1;
}

static int32_t gap_days(const struct axis_gap *gap)
{
    return gap->to - gap->from;
}

/* Returns the number of days from which on a gap is squeezed. */
static int32_t long_gap(double rate)
{
    double days = AXIS_BREAK / rate + 1;
    return days < INT32_MAX ? (int32_t)days : INT32_MAX;
}

static bool gap_is_before(const void *gaps, int64_t number, int64_t day)
{
    return ((const struct axis_gap *)gaps)[number].from < day;
}

/* Returns the number of the first gap that begins on `day` or later. */
static size_t gap_from(const struct axis_index *index, int64_t day)
{
    return (size_t)bisect(0, (int64_t)index->gap_count, gap_is_before, index->gaps, day);
}

/* Returns how many columns lie from the beginning of `day` to the end of the span, or `most`. */
static double columns_after(const struct axis_index *index, int64_t day, double rate, bool squeeze,
                            double most)
{
    double columns = (double)((int64_t)index->last + 1 - day) * rate, saved = 0;
    size_t i = gap_from(index, day);
    while (squeeze) {
        i = axis_tree_next(&index->gap_days, i, long_gap(rate));
        if (i == AXIS_TREE_NONE)
            break;
        const struct axis_gap *gap = &index->gaps[i++];
        if ((double)(gap->from - day) * rate - saved >= most)
            break;
        saved += gap_days(gap) * rate - AXIS_BREAK;
    }
    return columns - saved < most ? columns - saved : most;
}

/* Goes back from the beginning of `day` by `columns`, or to the beginning of the span. Returns the
 * columns gone and in `*edge` the time come to. */
static double go_back(const struct axis_index *index, int64_t day, double rate, bool squeeze,
                      double columns, double *edge)
{
    double gone = 0, at = (double)day;
    size_t i = gap_from(index, day);
    while (squeeze && i > 0) {
        i = axis_tree_previous(&index->gap_days, i - 1, long_gap(rate));
        if (i == AXIS_TREE_NONE || gone + (at - index->gaps[i].to) * rate >= columns)
            break;
        const struct axis_gap *gap = &index->gaps[i];
        gone += (at - gap->to) * rate;
        if (gone + AXIS_BREAK >= columns) {
            *edge = gap->to - (columns - gone) / AXIS_BREAK * gap_days(gap);
            return columns;
        }
        gone += AXIS_BREAK;
        at = gap->from;
    }
    double left = (at - index->first) * rate;
    if (gone + left > columns)
        left = columns - gone;
    *edge = at - left / rate;
    return gone + left;
}

static void add(struct axis_scale *scale, double day, double column, double rate, bool is_break)
{
    scale->segments =
        memory_grow(scale->segments, scale->count, &scale->room, sizeof *scale->segments);
    scale->segments[scale->count++] = (struct axis_segment){day, column, rate, is_break};
}

/* Adds the segments from `edge`, the time at the left of the view, to the right of it. */
static void add_segments(struct axis_scale *scale, const struct axis_index *index, double edge,
                         bool squeeze)
{
    double at = edge, column = 0;
    size_t i = gap_from(index, ceiling_of(edge - SMALL));
    if (squeeze && i > 0 && index->gaps[i - 1].to > edge &&
        gap_days(&index->gaps[i - 1]) >= long_gap(scale->rate)) {
        const struct axis_gap *gap = &index->gaps[i - 1]; /* the view begins in a break */
        double rate = (double)AXIS_BREAK / gap_days(gap);
        add(scale, edge, 0, rate, true);
        column = (gap->to - edge) * rate;
        at = gap->to;
    }
    add(scale, at, column, scale->rate, false);
    while (squeeze) {
        i = axis_tree_next(&index->gap_days, i, long_gap(scale->rate));
        if (i == AXIS_TREE_NONE)
            return;
        const struct axis_gap *gap = &index->gaps[i++];
        column += (gap->from - at) * scale->rate;
        if (column >= scale->width)
            return;
        add(scale, gap->from, column, (double)AXIS_BREAK / gap_days(gap), true);
        column += AXIS_BREAK;
        at = gap->to;
        add(scale, at, column, scale->rate, false);
    }
}

/* Returns a rate at which the span fills the view, and no day is wider than it. */
static double settle_rate(const struct axis_index *index, const struct axis_window *window)
{
    double most = window->width, least = most / (double)span(index);
    double rate = window->rate > least ? window->rate : least;
    rate = rate < most ? rate : most;
    if (!window->squeeze)
        return rate;
    if (columns_after(index, index->first, rate, true, window->width) >= window->width - SMALL)
        return rate;
    for (int i = 0; i < BISECTIONS; i++) {
        double middle = (rate + most) / 2;
        bool fills = columns_after(index, index->first, middle, true, window->width) >=
                     window->width - SMALL;
        rate = fills ? rate : middle;
        most = fills ? middle : most;
    }
    return most;
}

/* Returns where the day asked for stands, so that the view ends where the span does and a day that
 * fits is whole. */
static double settle_column(const struct axis_index *index, const struct axis_window *window,
                            double rate)
{
    double edge, width = window->width, column = window->column;
    double after = columns_after(index, window->day, rate, window->squeeze, width);
    double whole = rate < width ? width - rate : 0;
    column = column < whole ? column : whole;
    column = column > width - after ? column : width - after;
    column = column > 0 ? column : 0;
    return go_back(index, window->day, rate, window->squeeze, column, &edge);
}

void axis_scale_fill(struct axis_scale *scale, const struct axis_index *index,
                     const struct axis_window *window)
{
    double edge;
    scale->count = 0;
    scale->width = window->width;
    scale->rate = settle_rate(index, window);
    scale->column = settle_column(index, window, scale->rate);
    go_back(index, window->day, scale->rate, window->squeeze, scale->column, &edge);
    add_segments(scale, index, edge, window->squeeze);
    scale->first = index->first;
    scale->last = index->last;
    int32_t first = axis_scale_day(scale, 0), last = axis_scale_day(scale, scale->width) - 1;
    scale->first = first;
    scale->last = last > first ? last : first;
}

static bool segment_has_begun(const void *segments, int64_t number, int64_t day)
{
    return ((const struct axis_segment *)segments)[number].day <= (double)day;
}

/* Returns the last segment that begins at or before `day`, or the first one. */
static const struct axis_segment *segment_of(const struct axis_scale *scale, int64_t day)
{
    int64_t next = bisect(1, (int64_t)scale->count, segment_has_begun, scale->segments, day);
    return &scale->segments[next - 1];
}

int axis_scale_column(const struct axis_scale *scale, int64_t day)
{
    const struct axis_segment *segment = segment_of(scale, day);
    double column = segment->column + ((double)day - segment->day) * segment->rate + SMALL;
    column = column > -BEYOND ? column : -BEYOND;
    return (int)floor_of(column < BEYOND ? column : BEYOND);
}

static bool day_is_before(const void *scale, int64_t day, int64_t column)
{
    return axis_scale_column(scale, day) < column;
}

int32_t axis_scale_day(const struct axis_scale *scale, int column)
{
    return (int32_t)bisect(scale->first, (int64_t)scale->last + 1, day_is_before, scale, column);
}

bool axis_scale_break(const struct axis_scale *scale, int column, int32_t *from, int32_t *to,
                      int *x, int *end)
{
    for (size_t i = 0; i + 1 < scale->count; i++) {
        const struct axis_segment *segment = &scale->segments[i];
        if (!segment->is_break)
            continue;
        *x = (int)floor_of(segment->column + SMALL);
        *end = (int)floor_of(segment[1].column + SMALL);
        *from = (int32_t)ceiling_of(segment->day - SMALL);
        *to = (int32_t)segment[1].day;
        if (column >= *x && column < *end)
            return true;
    }
    return false;
}
