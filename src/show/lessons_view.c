#include "show/lessons_view.h"

#include "file/lesson.h"
#include "show/command.h"
#include "show/lesson_view.h"
#include "show/rows.h"
#include "show/tell.h"

/* The list of lessons, and below it what the teacher says at the stops of the selected one. */

#define MARKER_WIDTH 2
#define NUMBER_WIDTH 4 /* of a stop */

static const struct record_list *lessons_of(const struct browser *browser)
{
    return &browser->store->lists[RECORD_LESSON];
}

static size_t lessons_count(const struct browser *browser)
{
    return lessons_of(browser)->count;
}

static struct bytes id_of(const struct browser *browser, size_t lesson)
{
    return store_id(browser->store, lessons_of(browser)->items[lesson]);
}

static void add_title(const struct browser *browser, size_t lesson, struct buffer *out)
{
    store_title(browser->store, lessons_of(browser)->items[lesson], browser->language, out);
}

/* Appends how many stops a lesson has, or where it was left. */
static void add_progress(const struct browser *browser, size_t lesson, struct buffer *out)
{
    struct bytes id = id_of(browser, lesson);
    size_t stops = lesson_count(browser->store, lessons_of(browser)->items[lesson]);
    bool is_left = id.size && bytes_equal(id, buffer_bytes(&browser->lesson.id));
    if (is_left)
        buffer_printf(out, browser_text(browser, MESSAGE_STOP_OF), browser->lesson.stop + 1, stops);
    else
        buffer_printf(out, browser_text(browser, MESSAGE_STOPS), stops);
}

/* The lesson that was held last is selected. */
static void lessons_open(struct browser *browser)
{
    struct view *view = &browser->views[VIEW_LESSONS];
    struct bytes id = buffer_bytes(&browser->lesson.id);
    struct record lesson;
    size_t number;
    *view = (struct view){0};
    if (id.size && store_find_record(browser->store, RECORD_LESSON, id, &lesson, &number))
        view->cursor = number;
}

static void draw_lesson(const struct browser *browser, size_t lesson, struct surface *surface,
                        struct area row, bool focus)
{
    struct buffer title = {0}, progress = {0};
    add_title(browser, lesson, &title);
    add_progress(browser, lesson, &progress);
    struct area left = area_after(row, MARKER_WIDTH);
    left.width -= surface_put_right(surface, row, buffer_bytes(&progress), STYLE_PLAIN) + 2;
    surface_put(surface, left, buffer_bytes(&title), STYLE_PLAIN);
    if (lesson == browser->views[VIEW_LESSONS].cursor)
        rows_mark(surface, row, focus);
    buffer_free(&title);
    buffer_free(&progress);
}

/* Draws what is said at the stops of the selected lesson, one a row. */
static void draw_stops(const struct browser *browser, struct surface *surface, struct area area)
{
    size_t cursor = browser->views[VIEW_LESSONS].cursor;
    struct record lesson = lessons_of(browser)->items[cursor];
    size_t count = lesson_count(browser->store, lesson);
    struct buffer words = {0};
    for (int y = 0; y < area.height && (size_t)y < count; y++) {
        struct area row = area_row(area, y), number = row;
        char digits[24];
        buffer_clear(&words);
        lesson_add_words(browser->store, lesson, (size_t)y, browser->language, &words);
        snprintf(digits, sizeof digits, "%d", y + 1);
        number.width = NUMBER_WIDTH - 1;
        surface_put_right(surface, number, bytes_of(digits), STYLE_FAINT);
        surface_put(surface, area_after(row, NUMBER_WIDTH + 1), buffer_bytes(&words), STYLE_PLAIN);
    }
    buffer_free(&words);
}

static void lessons_draw(struct browser *browser, struct surface *surface, struct area area,
                         bool focus)
{
    struct view *view = &browser->views[VIEW_LESSONS];
    size_t count = lessons_count(browser);
    rows_scroll(view, count, area.height - 1);
    surface_put_string(surface, area, browser_text(browser, MESSAGE_LESSONS), STYLE_BOLD);
    int y = 1;
    for (size_t i = view->top; i < count && y < area.height; i++, y++)
        draw_lesson(browser, i, surface, area_row(area, y), focus);
    struct area below = {area.x, area.y + y + 1, area.width, area.height - y - 1};
    if (view->cursor < count)
        draw_stops(browser, surface, below);
}

static void lessons_tell(struct browser *browser, struct page *page, bool alone)
{
    size_t cursor = browser->views[VIEW_LESSONS].cursor, count = lessons_count(browser);
    size_t rows = tell_count(cursor, count, (int)count, alone);
    struct buffer line = {0};
    for (size_t i = cursor; i < cursor + rows; i++) {
        buffer_clear(&line);
        add_title(browser, i, &line);
        buffer_add_string(&line, ", ");
        add_progress(browser, i, &line);
        tell_row(page, i + 1, buffer_bytes(&line));
    }
    buffer_free(&line);
}

static void lessons_press(struct browser *browser, int x, int y)
{
    (void)x;
    rows_press(&browser->views[VIEW_LESSONS], lessons_count(browser), y - 1);
}

void lessons_begin(struct browser *browser, int unused)
{
    size_t cursor = browser->views[VIEW_LESSONS].cursor;
    (void)unused;
    if (cursor < lessons_count(browser))
        lesson_hold(browser, id_of(browser, cursor));
}

void lessons_open_any(struct browser *browser, int unused)
{
    (void)unused;
    if (lessons_count(browser) == 0)
        browser_say(browser, MESSAGE_NO_LESSONS);
    else if (lessons_count(browser) == 1)
        lesson_hold(browser, id_of(browser, 0));
    else
        command_open(browser, VIEW_LESSONS);
}

const struct view_ops lessons_view = {
    .title = MESSAGE_LESSONS,
    .room = ROOM_PANES,
    .open = lessons_open,
    .count = lessons_count,
    .draw = lessons_draw,
    .press = lessons_press,
    .tell = lessons_tell,
};
