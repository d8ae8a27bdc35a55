#include "unit_walk.h"

/* What screen readers and braille displays need of every screen, whatever led to it. */

#define CHROME_TOP 2

struct seen {
    struct surface surface;
    size_t reversed;            /* cells */
    int x, y;                   /* of the first reversed one */
    bool is_one_row;            /* all of them are */
    const struct browser *from; /* what was drawn */
};

static void see(struct seen *seen, struct browser *from)
{
    browser_draw(from, &seen->surface);
    seen->from = from;
    seen->reversed = 0;
    seen->is_one_row = true;
    for (int y = CHROME_TOP; y < seen->surface.height; y++)
        for (int x = 0; x < seen->surface.width; x++) {
            if (!(surface_at(&seen->surface, x, y)->style & STYLE_REVERSE))
                continue;
            if (seen->reversed++ == 0) {
                seen->x = x;
                seen->y = y;
            }
            seen->is_one_row = seen->is_one_row && y == seen->y;
        }
}

static void fail_seen(const struct seen *seen, const char *what)
{
    struct buffer shown = {0};
    surface_print(&seen->surface, &shown);
    fputs(buffer_string(&shown), stderr);
    buffer_free(&shown);
    fail_msg("%s", what);
}

static bool is_blank_from(const struct seen *seen, int x, int end, int y)
{
    for (; x < end; x++)
        if (surface_at(&seen->surface, x, y)->text[0] != ' ')
            return false;
    return true;
}

/* Returns the column behind the rule between two panes, 0 without one. */
static int right_pane(const struct seen *seen)
{
    for (int x = 0; x < seen->surface.width; x++) {
        const struct cell *cell = surface_at(&seen->surface, x, CHROME_TOP);
        if (cell->size == 3 && memcmp(cell->text, "│", 3) == 0)
            return x + 1;
    }
    return 0;
}

/* On a page the cursor is on the first line, in front of all text. */
static bool is_on_page(const struct seen *seen)
{
    int left = browser_focus(seen->from) == VIEW_DETAIL ? right_pane(seen) : 0;
    return seen->surface.cursor_y == CHROME_TOP && seen->surface.cursor_x >= left &&
           is_blank_from(seen, left, seen->surface.cursor_x, CHROME_TOP);
}

/* In a list it is on the first cell of the selected row; without a row, where the pane begins. On
 * the axis a row has more than one event, and an event may be in several rows. */
static bool is_on_row(const struct seen *seen)
{
    const struct surface *surface = &seen->surface;
    int x = surface->cursor_x, y = surface->cursor_y;
    if (seen->reversed == 0)
        return x == 0 && y == CHROME_TOP;
    return (browser_focus(seen->from) == VIEW_AXIS || (seen->is_one_row && x == seen->x)) &&
           surface_at(surface, x, y)->style & STYLE_REVERSE &&
           surface_at(surface, 0, y)->text[0] == '>';
}

/* On the card of a source it is on the selected event, or in front of a line of the text. */
static bool is_on_card(const struct seen *seen)
{
    const struct surface *surface = &seen->surface;
    int left = right_pane(seen), x = surface->cursor_x, y = surface->cursor_y;
    if (seen->reversed && surface_at(surface, x, y)->text[0] == '>')
        return surface_at(surface, x, y)->style & STYLE_REVERSE;
    return y >= CHROME_TOP && x >= left && is_blank_from(seen, left, x, y);
}

/* On the map it is on a cell of the province pointed at, whose name stands in words, of which the
 * first is looked for: lines may break behind it. */
static bool is_on_map(const struct seen *seen)
{
    const struct surface *surface = &seen->surface;
    const struct map_pane *pane = &seen->from->map;
    struct buffer name = {0}, shown = {0};
    struct bytes rest;
    text_clean_line(
        &name, gazetteer_name(&seen->from->store->gazetteer, pane->unit, seen->from->language));
    surface_print(surface, &shown);
    bool named =
        bytes_find(buffer_bytes(&shown), bytes_split(buffer_bytes(&name), ' ', &rest)) < shown.size;
    buffer_free(&name);
    buffer_free(&shown);
    return named &&
           surface_at(surface, surface->cursor_x, surface->cursor_y)->style & STYLE_REVERSE;
}

/* On a page that has the screen to itself it is in front of the text, or on the selected row. */
static bool is_on_sheet(const struct seen *seen)
{
    const struct surface *surface = &seen->surface;
    int x = surface->cursor_x, y = surface->cursor_y;
    const struct cell *cell = surface_at(surface, x, y);
    bool is_selected = cell->style & STYLE_REVERSE && cell->text[0] == '>';
    return is_blank_from(seen, 0, x, y) && is_selected == (seen->reversed > 0);
}

static bool is_on_caret(const struct seen *seen)
{
    struct bytes typed = buffer_bytes(&seen->from->prompt.text);
    const struct surface *surface = &seen->surface;
    int x = surface->cursor_x, y = surface->cursor_y;
    if (y != surface->height - 1 || x == 0)
        return false;
    return typed.size == 0 || surface_at(surface, x - 1, y)->text[0] != ' ';
}

