#include "options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"

#define IDLE_MAX 10000 /* minutes; a week */

struct reading;

struct option {
    char letter; /* 0 for none */
    const char *name;
    const char *argument; /* its name in the help, with `=` before it, in brackets when the option
                             can do without; NULL when it takes none */
    bool (*take)(struct reading *now, const char *value);
    struct bilingual help;
    union {        /* what is set */
        size_t at; /* a field, by its place in struct options */
        enum option_mode mode;
        enum facet facet;
    };
};

#define AT(field) .at = offsetof(struct options, field)

/* The command line as it is being read. */
struct reading {
    struct options *options;
    const struct option *option; /* that is being taken */
    char **left;                 /* arguments not read yet, ended by NULL */
    struct buffer *error;
};

/* Returns the field that the option sets. */
static void *field_of(struct reading *now)
{
    return (char *)now->options + now->option->at;
}

static bool take_text(struct reading *now, const char *value)
{
    *(const char **)field_of(now) = value;
    return true;
}

static bool take_path(struct reading *now, const char *value)
{
    return take_text(now, value) && *value != '\0';
}

static bool take_flag(struct reading *now, const char *value)
{
    (void)value;
    *(bool *)field_of(now) = true;
    return true;
}

static bool take_no_flag(struct reading *now, const char *value)
{
    (void)value;
    *(bool *)field_of(now) = false;
    return true;
}

/* Help and version win over everything, a check over a table, a table over a list. */
static bool raise_mode(struct reading *now)
{
    if (now->option->mode > now->options->mode)
        now->options->mode = now->option->mode;
    return true;
}

static bool take_mode(struct reading *now, const char *value)
{
    (void)value;
    return raise_mode(now);
}

static bool take_province(struct reading *now, const char *value)
{
    struct options *options = now->options;
    options->provinces = memory_grow(options->provinces, options->province_count,
                                     &options->province_room, sizeof *options->provinces);
    options->provinces[options->province_count++] = value;
    return true;
}

static bool take_pick(struct reading *now, const char *value)
{
    struct options *options = now->options;
    options->picks = memory_grow(options->picks, options->pick_count, &options->pick_room,
                                 sizeof *options->picks);
    options->picks[options->pick_count++] = (struct option_pick){now->option->facet, value};
    return true;
}

static bool take_single(struct reading *now, const char *value)
{
    (void)value;
    return take_pick(now, STANDING_SINGLE);
}

static bool take_disputed(struct reading *now, const char *value)
{
    (void)value;
    return take_pick(now, STANDING_DISPUTED);
}

static bool take_format(struct reading *now, const char *value)
{
    now->options->format = print_format_of(value);
    return now->options->format != PRINT_FORMAT_COUNT && raise_mode(now);
}

static bool take_figures(struct reading *now, const char *value)
{
    now->options->what = *value ? value : NULL;
    return raise_mode(now);
}

static bool take_anniversary(struct reading *now, const char *value)
{
    now->options->anniversary = value;
    return raise_mode(now);
}

static bool take_lang(struct reading *now, const char *value)
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

static bool take_names(struct reading *now, const char *value)
{
    static const char *const words[NAMES_COUNT] = {
        [NAMES_GROUND] = "63", [NAMES_THEN] = "then", [NAMES_NOW] = "34"};
    int names;
    if (!find_word(value, words, NAMES_COUNT, &names))
        return false;
    now->options->names = (enum names)names;
    return true;
}

static bool take_color(struct reading *now, const char *value)
{
    static const char *const words[] = {
        [COLOR_WHEN_AUTO] = "auto", [COLOR_WHEN_ALWAYS] = "always", [COLOR_WHEN_NEVER] = "never"};
    int when;
    if (!find_word(value, words, sizeof words / sizeof *words, &when))
        return false;
    now->options->color = (enum option_color)when;
    return true;
}

static bool take_idle(struct reading *now, const char *value)
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

#define OPTION_COUNT (sizeof table / sizeof *table)

/* Says what is wrong with an argument; false, always. */
static bool fail(const struct reading *now, enum message what, const char *argument)
{
    struct buffer clean = {0};
    text_clean_line(&clean, bytes_of(argument));
    buffer_printf(now->error, message(what, now->options->language), buffer_string(&clean));
    buffer_free(&clean);
    return false;
}

