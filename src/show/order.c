#include "show/order.h"

#include <stdlib.h>

#include "find/naming.h"
#include "show/command.h"
#include "show/key.h"
#include "show/order_run.h"

/* --- Words --- */

static void run_id(struct browser *browser, const char *id, struct bytes rest)
{
    order_run(browser, action_named(bytes_of(id)), rest);
}

/* Goes on by one row, or one event where one is being read. */
static void step(struct browser *browser, int direction)
{
    if (browser->panes.help_open)
        command_back(browser, 0);
    const struct view_ops *ops = view_ops(browser_focus(browser));
    if (ops->step)
        ops->step(browser, direction);
    else
        command_move(browser, direction > 0 ? MOTION_DOWN : MOTION_UP);
}

static void run_next(struct browser *browser, struct bytes rest)
{
    (void)rest;
    step(browser, 1);
}

static void run_previous(struct browser *browser, struct bytes rest)
{
    (void)rest;
    step(browser, -1);
}

/* Goes to what has a number in the pane in focus, counted from 1. */
static void go_to_row(struct browser *browser, struct bytes typed)
{
    int number;
    if (!bytes_number(typed, &number) || number < 1 ||
        !view_ops(browser_focus(browser))->go_to_row(browser, (size_t)number - 1))
        browser_say(browser, MESSAGE_NO_SUCH_LINE, typed.at);
}

/* Does what Enter does, at the row that is named. On the page of an event rows are its links. */
static void run_open(struct browser *browser, struct bytes rest)
{
    if (browser_focus(browser) == VIEW_DETAIL && rest.size) {
        run_id(browser, "follow", rest);
        return;
    }
    if (rest.size && view_ops(browser_focus(browser))->go_to_row) {
        go_to_row(browser, rest);
        return;
    }
    const struct action *enter = order_key(browser, KEY_CODE_ENTER);
    if (!enter || (rest.size && !order_select(browser, rest)))
        browser_say(browser, MESSAGE_NO_SUCH_LINE, rest.at ? rest.at : "");
    else
        action_run(enter, browser, KEY_CODE_ENTER);
}

/* Leaves only the events of one province. */
static void keep_unit(struct browser *browser, uint32_t unit)
{
    struct question *question = &browser->question;
    question->unit_count = 0;
    question->all_of = false;
    question_toggle_unit(question, unit);
    browser_ask(browser);
}

/* A name that several provinces could have opens the pane with those. */
static void run_province(struct browser *browser, struct bytes rest)
{
    uint32_t *candidates = NULL, unit = UNIT_NONE;
    size_t count = 0;
    if (rest.size)
        unit = naming_find(&browser->store->gazetteer, rest, &candidates, &count);
    free(candidates);
    if (unit != UNIT_NONE)
        keep_unit(browser, unit);
    else if (rest.size && count == 0)
        browser_say(browser, MESSAGE_PROVINCE_UNKNOWN, rest.at);
    else
        run_id(browser, "provinces", rest);
}

static void run_list(struct browser *browser, struct bytes rest)
{
    (void)rest;
    browser->wants.repaint = true;
}

static const struct order orders[] = {
    {VI_EN("tiếp", "next"), "", run_next, NULL,
     VI_EN("dòng sau, hoặc sự kiện sau", "the next row, or the next event")},
    {VI_EN("trước", "previous"), "", run_previous, NULL,
     VI_EN("dòng trước, hoặc sự kiện trước", "the row before, or the event before")},
    {VI_EN("mở", "open"), " N", run_open, NULL,
     VI_EN("mở dòng mang số ấy; ở trang sự kiện thì theo liên kết",
           "open the row of that number; on the page of an event, follow the link")},
    {VI_EN("xem", "list"), "", run_list, NULL,
     VI_EN("kể lại những gì đang hiện", "tell again what is shown")},
    {VI_EN("tỉnh", "province"), " X", run_province, NULL,
     VI_EN("chỉ sự kiện ở tỉnh này", "only events in this province")},
    {VI_EN("đến", "go"), " 1954-05", NULL, "go-to",
     VI_EN("đến ngày, số thứ tự, 50% hoặc mã sự kiện",
           "go to a date, a number, 50% or the id of an event")},
    {VI_EN("tìm", "find"), " X", NULL, "search", VI_EN("như /X", "the same as /X")},
    {VI_EN("giữ", "keep"), " X", NULL, "keep",
     VI_EN("chỉ giữ sự kiện có chữ ấy", "keep only events that have this text")},
    {VI_EN("bỏ", "clear"), "", NULL, "clear",
     VI_EN("bỏ bộ lọc, từng phần một", "clear the filters, one by one")},
    {VI_EN("lui", "back"), "", NULL, "back",
     VI_EN("đóng khung trên cùng", "close the uppermost pane")},
    {VI_EN("trục", "axis"), "", NULL, "axis", VI_EN("trục thời gian", "the time axis")},
    {VI_EN("bài", "lesson"), "", NULL, "lessons", VI_EN("các bài giảng", "the lessons")},
    {VI_EN("hỏi", "ask"), "", NULL, "quiz",
     VI_EN("hỏi đáp về những sự kiện đang hiện", "hide and ask, about the events that are shown")},
    {VI_EN("tiếng", "language"), "", NULL, "language",
     VI_EN("đổi ngôn ngữ", "switch the language")},
    {VI_EN("giúp", "help"), "", NULL, "help", VI_EN("bảng này", "this list")},
    {VI_EN("thoát", "quit"), "", NULL, "quit", VI_EN("thoát ngay", "quit at once")},
};

