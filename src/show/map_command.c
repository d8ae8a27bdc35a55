#include "show/map_command.h"

#include "show/map_dots.h"
#include "show/map_move.h"

/* Points at where the selected event happened; else stays, or begins where most events were. */
static void point(struct browser *browser)
{
    struct map_pane *pane = &browser->map;
    bool was_lit = pane->unit != UNIT_NONE && map_is_lit(browser, pane->unit);
    uint32_t lit = was_lit ? pane->unit : UNIT_NONE, most = pane->outlines.units[0].unit;
    map_pane_count(pane, browser->store, &browser->question);
    for (size_t i = 0; i < pane->outlines.unit_count; i++) {
        uint32_t unit = pane->outlines.units[i].unit;
        if (lit == UNIT_NONE && map_is_lit(browser, unit))
            lit = unit;
        if (pane->tally.left[unit] > pane->tally.left[most])
            most = unit;
    }
    if (lit != UNIT_NONE)
        pane->unit = lit;
    else if (pane->unit == UNIT_NONE)
        pane->unit = most;
}

void map_fall_back(struct browser *browser)
{
    view_ops(VIEW_PROVINCES)->open(browser);
    browser->panes.list = VIEW_PROVINCES;
    browser_say(browser, MESSAGE_NO_MAP);
}

void map_begin(struct browser *browser)
{
    struct map_pane *pane = &browser->map;
    if (browser->ascii || !map_pane_read(pane, browser->store)) {
        map_fall_back(browser);
        return;
    }
    point(browser);
    question_copy_units(&pane->chosen, &browser->question);
}

void map_step(struct browser *browser, int direction)
{
    struct map_pane *pane = &browser->map;
    pane->unit = map_neighbour(&pane->outlines, pane->unit, (enum map_direction)direction);
}

void map_zoom(struct browser *browser, int direction)
{
    struct map_pane *pane = &browser->map;
    int zoom = direction ? pane->zoom + direction : 0;
    const struct location *at = outlines_place(&pane->outlines, pane->unit);
    if (zoom < 0 || zoom > MAP_ZOOM_MAX)
        return;
    pane->zoom = zoom;
    if (at)
        pane->middle = *at;
}

void map_choose(struct browser *browser, int unused)
{
    (void)unused;
    question_toggle_unit(&browser->map.chosen, browser->map.unit);
}

void map_apply(struct browser *browser, int unused)
{
    struct map_pane *pane = &browser->map;
    struct question *question = &browser->question;
    (void)unused;
    map_pane_count(pane, browser->store, question);
    if (pane->chosen.unit_count == 0 && pane->tally.left[pane->unit] == 0) {
        browser_say(browser, MESSAGE_MAP_NOTHING);
        return;
    }
    if (pane->chosen.unit_count == 0)
        question_toggle_unit(&pane->chosen, pane->unit);
    question_copy_units(question, &pane->chosen);
    browser->panes.list = VIEW_TIMELINE;
    browser_ask(browser);
}
