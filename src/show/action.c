#include "show/action.h"

#include "show/axis_command.h"
#include "show/browser.h"
#include "show/command.h"
#include "show/follow.h"
#include "show/key.h"
#include "show/lesson_view.h"
#include "show/lessons_view.h"
#include "show/map_command.h"
#include "show/map_move.h"
#include "show/provinces_view.h"
#include "show/quiz_view.h"
#include "show/source_view.h"
#include "show/strip.h"

#define NO_HINT VI_EN(NULL, NULL)
#define READING (CONTEXT_TIMELINE | CONTEXT_DETAIL | CONTEXT_AXIS | CONTEXT_MAP)
#define LISTS   (CONTEXT_ALL & ~(CONTEXT_AXIS | CONTEXT_MAP))
#define LIST    CONTEXT_TIMELINE
#define AXIS    CONTEXT_AXIS
#define MAP     CONTEXT_MAP
#define LESSON  CONTEXT_LESSON
#define QUIZ    CONTEXT_QUIZ
#define CLASS   (CONTEXT_LESSONS | CONTEXT_LESSON | CONTEXT_QUIZ)

static const struct action table[] = {
    {"down", "j Down ^N", LISTS, GROUP_MOVE, command_move, MOTION_DOWN, NO_HINT,
     VI_EN("xuống một dòng", "one line down")},
    {"up", "k Up ^P", LISTS, GROUP_MOVE, command_move, MOTION_UP, NO_HINT,
     VI_EN("lên một dòng", "one line up")},
    {"half-down", "^D", LISTS, GROUP_MOVE, command_move, MOTION_HALF_DOWN, NO_HINT,
     VI_EN("xuống nửa trang", "half a page down")},
    {"half-up", "^U", LISTS, GROUP_MOVE, command_move, MOTION_HALF_UP, NO_HINT,
     VI_EN("lên nửa trang", "half a page up")},
    {"page-down", "Space PgDn ^F", LISTS, GROUP_MOVE, command_move, MOTION_PAGE_DOWN, NO_HINT,
     VI_EN("xuống một trang", "one page down")},
    {"page-up", "b PgUp ^B", LISTS, GROUP_MOVE, command_move, MOTION_PAGE_UP, NO_HINT,
     VI_EN("lên một trang", "one page up")},
    {"first", "g Home", LISTS, GROUP_MOVE, command_move, MOTION_FIRST, NO_HINT,
     VI_EN("về đầu", "to the beginning")},
    {"last", "G End", LISTS, GROUP_MOVE, command_move, MOTION_LAST, NO_HINT,
     VI_EN("đến cuối", "to the end")},
    {"level-in", "+", LIST, GROUP_MOVE, command_level, 1, NO_HINT,
     VI_EN("vào gần: thế kỷ, thập niên, năm, tháng, sự kiện",
           "closer: centuries, decades, years, months, events")},
    {"level-out", "- Left h", LIST, GROUP_MOVE, command_level, -1, NO_HINT,
     VI_EN("ra xa: tháng, năm, thập niên, thế kỷ",
           "further away: months, years, decades, centuries")},
    {"next-year", "]", READING, GROUP_MOVE, command_year, 1, NO_HINT,
     VI_EN("sang năm sau có sự kiện", "to the next year that has events")},
    {"previous-year", "[", READING, GROUP_MOVE, command_year, -1, NO_HINT,
     VI_EN("về năm trước có sự kiện", "to the year before that has events")},
    {"next-decade", "}", READING, GROUP_MOVE, command_year, 10, NO_HINT,
     VI_EN("tới mười năm", "ten years on")},
    {"previous-decade", "{", READING, GROUP_MOVE, command_year, -10, NO_HINT,
     VI_EN("lùi mười năm", "ten years back")},
    {"next-peak", ")", READING, GROUP_MOVE, strip_peak, 1, NO_HINT,
     VI_EN("tới đỉnh sau của dải mật độ", "to the next peak of the density strip")},
    {"previous-peak", "(", READING, GROUP_MOVE, strip_peak, -1, NO_HINT,
     VI_EN("về đỉnh trước của dải mật độ", "to the peak before")},
    {"scale", "#", READING, GROUP_MOVE, strip_scale, 0, NO_HINT,
     VI_EN("cột cao nhất của dải mật độ là bao nhiêu sự kiện",
           "how many events the highest column of the strip stands for")},
    {"go-to", ":", READING, GROUP_MOVE, command_prompt, PROMPT_GOTO, NO_HINT,
     VI_EN("đến ngày (1954, 5/1954, 7/5/1954), số thứ tự, 50% hoặc mã sự kiện",
           "go to a date (1954, 5/1954, 7/5/1954), a number, 50% or the id of an event")},
    {"visited", "u", READING, GROUP_MOVE, command_visited, 0, NO_HINT,
     VI_EN("trở lại chỗ trước khi nhảy", "back to where the last jump began")},
    {"open", "Enter l Right", LIST, GROUP_PANES, command_enter, 0, VI_EN("đọc", "read"),
     VI_EN("đọc sự kiện", "read the event")},
    {"read", "Enter", AXIS, GROUP_AXIS, axis_read, 0, VI_EN("đọc", "read"),
     VI_EN("đọc sự kiện", "read the event")},
    {"zoom-in", "+", AXIS, GROUP_AXIS, axis_zoom, 1, VI_EN("gần", "nearer"),
     VI_EN("phóng to quanh sự kiện đang chọn, tới một ngày",
           "zoom in around the selected event, down to a day")},
    {"zoom-out", "-", AXIS, GROUP_AXIS, axis_zoom, -1, NO_HINT, VI_EN("thu nhỏ", "zoom out")},
    {"zoom-all", "0", AXIS, GROUP_AXIS, axis_zoom, 0, NO_HINT,
     VI_EN("hiện toàn bộ dòng thời gian", "show the whole span")},
    {"next-event", "l Right ^N", AXIS, GROUP_AXIS, axis_step, 1, NO_HINT,
     VI_EN("sự kiện sau", "next event")},
    {"previous-event", "h Left ^P", AXIS, GROUP_AXIS, axis_step, -1, NO_HINT,
     VI_EN("sự kiện trước", "event before")},
    {"lane-down", "j Down", AXIS, GROUP_AXIS, axis_change_lane, 1, NO_HINT,
     VI_EN("xuống làn dưới", "to the lane below")},
    {"lane-up", "k Up", AXIS, GROUP_AXIS, axis_change_lane, -1, NO_HINT,
     VI_EN("lên làn trên", "to the lane above")},
    {"pan-right", "Space PgDn ^F", AXIS, GROUP_AXIS, axis_pan, 2, NO_HINT,
     VI_EN("tới một màn hình", "one screen on")},
    {"pan-left", "b PgUp ^B", AXIS, GROUP_AXIS, axis_pan, -2, NO_HINT,
     VI_EN("lùi một màn hình", "one screen back")},
    {"half-right", "^D", AXIS, GROUP_AXIS, axis_pan, 1, NO_HINT,
     VI_EN("tới nửa màn hình", "half a screen on")},
    {"half-left", "^U", AXIS, GROUP_AXIS, axis_pan, -1, NO_HINT,
     VI_EN("lùi nửa màn hình", "half a screen back")},
    {"axis-first", "g Home", AXIS, GROUP_AXIS, axis_end, -1, NO_HINT,
     VI_EN("về sự kiện đầu", "to the first event")},
    {"axis-last", "G End", AXIS, GROUP_AXIS, axis_end, 1, NO_HINT,
     VI_EN("đến sự kiện cuối", "to the last event")},
    {"lanes", "v", AXIS, GROUP_AXIS, axis_next_lanes, 0, VI_EN("làn", "lanes"),
     VI_EN("làn theo tỉnh, chủ đề, thời kỳ", "lanes by province, subject, era")},
    {"squeeze", "z", AXIS, GROUP_AXIS, axis_squeeze, 0, VI_EN("thu gọn", "squeeze"),
     VI_EN("thu gọn quãng trống hoặc đúng tỷ lệ", "squeeze gaps, or all to scale")},
    {"map-apply", "Enter", MAP, GROUP_MAP, map_apply, 0, VI_EN("lọc", "filter"),
     VI_EN("lọc theo các tỉnh đã chọn, hoặc tỉnh đang trỏ",
           "filter by what is chosen, or by the province pointed at")},
    {"map-choose", "Space", MAP, GROUP_MAP, map_choose, 0, VI_EN("chọn", "choose"),
     VI_EN("chọn tỉnh hoặc thôi chọn", "choose the province, or no longer")},
    {"map-in", "+", MAP, GROUP_MAP, map_zoom, 1, VI_EN("gần", "nearer"),
     VI_EN("phóng to quanh tỉnh đang trỏ", "zoom in around the province pointed at")},
    {"map-out", "-", MAP, GROUP_MAP, map_zoom, -1, NO_HINT, VI_EN("thu nhỏ", "zoom out")},
    {"map-all", "0", MAP, GROUP_MAP, map_zoom, 0, NO_HINT,
     VI_EN("hiện cả nước", "show the whole country")},
    {"map-left", "h Left ^B", MAP, GROUP_MAP, map_step, MAP_LEFT, NO_HINT,
     VI_EN("sang tỉnh phía tây", "to the next province in the west")},
    {"map-right", "l Right ^F", MAP, GROUP_MAP, map_step, MAP_RIGHT, NO_HINT,
     VI_EN("sang tỉnh phía đông", "to the next province in the east")},
    {"map-up", "k Up ^P", MAP, GROUP_MAP, map_step, MAP_UP, NO_HINT,
     VI_EN("lên tỉnh phía bắc", "to the next province in the north")},
    {"map-down", "j Down ^N", MAP, GROUP_MAP, map_step, MAP_DOWN, NO_HINT,
     VI_EN("xuống tỉnh phía nam", "to the next province in the south")},
    {"apply", "Enter", CONTEXT_CHOOSERS, GROUP_PROVINCES, command_apply, 0, VI_EN("lọc", "filter"),
     VI_EN("lọc theo các dòng đã chọn, hoặc dòng đang trỏ",
           "filter by what is chosen, or by the selected row")},
    {"choose", "Space", CONTEXT_CHOOSERS, GROUP_PROVINCES, command_choose, 0,
     VI_EN("chọn", "choose"),
     VI_EN("chọn dòng hoặc thôi chọn; khi tên đang gõ còn tiếp, là dấu cách",
           "choose the row, or no longer; a blank while the name typed may go on")},
    {"all-of", "&", CONTEXT_PROVINCES, GROUP_PROVINCES, provinces_switch_all_of, 0,
     VI_EN("tất cả", "all of"),
     VI_EN("sự kiện ở một trong các tỉnh, hay ở tất cả",
           "events in any of the provinces, or in all of them")},
    {"untype", "Backspace ^H", CONTEXT_CHOOSERS, GROUP_PROVINCES, command_untype, 0, NO_HINT,
     VI_EN("xóa chữ vừa gõ", "take back the last letter typed")},
    {"card", "Right", CONTEXT_SOURCES, GROUP_PROVINCES, command_next_pane, 0, VI_EN("đọc", "read"),
     VI_EN("đọc nguồn đang trỏ", "read about the selected source")},
    {"cited", "Enter", CONTEXT_SOURCE, GROUP_PROVINCES, source_read_event, 0,
     VI_EN("đến sự kiện", "go to the event"),
     VI_EN("đến sự kiện đang trỏ trong một nguồn", "go to the selected event of a source")},
    {"hold", "Enter l Right", CONTEXT_LESSONS, GROUP_TEACHING, lessons_begin, 0,
     VI_EN("bắt đầu", "begin"),
     VI_EN("giảng bài đang trỏ, từ chặng đã dừng", "hold the lesson, from where it was left")},
    {"next-stop", "Space n l Right PgDn ^F Enter", LESSON, GROUP_TEACHING, lesson_step, LESSON_NEXT,
     VI_EN("tiếp", "next"), VI_EN("sang chặng sau", "to the next stop")},
    {"previous-stop", "b p h Left PgUp ^B Backspace", LESSON, GROUP_TEACHING, lesson_step,
     LESSON_BEFORE, VI_EN("trước", "before"), VI_EN("về chặng trước", "to the stop before")},
    {"first-stop", "g Home", LESSON, GROUP_TEACHING, lesson_step, LESSON_FIRST, NO_HINT,
     VI_EN("về chặng đầu", "to the first stop")},
    {"last-stop", "G End", LESSON, GROUP_TEACHING, lesson_step, LESSON_LAST, NO_HINT,
     VI_EN("đến chặng cuối", "to the last stop")},
    {"pick", "Enter Space", QUIZ, GROUP_TEACHING, quiz_choose, 0, VI_EN("chọn", "choose"),
     VI_EN("mở đáp án, hoặc chọn dòng đang trỏ", "uncover, or choose the selected row")},
    {"pick-row", "1 2 3 4", QUIZ, GROUP_TEACHING, quiz_choose_number, ARGUMENT_COUNTS, NO_HINT,
     VI_EN("chọn dòng mang số ấy", "choose the row of that number")},
    {"skip", "n l Right", QUIZ, GROUP_TEACHING, quiz_skip, 0, VI_EN("bỏ qua", "skip"),
     VI_EN("sang câu khác, không tính điểm", "to another question, without a score")},
    {"kind", "v", QUIZ, GROUP_TEACHING, quiz_next_kind, 0, VI_EN("loại", "kind"),
     VI_EN("hỏi ngày tháng, tên sự kiện, thứ tự, nơi xảy ra, hay mọi loại",
           "ask for dates, titles, the order, places, or everything")},
    {"provinces", "p", READING, GROUP_PANES, command_open, VIEW_PROVINCES,
     VI_EN("tỉnh", "province"),
     VI_EN("chọn tỉnh: gõ để thu hẹp", "choose provinces: type to narrow")},
    {"axis", "a", READING | LESSON, GROUP_PANES, command_open, VIEW_AXIS, VI_EN("trục", "axis"),
     VI_EN("trục thời gian", "the time axis")},
    {"lessons", "t", READING, GROUP_PANES, lessons_open_any, 0, NO_HINT,
     VI_EN("các bài giảng", "the lessons")},
    {"quiz", "A", READING, GROUP_PANES, quiz_open, 0, NO_HINT,
     VI_EN("hỏi đáp về những sự kiện đang hiện", "hide and ask, about the events that are shown")},
    {"search", "/", READING, GROUP_FIND, command_prompt, PROMPT_SEARCH, VI_EN("tìm", "search"),
     VI_EN("tìm; không dấu tìm mọi dấu, có dấu tìm đúng dấu",
           "search; without accents finds any, with them finds these")},
    {"help", "? F1", CONTEXT_ALL, GROUP_REST, command_open, VIEW_HELP, VI_EN("trợ giúp", "help"),
     VI_EN("bảng phím này", "this table of keys")},
    {"map", "m", READING | LESSON, GROUP_PANES, command_open, VIEW_MAP, VI_EN("bản đồ", "map"),
     VI_EN("bản đồ các tỉnh; nơi không vẽ được thì danh sách tỉnh",
           "the map of provinces; where none can be drawn, the list of them")},
    {"next-match", "n", READING, GROUP_FIND, command_match, 1, NO_HINT,
     VI_EN("kết quả sau", "next match")},
    {"previous-match", "N", READING, GROUP_FIND, command_match, -1, NO_HINT,
     VI_EN("kết quả trước", "match before")},
    {"keep", "&", READING, GROUP_FIND, command_prompt, PROMPT_KEEP, NO_HINT,
     VI_EN("chỉ giữ sự kiện có chữ gõ vào; để trống thì bỏ",
           "keep only events that have what is typed; nothing clears it")},
    {"span", "F", READING, GROUP_FIND, command_prompt, PROMPT_SPAN, NO_HINT,
     VI_EN("chỉ giữ sự kiện chạm khoảng thời gian gõ vào; để trống thì bỏ",
           "keep only events that touch the span typed; nothing clears it")},
    {"clear", "x", READING, GROUP_FIND, command_clear, 0, NO_HINT,
     VI_EN("bỏ bộ lọc, từng phần một", "clear the filters, one by one")},
    {"ruler", "=", READING, GROUP_MOVE, command_ruler, 0, NO_HINT,
     VI_EN("đo từ sự kiện này đến sự kiện chọn sau đó",
           "measure from this event to one selected later")},
    {"follow", "1 2 3 4 5 6 7 8 9", READING, GROUP_MOVE, command_follow, ARGUMENT_COUNTS, NO_HINT,
     VI_EN("theo liên kết xem thêm mang số ấy", "follow the see-also link of that number")},
    {"next-pane", "Tab", READING | CONTEXT_SOURCES | CONTEXT_SOURCE, GROUP_PANES, command_next_pane,
     0, NO_HINT, VI_EN("sang khung bên cạnh", "to the other pane")},
    {"maximise", "O", READING | CONTEXT_SOURCE, GROUP_PANES, command_maximise, 0, NO_HINT,
     VI_EN("khung này chiếm cả màn hình", "this pane alone on the screen")},
    {"rejoin", ".", READING | LESSON, GROUP_MOVE, follow_rejoin, 0, NO_HINT,
     VI_EN("trở lại với người dẫn (--follow)", "back to the leader (--follow)")},
    {"accept", "Enter ^J", CONTEXT_PROMPT, GROUP_PROMPT, command_accept, 0, NO_HINT,
     VI_EN("nhận những gì đã gõ", "take what was typed")},
    {"cancel", "Esc ^C ^G", CONTEXT_PROMPT, GROUP_PROMPT, command_cancel, 0, NO_HINT,
     VI_EN("thôi, như chưa gõ gì", "leave without effect")},
    {"erase", "Backspace ^H", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_ERASE, NO_HINT,
     VI_EN("xóa chữ trước con trỏ; dòng trống thì thôi",
           "erase the letter before the cursor; leave an empty line")},
    {"erase-next", "Del ^D", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_ERASE_NEXT, NO_HINT,
     VI_EN("xóa chữ sau con trỏ", "erase the letter behind the cursor")},
    {"erase-word", "^W", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_ERASE_WORD, NO_HINT,
     VI_EN("xóa từ trước con trỏ", "erase the word before the cursor")},
    {"erase-line", "^U", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_ERASE_LINE, NO_HINT,
     VI_EN("xóa tất cả trước con trỏ", "erase all before the cursor")},
    {"caret-left", "Left ^B", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_LEFT, NO_HINT,
     VI_EN("sang trái", "go left")},
    {"caret-right", "Right ^F", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_RIGHT, NO_HINT,
     VI_EN("sang phải", "go right")},
    {"caret-first", "Home ^A", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_FIRST, NO_HINT,
     VI_EN("về đầu dòng", "to the beginning")},
    {"caret-last", "End ^E", CONTEXT_PROMPT, GROUP_PROMPT, command_edit, PROMPT_LAST, NO_HINT,
     VI_EN("đến cuối dòng", "to the end")},
    {"close", "q", READING | CLASS | CONTEXT_SOURCE | CONTEXT_HELP, GROUP_REST, command_close, 0,
     VI_EN("đóng", "close"),
     VI_EN("đóng khung trên cùng; ở khung cuối thì thoát",
           "close the uppermost pane; at the last one, quit")},
    {"back", "Esc", CONTEXT_ALL, GROUP_REST, command_back, 0, NO_HINT,
     VI_EN("đóng khung trên cùng; không bao giờ thoát", "close the uppermost pane; never quits")},
    {"facets", "f", READING, GROUP_PANES, command_open, VIEW_FACETS, VI_EN("lọc", "filter"),
     VI_EN("lọc theo chủ đề, thời kỳ, số nguồn: gõ để thu hẹp",
           "filter by subject, era, standing: type to narrow")},
    {"sources", "s", READING, GROUP_PANES, command_open, VIEW_SOURCES, VI_EN("nguồn", "sources"),
     VI_EN("các nguồn, từ nguồn đầu của sự kiện đang chọn",
           "the sources, from the first one of the selected event")},
    {"language", "L", READING | CLASS, GROUP_REST, command_language, 0,
     VI_EN("English", "tiếng Việt"), VI_EN("đổi ngôn ngữ", "switch the language")},
    {"both", "B", READING | LESSON | QUIZ, GROUP_REST, command_both, 0, NO_HINT,
     VI_EN("đọc bằng cả hai ngôn ngữ", "read in both languages")},
    {"names", "P ^T", READING | LESSON | CONTEXT_PROVINCES, GROUP_REST, command_names, 0, NO_HINT,
     VI_EN("tên tỉnh theo 63 tỉnh, theo thời điểm, theo 34 tỉnh ngày nay",
           "provinces named as the 63, as then, as the 34 of today")},
    {"left", "Left h", CONTEXT_ALL & ~CONTEXT_TIMELINE, GROUP_REST, command_back, 0, NO_HINT,
     VI_EN("đóng khung trên cùng", "close the uppermost pane")},
    {"quit", "Q", READING | CLASS | CONTEXT_SOURCE | CONTEXT_HELP, GROUP_REST, command_quit, 0,
     NO_HINT, VI_EN("thoát ngay", "quit at once")},
    {"interrupt", "^C", CONTEXT_ALL, GROUP_REST, command_quit, 0, NO_HINT,
     VI_EN("thoát ngay, ở bất cứ đâu", "quit at once, wherever one is")},
    {"repaint", "^L R", CONTEXT_ALL, GROUP_REST, command_repaint, 0, NO_HINT,
     VI_EN("vẽ lại màn hình", "paint the screen anew")},
    {"suspend", "^Z", CONTEXT_ALL | CONTEXT_UNRESTRICTED, GROUP_REST, command_suspend, 0, NO_HINT,
     VI_EN("tạm dừng chương trình", "stop the program for now")},
};