#define ORDER_COUNT (sizeof orders / sizeof *orders)

const struct order *order_table(size_t *count)
{
    *count = ORDER_COUNT;
    return orders;
}

static const struct order *find_order(struct bytes word)
{
    struct query *typed = query_new(word);
    const struct order *found = NULL;
    for (size_t i = 0; i < ORDER_COUNT && !found; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (typed && query_equals(typed, bytes_of(orders[i].words.in[language])))
                found = &orders[i];
    query_free(typed);
    return found;
}

/* --- Lines --- */

/* What can be made of a line, each trying in turn; false where it makes nothing of it. */

static bool take_empty(struct browser *browser, struct bytes line)
{
    if (line.size == 0)
        run_next(browser, line);
    return line.size == 0;
}

/* Four digits may be a year; that is tried last. */
static bool take_number(struct browser *browser, struct bytes line)
{
    if (!bytes_are_digits(line) || line.size >= 4 || browser_focus(browser) == VIEW_HELP)
        return false;
    run_open(browser, line);
    return true;
}

/* Takes `/text` and its like: the key of a prompt, and what is typed there. */
static bool take_prompt_key(struct browser *browser, struct bytes line)
{
    size_t count, size = text_grapheme(line);
    const struct action *table = action_table(&count);
    struct bytes key = bytes_first(line, size);
    for (size_t i = 0; i < count && size < line.size; i++) {
        struct bytes rest, first = bytes_split(bytes_of(table[i].keys), ' ', &rest);
        if (!order_asks(&table[i]) || !bytes_equal(first, key))
            continue;
        order_run(browser, &table[i], bytes_after(line, size));
        return true;
    }
    return false;
}

static bool take_word(struct browser *browser, struct bytes line)
{
    struct bytes rest;
    const struct order *order = find_order(bytes_split(line, ' ', &rest));
    if (order && order->run)
        order->run(browser, rest);
    else if (order)
        run_id(browser, order->action, rest);
    return order != NULL;
}

static bool take_id(struct browser *browser, struct bytes line)
{
    struct bytes rest;
    const struct action *action = action_named(bytes_split(line, ' ', &rest));
    if (action)
        order_run(browser, action, rest);
    return action != NULL;
}

static bool take_key(struct browser *browser, struct bytes line)
{
    struct bytes rest;
    uint32_t key = key_parse(bytes_split(line, ' ', &rest));
    const struct action *action = key == KEY_CODE_NONE ? NULL : order_key(browser, key);
    if (action)
        order_run(browser, action, rest);
    return action != NULL;
}

/* Takes a beginning of ids: of one that can be used here, else of one that cannot. */
static bool take_beginning(struct browser *browser, struct bytes line)
{
    size_t count, found = 0;
    const struct action *table = action_table(&count), *action = NULL;
    struct buffer ids = {0};
    struct bytes rest, word = bytes_split(line, ' ', &rest);
    for (size_t i = 0; i < count; i++) {
        if (!order_is_in_reach(browser, &table[i]) || !bytes_start(bytes_of(table[i].id), word))
            continue;
        action = &table[i];
        buffer_printf(&ids, "%s%s", found++ ? ", " : "", action->id);
    }
    if (found == 1)
        order_run(browser, action, rest);
    else if (found)
        browser_say(browser, MESSAGE_ORDER_AMBIGUOUS, buffer_string(&ids));
    buffer_free(&ids);
    return found > 0;
}

void order_take(struct browser *browser, struct bytes line)
{
    static bool (*const takers[])(struct browser *, struct bytes) = {
        take_empty, take_number, take_prompt_key, take_word,    take_id,
        take_key,   order_type,  take_beginning,  browser_go_to};
    struct buffer clean = {0};
    text_clean_line(&clean, bytes_trim(line));
    struct bytes text = buffer_bytes(&clean);
    bool taken = browser->prompt.kind != PROMPT_NONE;
    if (taken)
        order_answer(browser, text);
    else
        buffer_clear(&browser->notice);
    for (size_t i = 0; i < sizeof takers / sizeof *takers && !taken; i++)
        taken = takers[i](browser, text);
    if (!taken)
        browser_say(browser, MESSAGE_NO_SUCH_ORDER, buffer_string(&clean));
    buffer_free(&clean);
}
