#include "show/action.h"
#include "show/browser.h"
#include "show/command.h"
#include "show/follow.h"
#include "show/strip.h"
#include "show/summary.h"

/* Where everything stands: the header, the density strip, one pane or two, the footer. */

#define CHROME_TOP    2
#define CHROME_BOTTOM 1
#define DAY_WIDTH     10                        /* of 1954-03-13 */
#define WIDE_DATE     "1954-04-21~/1954-04-30~" /* few are wider */
#define GAP           2

static void draw_header(const struct browser *browser, struct surface *surface, struct area row)
{
    struct buffer title = {0}, summary = {0};
    summary_add_title(browser, &title);
    int used = surface_put(surface, row, buffer_bytes(&title), STYLE_BOLD);
    struct area right = area_after(row, used ? used + GAP : 0);
    summary_add(browser, &summary, right.width);
    surface_put_right(surface, right, buffer_bytes(&summary), STYLE_PLAIN);
    buffer_free(&title);
    buffer_free(&summary);
}

/* Appends `31/42  1954-03-13`; without the number of events while it is not known. A date that
 * goes beyond `width` columns is cut, but not a day. */
static void add_position(const struct browser *browser, struct buffer *out, int width)
{
    uint32_t selected = browser_selected(browser);
    if (selected == EVENT_NONE) {
        if (!browser->reading)
            buffer_printf(out, "0/%zu", browser->store->count);
        return;
    }
    const struct event *event = &browser->store->events[selected];
    buffer_printf(out, "%zu", browser->views[VIEW_TIMELINE].cursor + 1);
    if (!browser->reading)
        buffer_printf(out, "/%zu", browser->answer.count);
    buffer_add_string(out, "  ");
    struct buffer date = {0};
    store_line(browser->store, event->record, BYTES("Date"), &date);
    int room = width - text_width(buffer_bytes(out));
    text_add_cut(out, buffer_bytes(&date), room > DAY_WIDTH ? room : DAY_WIDTH);
    buffer_free(&date);
}

/* Appends where one is; a pane that has no header above it also says who is followed, unless the
 * notice beside it may just be saying so. */
static void add_foot(const struct browser *browser, struct buffer *out, int width)
{
    const struct view_ops *ops = view_ops(browser_focus(browser));
    struct buffer words = {0};
    if (!ops->foot) {
        add_position(browser, out, width);
        return;
    }
    ops->foot(browser, out);
    if (browser->notice.size == 0)
        follow_add_words(browser, &words);
    if (words.size)
        buffer_printf(out, " · %s", buffer_string(&words));
    buffer_free(&words);
}

/* Says whether the footer names an action: not one that opens the pane that is open. */
static bool is_hinted(const struct browser *browser, const struct action *action)
{
    enum view_id focus = browser_focus(browser);
    bool is_open = action->run == command_open && action->argument == (int)focus;
    return action->hint.in[browser->language] && (action->context & 1U << focus) && !is_open &&
           action_is_on(action, browser);
}

/* Draws the hints of the pane in focus at the right, as many as fit, the first ones first. */
static void draw_hints(const struct browser *browser, struct surface *surface, struct area row)
{
    size_t count;
    const struct action *table = action_table(&count);
    struct buffer hints = {0};
    for (size_t i = 0; i < count; i++) {
        const char *hint = table[i].hint.in[browser->language];
        struct bytes rest;
        struct bytes key = bytes_split(bytes_of(table[i].keys), ' ', &rest);
        size_t before = hints.size;
        if (!is_hinted(browser, &table[i]))
            continue;
        buffer_printf(&hints, "%s%.*s %s", hints.size ? " · " : "", BYTES_ARGS(key), hint);
        if (text_width(buffer_bytes(&hints)) > row.width)
            buffer_cut(&hints, before);
    }
    surface_put_right(surface, row, buffer_bytes(&hints), STYLE_FAINT);
    buffer_free(&hints);
}

static void draw_prompt(const struct browser *browser, struct surface *surface, struct area row)
{
    const struct prompt *prompt = &browser->prompt;
    struct buffer found = {0};
    int used = prompt_draw(prompt, browser_text(browser, prompt_label(prompt->kind)), surface, row);
    struct area right = area_after(row, used + GAP);
    if (prompt->kind == PROMPT_SEARCH && browser->seeking.query) {
        summary_add_found(browser, &found, right.width);
        surface_put_right(surface, right, buffer_bytes(&found), STYLE_PLAIN);
    }
    buffer_free(&found);
}

/* Returns the columns that are kept for where one is, so that the hints beside it stay as they are
 * from one event to the next; no more than a third of the row. */
