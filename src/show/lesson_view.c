#include "show/lesson_view.h"

#include "file/lesson.h"
#include "show/detail.h"
#include "show/rows.h"
#include "show/sheet.h"
#include "show/tell.h"

#define WORDS_INDENT 2

static bool find_lesson(const struct browser *browser, struct bytes id, struct record *lesson)
{
    size_t number;
    return id.size && store_find_record(browser->store, RECORD_LESSON, id, lesson, &number);
}

bool lesson_record(const struct browser *browser, struct record *record)
{
    return find_lesson(browser, buffer_bytes(&browser->lesson.id), record);
}

/* --- Walking --- */

/* Returns the event of a stop; where it is missing, that is said. */
static uint32_t event_of(struct browser *browser, struct record lesson, size_t stop)
{
    struct buffer id = {0}, clean = {0};
    uint32_t event = EVENT_NONE;
    if (lesson_add_event(browser->store, lesson, stop, &id))
        event = store_find(browser->store, buffer_bytes(&id));
    text_clean_line(&clean, buffer_bytes(&id));
    if (event == EVENT_NONE)
        browser_say(browser, MESSAGE_STOP_MISSING, stop + 1, buffer_string(&clean));
    buffer_free(&id);
    buffer_free(&clean);
    return event;
}

/* Selects the event, so that whatever else is opened is about it. */
static void select_event(struct browser *browser, uint32_t event)
{
    bool is_jump = browser->panes.list != VIEW_LESSON;
    if (answer_has(&browser->answer, event))
        browser_go(browser, answer_place(&browser->answer, event), is_jump);
    else
        browser_go_to_event(browser, event);
}

static void stand_at(struct browser *browser, size_t stop, uint32_t event)
{
    browser->lesson.stop = stop;
    browser->lesson.event = event;
    browser->views[VIEW_LESSON].cursor = 0;
    select_event(browser, event);
}

/* Goes to the first stop from `stop` on whose event is there, in one direction; false, and nothing
 * done but to say what is missing, when there is none. */
static bool walk(struct browser *browser, struct record lesson, size_t stop, int direction)
{
    size_t count = lesson_count(browser->store, lesson);
    for (; stop < count; stop += (size_t)direction) {
        uint32_t event = event_of(browser, lesson, stop);
        if (event == EVENT_NONE)
            continue;
        stand_at(browser, stop, event);
        return true;
    }
    return false;
}

/* Goes to the stop, or the nearest one after it, else before it, whose event is there. */
static bool walk_near(struct browser *browser, struct record lesson, size_t stop)
{
    return walk(browser, lesson, stop, 1) || walk(browser, lesson, stop, -1);
}

void lesson_step(struct browser *browser, int step)
{
    struct record lesson;
    size_t stop = browser->lesson.stop;
    if (!lesson_record(browser, &lesson))
        return;
    if (step == LESSON_LAST)
        walk(browser, lesson, lesson_count(browser->store, lesson) - 1, -1);
    else if (step == LESSON_FIRST)
        walk(browser, lesson, 0, 1);
    else if (!walk(browser, lesson, stop + (size_t)step, step) && browser->notice.size == 0)
        browser_say(browser, step > 0 ? MESSAGE_LAST_STOP : MESSAGE_FIRST_STOP);
}

/* --- Beginning and leaving --- */

static bool is_held(const struct browser *browser, struct bytes id)
{
    return bytes_equal(buffer_bytes(&browser->lesson.id), id);
}

/* Puts the lesson on the screen; what it was opened over is back when it is left. */
static void hold(struct browser *browser, struct bytes id)
{
    struct lesson_pane *pane = &browser->lesson;
    if (!is_held(browser, id)) {
        buffer_clear(&pane->id);
        buffer_add(&pane->id, id);
    }
    if (browser->panes.list != VIEW_LESSONS && browser->panes.list != VIEW_LESSON) {
        browser->panes.below = browser->panes.list;
        browser->panes.below_detail = browser->panes.detail_focus;
    }
    browser->panes.list = VIEW_LESSON;
    browser->panes.detail_focus = browser->panes.help_open = false;
}

bool lesson_show(struct browser *browser, struct bytes id, size_t stop)
{
    struct record lesson;
    if (!find_lesson(browser, id, &lesson))
        return false;
    uint32_t event = event_of(browser, lesson, stop);
    if (event == EVENT_NONE)
        return false;
    stand_at(browser, stop, event);
    hold(browser, id);
    return true;
}

bool lesson_hold(struct browser *browser, struct bytes id)
{
    struct record lesson;
    size_t stop = is_held(browser, id) ? browser->lesson.stop : 0;
    if (!find_lesson(browser, id, &lesson) || !walk_near(browser, lesson, stop))
        return false;
    hold(browser, id);
    return true;
}

/* After the file was read anew, goes to where one was, as far as that is still there. */
static void lesson_reopen(struct browser *browser)
{
    struct record lesson;
    if (!lesson_record(browser, &lesson) || !walk_near(browser, lesson, browser->lesson.stop))
        browser_uncover(browser);
}

