#include "command_line.h"

#include "base/text.h"
#include "unit.h"

#define ARGUMENTS_MAX 8

static const char *const modes[] = {
    [MODE_BROWSE] = "browse",   [MODE_LIST] = "list",       [MODE_PROVINCES] = "provinces",
    [MODE_FIGURES] = "figures", [MODE_SOURCES] = "sources", [MODE_CHECK] = "check",
    [MODE_HELP] = "help",       [MODE_VERSION] = "version", [MODE_SANDBOX] = "sandbox",
};
static const char *const formats[] = {
    [PRINT_TEXT] = "text", [PRINT_TSV] = "tsv", [PRINT_JSON] = "json", [PRINT_REC] = "rec"};
static const char *const colors[] = {"auto", "always", "never"};

/* Reads a command line whose arguments are parted by bars. Appends what was understood, `key=value`
 * for all that is not as at the start, or the error; false then. */
static bool add_read(struct buffer *out, const char *line, enum language language)
{
    struct options options = {.language = language};
    struct buffer words = {0}, error = {0};
    char *arguments[ARGUMENTS_MAX + 2] = {"dbp-timeline"};
    int count = 1;
    buffer_add_string(&words, line);
    for (char *at = words.size ? words.data : NULL; at; count++) {
        char *bar = strchr(at, '|');
        arguments[count] = at;
        if (bar)
            *bar = '\0';
        at = bar ? bar + 1 : NULL;
    }
    bool read = command_line_read(&options, count, arguments, &error);
    if (!read)
        buffer_add(out, buffer_bytes(&error));
    for (size_t i = 0; read && i < options.province_count; i++)
        buffer_printf(out, "province=%s ", options.provinces[i]);
    static const char *const facets[] = {"tag", "era", "source", "standing"};
    for (size_t i = 0; read && i < options.pick_count; i++)
        buffer_printf(out, "%s=%s ", facets[options.picks[i].facet], options.picks[i].typed);
    const char *const texts[] = {options.file, options.from, options.to,    options.search,
                                 options.at,   options.what, options.lesson};
    static const char *const names[] = {"file", "from", "to", "search", "at", "what", "lesson"};
    for (size_t i = 0; read && i < COUNT(texts); i++)
        if (texts[i])
            buffer_printf(out, "%s=%s ", names[i], texts[i]);
    char idle[16] = "";
    if (options.has_idle_minutes)
        snprintf(idle, sizeof idle, " idle=%u", options.idle_minutes);
    if (read)
        buffer_printf(out, "%s %s %s%s%s%s%s%s%s%s color=%s", modes[options.mode],
                      formats[options.format], language_code(options.language),
                      options.both_languages ? " both" : "", options.certain ? " certain" : "",
                      options.ascii ? " ascii" : "", options.mouse ? " mouse" : "",
                      options.restricted ? " restricted" : "",
                      options.allow_unsandboxed ? " unsandboxed" : "", idle, colors[options.color]);
    options_free(&options);
    buffer_free(&words);
    buffer_free(&error);
    return read;
}

