#include "show/action.h"
#include "show/order.h"
#include "show/rows.h"
#include "show/tell.h"

/* The table of actions, as a page. */

#define KEYS_WIDTH 20

static void add_action(struct browser *browser, const struct action *action)
{
    struct buffer line = {0};
    struct bytes left = bytes_of(action->keys);
    text_add_padded(&line, left, KEYS_WIDTH);
    buffer_add_string(&line, "  ");
    size_t keys = line.size;
    buffer_add_string(&line, action->help.in[browser->language]);
    if (browser->help.width > KEYS_WIDTH * 2) {
        page_add(&browser->help, buffer_bytes(&line), 0, KEYS_WIDTH + 2, STYLE_PLAIN);
    } else {
        page_add(&browser->help, left, 0, 0, STYLE_BOLD);
        page_add(&browser->help, bytes_after(buffer_bytes(&line), keys), 2, 2, STYLE_PLAIN);
    }
    buffer_free(&line);
}

static void lay_out(struct browser *browser, int width)
{
    size_t count;
    const struct action *table = action_table(&count);
    page_begin(&browser->help, width);
    for (int group = 0; group < GROUP_COUNT; group++) {
        const char *title = action_group_title((enum action_group)group, browser->language);
        page_add_gap(&browser->help);
        page_add(&browser->help, bytes_of(title), 0, 0, STYLE_ACCENT);
        for (size_t i = 0; i < count; i++)
            if (table[i].group == (enum action_group)group && action_is_on(&table[i], browser))
                add_action(browser, &table[i]);
    }
}

static size_t help_count(const struct browser *browser)
{
    return rows_text_places(&browser->views[VIEW_HELP], browser->help.count);
}

static void help_draw(struct browser *browser, struct surface *surface, struct area area,
                      bool focus)
{
    struct view *view = &browser->views[VIEW_HELP];
    lay_out(browser, area.width);
    rows_scroll_text(view, browser->help.count, area.height);
    page_draw(&browser->help, view->cursor, surface, area, NULL);
    if (focus)
        surface_set_cursor(surface, area.x, area.y);
}

static void tell_order(const struct order *order, struct page *page, enum language language)
{
    struct buffer line = {0};
    enum language other = language == LANGUAGE_EN ? LANGUAGE_VI : LANGUAGE_EN;
    buffer_printf(&line, "%s%s, %s: %s", order->words.in[language], order->takes,
                  order->words.in[other], order->help.in[language]);
    page_add(page, buffer_bytes(&line), 2, 4, STYLE_PLAIN);
    buffer_free(&line);
}

/* Where lines are typed, the terminal itself edits them. */
static void tell_group(enum action_group group, struct page *page, enum language language)
{
    size_t count;
    const struct action *table = action_table(&count);
    struct buffer line = {0};
    page_add_gap(page);
    page_add(page, bytes_of(action_group_title(group, language)), 0, 0, STYLE_PLAIN);
    for (size_t i = 0; i < count; i++) {
        if (table[i].group != group)
            continue;
        buffer_clear(&line);
        buffer_printf(&line, "%s (%s): %s", table[i].id, table[i].keys, table[i].help.in[language]);
        page_add(page, buffer_bytes(&line), 2, 4, STYLE_PLAIN);
    }
    buffer_free(&line);
}

static void help_tell(struct browser *browser, struct page *page, bool alone)
{
    struct page all = {0};
    size_t count;
    const struct order *orders = order_table(&count);
    page_begin(&all, page->width);
    page_add(&all, bytes_of(browser_text(browser, MESSAGE_ORDERS)), 0, 0, STYLE_PLAIN);
    for (size_t i = 0; i < count; i++)
        tell_order(&orders[i], &all, browser->language);
    for (int group = 0; group < GROUP_COUNT; group++)
        if (group != GROUP_PROMPT)
            tell_group((enum action_group)group, &all, browser->language);
    tell_lines(&all, browser->views[VIEW_HELP].cursor, page, alone);
    page_free(&all);
}

const struct view_ops help_view = {
    .title = MESSAGE_HELP,
    .no_summary = true,
    .count = help_count,
    .draw = help_draw,
    .tell = help_tell,
};
