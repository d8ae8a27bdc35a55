#include "show/map_pane.h"

void map_pane_free(struct map_pane *pane)
{
    outlines_close(&pane->outlines);
    question_free(&pane->chosen);
    tally_free(&pane->tally);
    map_raster_free(&pane->raster);
    map_raster_free(&pane->inset);
    *pane = (struct map_pane){0};
}

bool map_pane_read(struct map_pane *pane, const struct store *store)
{
    if (!pane->was_read) {
        question_init(&pane->chosen);
        pane->unit = UNIT_NONE;
        outlines_open(&pane->outlines, store);
    }
    pane->was_read = true;
    return pane->outlines.unit_count > 0;
}

void map_pane_count(struct map_pane *pane, const struct store *store,
                    const struct question *question)
{
    if (pane->is_counted)
        return;
    tally_fill(&pane->tally, store, question);
    pane->is_counted = true;
    pane->peak = 0;
    for (size_t i = 0; i < pane->outlines.unit_count; i++) {
        size_t count = pane->tally.left[pane->outlines.units[i].unit];
        pane->peak = count > pane->peak ? count : pane->peak;
    }
}

size_t map_shade_from(const struct map_pane *pane, int shade)
{
    size_t from = (size_t)shade, goal = shade == 3 ? pane->peak * pane->peak : pane->peak;
    while (shade > 1 && from * from * from < goal)
        from++;
    return from;
}

int map_shade(const struct map_pane *pane, size_t count)
{
    int shade = MAP_SHADES - 1;
    while (shade > 0 && count < map_shade_from(pane, shade))
        shade--;
    return shade;
}

/* Says whether a place is shown, and not in the outermost cells. */
static bool is_in_sight(const struct map_window *window, struct location at)
{
    int x, y;
    map_window_dot(window, at, &x, &y);
    return x >= CELL_DOTS_WIDE && x < (window->columns - 1) * CELL_DOTS_WIDE &&
           y >= CELL_DOTS_TALL && y < (window->rows - 1) * CELL_DOTS_TALL;
}

void map_pane_lay(struct map_pane *pane, struct area area)
{
    const struct outlines *outlines = &pane->outlines;
    const struct location *at = outlines_place(outlines, pane->unit);
    pane->layout = map_layout_of(outlines, area, pane->zoom, pane->middle);
    if (at && pane->zoom && !is_in_sight(&pane->layout.window, *at)) {
        pane->middle = *at;
        pane->layout = map_layout_of(outlines, area, pane->zoom, pane->middle);
    }
    if (!map_window_equals(&pane->raster.window, &pane->layout.window)) {
        map_raster_fill(&pane->raster, outlines, &pane->layout.window);
        pane->filled++;
    }
    if (pane->layout.inset.width == 0)
        return;
    map_layout_place_inset(&pane->layout, &pane->raster);
    if (!map_window_equals(&pane->inset.window, &pane->layout.inset_window)) {
        map_raster_fill(&pane->inset, outlines, &pane->layout.inset_window);
        pane->filled++;
    }
}
