#include "show/map_raster.h"

#include <stdlib.h>

#include "base/memory.h"

/* Units of fewer dots than this, on average, have no room for borders. */
#define BORDER_DOTS 50

void map_raster_free(struct map_raster *raster)
{
    free(raster->units);
    free(raster->edges);
    free(raster->owners);
    free(raster->places);
    *raster = (struct map_raster){0};
}

bool map_window_equals(const struct map_window *a, const struct map_window *b)
{
    return a->columns == b->columns && a->rows == b->rows && a->west == b->west &&
           a->north == b->north && a->rate == b->rate && a->squash == b->squash &&
           a->no_islands == b->no_islands;
}

static double dot_x(const struct map_window *window, double east)
{
    return (east / DEGREE - window->west) * window->squash * window->rate;
}

static double dot_y(const struct map_window *window, double north)
{
    return (window->north - north / DEGREE) * window->rate;
}

/* Rounds down. */
static int whole(double number)
{
    int towards_zero = (int)number;
    return number < towards_zero ? towards_zero - 1 : towards_zero;
}

void map_window_dot(const struct map_window *window, struct location at, int *x, int *y)
{
    *x = whole(dot_x(window, at.east));
    *y = whole(dot_y(window, at.north));
}

static bool is_inside(const struct map_raster *raster, int x, int y)
{
    return x >= 0 && x < raster->width && y >= 0 && y < raster->height;
}

static uint32_t *dot_at(const struct map_raster *raster, int x, int y)
{
    return &raster->units[y * raster->width + x];
}

/* --- Land --- */

struct crossings {
    double *at;
    size_t count;
    size_t room;
};

