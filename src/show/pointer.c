#include "show/pointer.h"

#include "show/command.h"
#include "show/strip.h"

#define WHEEL_ROWS 3 /* a notch of the wheel */

static bool is_in(const struct area *area, int x, int y)
{
    return x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height;
}

/* Returns the pane at a place, VIEW_COUNT when there is none. */
static enum view_id view_at(const struct browser *browser, int x, int y)
{
    int id = 0;
    while (id < VIEW_COUNT && !is_in(&browser->views[id].area, x, y))
        id++;
    return (enum view_id)id;
}

/* Gives the keys to a pane. */
static void focus_on(struct browser *browser, enum view_id id)
{
    if (id != VIEW_HELP)
        browser->panes.detail_focus =
            id == browser_side(browser) && browser_selected(browser) != EVENT_NONE;
}

static void press(struct browser *browser, enum view_id id, int x, int y)
{
    const struct area *area = &browser->views[id].area;
    focus_on(browser, id);
    if (view_ops(id)->press)
        view_ops(id)->press(browser, x - area->x, y - area->y);
}

/* The keys stay where they are. */
static void turn_wheel(struct browser *browser, enum view_id id, bool up)
{
    bool focus = browser->panes.detail_focus;
    if (view_ops(id)->wheel) {
        view_ops(id)->wheel(browser, up ? -1 : 1);
        return;
    }
    focus_on(browser, id);
    for (int i = 0; i < WHEEL_ROWS; i++)
        command_move(browser, up ? MOTION_UP : MOTION_DOWN);
    browser->panes.detail_focus = focus;
}

void pointer_take(struct browser *browser, enum pointer what, int x, int y)
{
    enum view_id id = view_at(browser, x, y);
    if (what == POINTER_PRESS && !browser->panes.help_open && strip_press(browser, x, y))
        return;
    if (id == VIEW_COUNT)
        return;
    if (what == POINTER_PRESS)
        press(browser, id, x, y);
    else
        turn_wheel(browser, id, what == POINTER_WHEEL_UP);
}