static void the_command_line_is_understood(void **state)
{
    (void)state;
    static const struct {
        const char *line, *understood;
    } rows[] = {
        {"", "browse text en color=auto"},
        {"a.rec", "file=a.rec browse text en color=auto"},
        {"--list|a.rec", "file=a.rec list text en color=auto"},
        {"-l", "list text en color=auto"},
        {"-p|dien-bien", "province=dien-bien browse text en color=auto"},
        {"-pĐiện Biên|--province=Sơn La|--province|Hà Nội",
         "province=Điện Biên province=Sơn La province=Hà Nội browse text en color=auto"},
        {"-lp|x|-f1954|-t|7/5/1954|-s|gạo",
         "province=x from=1954 to=7/5/1954 search=gạo list text en color=auto"},
        {"--from=1954|--to=1955|--search=a b|--tag=battle|--at=50%|--certain",
         "tag=battle from=1954 to=1955 search=a b at=50% browse text en certain color=auto"},
        {"--tag=a|--tag=b|--era|Đổi Mới|--source=x|--single-source|--disputed",
         "tag=a tag=b era=Đổi Mới source=x standing=single-source standing=disputed browse text en "
         "color=auto"},
        {"--sources|--provinces", "sources text en color=auto"},
        {"--search=", "search= browse text en color=auto"},
        {"--search=a=b", "search=a=b browse text en color=auto"},
        {"--format=tsv", "list tsv en color=auto"},
        {"--format|json", "list json en color=auto"},
        {"--format=rec", "list rec en color=auto"},
        {"--format=text", "list text en color=auto"},
        {"--provinces", "provinces text en color=auto"},
        {"--provinces|--format=tsv", "provinces tsv en color=auto"},
        {"--figures", "figures text en color=auto"},
        {"--figures=rice", "what=rice figures text en color=auto"},
        {"--figures|rice", "file=rice figures text en color=auto"}, /* only `=` gives it a value */
        {"--figures=rice|--format=tsv", "what=rice figures tsv en color=auto"},
        {"--check|--list", "check text en color=auto"},
        {"--check|-h", "help text en color=auto"},
        {"-V", "version text en color=auto"},
        {"--lang=vi", "browse text vi color=auto"},
        {"--lang=en", "browse text en color=auto"},
        {"--lang=both", "browse text en both color=auto"},
        {"--ascii|--color=never", "browse text en ascii color=never"},
        {"--color=always", "browse text en color=always"},
        {"--color=always|--color=auto", "browse text en color=auto"},
        {"--|-l", "file=-l browse text en color=auto"},
        {"-", "file=- browse text en color=auto"},
        {"-s|-l", "search=-l browse text en color=auto"},
        {"-s|--", "search=-- browse text en color=auto"},
        {"--mouse", "browse text en mouse color=auto"},
        {"--mouse|--no-mouse", "browse text en color=auto"},
        {"--lesson=chien-dich", "lesson=chien-dich browse text en color=auto"},
        {"-r", "browse text en restricted color=auto"},
        {"--sandbox-status|--check", "sandbox text en color=auto"},
        {"--idle-exit=0|-r", "browse text en restricted idle=0 color=auto"},
        {"--idle-exit|45", "browse text en idle=45 color=auto"},
        {"-r|--allow-unsandboxed", "browse text en restricted unsandboxed color=auto"},
        {"--restricted|-l", "list text en restricted color=auto"},
        {"a.rec|-l", "file=a.rec list text en color=auto"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_read(&got, rows[i].line, LANGUAGE_EN);
        assert_row_taken(i, &got, rows[i].understood);
    }
    buffer_free(&got);
}

static void what_is_wrong_with_it_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        enum language language;
        const char *error;
    } rows[] = {
        {"--nothing", LANGUAGE_EN, "no such option: --nothing"},
        {"--nothing", LANGUAGE_VI, "không có tùy chọn: --nothing"},
        {"--lang=vi|--nothing", LANGUAGE_EN, "không có tùy chọn: --nothing"},
        {"--nothing=1", LANGUAGE_EN, "no such option: --nothing=1"},
        {"--", LANGUAGE_EN, NULL},
        {"-Z", LANGUAGE_EN, "no such option: -Z"},
        {"-lZ", LANGUAGE_EN, "no such option: -lZ"},
        {"-đ", LANGUAGE_EN, "no such option: -đ"},
        {"--provinc=x", LANGUAGE_EN, "no such option: --provinc=x"},
        {"-p", LANGUAGE_EN, "option needs a value: -p"},
        {"--province", LANGUAGE_EN, "option needs a value: --province"},
        {"--list=1", LANGUAGE_EN, "option takes no value: --list=1"},
        {"--format=xml", LANGUAGE_EN, "bad value of --format: xml"},
        {"--format=", LANGUAGE_EN, "bad value of --format: "},
        {"--lang=fr", LANGUAGE_EN, "bad value of --lang: fr"},
        {"--color=red", LANGUAGE_EN, "bad value of --color: red"},
        {"a.rec|b.rec", LANGUAGE_EN, "one file at a time: b.rec"},
        {"--\x1b[31m", LANGUAGE_EN, "no such option: --<U+001B>[31m"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_int(i, add_read(&got, rows[i].line, rows[i].language), rows[i].error == NULL);
        if (rows[i].error)
            assert_row_bytes(i, buffer_bytes(&got), rows[i].error);
        buffer_clear(&got);
    }
    buffer_free(&got);
}

static void help_has_a_line_for_every_option_of_the_manual(void **state)
{
    (void)state;
    static const char *const options[] = {
        "-p, --province=NAME", "-f, --from=DATE", "-t, --to=DATE",      "-s, --search=TEXT",
        "    --tag=TAG",       "    --certain",   "    --at=DATE|ID|N", "-l, --list",
        "    --format=",       "    --provinces", "    --figures",      "    --check",
        "    --lang=",         "    --ascii",     "    --color=",       "-h, --help",
        "-V, --version",
    };
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        struct buffer help = {0};
        command_line_add_help(&help, (enum language)language);
        for (size_t i = 0; i < COUNT(options); i++)
            if (!strstr(buffer_string(&help), options[i]))
                fail_msg("row %zu: no \"%s\" in %s", i, options[i],
                         language_code((enum language)language));
        for (struct bytes left = buffer_bytes(&help), line; left.size;) {
            line = bytes_split(left, '\n', &left);
            if (text_width(line) > 100 || (line.size && line.at[line.size - 1] == ' '))
                fail_msg("too wide, or blanks at its end: %.*s", BYTES_ARGS(line));
        }
        assert_true(text_is_composed(buffer_bytes(&help)));
        buffer_free(&help);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_command_line_is_understood),
        cmocka_unit_test(what_is_wrong_with_it_is_said),
        cmocka_unit_test(help_has_a_line_for_every_option_of_the_manual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
