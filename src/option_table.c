#include "option_table.h"

#include <string.h>

#include "base/memory.h"

#define IDLE_MAX 10000 /* minutes; a week */

#define AT(field) .at = offsetof(struct options, field)

/* Returns the field that the option sets. */
static void *field_of(const struct option_taking *now)
{
    return (char *)now->options + now->option->at;
}

static bool take_text(const struct option_taking *now, const char *value)
{
    *(const char **)field_of(now) = value;
    return true;
}

static bool take_path(const struct option_taking *now, const char *value)
{
    return take_text(now, value) && *value != '\0';
}

static bool take_flag(const struct option_taking *now, const char *value)
{
    (void)value;
    *(bool *)field_of(now) = true;
    return true;
}

static bool take_no_flag(const struct option_taking *now, const char *value)
{
    (void)value;
    *(bool *)field_of(now) = false;
    return true;
}

/* Help and version win over everything, a check over a table, a table over a list. */
static bool raise_mode(const struct option_taking *now)
{
    if (now->option->mode > now->options->mode)
        now->options->mode = now->option->mode;
    return true;
}

static bool take_mode(const struct option_taking *now, const char *value)
{
    (void)value;
    return raise_mode(now);
}

static bool take_province(const struct option_taking *now, const char *value)
{
    struct options *options = now->options;
    options->provinces = memory_grow(options->provinces, options->province_count,
                                     &options->province_room, sizeof *options->provinces);
    options->provinces[options->province_count++] = value;
    return true;
}

static bool take_pick(const struct option_taking *now, const char *value)
{
    struct options *options = now->options;
    options->picks = memory_grow(options->picks, options->pick_count, &options->pick_room,
                                 sizeof *options->picks);
    options->picks[options->pick_count++] = (struct option_pick){now->option->facet, value};
    return true;
}

static bool take_single(const struct option_taking *now, const char *value)
{
    (void)value;
    return take_pick(now, STANDING_SINGLE);
}

static bool take_disputed(const struct option_taking *now, const char *value)
{
    (void)value;
    return take_pick(now, STANDING_DISPUTED);
}

static bool take_format(const struct option_taking *now, const char *value)
{
    now->options->format = print_format_of(value);
    return now->options->format != PRINT_FORMAT_COUNT && raise_mode(now);
}

static bool take_figures(const struct option_taking *now, const char *value)
{
    now->options->what = *value ? value : NULL;
    return raise_mode(now);
}

static bool take_anniversary(const struct option_taking *now, const char *value)
{
    now->options->anniversary = value;
    return raise_mode(now);
}

static bool take_lang(const struct option_taking *now, const char *value)
{
    struct options *options = now->options;
    options->both_languages = strcmp(value, "both") == 0;
    if (options->both_languages)
        return true;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (strcmp(value, language_code((enum language)i)) != 0)
            continue;
        options->language = (enum language)i;
        return true;
    }
    return false;
}

/* Finds a value among words; false when it is none of them. */
static bool find_word(const char *value, const char *const *words, int count, int *word)
{
    *word = 0;
    while (*word < count && strcmp(value, words[*word]) != 0)
        ++*word;
    return *word < count;
}

static bool take_names(const struct option_taking *now, const char *value)
{
    static const char *const words[NAMES_COUNT] = {
        [NAMES_GROUND] = "63", [NAMES_THEN] = "then", [NAMES_NOW] = "34"};
    int names;
    if (!find_word(value, words, NAMES_COUNT, &names))
        return false;
    now->options->names = (enum names)names;
    return true;
}

static bool take_color(const struct option_taking *now, const char *value)
{
    static const char *const words[] = {
        [COLOR_WHEN_AUTO] = "auto", [COLOR_WHEN_ALWAYS] = "always", [COLOR_WHEN_NEVER] = "never"};
    int when;
    if (!find_word(value, words, sizeof words / sizeof *words, &when))
        return false;
    now->options->color = (enum option_color)when;
    return true;
}

static bool take_idle(const struct option_taking *now, const char *value)
{
    int minutes;
    if (!bytes_number(bytes_of(value), &minutes) || minutes > IDLE_MAX)
        return false;
    now->options->idle_minutes = (unsigned)minutes;
    now->options->has_idle_minutes = true;
    return true;
}

