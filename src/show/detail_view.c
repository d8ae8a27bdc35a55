#include "show/axis_command.h"
#include "show/detail.h"
#include "show/rows.h"
#include "show/sheet.h"
#include "show/tell.h"

static bool is_laid_out(const struct browser *browser, const struct detail_key *key)
{
    const struct detail_key *old = &browser->detail_key;
    return old->event == key->event && old->width == key->width && old->language == key->language &&
           old->both == key->both && old->names == key->names;
}

/* Lays the page out anew where something it depends on has changed. */
static void refresh(struct browser *browser, int width)
{
    struct detail_key key = {browser_selected(browser), width, browser->language,
                             browser->both_languages, browser->names};
    if (is_laid_out(browser, &key))
        return;
    if (key.event != browser->detail_key.event)
        browser->views[VIEW_DETAIL].cursor = 0;
    browser->detail_key = key;
    page_begin(&browser->detail, width);
    if (key.event == EVENT_NONE)
        return;
    detail_add(browser, key.event, DETAIL_ALL, &browser->detail);
}

static size_t detail_count(const struct browser *browser)
{
    return rows_text_places(&browser->views[VIEW_DETAIL], browser->detail.count);
}

static void detail_draw(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    struct view *view = &browser->views[VIEW_DETAIL];
    struct area text = sheet_pane_text(area);
    refresh(browser, text.width);
    rows_scroll_text(view, browser->detail.count, text.height);
    page_draw(&browser->detail, view->cursor, surface, text, browser_marks(browser));
    if (focus)
        surface_set_cursor(surface, text.x, text.y);
}

static void detail_head(const struct browser *browser, struct buffer *out)
{
    buffer_printf(out, browser_text(browser, MESSAGE_DETAIL_OF),
                  browser->views[VIEW_TIMELINE].cursor + 1, browser->answer.count);
}

static void detail_tell(struct browser *browser, struct page *page, bool alone)
{
    tell_lines(&browser->detail, browser->views[VIEW_DETAIL].cursor, page, alone);
}

const struct view_ops detail_view = {
    .title = MESSAGE_DETAIL,
    .no_summary = true,
    .count = detail_count,
    .draw = detail_draw,
    .head = detail_head,
    .tell = detail_tell,
    .step = axis_step,
};
