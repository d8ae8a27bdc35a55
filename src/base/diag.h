#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/language.h"

/* Everything that can be wrong with a file, in one table: name, severity, what is the matter and
 * what is done instead. A fault is printed as
 *     file:line:column: error|warning|note: what: offending text
 * An error loses something or says something false, a warning shows what there is, a note is
 * advice. */
#define DIAGNOSTICS(D)                                                                            \
    D(FILE_UNREADABLE, ERROR, "cannot read the file", "không đọc được tệp")                       \
    D(FILE_DIRECTORY, ERROR, "this is a directory, not an event file",                            \
      "đây là thư mục, không phải tệp sự kiện")                                                   \
    D(FILE_EMPTY, ERROR, "the file is empty", "tệp rỗng")                                         \
    D(NO_EVENTS, ERROR, "the file holds no event that can be shown",                              \
      "tệp không có sự kiện nào hiện được")                                                       \
    D(GAZETTEER_UNREADABLE, WARNING, "cannot read the gazetteer, provinces are plain names",      \
      "không đọc được danh mục địa danh, tỉnh chỉ là tên trơn")                                   \
    D(OUTLINES_UNREADABLE, WARNING, "cannot read the outlines, there is no map",                  \
      "không đọc được đường ranh giới, không có bản đồ")                                          \
    D(FILE_NAME, WARNING, "a bare file name is needed, of a file beside this one, ignored",       \
      "phải là tên tệp trơn của tệp nằm cạnh tệp này, bỏ qua")                                    \
    D(BAD_UTF8, ERROR, "not UTF-8, shown as U+FFFD", "không phải UTF-8, hiện là U+FFFD")          \
    D(CONTROL_CHARACTER, ERROR, "control or format character, shown spelled out",                 \
      "ký tự điều khiển hoặc định dạng, hiện thành chữ")                                          \
    D(NOT_COMPOSED, WARNING, "text is not in NFC, composed when shown",                           \
      "chữ không ở dạng NFC, được ghép lại khi hiện")                                             \
    D(BAD_LINE, ERROR, "neither a field nor a continuation, line skipped",                        \
      "không phải trường cũng không phải dòng nối, bỏ qua dòng")                                  \
    D(ORPHAN_CONTINUATION, ERROR, "a continuation that follows no field, line skipped",           \
      "dòng nối không theo trường nào, bỏ qua dòng")                                              \
    D(UNKNOWN_TYPE, WARNING, "unknown record type, its records are skipped",                      \
      "loại bản ghi lạ, bỏ qua các bản ghi của nó")                                               \
    D(NO_TYPE, NOTE, "no %rec before this record, taken for an event",                            \
      "chưa có %rec trước bản ghi này, coi là sự kiện")                                           \
    D(TIMELINE_PLACE, WARNING, "a Timeline record stands first and once, this one is ignored",    \
      "bản ghi Timeline đứng đầu và chỉ một lần, bỏ qua bản ghi này")                             \
    D(UNKNOWN_FIELD, WARNING, "no such field in this type, ignored",                              \
      "loại này không có trường ấy, bỏ qua")                                                      \
    D(MISSING_FIELD, WARNING, "mandatory field is missing", "thiếu trường bắt buộc")              \
    D(REPEATED_FIELD, WARNING, "field may stand only once, the first is used",                    \
      "trường chỉ được có một lần, dùng cái đầu")                                                 \
    D(EMPTY_FIELD, WARNING, "field is empty, taken as missing", "trường rỗng, coi như thiếu")     \
    D(ONE_LANGUAGE, WARNING, "text lacks a language of the timeline, shown in another",           \
      "chữ thiếu một ngôn ngữ của dòng thời gian, hiện bằng ngôn ngữ khác")                       \
    D(DUPLICATE_ID, ERROR, "this id is already taken, references go to the first",                \
      "mã này đã dùng, tham chiếu trỏ tới bản ghi đầu")                                           \
    D(BAD_ID, WARNING, "an id is made of a-z, 0-9 and hyphens, kept as it is",                    \
      "mã gồm a-z, 0-9 và gạch nối, vẫn giữ nguyên")                                              \
    D(NO_DATE, ERROR, "an event without a date, left out", "sự kiện không có ngày, bị loại")      \
    D(BAD_DATE, ERROR, "no EDTF date, left out", "không phải ngày EDTF, bị loại")                 \
    D(NO_SUCH_DAY, ERROR, "the calendar has no such day, left out",                               \
      "lịch không có ngày ấy, bị loại")                                                           \
    D(REVERSED_INTERVAL, ERROR, "the interval ends before it begins, left out",                   \
      "khoảng thời gian kết thúc trước khi bắt đầu, bị loại")                                     \
    D(YEAR_CLAMPED, WARNING, "year beyond 9999, clamped", "năm vượt quá 9999, lấy mức giới hạn")  \
    D(OUT_OF_ORDER, WARNING, "earlier than the event before it, shown in order",                  \
      "sớm hơn sự kiện đứng trước, hiện theo thứ tự")                                             \
    D(NO_TITLE, ERROR, "an event without a title, left out", "sự kiện không có nhan đề, bị loại") \
    D(NO_SOURCE, WARNING, "an event without a source", "sự kiện không có nguồn")                  \
    D(UNKNOWN_SOURCE, WARNING, "no source has this id, shown as written",                         \
      "không nguồn nào có mã này, hiện như đã viết")                                              \
    D(UNKNOWN_PROVINCE, WARNING, "the gazetteer has no such province, a plain name",              \
      "danh mục địa danh không có tỉnh này, là tên trơn")                                         \
    D(UNKNOWN_EVENT, WARNING, "no event has this id, the reference is ignored",                   \
      "không sự kiện nào có mã này, bỏ qua tham chiếu")                                           \
    D(UNKNOWN_WORD, WARNING, "the file has words, but not this one; shown as written",            \
      "tệp có bảng từ nhưng không có từ này; hiện như đã viết")                                   \
    D(BAD_FIGURE, WARNING, "a figure is: what, number, unit; shown as written",                   \
      "con số phải là: cái gì, số, đơn vị; hiện như đã viết")                                     \
    D(BAD_CENTRE, WARNING, "a centre is: latitude, longitude; ignored",                           \
      "tâm phải là: vĩ độ, kinh độ; bỏ qua")                                                      \
    D(BAD_HISTORY, WARNING, "a history is: interval, id of a unit; ignored",                      \
      "lịch sử phải là: khoảng thời gian, mã đơn vị; bỏ qua")                                     \
    D(UNKNOWN_UNIT, WARNING, "the gazetteer has no such unit, its outlines are ignored",          \
      "danh mục địa danh không có đơn vị này, bỏ qua đường ranh giới của nó")                     \
    D(BAD_OUTLINE, WARNING, "an outline is a closed ring of: longitude latitude, ...; ignored",   \
      "đường ranh giới phải là vòng khép kín gồm: kinh độ vĩ độ, ...; bỏ qua")                    \
    D(BAD_LABEL, WARNING, "a label is: longitude, latitude, name; ignored",                       \
      "nhãn bản đồ phải là: kinh độ, vĩ độ, tên; bỏ qua")