static const struct option table[] = {
    {'p', "province", "=NAME", take_province,
     VI_EN("chỉ sự kiện ở tỉnh này (tên, mã, bí danh); lặp lại được",
           "only events in this province (name, code, alias); may repeat"),
     AT(provinces)},
    {'f', "from", "=DATE", take_text,
     VI_EN("chỉ sự kiện từ ngày này", "only events from this date on"), AT(from)},
    {'t', "to", "=DATE", take_text,
     VI_EN("chỉ sự kiện đến ngày này", "only events up to this date"), AT(to)},
    {'s', "search", "=TEXT", take_text,
     VI_EN("chỉ sự kiện có chữ này", "only events that have this text"), AT(search)},
    {0, "tag", "=TAG", take_pick,
     VI_EN("chỉ sự kiện thuộc chủ đề này; lặp lại được", "only events with this tag; may repeat"),
     .facet = FACET_TAG},
    {0, "era", "=ID|TITLE", take_pick,
     VI_EN("chỉ sự kiện thuộc thời kỳ này; lặp lại được", "only events of this era; may repeat"),
     .facet = FACET_ERA},
    {0, "source", "=ID|TITLE", take_pick,
     VI_EN("chỉ sự kiện dựa vào nguồn này; lặp lại được",
           "only events that cite this source; may repeat"),
     .facet = FACET_SOURCE},
    {0, "single-source", NULL, take_single,
     VI_EN("chỉ sự kiện dựa vào một nguồn", "only events that rest on one source"),
     .facet = FACET_STANDING},
    {0, "disputed", NULL, take_disputed,
     VI_EN("chỉ sự kiện có nguồn khác nhau", "only events whose sources differ"),
     .facet = FACET_STANDING},
    {0, "certain", NULL, take_flag,
     VI_EN("chỉ sự kiện có ngày chắc chắn", "only events whose date is not in doubt"), AT(certain)},
    {0, "at", "=DATE|ID|N", take_text, VI_EN("mở ở chỗ này", "open at this place"), AT(at)},
    {0, "lesson", "=ID", take_text, VI_EN("mở bài giảng này", "open in this lesson"), AT(lesson)},
    {'l', "list", NULL, take_mode, VI_EN("in ra thay vì mở xem", "print instead of browsing"),
     .mode = MODE_LIST},
    {0, "format", "=text|tsv|json|rec", take_format,
     VI_EN("in theo dạng này", "print in this form"), .mode = MODE_LIST},
    {0, "provinces", NULL, take_mode,
     VI_EN("in số sự kiện của từng tỉnh", "print how many events each province has"),
     .mode = MODE_PROVINCES},
    {0, "figures", "[=WHAT]", take_figures,
     VI_EN("in các con số của các tỉnh cạnh nhau, hoặc chỉ một loại",
           "print the figures of the provinces side by side, or of one kind"),
     .mode = MODE_FIGURES},
    {0, "sources", NULL, take_mode,
     VI_EN("in số sự kiện dựa vào từng nguồn", "print how many events rest on each source"),
     .mode = MODE_SOURCES},
    {0, "on-this-day", "[=MM-DD]", take_anniversary,
     VI_EN("in sự kiện ngày này mọi năm; âm lịch lunar:MM-DD",
           "print this day of any year; lunar:MM-DD by that calendar"),
     .mode = MODE_LIST},
    {0, "check", NULL, take_mode,
     VI_EN("báo mọi lỗi của tệp; thoát 1 nếu có lỗi nặng",
           "report every fault of the file; exit 1 if one is an error"),
     .mode = MODE_CHECK},
    {0, "lang", "=vi|en|both", take_lang, VI_EN("ngôn ngữ", "language"), AT(language)},
    {0, "names", "=then|63|34", take_names,
     VI_EN("tên tỉnh: thời đó, 63 tỉnh, 34 tỉnh ngày nay",
           "provinces named as then, as the 63, as the 34 of today"),
     AT(names)},
    {0, "ascii", NULL, take_flag, VI_EN("chỉ gửi ký tự ASCII", "send ASCII only"), AT(ascii)},
    {0, "mouse", NULL, take_flag,
     VI_EN("dùng được chuột: bấm để chọn, lăn để cuộn",
           "take the mouse: press to select, turn the wheel to scroll"),
     AT(mouse)},
    {0, "no-mouse", NULL, take_no_flag,
     VI_EN("để chuột cho cửa sổ dòng lệnh; mặc định",
           "leave the mouse to the terminal; the default"),
     AT(mouse)},
    {0, "plain", NULL, take_flag,
     VI_EN("xem từng dòng, gõ lệnh; cho trình đọc màn hình",
           "browse line by line, by commands; for screen readers"),
     AT(plain)},
    {0, "color", "=auto|always|never", take_color, VI_EN("khi nào dùng màu", "when to use colour"),
     AT(color)},
    {0, "lead", "=PATH", take_path,
     VI_EN("dẫn lớp: ghi chỗ đang xem vào tệp này", "lead a class: keep this file at one's place"),
     AT(lead)},
    {0, "follow", "=PATH", take_path,
     VI_EN("theo người dẫn ghi tệp này", "go where the leader who keeps this file goes"),
     AT(follow)},
    {'r', "restricted", NULL, take_flag,
     VI_EN("chế độ hạn chế: chỉ xem dòng thời gian kèm theo, không làm gì khác",
           "restricted: the shipped timeline and nothing else"),
     AT(restricted)},
    {0, "idle-exit", "=MIN", take_idle,
     VI_EN("thoát sau MIN phút không bấm phím; 0: không bao giờ",
           "leave after MIN minutes without a key; 0: never"),
     AT(idle_minutes)},
    {0, "sandbox-status", NULL, take_mode,
     VI_EN("cho biết vùng cách ly chặn được những gì", "print what the sandbox refuses here"),
     .mode = MODE_SANDBOX},
    {0, "allow-unsandboxed", NULL, take_flag,
     VI_EN("hạn chế mà không có vùng cách ly vẫn chạy",
           "restricted, go on where there is no sandbox"),
     AT(allow_unsandboxed)},
    {'h', "help", NULL, take_mode, VI_EN("in bảng này", "print this table"), .mode = MODE_HELP},
    {'V', "version", NULL, take_mode, VI_EN("in phiên bản", "print the version"),
     .mode = MODE_VERSION},
};

const struct option *option_table(size_t *count)
{
    *count = sizeof table / sizeof *table;
    return table;
}
