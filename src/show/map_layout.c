#include "show/map_layout.h"

#define WORDS_WIDTH 30 /* beside the map */
#define WORDS_ROWS  2  /* below it */
#define GAP         2
#define INSET_WIDTH 11
#define RULE        2    /* columns for the rule of the inset, a free one before it */
#define BOUNDLESS   1000 /* columns, where only the rows are to count */

/* All land in one picture may cost this much of the scale before far islands go into an inset. */
#define IN_PLACE_SHARE 0.8

/* The cosine of an angle from -90 to 90 degrees, to six digits (its power series). */
static double cosine(double degrees)
{
    double angle = degrees * 3.14159265358979 / 180, term = 1, sum = 1;
    for (int i = 1; i <= 7; i++) {
        term *= -angle * angle / (2 * i - 1) / (2 * i);
        sum += term;
    }
    return sum;
}

double map_squash(const struct outlines *outlines)
{
    const struct extent *land = &outlines->mainland;
    double middle = ((double)land->low.north + land->high.north) / 2 / DEGREE;
    double squash = cosine(middle);
    return squash > 0.05 ? squash : 0.05;
}

/* --- Scales --- */

static double degrees_wide(const struct extent *extent)
{
    return (double)(extent->high.east - (double)extent->low.east) / DEGREE;
}

static double degrees_tall(const struct extent *extent)
{
    return (double)(extent->high.north - (double)extent->low.north) / DEGREE;
}

/* Returns the rate at which `extent` fits into so many cells, a dot left free at each side. */
static double rate_for(const struct extent *extent, double squash, int columns, int rows)
{
    double across = (columns * CELL_DOTS_WIDE - 2) / (degrees_wide(extent) * squash + 1e-6);
    double down = (rows * CELL_DOTS_TALL - 2) / (degrees_tall(extent) + 1e-6);
    return across < down ? across : down;
}

/* Returns the cells that `dots` dots need, those that are left free included. */
static int cells_for(double dots, int a_cell)
{
    return (int)((dots + 2) / a_cell) + 1;
}

/* Makes a window of so many cells with `extent` in the middle. */
static struct map_window window_around(const struct extent *extent, double rate, double squash,
                                       int columns, int rows)
{
    double east = ((double)extent->low.east + extent->high.east) / 2 / DEGREE;
    double north = ((double)extent->low.north + extent->high.north) / 2 / DEGREE;
    return (struct map_window){.columns = columns,
                               .rows = rows,
                               .west = east - columns * CELL_DOTS_WIDE / 2.0 / rate / squash,
                               .north = north + rows * CELL_DOTS_TALL / 2.0 / rate,
                               .rate = rate,
                               .squash = squash};
}

/* Returns `edge` so that `size` degrees from it on lie between `low` and `high`, or those in the
 * middle of them. */
static double keep_between(double edge, double size, double low, double high)
{
    if (size >= high - low)
        return (low + high - size) / 2;
    edge = edge < low ? low : edge;
    return edge + size > high ? high - size : edge;
}

/* Moves a window so that it shows land and not the sea around it. */
static void keep_on_land(struct map_window *window, const struct extent *land)
{
    double wide = window->columns * CELL_DOTS_WIDE / window->rate / window->squash;
    double tall = window->rows * CELL_DOTS_TALL / window->rate;
    double side = 4 / window->rate;
    double south = window->north - tall;
    window->west = keep_between(window->west, wide, (double)land->low.east / DEGREE - side,
                                (double)land->high.east / DEGREE + side);
    south = keep_between(south, tall, (double)land->low.north / DEGREE - side,
                         (double)land->high.north / DEGREE + side);
    window->north = south + tall;
}

/* --- The inset --- */

static void lay_inset(struct map_layout *layout, const struct outlines *outlines, double squash)
{
    const struct extent *extent = &outlines->islands;
    int rows = layout->map.height / 2;
    double rate = rate_for(extent, squash, INSET_WIDTH, rows);
    int needed = cells_for(degrees_tall(extent) * rate, CELL_DOTS_TALL);
    rows = needed < rows ? needed : rows;
    layout->inset_window = window_around(extent, rate, squash, INSET_WIDTH, rows);
    layout->inset = (struct area){layout->map.x + layout->map.width - INSET_WIDTH,
                                  layout->map.y + layout->map.height - rows, INSET_WIDTH, rows};
}

/* Counts the cells with land under the inset and its rule, were it to begin in row `y`. */
static size_t land_under(const struct map_layout *layout, const struct map_raster *raster, int y)
{
    size_t land = 0;
    int x = layout->inset.x - layout->map.x, columns = raster->window.columns;
    for (int row = y; row < y + layout->inset.height; row++)
        for (int column = x - RULE; column < x + layout->inset.width; column++)
            land += raster->owners[row * columns + column] != UNIT_NONE;
    return land;
}

void map_layout_place_inset(struct map_layout *layout, const struct map_raster *raster)
{
    int last = layout->map.height - layout->inset.height, best = last;
    if (layout->inset.width == 0 || raster->window.columns < layout->map.width)
        return;
    for (int y = last - 1; y >= 0; y--)
        if (land_under(layout, raster, y) < land_under(layout, raster, best))
            best = y;
    layout->inset.y = layout->map.y + best;
}

/* --- All of it --- */

/* Puts the words beside the map where both have room for the whole land, else below it. */
static void lay_words(struct map_layout *layout, const struct outlines *outlines, struct area area,
                      double squash)
{
    int beside = area.width - WORDS_WIDTH - GAP;
    double rate = rate_for(&outlines->whole, squash, BOUNDLESS, area.height);
    int needed = cells_for(degrees_wide(&outlines->whole) * squash * rate, CELL_DOTS_WIDE);
    layout->map = layout->words = area;
    layout->words_beside = beside >= needed;
    if (layout->words_beside) {
        layout->map.width = beside;
        layout->words = area_after(area, beside + GAP);
    } else {
        layout->map.height = area.height - WORDS_ROWS;
        layout->words.y = area.y + layout->map.height;
        layout->words.height = WORDS_ROWS;
    }
}

static void lay_whole(struct map_layout *layout, const struct outlines *outlines, double squash)
{
    struct area map = layout->map;
    double place = rate_for(&outlines->whole, squash, map.width, map.height);
    double alone = rate_for(&outlines->mainland, squash, map.width, map.height);
    if (!outlines->has_islands || place >= alone * IN_PLACE_SHARE) {
        layout->window = window_around(&outlines->whole, place, squash, map.width, map.height);
        return;
    }
    lay_inset(layout, outlines, squash);
    layout->window = window_around(&outlines->mainland, alone, squash, map.width, map.height);
    layout->window.west = (double)outlines->mainland.low.east / DEGREE - 1 / alone / squash;
    layout->window.no_islands = true;
}

struct map_layout map_layout_of(const struct outlines *outlines, struct area area, int zoom,
                                struct location middle)
{
    struct map_layout layout = {0};
    struct extent point = {middle, middle};
    double squash = map_squash(outlines);
    lay_words(&layout, outlines, area, squash);
    lay_whole(&layout, outlines, squash);
    if (zoom == 0)
        return layout;
    int columns = layout.map.width;
    double rate = layout.window.rate * (1 << zoom);
    if (outlines->has_islands) {
        lay_inset(&layout, outlines, squash);
        columns -= INSET_WIDTH + RULE;
    }
    layout.window = window_around(&point, rate, squash, columns, layout.map.height);
    keep_on_land(&layout.window, &outlines->mainland);
    layout.window.no_islands = layout.inset.width > 0;
    return layout;
}