static const struct bilingual group_titles[GROUP_COUNT] = {
    [GROUP_MOVE] = VI_EN("Đi lại", "Moving"),
    [GROUP_FIND] = VI_EN("Tìm và lọc", "Finding and filtering"),
    [GROUP_PANES] = VI_EN("Khung", "Panes"),
    [GROUP_PROVINCES] = VI_EN("Trong khung tỉnh, lọc và nguồn", "In the panes that filter"),
    [GROUP_TEACHING] = VI_EN("Trong bài giảng và hỏi đáp", "In a lesson, and hide and ask"),
    [GROUP_AXIS] = VI_EN("Trên trục thời gian", "On the time axis"),
    [GROUP_MAP] = VI_EN("Trên bản đồ", "On the map"),
    [GROUP_PROMPT] = VI_EN("Khi đang gõ một dòng", "At a prompt"),
    [GROUP_REST] = VI_EN("Khác", "The rest"),
};

const struct action *action_table(size_t *count)
{
    *count = sizeof table / sizeof *table;
    return table;
}

const char *action_group_title(enum action_group group, enum language language)
{
    return group_titles[group].in[language];
}

/* Returns which of an action's keys `key` is, counted from 1; 0 for none. */
static int key_number(const struct action *action, uint32_t key)
{
    struct bytes left = bytes_of(action->keys);
    for (int number = 1; left.size; number++)
        if (key_parse(bytes_split(left, ' ', &left)) == key)
            return number;
    return 0;
}

bool action_is_on(const struct action *action, const struct browser *browser)
{
    return !(action->context & CONTEXT_UNRESTRICTED) || !browser->restricted;
}

void action_run(const struct action *action, struct browser *browser, uint32_t key)
{
    bool counts = action->argument == ARGUMENT_COUNTS;
    if (action_is_on(action, browser))
        action->run(browser, counts ? key_number(action, key) : action->argument);
}

const struct action *action_find(enum context context, uint32_t key, bool own)
{
    const unsigned here = context, typed = CONTEXT_CHOOSERS;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        unsigned panes = table[i].context & ~(unsigned)CONTEXT_UNRESTRICTED;
        bool is_own = panes == here || (panes & ~typed) == 0;
        bool meant = (table[i].context & here) != 0 && (is_own || !own);
        if (meant && key_number(&table[i], key))
            return &table[i];
    }
    return NULL;
}

const struct action *action_named(struct bytes id)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].context != CONTEXT_PROMPT && bytes_equal(bytes_of(table[i].id), id))
            return &table[i];
    return NULL;
}