static void check(const struct seen *seen)
{
    enum view_id focus = browser_focus(seen->from);
    if (seen->from->prompt.kind != PROMPT_NONE) {
        if (!is_on_caret(seen))
            fail_seen(seen, "the cursor is not at the caret");
    } else if (focus == VIEW_DETAIL || focus == VIEW_HELP) {
        if (!is_on_page(seen))
            fail_seen(seen, "the cursor is not on the first line of the page");
    } else if (focus == VIEW_SOURCE) {
        if (!is_on_card(seen))
            fail_seen(seen, "the cursor is not on the card");
    } else if (focus == VIEW_MAP) {
        if (!is_on_map(seen))
            fail_seen(seen, "the cursor is not on the province");
    } else if (view_ops(focus)->room == ROOM_SCREEN) {
        if (!is_on_sheet(seen))
            fail_seen(seen, "the cursor is not on the page");
    } else if (!is_on_row(seen)) {
        fail_seen(seen, "the cursor is not on the selected row");
    }
}

static void walk_at(const struct store *over, int width, int height, size_t steps)
{
    struct browser walker;
    struct seen seen = {.reversed = 0};
    uint64_t lots = 1858;
    browser_init(&walker, over, LANGUAGE_VI);
    surface_resize(&seen.surface, width, height);
    for (size_t i = 0; i < steps; i++) {
        see(&seen, &walker);
        check(&seen);
        browser_key(&walker, draw_step(&walker, &lots).key);
        if (walker.prompt.kind != PROMPT_NONE) {
            each_key(draw_text(&lots), take, &walker);
            see(&seen, &walker);
            check(&seen);
            browser_key(&walker, KEY_CODE_ENTER);
        }
    }
    surface_free(&seen.surface);
    browser_free(&walker);
}

static void the_cursor_is_where_the_reader_is_in_a_small_timeline(void **state)
{
    (void)state;
    walk_at(&store, 40, 8, 2000);
    walk_at(&store, 80, 24, 2000);
    walk_at(&store, 132, 43, 2000);
}

static void the_cursor_is_where_the_reader_is_in_the_shipped_timeline(void **state)
{
    (void)state;
    struct store shipped;
    store_of_shipped(&shipped);
    walk_at(&shipped, 40, 8, 1000);
    walk_at(&shipped, 80, 24, 1000);
    walk_at(&shipped, 132, 43, 1000);
    store_close(&shipped);
}

/* --- Rules --- */

static bool is_drawn_line(const struct cell *cell)
{
    uint32_t point = 0;
    text_points((struct bytes){cell->text, cell->size}, &point, 1);
    return point >= 0x2500 && point <= 0x257F;
}

/* Counts the columns and rows most of which is drawn as a line. */
static int count_rules(const struct surface *surface)
{
    int rules = 0;
    for (int x = 0; x < surface->width; x++) {
        int cells = 0;
        for (int y = 0; y < surface->height; y++)
            cells += is_drawn_line(surface_at(surface, x, y));
        rules += cells * 2 > surface->height;
    }
    for (int y = 0; y < surface->height; y++) {
        int cells = 0;
        for (int x = 0; x < surface->width; x++)
            cells += is_drawn_line(surface_at(surface, x, y));
        rules += cells * 2 > surface->width;
    }
    return rules;
}

static void no_pane_has_more_than_one_rule(void **state)
{
    (void)state;
    struct store shipped;
    struct browser walker;
    struct seen seen = {.reversed = 0};
    store_of_shipped(&shipped);
    browser_init(&walker, &shipped, LANGUAGE_EN);
    surface_resize(&seen.surface, 132, 43);
    for (int view = 0; view < VIEW_COUNT; view++) {
        for (int level = 0; level < LEVEL_COUNT; level++) {
            walker.levels.level = (enum level)level;
            walker.levels.are_stale = true;
            if (view_ops((enum view_id)view)->open)
                view_ops((enum view_id)view)->open(&walker);
            walker.panes.help_open = view == VIEW_HELP;
            walker.panes.detail_focus = view == VIEW_DETAIL || view == VIEW_SOURCE;
            walker.panes.list = view == VIEW_HELP || view == VIEW_DETAIL ? VIEW_TIMELINE
                                : view == VIEW_SOURCE                    ? VIEW_SOURCES
                                                                         : (enum view_id)view;
            see(&seen, &walker);
            if (count_rules(&seen.surface) > 1)
                fail_seen(&seen, "more than one rule");
        }
    }
    surface_free(&seen.surface);
    browser_free(&walker);
    store_close(&shipped);
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(the_cursor_is_where_the_reader_is_in_a_small_timeline),
        WALK(the_cursor_is_where_the_reader_is_in_the_shipped_timeline),
        WALK(no_pane_has_more_than_one_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