static int compare_crossings(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

/* Finds where the border of a ring crosses the middle of a row of dots, from left to right. */
static void cross(struct crossings *crossings, const struct map_window *window,
                  const struct location *points, uint32_t count, int row)
{
    double middle = row + 0.5;
    crossings->count = 0;
    for (uint32_t i = 0; i + 1 < count; i++) {
        double y = dot_y(window, points[i].north), next_y = dot_y(window, points[i + 1].north);
        if ((y <= middle) == (next_y <= middle))
            continue;
        double x = dot_x(window, points[i].east), next_x = dot_x(window, points[i + 1].east);
        crossings->at =
            memory_grow(crossings->at, crossings->count, &crossings->room, sizeof *crossings->at);
        crossings->at[crossings->count++] = x + (middle - y) / (next_y - y) * (next_x - x);
    }
    if (crossings->count)
        qsort(crossings->at, crossings->count, sizeof *crossings->at, compare_crossings);
}

/* Gives a unit the dots of a row whose middles lie between two crossings. */
static size_t fill_between(struct map_raster *raster, uint32_t unit, int row, double from,
                           double to)
{
    int first = whole(from + 0.5), end = whole(to + 0.5);
    first = first < 0 ? 0 : first;
    end = end > raster->width ? raster->width : end;
    for (int x = first; x < end; x++)
        *dot_at(raster, x, row) = unit;
    return end > first ? (size_t)(end - first) : 0;
}

/* A ring too small for any dot gets the one that it lies in, if that is sea. */
static void mark_ring(struct map_raster *raster, const struct ring *ring)
{
    struct location middle = {ring->extent.low.east / 2 + ring->extent.high.east / 2,
                              ring->extent.low.north / 2 + ring->extent.high.north / 2};
    int x, y;
    map_window_dot(&raster->window, middle, &x, &y);
    if (is_inside(raster, x, y) && *dot_at(raster, x, y) == UNIT_NONE)
        *dot_at(raster, x, y) = ring->unit;
}

static void fill_ring(struct map_raster *raster, const struct outlines *outlines,
                      const struct ring *ring, struct crossings *crossings)
{
    int left, right, top, bottom;
    size_t filled = 0;
    map_window_dot(&raster->window, ring->extent.low, &left, &bottom);
    map_window_dot(&raster->window, ring->extent.high, &right, &top);
    if (right < 0 || left >= raster->width)
        return;
    top = top < 0 ? 0 : top;
    bottom = bottom >= raster->height ? raster->height - 1 : bottom;
    for (int row = top; row <= bottom; row++) {
        cross(crossings, &raster->window, outlines->points + ring->at, ring->count, row);
        for (size_t i = 0; i + 1 < crossings->count; i += 2)
            filled += fill_between(raster, ring->unit, row, crossings->at[i], crossings->at[i + 1]);
    }
    if (filled == 0)
        mark_ring(raster, ring);
}

/* --- What stands for units --- */

/* Says whether a dot may stand for one more unit. */
static bool is_free(const struct map_raster *raster, int x, int y)
{
    return is_inside(raster, x, y) && !raster->edges[y * raster->width + x];
}

/* Finds the nearest free dot, looking around in growing squares; -1 when there is none. */
static int nearest_free(const struct map_raster *raster, int x, int y)
{
    int most = raster->width > raster->height ? raster->width : raster->height;
    for (int reach = 0; reach <= most; reach++)
        for (int dy = -reach; dy <= reach; dy++) {
            bool is_end = dy == -reach || dy == reach;
            for (int dx = -reach; dx <= reach; dx += is_end || reach == 0 ? 1 : 2 * reach)
                if (is_free(raster, x + dx, y + dy))
                    return (y + dy) * raster->width + x + dx;
        }
    return -1;
}

/* While this goes on the edges are the dots that stand for units, and no others. */
static void place_units(struct map_raster *raster, const struct outlines *outlines)
{
    for (size_t i = 0; i < outlines->unit_count; i++) {
        const struct outline_unit *unit = &outlines->units[i];
        int x, y;
        map_window_dot(&raster->window, unit->at, &x, &y);
        raster->places[i] = is_inside(raster, x, y) ? nearest_free(raster, x, y) : -1;
        if (raster->places[i] < 0)
            continue;
        raster->units[raster->places[i]] = unit->unit;
        raster->edges[raster->places[i]] = true;
    }
}

int map_raster_place(const struct map_raster *raster, const struct outlines *outlines,
                     uint32_t unit)
{
    for (size_t i = 0; i < raster->place_count; i++)
        if (outlines->units[i].unit == unit)
            return raster->places[i];
    return -1;
}

/* --- Edges and owners --- */

/* Says whether a neighbour of the dot is sea or, with `borders`, another unit's. Of two neighbours
 * only the one at the left or above has the border. Beyond the window nothing is known. */
static bool is_edge(const struct map_raster *raster, int x, int y, bool borders)
{
    static const int steps[][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    uint32_t unit = *dot_at(raster, x, y);
    if (unit == UNIT_NONE)
        return false;
    for (int i = 0; i < 4; i++) {
        int to_x = x + steps[i][0], to_y = y + steps[i][1];
        if (!is_inside(raster, to_x, to_y))
            continue;
        uint32_t other = *dot_at(raster, to_x, to_y);
        if (other == UNIT_NONE || (borders && i < 2 && other != unit))
            return true;
    }
    return false;
}

static void find_edges(struct map_raster *raster)
{
    size_t land = 0, units = 0;
    for (int i = 0; i < raster->width * raster->height; i++)
        land += raster->units[i] != UNIT_NONE;
    for (size_t i = 0; i < raster->place_count; i++)
        units += raster->places[i] >= 0;
    bool borders = land >= units * BORDER_DOTS;
    for (int y = 0; y < raster->height; y++)
        for (int x = 0; x < raster->width; x++)
            if (is_edge(raster, x, y, borders))
                raster->edges[y * raster->width + x] = true;
}

static uint32_t owner_of(const struct map_raster *raster, int column, int row)
{
    uint32_t owner = UNIT_NONE;
    int most = 0;
    for (int i = 0; i < CELL_DOTS_WIDE * CELL_DOTS_TALL; i++) {
        int x = column * CELL_DOTS_WIDE, y = row * CELL_DOTS_TALL, count = 0;
        uint32_t unit = *dot_at(raster, x + i % CELL_DOTS_WIDE, y + i / CELL_DOTS_WIDE);
        for (int j = 0; j < CELL_DOTS_WIDE * CELL_DOTS_TALL; j++)
            count += *dot_at(raster, x + j % CELL_DOTS_WIDE, y + j / CELL_DOTS_WIDE) == unit;
        if (unit != UNIT_NONE && count > most) {
            most = count;
            owner = unit;
        }
    }
    return owner;
}

static void begin(struct map_raster *raster, const struct outlines *outlines,
                  const struct map_window *window)
{
    map_raster_free(raster);
    size_t cells = (size_t)window->columns * (size_t)window->rows;
    size_t dots = cells * CELL_DOTS_WIDE * CELL_DOTS_TALL;
    raster->window = *window;
    raster->width = window->columns * CELL_DOTS_WIDE;
    raster->height = window->rows * CELL_DOTS_TALL;
    raster->units = memory_new(dots, sizeof *raster->units);
    raster->edges = memory_new(dots, sizeof *raster->edges);
    raster->owners = memory_new(cells, sizeof *raster->owners);
    raster->places = memory_new(outlines->unit_count, sizeof *raster->places);
    raster->place_count = outlines->unit_count;
    for (size_t i = 0; i < dots; i++)
        raster->units[i] = UNIT_NONE;
}

void map_raster_fill(struct map_raster *raster, const struct outlines *outlines,
                     const struct map_window *window)
{
    struct crossings crossings = {0};
    begin(raster, outlines, window);
    for (size_t i = 0; i < outlines->count; i++)
        if (!outlines->rings[i].is_far || !window->no_islands)
            fill_ring(raster, outlines, &outlines->rings[i], &crossings);
    free(crossings.at);
    place_units(raster, outlines);
    find_edges(raster);
    for (int row = 0; row < window->rows; row++)
        for (int column = 0; column < window->columns; column++)
            raster->owners[row * window->columns + column] = owner_of(raster, column, row);
}