static int position_width(const struct browser *browser, int width)
{
    struct buffer widest = {0};
    if (view_ops(browser_focus(browser))->foot)
        return 0;
    buffer_printf(&widest, "%zu/%zu  " WIDE_DATE, browser->answer.count, browser->answer.count);
    int wanted = text_width(buffer_bytes(&widest));
    buffer_free(&widest);
    return wanted < width / 3 ? wanted : width / 3;
}

/* A notice takes the place of the hints; where one is is always said. */
static void draw_footer(const struct browser *browser, struct surface *surface, struct area row)
{
    struct buffer position = {0};
    if (browser->prompt.kind != PROMPT_NONE) {
        draw_prompt(browser, surface, row);
        return;
    }
    int kept = position_width(browser, row.width);
    add_foot(browser, &position, kept);
    int used = surface_put(surface, row, buffer_bytes(&position), STYLE_PLAIN);
    if (browser->notice.size)
        surface_put(surface, area_after(row, used + GAP), buffer_bytes(&browser->notice),
                    STYLE_BOLD);
    else
        draw_hints(browser, surface, area_after(row, (used > kept ? used : kept) + GAP));
    buffer_free(&position);
}

static void draw_rule(struct surface *surface, struct area column)
{
    for (int y = 0; y < column.height; y++)
        surface_put_string(surface, area_row(column, y), "│", STYLE_FAINT);
}

/* Draws a pane that is in sight. */
static void draw_pane(struct browser *browser, enum view_id id, struct surface *surface,
                      struct area room, bool focus)
{
    browser->views[id].area = room;
    view_ops(id)->draw(browser, surface, room, focus);
}

static void draw_split(struct browser *browser, struct surface *surface, struct area room)
{
    int left = room.width / 2;
    struct area list = {room.x, room.y, left - 1, room.height};
    struct area rule = {room.x + left, room.y, 1, room.height};
    draw_rule(surface, rule);
    draw_pane(browser, browser_side(browser), surface, area_after(room, left + 1),
              browser->panes.detail_focus);
    draw_pane(browser, browser->panes.list, surface, list, !browser->panes.detail_focus);
}

/* The list is drawn even where another pane covers it, so that it knows what it would show. */
static void draw_covering(struct browser *browser, struct surface *surface, struct area room)
{
    view_ops(browser->panes.list)->draw(browser, surface, room, false);
    surface_clear(surface);
    draw_pane(browser, browser_focus(browser), surface, room, true);
}

static void draw_panes(struct browser *browser, struct surface *surface, struct area room)
{
    enum view_id focus = browser_focus(browser);
    for (int id = 0; id < VIEW_COUNT; id++)
        browser->views[id].area = (struct area){0};
    browser->strip.area = (struct area){0};
    bool wide = room.width >= BROWSER_WIDE && !browser->panes.maximised &&
                view_ops(browser->panes.list)->room == ROOM_BESIDE;
    if (focus == VIEW_HELP || (focus == browser_side(browser) && !wide))
        draw_covering(browser, surface, room);
    else if (wide)
        draw_split(browser, surface, room);
    else
        draw_pane(browser, focus, surface, room, true);
}

static void draw_too_small(const struct browser *browser, struct surface *surface)
{
    struct buffer line = {0};
    buffer_printf(&line, browser_text(browser, MESSAGE_NEED_SIZE), BROWSER_MIN_WIDTH,
                  BROWSER_MIN_HEIGHT);
    surface_put(surface, surface_area(surface), buffer_bytes(&line), STYLE_PLAIN);
    buffer_free(&line);
}

void browser_draw(struct browser *browser, struct surface *surface)
{
    struct area all = surface_area(surface);
    browser->width = surface->width;
    browser->height = surface->height;
    browser->has_changed = false;
    surface_clear(surface);
    browser_catch_up(browser);
    if (all.width < BROWSER_MIN_WIDTH || all.height < BROWSER_MIN_HEIGHT) {
        draw_too_small(browser, surface);
        return;
    }
    bool quiet = view_ops(browser_focus(browser))->room == ROOM_SCREEN;
    int top = quiet ? 0 : CHROME_TOP, below = all.height - top - CHROME_BOTTOM;
    draw_panes(browser, surface, (struct area){0, top, all.width, below});
    if (!quiet) {
        draw_header(browser, surface, area_row(all, 0));
        strip_draw(browser, surface, area_row(all, 1));
    }
    draw_footer(browser, surface, area_row(all, all.height - 1));
}

void browser_lay_out(struct browser *browser)
{
    struct surface surface = {0};
    if (!browser->has_changed || browser->width == 0)
        return;
    surface_resize(&surface, browser->width, browser->height);
    browser_draw(browser, &surface);
    surface_free(&surface);
}