/* One leaves to the event of the stop, wherever one has looked meanwhile. */
static bool lesson_back(struct browser *browser)
{
    select_event(browser, browser->lesson.event);
    return false;
}

/* --- Showing --- */

static void add_words(struct browser *browser, struct record lesson)
{
    struct lesson_pane *pane = &browser->lesson;
    struct buffer words = {0};
    page_add_gap(&pane->page);
    pane->words_at = pane->page.count;
    for (unsigned i = 0; i < LANGUAGE_COUNT; i++) {
        enum language language = (enum language)((browser->language + i) % LANGUAGE_COUNT);
        buffer_clear(&words);
        bool said = i ? lesson_add_words_in(browser->store, lesson, pane->stop, language, &words)
                      : lesson_add_words(browser->store, lesson, pane->stop, language, &words);
        if (said && (i == 0 || browser->both_languages))
            page_add(&pane->page, buffer_bytes(&words), WORDS_INDENT, WORDS_INDENT, STYLE_BOLD);
    }
    pane->words_end = pane->page.count;
    buffer_free(&words);
}

/* On a small page the words stand right below the title. */
static void lay_out(struct browser *browser, int width, bool small)
{
    struct lesson_pane *pane = &browser->lesson;
    struct record lesson;
    page_begin(&pane->page, width);
    if (!lesson_record(browser, &lesson))
        return;
    unsigned above = small ? DETAIL_TITLE : DETAIL_HEAD;
    detail_add(browser, pane->event, above, &pane->page);
    add_words(browser, lesson);
    page_add_gap(&pane->page);
    detail_add(browser, pane->event, DETAIL_ALL & ~above & ~(unsigned)DETAIL_LINKS, &pane->page);
}

static size_t lesson_places(const struct browser *browser)
{
    return rows_text_places(&browser->views[VIEW_LESSON], browser->lesson.page.count);
}

/* A line stands beside what the teacher says. */
static void draw_words_line(const struct lesson_pane *pane, size_t top, struct surface *surface,
                            struct area text)
{
    for (int y = 0; y < text.height; y++) {
        size_t line = top + (size_t)y;
        if (line >= pane->words_at && line < pane->words_end)
            surface_put_string(surface, area_row(text, y), "│", STYLE_ACCENT);
    }
}

/* The last row says that the text goes on below it. */
static void draw_more(const struct browser *browser, struct surface *surface, struct area row)
{
    if (browser->views[VIEW_LESSON].cursor + 1 < lesson_places(browser))
        surface_put_right(surface, row, bytes_of(browser_text(browser, MESSAGE_MORE_BELOW)),
                          STYLE_FAINT);
}

static void lesson_draw(struct browser *browser, struct surface *surface, struct area area,
                        bool focus)
{
    struct view *view = &browser->views[VIEW_LESSON];
    struct area text = sheet_text(area);
    text.height--;
    lay_out(browser, text.width, area.height < SHEET_SMALL);
    rows_scroll_text(view, browser->lesson.page.count, text.height);
    page_draw(&browser->lesson.page, view->cursor, surface, text, NULL);
    draw_words_line(&browser->lesson, view->cursor, surface, text);
    draw_more(browser, surface, area_row(area, area.height - 1));
    if (focus)
        surface_set_cursor(surface, text.x, text.y);
}

static void lesson_foot(const struct browser *browser, struct buffer *out)
{
    struct record lesson;
    if (lesson_record(browser, &lesson))
        buffer_printf(out, browser_text(browser, MESSAGE_STOP_OF), browser->lesson.stop + 1,
                      lesson_count(browser->store, lesson));
}

/* Appends the title of the lesson and where one is in it. */
static void lesson_head(const struct browser *browser, struct buffer *out)
{
    struct record lesson;
    if (lesson_record(browser, &lesson))
        store_title(browser->store, lesson, browser->language, out);
    buffer_add_string(out, ": ");
    lesson_foot(browser, out);
}

static void lesson_tell(struct browser *browser, struct page *page, bool alone)
{
    tell_lines(&browser->lesson.page, browser->views[VIEW_LESSON].cursor, page, alone);
}

static bool lesson_go_to_row(struct browser *browser, size_t row)
{
    struct buffer id = {0};
    buffer_add(&id, buffer_bytes(&browser->lesson.id));
    bool shown = lesson_show(browser, buffer_bytes(&id), row);
    buffer_free(&id);
    return shown;
}

const struct view_ops lesson_view = {
    .title = MESSAGE_LESSON,
    .room = ROOM_SCREEN,
    .no_summary = true,
    .open = lesson_reopen,
    .count = lesson_places,
    .draw = lesson_draw,
    .head = lesson_head,
    .foot = lesson_foot,
    .tell = lesson_tell,
    .back = lesson_back,
    .step = lesson_step,
    .go_to_row = lesson_go_to_row,
};
