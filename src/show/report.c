#include "show/report.h"

#include <limits.h>

#include "show/summary.h"

#define MIN_WIDTH  20
#define CHROME_TOP 2 /* rows of the screen that are no pane; the last one is none either */

static int at_least(int number, int least)
{
    return number > least ? number : least;
}

/* One pane at a time is told, so none stands beside another. */
void report_init(struct report *report, int width, int height)
{
    *report = (struct report){.width = at_least(width, MIN_WIDTH)};
    int columns = width < BROWSER_WIDE ? at_least(width, BROWSER_MIN_WIDTH) : BROWSER_WIDE - 1;
    surface_resize(&report->surface, columns, at_least(height, BROWSER_MIN_HEIGHT));
}

void report_free(struct report *report)
{
    surface_free(&report->surface);
    page_free(&report->page);
    buffer_free(&report->heading);
}

static void add_line(struct report *report, struct bytes text)
{
    page_add(&report->page, text, 0, 0, STYLE_PLAIN);
}

/* Appends the lines of a page. */
static void add_page(const struct page *page, struct buffer *out)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct page_line *line = &page->lines[i];
        buffer_add_repeat(out, ' ', (size_t)line->indent);
        struct bytes text = bytes_after(buffer_bytes(&page->text), line->at);
        buffer_add(out, bytes_first(text, line->size));
        buffer_add_char(out, '\n');
    }
}

void report_begin(const struct report *report, const struct browser *browser, struct buffer *out)
{
    struct page page = {0};
    struct buffer title = {0};
    page_begin(&page, report->width);
    summary_add_title(browser, &title);
    page_add(&page, buffer_bytes(&title), 0, 0, STYLE_PLAIN);
    page_add(&page, bytes_of(browser_text(browser, MESSAGE_ORDERS_HINT)), 0, 0, STYLE_PLAIN);
    add_page(&page, out);
    page_free(&page);
    buffer_free(&title);
}

/* Appends what is shown: `Timeline by years: Sơn La · 42 of 286`. */
static void add_heading(const struct browser *browser, struct buffer *out)
{
    const struct view_ops *ops = view_ops(browser_focus(browser));
    if (ops->head)
        ops->head(browser, out);
    else
        buffer_add_string(out, browser_text(browser, ops->title));
    if (ops->no_summary)
        return;
    buffer_add_string(out, ": ");
    summary_add(browser, out, INT_MAX);
    if (browser->seeking.query) {
        buffer_printf(out, "; “%s”, ", buffer_string(&browser->seeking.words));
        summary_add_found(browser, out, INT_MAX);
    }
}

/* Returns which row of its pane is selected. */
static size_t place(const struct browser *browser)
{
    enum view_id focus = browser_focus(browser);
    const struct view_ops *ops = view_ops(focus);
    return ops->selected ? ops->selected(browser) : browser->views[focus].cursor;
}

/* Adds a row of the surface as it would be seen. */
static void add_drawn_row(struct report *report, int y)
{
    struct buffer line = {0};
    for (int x = 0; x < report->surface.width; x++) {
        const struct cell *cell = surface_at(&report->surface, x, y);
        buffer_add(&line, (struct bytes){cell->text, cell->size});
    }
    add_line(report, bytes_trim(buffer_bytes(&line)));
    buffer_free(&line);
}

/* Tells a pane that has no words of its own. */
static void add_drawn(struct report *report, bool alone)
{
    int first = alone ? report->surface.cursor_y : CHROME_TOP;
    int end = alone ? first + 1 : report->surface.height - 1;
    for (int y = first; y < end; y++)
        add_drawn_row(report, y);
}

static void add_pane(struct report *report, struct browser *browser, bool alone)
{
    const struct view_ops *ops = view_ops(browser_focus(browser));
    if (ops->tell)
        ops->tell(browser, &report->page, alone);
    else
        add_drawn(report, alone);
}

/* A step to a row beside the last one, and whatever has a message, says that row; else it is told
 * with what follows. */
static void add_news(struct report *report, struct browser *browser)
{
    struct buffer heading = {0};
    size_t now = place(browser), before = report->place;
    add_heading(browser, &heading);
    bool same = bytes_equal(buffer_bytes(&heading), buffer_bytes(&report->heading)) &&
                browser->both_languages == report->both_languages &&
                browser->names == report->names;
    if (!same || browser->wants.repaint)
        add_line(report, buffer_bytes(&heading));
    bool near = now > before ? now - before <= 1 : before - now <= 1;
    bool alone = (near || browser->notice.size) && same && !browser->wants.repaint;
    add_pane(report, browser, alone);
    buffer_free(&report->heading);
    report->heading = heading;
    report->both_languages = browser->both_languages;
    report->names = browser->names;
    report->place = now;
    browser->wants.repaint = false;
}

void report_add(struct report *report, struct browser *browser, struct buffer *out)
{
    browser_draw(browser, &report->surface);
    page_begin(&report->page, report->width);
    if (browser->notice.size)
        add_line(report, buffer_bytes(&browser->notice));
    if (browser->prompt.kind != PROMPT_NONE)
        add_line(report, bytes_of(browser_text(browser, prompt_label(browser->prompt.kind))));
    else
        add_news(report, browser);
    add_page(&report->page, out);
}
