#include "show/map_dots.h"

#include <stdlib.h>

#include "base/memory.h"

#define BRAILLE 0x2800

/* The bit of each dot of a braille sign, by row and column. */
static const uint8_t bits[CELL_DOTS_TALL][CELL_DOTS_WIDE] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

bool map_is_lit(const struct browser *browser, uint32_t unit)
{
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    uint32_t selected = browser_selected(browser);
    if (selected == EVENT_NONE)
        return false;
    const struct event *event = &browser->store->events[selected];
    const uint32_t *units = store_units(browser->store, event);
    for (size_t i = 0; i < event->unit_count; i++) {
        bool is_ground = gazetteer_is_ground(gazetteer, units[i]);
        if (units[i] == unit || (!is_ground && gazetteer_is_part(gazetteer, unit, units[i])))
            return true;
    }
    return false;
}

bool map_dot_is_on(int shade, int x, int y)
{
    switch (shade) {
    case 0:
        return false;
    case 1:
        return x % 2 == 0 && y % 4 == (x / 2 % 2 ? 2 : 0);
    case 2:
        return x % 2 == 0 && y % 2 == 0;
    case 3:
        return (x + y) % 2 == 0;
    default:
        return true;
    }
}

void map_dots_add_sample(struct buffer *out, int shade)
{
    for (int left = 0; left < 2 * CELL_DOTS_WIDE; left += CELL_DOTS_WIDE) {
        uint32_t sign = BRAILLE;
        for (int y = 0; y < CELL_DOTS_TALL; y++)
            for (int x = 0; x < CELL_DOTS_WIDE; x++)
                if (map_dot_is_on(shade, left + x, y))
                    sign |= bits[y][x];
        text_add_point(out, sign);
    }
}

/* Returns the braille sign of a cell. */
static uint32_t sign_of(const struct map_raster *raster, const uint8_t *shades, int column, int row)
{
    uint32_t sign = BRAILLE;
    for (int dy = 0; dy < CELL_DOTS_TALL; dy++) {
        for (int dx = 0; dx < CELL_DOTS_WIDE; dx++) {
            int x = column * CELL_DOTS_WIDE + dx, y = row * CELL_DOTS_TALL + dy;
            int dot = y * raster->width + x;
            uint32_t unit = raster->units[dot];
            if (unit != UNIT_NONE && (raster->edges[dot] || map_dot_is_on(shades[unit], x, y)))
                sign |= bits[dy][dx];
        }
    }
    return sign;
}

static unsigned style_of(const struct browser *browser, const uint8_t *shades, uint32_t unit)
{
    const struct map_pane *pane = &browser->map;
    unsigned style = STYLE_PLAIN;
    if (unit == UNIT_NONE)
        return style;
    if (shades[unit] == MAP_LIT)
        style |= STYLE_ACCENT;
    if (question_has_unit(&pane->chosen, unit))
        style |= STYLE_UNDERLINE;
    return unit == pane->unit ? style | STYLE_REVERSE : style;
}

/* Returns the shade of every unit of the gazetteer, which the caller frees. */
static uint8_t *shades_of(const struct browser *browser)
{
    const struct map_pane *pane = &browser->map;
    uint8_t *shades = memory_new(browser->store->gazetteer.count, sizeof *shades);
    for (size_t i = 0; i < pane->outlines.unit_count; i++) {
        uint32_t unit = pane->outlines.units[i].unit;
        int shade = map_is_lit(browser, unit) ? MAP_LIT : map_shade(pane, pane->tally.left[unit]);
        shades[unit] = (uint8_t)shade;
    }
    return shades;
}

void map_dots_draw(const struct browser *browser, const struct map_raster *raster,
                   struct surface *surface, struct area area)
{
    uint8_t *shades = shades_of(browser);
    struct buffer text = {0};
    for (int row = 0; row < raster->window.rows; row++) {
        for (int column = 0; column < raster->window.columns; column++) {
            uint32_t sign = sign_of(raster, shades, column, row);
            uint32_t owner = raster->owners[row * raster->window.columns + column];
            struct area cell = {area.x + column, area.y + row, 1, 1};
            if (owner == UNIT_NONE)
                continue;
            buffer_clear(&text);
            text_add_point(&text, sign);
            surface_put(surface, cell, buffer_bytes(&text), style_of(browser, shades, owner));
        }
    }
    buffer_free(&text);
    free(shades);
}