static bool run(struct reading *now, const struct option *option, const char *value)
{
    now->option = option;
    if (option->take(now, value))
        return true;
    struct buffer clean = {0};
    text_clean_line(&clean, bytes_of(value));
    buffer_printf(now->error, message(MESSAGE_OPTION_VALUE, now->options->language), option->name,
                  buffer_string(&clean));
    buffer_free(&clean);
    return false;
}

/* Runs an option whose value is `attached`, or the next argument when that is NULL. */
static bool run_with_value(struct reading *now, const struct option *option, const char *attached,
                           const char *argument)
{
    if (!attached && *now->left)
        attached = *now->left++;
    return attached ? run(now, option, attached) : fail(now, MESSAGE_OPTION_NEEDS, argument);
}

static bool needs_value(const struct option *option)
{
    return option->argument && option->argument[0] == '=';
}

static bool read_long(struct reading *now, const char *argument)
{
    struct bytes attached;
    struct bytes name = bytes_split(bytes_of(argument + 2), '=', &attached);
    bool has_value = argument[2 + name.size] == '=';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!bytes_equal(name, bytes_of(table[i].name)))
            continue;
        if (needs_value(&table[i]))
            return run_with_value(now, &table[i], has_value ? attached.at : NULL, argument);
        if (table[i].argument)
            return run(now, &table[i], has_value ? attached.at : "");
        return has_value ? fail(now, MESSAGE_OPTION_TAKES_NONE, argument) : run(now, &table[i], "");
    }
    return fail(now, MESSAGE_OPTION_UNKNOWN, argument);
}

static const struct option *find_letter(char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (table[i].letter == letter)
            return &table[i];
    return NULL;
}

/* Reads `-lp NAME`, `-pNAME` and the like. */
static bool read_short(struct reading *now, const char *argument)
{
    for (const char *letter = argument + 1; *letter; letter++) {
        const struct option *option = find_letter(*letter);
        if (!option)
            return fail(now, MESSAGE_OPTION_UNKNOWN, argument);
        if (needs_value(option))
            return run_with_value(now, option, letter[1] ? letter + 1 : NULL, argument);
        if (!run(now, option, ""))
            return false;
    }
    return true;
}

static bool read_file(struct reading *now, const char *argument)
{
    if (now->options->file)
        return fail(now, MESSAGE_TWO_FILES, argument);
    now->options->file = argument;
    return true;
}

/* A hyphen alone names a file. */
static bool read_argument(struct reading *now, const char *argument)
{
    if (argument[0] != '-' || !argument[1])
        return read_file(now, argument);
    return argument[1] == '-' ? read_long(now, argument) : read_short(now, argument);
}

bool options_read(struct options *options, int argc, char **argv, struct buffer *error)
{
    struct reading now = {.options = options, .left = argv + (argc > 0), .error = error};
    bool only_files = false;
    while (*now.left) {
        const char *argument = *now.left++;
        if (!only_files && strcmp(argument, "--") == 0)
            only_files = true;
        else if (!(only_files ? read_file(&now, argument) : read_argument(&now, argument)))
            return false;
    }
    return true;
}

void options_free(struct options *options)
{
    free(options->provinces);
    free(options->picks);
}

/* Appends `-p, --province=NAME`. */
static void add_name(struct buffer *out, const struct option *option)
{
    if (option->letter)
        buffer_printf(out, "  -%c, ", option->letter);
    else
        buffer_add_string(out, "      ");
    buffer_printf(out, "--%s", option->name);
    if (option->argument)
        buffer_add_string(out, option->argument);
}

/* Returns the columns of the longest name. */
static size_t name_width(void)
{
    size_t width = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        struct buffer name = {0};
        add_name(&name, &table[i]);
        width = name.size > width ? name.size : width;
        buffer_free(&name);
    }
    return width;
}

void options_add_help(struct buffer *out, enum language language)
{
    size_t width = name_width();
    buffer_printf(out, "%s\n%s\n\n", message(MESSAGE_USAGE, language),
                  message(MESSAGE_ABOUT, language));
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        size_t start = out->size;
        add_name(out, &table[i]);
        buffer_add_repeat(out, ' ', width - (out->size - start) + 2);
        buffer_printf(out, "%s\n", table[i].help.in[language]);
    }
}