enum diagnostic {
#define D(name, severity, english, vietnamese) DIAG_##name,
    DIAGNOSTICS(D)
#undef D
        DIAG_COUNT
};

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };

/* Where a fault stands; line and column count from 1, the column in bytes. A line of 0 means the
 * file as a whole. */
struct place {
    size_t line;
    size_t column;
};

/* A fault that waits for others before it in the file. */
struct diag_held {
    enum diagnostic what;
    struct place place;
    struct buffer offending;
};

/* Where faults go: counted always, and printed to `stream` unless it is NULL. */
struct diag_sink {
    FILE *stream;
    const char *file; /* named in front of each fault */
    enum language language;
    size_t counts[SEVERITY_COUNT];
    bool holds; /* between diag_hold() and diag_release() */
    struct diag_held *held;
    size_t held_count;
    size_t held_room;
};

/* Reports a fault; `offending` may be empty. It is cleaned and cut before it is printed. Returns
 * false, so that failing is one line: return diag(sink, ...). A NULL sink hears nothing. */
bool diag(struct diag_sink *sink, enum diagnostic what, struct place place, struct bytes offending);

/* From here on faults are kept back, as they may be found out of order. */
void diag_hold(struct diag_sink *sink);

/* Prints the faults that were kept back, in the order of their lines, and keeps no more. */
void diag_release(struct diag_sink *sink);

/* Reports to `sink` what was kept back in `held`, which then keeps nothing, `lines` lines further
 * down. */
void diag_move(struct diag_sink *sink, struct diag_sink *held, size_t lines);

/* Returns the severity of a diagnostic, and its text. */
enum severity diag_severity(enum diagnostic what);
const char *diag_text(enum diagnostic what, enum language language);

#endif
