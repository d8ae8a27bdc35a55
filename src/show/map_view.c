#include "show/map_command.h"
#include "show/map_dots.h"
#include "show/map_words.h"

/* The map: provinces by how many events they have, those of the selected event lit. */

/* There are no rows. */
static size_t map_count(const struct browser *browser)
{
    (void)browser;
    return 0;
}

/* Writes the labels that lie in a window, kept inside it. */
static void draw_labels(const struct browser *browser, const struct map_window *window,
                        struct surface *surface, struct area area)
{
    const struct outlines *outlines = &browser->map.outlines;
    struct buffer name = {0};
    for (size_t i = 0; i < outlines->label_count; i++) {
        int x, y;
        map_window_dot(window, outlines->labels[i].at, &x, &y);
        x /= CELL_DOTS_WIDE;
        y /= CELL_DOTS_TALL;
        if (outlines->labels[i].language != browser->language || x < 0 || y < 0 ||
            x >= window->columns || y >= window->rows)
            continue;
        buffer_clear(&name);
        text_clean_line(&name, outlines->labels[i].name);
        int width = text_width(buffer_bytes(&name));
        x -= width / 2;
        x = x + width > window->columns ? window->columns - width : x;
        struct area place = area_after(area_row(area, y), x < 0 ? 0 : x);
        surface_put(surface, place, buffer_bytes(&name), STYLE_PLAIN);
    }
    buffer_free(&name);
}

/* Draws the far islands over the map, with a rule around the corner. */
static void draw_inset(const struct browser *browser, struct surface *surface)
{
    const struct map_layout *layout = &browser->map.layout;
    struct area inset = layout->inset;
    for (int row = 0; row < inset.height; row++) {
        struct area rule = {inset.x - 1, inset.y + row, 1, 1};
        surface_put_string(surface, rule, "│", STYLE_FAINT);
        for (int column = 0; column < inset.width; column++)
            surface_put_string(surface, area_after(area_row(inset, row), column), " ", STYLE_PLAIN);
    }
    map_dots_draw(browser, &browser->map.inset, surface, inset);
    draw_labels(browser, &layout->inset_window, surface, inset);
}

/* The province pointed at shows where it is even if it owns no cell. */
static void draw_cursor(const struct browser *browser, struct surface *surface, bool focus)
{
    const struct map_pane *pane = &browser->map;
    int dot = map_raster_place(&pane->raster, &pane->outlines, pane->unit);
    if (dot < 0)
        return;
    struct area cell = {pane->layout.map.x + dot % pane->raster.width / CELL_DOTS_WIDE,
                        pane->layout.map.y + dot / pane->raster.width / CELL_DOTS_TALL, 1, 1};
    surface_add_style(surface, cell, STYLE_REVERSE);
    if (focus)
        surface_set_cursor(surface, cell.x, cell.y);
}

static void map_draw(struct browser *browser, struct surface *surface, struct area area, bool focus)
{
    struct map_pane *pane = &browser->map;
    if (!pane->was_read)
        map_begin(browser); /* the file was read again while another pane was over this one */
    bool fits = area.width >= MAP_MIN_WIDTH && area.height >= MAP_MIN_HEIGHT;
    if (browser->panes.list == VIEW_MAP && !fits)
        map_fall_back(browser);
    if (browser->panes.list != VIEW_MAP) {
        view_ops(VIEW_PROVINCES)->draw(browser, surface, area, focus);
        return;
    }
    map_pane_count(pane, browser->store, &browser->question);
    map_pane_lay(pane, area);
    map_dots_draw(browser, &pane->raster, surface, pane->layout.map);
    if (pane->layout.inset.width)
        draw_inset(browser, surface);
    else
        draw_labels(browser, &pane->layout.window, surface, pane->layout.map);
    draw_cursor(browser, surface, focus);
    map_words_draw(browser, surface, &pane->layout);
    browser->views[VIEW_MAP].page = 1;
}

/* Points at the province whose cell was pressed. */
static void map_press(struct browser *browser, int x, int y)
{
    struct map_pane *pane = &browser->map;
    const struct map_window *window = &pane->raster.window;
    uint32_t unit = UNIT_NONE;
    if (x < window->columns && y < window->rows)
        unit = pane->raster.owners[y * window->columns + x];
    if (unit != UNIT_NONE)
        pane->unit = unit;
}

static void map_wheel(struct browser *browser, int direction)
{
    map_zoom(browser, -direction);
}

const struct view_ops map_view = {
    .title = MESSAGE_MAP,
    .open = map_begin,
    .count = map_count,
    .draw = map_draw,
    .press = map_press,
    .wheel = map_wheel,
};
