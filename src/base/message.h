#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/language.h"

/* Every text of the interface that belongs to no other table, English and Vietnamese side by side.
 * Texts with conversions are formats for printf; both languages have the same ones, in the same
 * order. */
#define MESSAGES(M)                                                                                \
    M(NEED_SIZE, "need >= %dx%d", "cần >= %dx%d")                                                  \
    M(EVENTS, "%zu events", "%zu sự kiện")                                                         \
    M(ONE_EVENT, "1 event", "1 sự kiện")                                                           \
    M(EVENTS_OF, "%zu of %zu", "%zu trên %zu")                                                     \
    M(READING, "reading, %d%%", "đang đọc, %d%%")                                                  \
    M(NO_EVENTS_LEFT, "no event is left: x clears the filter",                                     \
      "không còn sự kiện nào: x bỏ bộ lọc")                                                        \
    M(GAP, "nothing for %s", "không có gì trong %s")                                               \
    M(ALL_OF, "all of", "cùng lúc")                                                                \
    M(SPAN, "%s to %s", "%s đến %s")                                                               \
    M(FROM_SOURCE, "source: %s", "nguồn: %s")                                                      \
    M(SINGLE_SOURCE, "single source", "một nguồn")                                                 \
    M(DISPUTED, "sources differ", "nguồn khác nhau")                                               \
    M(CERTAIN, "certain dates", "ngày chắc chắn")                                                  \
    M(ALL_SHOWN, "every event is shown", "hiện mọi sự kiện")                                       \
    M(THEN, "then", "khi đó")                                                                      \
    M(NOW, "now", "nay")                                                                           \
    M(LATER, "later", "sau")                                                                       \
    M(BEFORE, "before", "trước")                                                                   \
    M(NOTE, "Note", "Ghi chú")                                                                     \
    M(FIGURES, "Figures", "Con số")                                                                \
    M(PEOPLE, "People", "Nhân vật")                                                                \
    M(PLACES, "Places", "Nơi chốn")                                                                \
    M(SOURCES, "Sources", "Nguồn")                                                                 \
    M(SEE_ALSO, "See also", "Xem thêm")                                                            \
    M(SOUTH, "in the South: %s", "ở miền Nam: %s")                                                 \
    M(ABOUT_SIGN, "about ", "khoảng ")                                                             \
    M(OVER_SIGN, "over ", "hơn ")                                                                  \
    M(UNDER_SIGN, "under ", "dưới ")                                                               \
    M(TIMELINE, "Timeline", "Dòng thời gian")                                                      \
    M(DETAIL, "Event", "Sự kiện")                                                                  \
    M(PROVINCES, "Provinces", "Tỉnh thành")                                                        \
    M(PROVINCES_ANY, "Provinces, any of those chosen", "Tỉnh thành, ở một trong các tỉnh đã chọn") \
    M(PROVINCES_ALL, "Provinces, in all chosen at once", "Tỉnh thành, ở tất cả các tỉnh đã chọn")  \
    M(NARROWED, "names with: %s", "tên có: %s")                                                    \
    M(FACETS, "Filter", "Lọc")                                                                     \
    M(FACETS_HEADING, "Filter by subject, era, sources", "Lọc theo chủ đề, thời kỳ, nguồn")        \
    M(FACET_TAGS, "Subject", "Chủ đề")                                                             \
    M(FACET_ERAS, "Era", "Thời kỳ")                                                                \
    M(SOURCES_COUNTED, "%zu sources", "%zu nguồn")                                                 \
    M(NO_SUCH_NAME, "nothing has such a name", "không mục nào có tên như vậy")                     \
    M(EVENTS_COUNTED, "%s events", "%s sự kiện")                                                   \
    M(CITED_BY, "Events that rest on it: %zu", "Sự kiện dựa vào nguồn này: %zu")                   \
    M(CITED_BY_LEFT, ", under the filter: %zu", ", theo bộ lọc: %zu")                              \
    M(NO_PROVINCE, "no province has such a name", "không tỉnh nào có tên như vậy")                 \
    M(MAP, "Map", "Bản đồ")                                                                        \
    M(NO_MAP, "no map here", "không có bản đồ")                                                    \
    M(MAP_NOTHING, "nothing happened here", "ở đây không có sự kiện nào")                          \
    M(MAP_CHOSEN, "chosen: %s", "đã chọn: %s")                                                     \
    M(MAP_COUNTS, "events", "số sự kiện")                                                          \
    M(MAP_OFF, "not on the map: %s", "ngoài bản đồ: %s")                                           \
    M(MAP_LIT, "happened in: ", "nơi diễn ra: ")                                                   \
    M(AXIS, "Axis", "Trục thời gian")                                                              \
    M(AXIS_ALL, "all", "tất cả")                                                                   \
    M(AXIS_OTHERS, "others", "còn lại")                                                            \
    M(AXIS_BY_PROVINCE, "lanes: provinces", "làn: tỉnh thành")                                     \
    M(AXIS_BY_TAG, "lanes: subjects", "làn: chủ đề")                                               \
    M(AXIS_BY_ERA, "lanes: eras", "làn: thời kỳ")                                                  \
    M(AXIS_SQUEEZED, "gaps squeezed", "các quãng trống được thu gọn")                              \
    M(AXIS_TO_SCALE, "gaps to scale", "các quãng trống đúng tỷ lệ")                                \
    M(TIMELINE_CENTURIES, "Timeline by centuries", "Dòng thời gian theo thế kỷ")                   \
    M(TIMELINE_DECADES, "Timeline by decades", "Dòng thời gian theo thập niên")                    \
    M(TIMELINE_YEARS, "Timeline by years", "Dòng thời gian theo năm")                              \
    M(TIMELINE_MONTHS, "Timeline by months", "Dòng thời gian theo tháng")                          \
    M(DETAIL_OF, "Event %zu of %zu", "Sự kiện %zu trên %zu")                                       \
    M(CHOSEN, "chosen", "đã chọn")                                                                 \
    M(AXIS_LANE, "%s: %zu here, %zu before, %zu after", "%s: ở đây %zu, trước đó %zu, sau đó %zu") \
    M(ORDERS_HINT, "help lists the commands, quit ends",                                           \
      "gõ giúp để xem các lệnh, thoát để kết thúc")                                                \
    M(ORDERS, "type a name, its beginning or its key; a number opens that row; nothing is next:",  \
      "gõ tên lệnh, phần đầu của tên hoặc phím; số thì mở dòng ấy; để trống là tiếp:")             \
    M(NO_SUCH_ORDER, "no such command: %s; help lists them",                                       \
      "không có lệnh này: %s; gõ giúp để xem các lệnh")                                            \
    M(ORDER_AMBIGUOUS, "several commands begin so: %s", "nhiều lệnh bắt đầu như vậy: %s")          \
    M(ORDER_NOT_HERE, "this does nothing here: %s", "lệnh này không dùng được ở đây: %s")          \
    M(NO_SUCH_LINE, "there is no line %s", "không có dòng %s")                                     \
    M(LESSONS, "Lessons", "Bài giảng")                                                             \
    M(LESSON, "Lesson", "Bài giảng")                                                               \
    M(STOPS, "%zu stops", "%zu chặng")                                                             \
    M(STOP_OF, "stop %zu of %zu", "chặng %zu/%zu")                                                 \
    M(STOP_MISSING, "stop %zu is passed over, its event is not there: %s",                         \
      "bỏ qua chặng %zu, không có sự kiện: %s")                                                    \
    M(FIRST_STOP, "this is the first stop", "đây là chặng đầu")                                    \
    M(LAST_STOP, "the lesson ends here; Esc leaves it", "hết bài; Esc để rời bài")                 \
    M(NO_LESSONS, "this timeline has no lessons", "dòng thời gian này không có bài giảng")         \
    M(LESSON_UNKNOWN, "which lesson is meant: %s", "không rõ bài giảng nào: %s")                   \
    M(MORE_BELOW, "j more below", "j còn nữa")                                                     \
    M(QUIZ, "Hide and ask", "Hỏi đáp")                                                             \
    M(QUIZ_DATE, "When was this?", "Sự kiện này xảy ra khi nào?")                                  \
    M(QUIZ_TITLE, "What happened then?", "Khi ấy xảy ra sự kiện gì?")                              \
    M(QUIZ_ORDER, "Which was first, and which next?",                                              \
      "Sự kiện nào xảy ra trước, rồi đến sự kiện nào?")                                            \
    M(QUIZ_PLACE, "Where was this?", "Sự kiện này xảy ra ở đâu?")                                  \
    M(QUIZ_UNCOVER, "uncover", "mở đáp án")                                                        \
    M(QUIZ_KNOWN, "the class knew", "cả lớp trả lời đúng")                                         \
    M(QUIZ_MISSED, "not this time", "chưa trả lời được")                                           \
    M(QUIZ_NEXT, "next question", "câu tiếp")                                                      \
    M(QUIZ_RIGHT, "Right.", "Đúng rồi.")                                                           \
    M(QUIZ_WRONG, "Not quite.", "Chưa đúng.")                                                      \
    M(QUIZ_SCORE, "right %zu/%zu", "đúng %zu/%zu")                                                 \
    M(QUIZ_QUESTION, "Question %zu", "Câu %zu")                                                    \
    M(QUIZ_ANSWER, "Answer to question %zu", "Đáp án câu %zu")                                     \
    M(QUIZ_DATES, "only dates are asked", "chỉ hỏi ngày tháng")                                    \
    M(QUIZ_TITLES, "only titles are asked", "chỉ hỏi tên sự kiện")                                 \
    M(QUIZ_ORDERS, "only the order is asked", "chỉ hỏi thứ tự")                                    \
    M(QUIZ_PLACES, "only places are asked", "chỉ hỏi nơi xảy ra")                                  \
    M(QUIZ_MIXED, "everything is asked", "hỏi mọi loại")                                           \
    M(HELP, "Keys", "Phím")                                                                        \
    M(GOTO_PROMPT, "Go to (date, number, %, id): ", "Đến (ngày, số, %, mã): ")                     \
    M(SEARCH_PROMPT, "Search: ", "Tìm: ")                                                          \
    M(KEEP_PROMPT, "Keep only: ", "Chỉ giữ: ")                                                     \
    M(SPAN_PROMPT, "Only (1954, 1950-1954): ", "Chỉ khoảng (1954, 1950-1954): ")                   \
    M(FOUND, "%zu found", "%zu kết quả")                                                           \
    M(FOUND_TITLE, "title", "tiêu đề")                                                             \
    M(FOUND_TEXT, "text", "nội dung")                                                              \
    M(FOUND_NOTE, "note", "ghi chú")                                                               \
    M(FOUND_PLACE, "place", "nơi chốn")                                                            \
    M(FOUND_PERSON, "people", "nhân vật")                                                          \
    M(FOUND_FIGURE, "figures", "con số")                                                           \
    M(SEARCHING, "searching, %d%%", "đang tìm, %d%%")                                              \
    M(SEARCH_STOPPED, "search stopped; found so far: %zu", "đã dừng tìm; kết quả đến đây: %zu")    \
    M(MATCH_SO_FAR, "match %zu of %zu so far: %s", "kết quả %zu trên %zu đến đây: %s")             \
    M(MATCH_OF, "match %zu of %zu: %s", "kết quả %zu trên %zu: %s")                                \
    M(MATCH_WRAPPED, "%s; from the other end", "%s; tiếp từ đầu kia")                              \
    M(NO_MATCH, "nothing has: %s", "không đâu có: %s")                                             \
    M(NO_SEARCH, "nothing was searched for yet: / searches", "chưa tìm gì: / để tìm")              \
    M(NO_SUCH_GOAL, "neither date, number, %% nor id: %s", "không phải ngày, số, %% hay mã: %s")   \
    M(NO_SUCH_SPAN, "no span of time: %s", "không phải khoảng thời gian: %s")                      \
    M(NOTHING_TO_CLEAR, "no filter is set", "chưa đặt bộ lọc nào")                                 \
    M(NO_WAY_BACK, "this is where the walk began", "đây là nơi bắt đầu")                           \
    M(RULER, "measuring from here: = at another event", "đo từ đây: bấm = ở sự kiện khác")         \
    M(SAME_DAY, "the same day", "cùng ngày")                                                       \
    M(MEASURED, "%s (%d days), events between: %zu", "%s (%d ngày), sự kiện ở giữa: %zu")          \
    M(PEAK, "peak: %s%d in %s", "đỉnh: %s%d sự kiện trong %s")                                     \
    M(HIGHEST, "highest column: %s%d in %s", "cột cao nhất: %s%d sự kiện trong %s")                \
    M(NO_PEAK_AFTER, "no peak further on", "phía sau không còn đỉnh nào")                          \
    M(NO_PEAK_BEFORE, "no peak before this", "phía trước không còn đỉnh nào")                      \
    M(NO_SUCH_LINK, "this event has no link %d", "sự kiện này không có liên kết %d")               \
    M(LEFT_OUT, "events left out: %zu; --check says why", "sự kiện bị loại: %zu; xem --check")     \
    M(LEADING, "leading", "đang dẫn")                                                              \
    M(FOLLOW_WAITING, "waiting for the leader", "chờ người dẫn")                                   \
    M(FOLLOW_NEAR, "following", "đang theo")                                                       \
    M(FOLLOW_AWAY, "away; . follows again", "đi riêng; . để theo lại")                             \
    M(LEADER_GONE, "the leader has left", "người dẫn đã rời")                                      \
    M(FOLLOW_MISSING, "following; this timeline lacks the event",                                  \
      "đang theo; tệp này không có sự kiện đó")                                                    \
    M(NO_LEADER, "nobody is followed: see --follow", "không theo ai: xem --follow")                \
    M(RESTRICTED_LEAD, "restricted: no file is written, so nobody can be led",                     \
      "chế độ hạn chế: không ghi tệp nào nên không dẫn được")                                      \
    M(LED_ALREADY, "another session leads with this file: %s",                                     \
      "phiên khác đang dẫn bằng tệp này: %s")                                                      \
    M(LEAD_AND_FOLLOW, "one leads or follows, not both", "chỉ dẫn hoặc theo, không cả hai")        \
    M(LEAD_FAILED, "followers do not see this: %s", "người theo không thấy: %s")                   \
    M(REREAD, "the file was saved: read again, events: %zu",                                       \
      "tệp vừa được lưu: đã đọc lại, sự kiện: %zu")                                                \
    M(FAULT, "%s", "%s")                                                                           \
    M(FAULTS, "%s (and %zu more)", "%s (và %zu lỗi nữa)")                                          \
    M(LANGUAGE_NOW, "English", "tiếng Việt")                                                       \
    M(BOTH_ON, "both languages", "cả hai ngôn ngữ")                                                \
    M(BOTH_OFF, "one language", "một ngôn ngữ")                                                    \
    M(NAMES_GROUND, "names of the %zu provinces", "tên theo %zu tỉnh")                             \
    M(NAMES_THEN, "names of then, former provinces too", "tên khi đó, cả các tỉnh cũ")             \
    M(NAMES_NOW, "names of today, %zu provinces", "tên ngày nay, theo %zu tỉnh")                   \
    M(UNITS_FORMER, "Provinces that are no more", "Tỉnh cũ, nay không còn")                        \
    M(UNITS_NOW, "Provinces of today", "Tỉnh ngày nay")                                            \
    M(UNITS_GROUND, "Provinces before", "Tỉnh trước đây")                                          \
    M(USAGE, "usage: dbp-timeline [OPTION]... [FILE]",                                             \
      "cách dùng: dbp-timeline [TÙY CHỌN]... [TỆP]")                                               \
    M(ABOUT, "Browse a timeline at the terminal.", "Xem dòng thời gian trong cửa sổ dòng lệnh.")   \
    M(OPTION_UNKNOWN, "no such option: %s", "không có tùy chọn: %s")                               \
    M(OPTION_NEEDS, "option needs a value: %s", "tùy chọn cần giá trị: %s")                        \
    M(OPTION_TAKES_NONE, "option takes no value: %s", "tùy chọn không nhận giá trị: %s")           \
    M(OPTION_VALUE, "bad value of --%s: %s", "giá trị sai của --%s: %s")                           \
    M(TABLE_FORMAT, "a table is printed as text or tsv", "bảng chỉ in dạng text hoặc tsv")         \
    M(TWO_FILES, "one file at a time: %s", "mỗi lần một tệp: %s")                                  \
    M(PROVINCE_UNKNOWN, "no province has this name: %s", "không tỉnh nào có tên này: %s")          \
    M(PROVINCE_AMBIGUOUS, "several provinces begin so: %s", "nhiều tỉnh bắt đầu như vậy: %s")      \
    M(ERA_UNKNOWN, "which era is meant: %s", "không rõ thời kỳ nào: %s")                           \
    M(SOURCE_UNKNOWN, "which source is meant: %s", "không rõ nguồn nào: %s")                       \
    M(TRY_HELP, "dbp-timeline --help lists the options", "dbp-timeline --help liệt kê tùy chọn")   \
    M(NO_DATA, "the shipped timeline was not found; name a file",                                  \
      "không thấy dòng thời gian kèm theo; hãy nêu tên tệp")                                       \
    M(RESTRICTED_FILE, "restricted to files of the data directory: %s",                            \
      "chế độ hạn chế, chỉ mở được tệp trong thư mục dữ liệu: %s")                                 \
    M(RESTRICTED_COMMAND, "no commands are run here; ssh -t without a command opens the timeline", \
      "ở đây không chạy lệnh; ssh -t không kèm lệnh sẽ mở dòng thời gian")                         \
    M(NO_TERMINAL_GIVEN, "no terminal, so all is printed; ssh -t opens the timeline",              \
      "không có thiết bị đầu cuối nên in ra hết; ssh -t sẽ mở dòng thời gian")                     \
    M(LANDLOCK, "Landlock version", "phiên bản Landlock")                                          \
    M(LAYER_PRIVILEGES, "no further rights", "không có thêm quyền")                                \
    M(LAYER_LIMITS, "no writing, process or core",                                                 \
      "không ghi tệp, không tiến trình mới, không core")                                           \
    M(LAYER_FILES, "no file but those of the timeline", "không mở tệp ngoài dòng thời gian")       \
    M(LAYER_NETWORK, "no TCP", "không TCP")                                                        \
    M(LAYER_SCOPES, "no other process reached", "không chạm tới tiến trình khác")                  \
    M(SANDBOX_PROOF, "opening /etc/passwd from inside", "từ bên trong mở /etc/passwd")             \
    M(HELD, "yes", "có")                                                                           \
    M(NOT_HELD, "no", "không")                                                                     \
    M(OPENED, "it opened", "mở được")                                                              \
    M(IDLE, "leaving in 60 s: press a key to stay", "60 giây nữa sẽ thoát: bấm phím để ở lại")     \
    M(IDLE_LINE, "leaving in 60 s: type a line to stay",                                           \
      "60 giây nữa sẽ thoát: gõ một dòng để ở lại")                                                \
    M(NO_SANDBOX, "this system has no sandbox", "hệ thống này không có vùng cách ly")              \
    M(MUST_HAVE_SANDBOX, "no sandbox here; --allow-unsandboxed does without it",                   \
      "ở đây không có vùng cách ly; --allow-unsandboxed cho chạy không có nó")                     \
    M(CONSOLE, "letters missing? --ascii does without", "thiếu chữ? --ascii viết không dấu")       \
    M(TERMINAL_GUESSED, "unknown terminal, treated as %s", "thiết bị lạ, coi như %s")              \
    M(NO_TERMINAL, "unknown terminal (TERM=%s); --plain works; infocmp -x | ssh HOST -- tic -x -", \
      "thiết bị lạ (TERM=%s); --plain vẫn dùng được; infocmp -x | ssh HOST -- tic -x -")           \
    M(NO_KEYBOARD, "standard input is no terminal; --list prints, --plain takes commands from it", \
      "đầu vào chuẩn không phải thiết bị đầu cuối; --list sẽ in ra, --plain nhận lệnh từ đó")      \
    M(WRITE_FAILED, "cannot write: %s", "không ghi được: %s")

enum message {
#define M(name, english, vietnamese) MESSAGE_##name,
    MESSAGES(M)
#undef M
        MESSAGE_COUNT
};

/* Returns a text of the interface. */
const char *message(enum message which, enum language language);

#endif
