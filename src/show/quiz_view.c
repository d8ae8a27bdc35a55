#include "show/quiz_view.h"

#include "show/command.h"
#include "show/detail.h"
#include "show/quiz.h"
#include "show/rows.h"
#include "show/sheet.h"
#include "show/tell.h"

#define MASK            "________"
#define QUESTION_INDENT 2
#define MARKER_WIDTH    2
#define NUMBER_WIDTH    3

/* --- The question --- */

static void add_string(struct page *page, const char *text, unsigned style)
{
    page_add(page, bytes_of(text), 0, 0, style);
}

static void add_question(struct browser *browser)
{
    static const enum message questions[QUIZ_KIND_COUNT] = {[QUIZ_DATE] = MESSAGE_QUIZ_DATE,
                                                            [QUIZ_TITLE] = MESSAGE_QUIZ_TITLE,
                                                            [QUIZ_ORDER] = MESSAGE_QUIZ_ORDER,
                                                            [QUIZ_PLACE] = MESSAGE_QUIZ_PLACE};
    struct quiz_pane *pane = &browser->quiz;
    const char *question = browser_text(browser, questions[pane->kind]);
    page_add(&pane->page, bytes_of(question), QUESTION_INDENT, QUESTION_INDENT, STYLE_BOLD);
    pane->question_lines = pane->page.count;
}

/* Returns the events of the question in the order in which they were. */
static void sort(const struct quiz_pane *pane, uint32_t events[QUIZ_EVENTS])
{
    for (size_t i = 0; i < pane->event_count; i++) {
        size_t at = i;
        for (; at > 0 && events[at - 1] > pane->events[i]; at--)
            events[at] = events[at - 1];
        events[at] = pane->events[i];
    }
}

static void add_ordered(struct browser *browser)
{
    struct quiz_pane *pane = &browser->quiz;
    uint32_t events[QUIZ_EVENTS];
    sort(pane, events);
    for (size_t i = 0; i < pane->event_count; i++)
        detail_add(browser, events[i], DETAIL_TITLE | DETAIL_DATES, &pane->page);
}

/* What is masked stands where it will be when it is uncovered. */
static void add_covered(struct browser *browser)
{
    struct page *page = &browser->quiz.page;
    uint32_t event = browser->quiz.events[0];
    switch (browser->quiz.kind) {
    case QUIZ_DATE:
        detail_add(browser, event, DETAIL_TITLE, page);
        add_string(page, MASK, STYLE_PLAIN);
        detail_add(browser, event, DETAIL_WHERE, page);
        break;
    case QUIZ_TITLE:
        add_string(page, MASK, STYLE_BOLD);
        detail_add(browser, event, DETAIL_DATES | DETAIL_WHERE, page);
        break;
    case QUIZ_PLACE:
        detail_add(browser, event, DETAIL_TITLE | DETAIL_DATES, page);
        break;
    default:
        break;
    }
}

static void add_uncovered(struct browser *browser, bool small)
{
    struct quiz_pane *pane = &browser->quiz;
    if (!quiz_is_masked(pane)) {
        add_string(&pane->page,
                   browser_text(browser, pane->is_right ? MESSAGE_QUIZ_RIGHT : MESSAGE_QUIZ_WRONG),
                   STYLE_ACCENT);
        if (!small)
            page_add_gap(&pane->page);
    }
    if (pane->kind == QUIZ_ORDER)
        add_ordered(browser);
    else
        detail_add(browser, pane->events[0], DETAIL_HEAD | DETAIL_TEXT, &pane->page);
}

/* On a small page the question makes room for the answer. */
static void lay_out(struct browser *browser, int width, bool small)
{
    struct quiz_pane *pane = &browser->quiz;
    page_begin(&pane->page, width);
    pane->question_lines = 0;
    if (!pane->is_open || !small)
        add_question(browser);
    if (pane->is_open || pane->kind != QUIZ_ORDER)
        page_add_gap(&pane->page);
    if (pane->is_open)
        add_uncovered(browser, small);
    else
        add_covered(browser);
}

/* --- The rows --- */

static void add_event_row(const struct browser *browser, size_t row, struct buffer *out)
{
    const struct quiz_pane *pane = &browser->quiz;
    size_t rank = quiz_rank(pane, row);
    if (rank)
        buffer_printf(out, "[%zu] ", rank);
    else
        buffer_add_string(out, "[ ] ");
    store_title(browser->store, browser->store->events[pane->events[row]].record, browser->language,
                out);
}

/* Appends what a row says. */
static void add_row(const struct browser *browser, size_t row, struct buffer *out)
{
    const struct quiz_pane *pane = &browser->quiz;
    if (quiz_is_masked(pane) && pane->is_open)
        buffer_add_string(out,
                          browser_text(browser, row ? MESSAGE_QUIZ_MISSED : MESSAGE_QUIZ_KNOWN));
    else if (pane->is_open)
        buffer_add_string(out, browser_text(browser, MESSAGE_QUIZ_NEXT));
    else if (quiz_is_masked(pane))
        buffer_add_string(out, browser_text(browser, MESSAGE_QUIZ_UNCOVER));
    else if (pane->kind == QUIZ_ORDER)
        add_event_row(browser, row, out);
    else
        naming_add_unit(out, &browser->store->gazetteer, pane->units[row], browser->language);
}

static void draw_row(const struct browser *browser, size_t row, struct surface *surface,
                     struct area area)
{
    struct buffer text = {0};
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", row + 1);
    add_row(browser, row, &text);
    struct area number = area_after(area, MARKER_WIDTH);
    surface_put_string(surface, number, digits, STYLE_PLAIN);
    surface_put(surface, area_after(number, NUMBER_WIDTH), buffer_bytes(&text), STYLE_PLAIN);
    if (row == browser->views[VIEW_QUIZ].cursor)
        rows_mark(surface, area, false);
    buffer_free(&text);
}

/* --- The pane --- */

static size_t quiz_count(const struct browser *browser)
{
    return quiz_rows(&browser->quiz);
}

/* Draws the page, cut where it would leave no room for the rows; a line stands beside what is
 * asked. Returns the lines drawn. */
static int draw_page(const struct quiz_pane *pane, struct surface *surface, struct area text)
{
    int lines = (int)pane->page.count < text.height ? (int)pane->page.count : text.height;
    struct area below = {text.x, text.y + lines, text.width, 1};
    text.height = lines;
    page_draw(&pane->page, 0, surface, text, NULL);
    for (int y = 0; y < lines && (size_t)y < pane->question_lines; y++)
        surface_put_string(surface, area_row(text, y), "│", STYLE_ACCENT);
    if ((size_t)lines < pane->page.count)
        surface_put_string(surface, below, "…", STYLE_FAINT);
    return lines;
}

static void quiz_draw(struct browser *browser, struct surface *surface, struct area area,
                      bool focus)
{
    struct view *view = &browser->views[VIEW_QUIZ];
    struct area text = sheet_text(area), above = text;
    int rows = (int)quiz_count(browser);
    lay_out(browser, text.width, area.height < SHEET_SMALL);
    above.height = text.height - rows - 1;
    int y = draw_page(&browser->quiz, surface, above) + 1;
    for (int i = 0; i < rows; i++)
        draw_row(browser, (size_t)i, surface, area_row(text, y + i));
    view->page = rows;
    browser->quiz.rows_y = text.y - area.y + y;
    if (focus)
        surface_set_cursor(surface, text.x, text.y + y + (int)view->cursor);
}

static void quiz_press(struct browser *browser, int x, int y)
{
    (void)x;
    if (y >= browser->quiz.rows_y)
        quiz_pick(browser, (size_t)(y - browser->quiz.rows_y));
}

static void quiz_foot(const struct browser *browser, struct buffer *out)
{
    buffer_printf(out, browser_text(browser, MESSAGE_QUIZ_SCORE), browser->quiz.right,
                  browser->quiz.answered);
}

/* Appends which question it is, whether it is answered, and the score. */
static void quiz_head(const struct browser *browser, struct buffer *out)
{
    enum message which = browser->quiz.is_open ? MESSAGE_QUIZ_ANSWER : MESSAGE_QUIZ_QUESTION;
    buffer_printf(out, browser_text(browser, which), browser->quiz.asked);
    buffer_add_string(out, ", ");
    quiz_foot(browser, out);
}

static void quiz_tell(struct browser *browser, struct page *page, bool alone)
{
    size_t cursor = browser->views[VIEW_QUIZ].cursor, count = quiz_count(browser);
    struct buffer line = {0};
    if (!alone)
        tell_lines(&browser->quiz.page, 0, page, false);
    for (size_t i = alone ? cursor : 0; i < (alone ? cursor + 1 : count); i++) {
        buffer_clear(&line);
        add_row(browser, i, &line);
        tell_row(page, i + 1, buffer_bytes(&line));
    }
    buffer_free(&line);
}

/* What was asked about is gone when the file was read anew. */
static void quiz_reopen(struct browser *browser)
{
    if (!quiz_begin(browser))
        browser_uncover(browser);
}

static void quiz_step(struct browser *browser, int direction)
{
    if (direction > 0)
        quiz_choose(browser, 0);
    else
        command_move(browser, MOTION_UP);
}

/* --- Actions --- */

void quiz_open(struct browser *browser, int unused)
{
    (void)unused;
    if (browser->answer.count)
        command_open(browser, VIEW_QUIZ);
    else
        browser_say(browser, MESSAGE_NO_EVENTS_LEFT);
}

void quiz_choose(struct browser *browser, int unused)
{
    (void)unused;
    quiz_pick(browser, browser->views[VIEW_QUIZ].cursor);
}

void quiz_choose_number(struct browser *browser, int number)
{
    quiz_pick(browser, (size_t)number - 1);
}

void quiz_skip(struct browser *browser, int unused)
{
    (void)unused;
    quiz_ask(browser);
}

void quiz_next_kind(struct browser *browser, int unused)
{
    static const enum message kinds[QUIZ_KIND_COUNT + 1] = {
        [QUIZ_DATE] = MESSAGE_QUIZ_DATES,       [QUIZ_TITLE] = MESSAGE_QUIZ_TITLES,
        [QUIZ_ORDER] = MESSAGE_QUIZ_ORDERS,     [QUIZ_PLACE] = MESSAGE_QUIZ_PLACES,
        [QUIZ_KIND_COUNT] = MESSAGE_QUIZ_MIXED,
    };
    (void)unused;
    quiz_change_kind(browser);
    browser_say(browser, kinds[browser->quiz.wanted]);
}

const struct view_ops quiz_view = {
    .title = MESSAGE_QUIZ,
    .room = ROOM_SCREEN,
    .no_summary = true,
    .open = quiz_reopen,
    .count = quiz_count,
    .draw = quiz_draw,
    .press = quiz_press,
    .head = quiz_head,
    .foot = quiz_foot,
    .tell = quiz_tell,
    .step = quiz_step,
};
