#include "command_line.h"

#include <string.h>

#include "base/message.h"
#include "base/text.h"
#include "option_table.h"

/* The command line as it is being read. */
struct reading {
    struct options *options;
    char **left; /* arguments not read yet, ended by NULL */
    struct buffer *error;
};

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
    if (option->take(&(struct option_taking){now->options, option}, value))
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

static const struct option *find_name(struct bytes name)
{
    size_t count;
    const struct option *table = option_table(&count);
    for (size_t i = 0; i < count; i++)
        if (bytes_equal(name, bytes_of(table[i].name)))
            return &table[i];
    return NULL;
}

static bool read_long(struct reading *now, const char *argument)
{
    struct bytes attached;
    struct bytes name = bytes_split(bytes_of(argument + 2), '=', &attached);
    bool has_value = argument[2 + name.size] == '=';
    const struct option *option = find_name(name);
    if (!option)
        return fail(now, MESSAGE_OPTION_UNKNOWN, argument);
    if (needs_value(option))
        return run_with_value(now, option, has_value ? attached.at : NULL, argument);
    if (has_value && !option->argument)
        return fail(now, MESSAGE_OPTION_TAKES_NONE, argument);
    return run(now, option, has_value ? attached.at : "");
}

static const struct option *find_letter(char letter)
{
    size_t count;
    const struct option *table = option_table(&count);
    for (size_t i = 0; i < count; i++)
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

bool command_line_read(struct options *options, int argc, char **argv, struct buffer *error)
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
static size_t name_width(const struct option *table, size_t count)
{
    size_t width = 0;
    for (size_t i = 0; i < count; i++) {
        struct buffer name = {0};
        add_name(&name, &table[i]);
        width = name.size > width ? name.size : width;
        buffer_free(&name);
    }
    return width;
}

void command_line_add_help(struct buffer *out, enum language language)
{
    size_t count;
    const struct option *table = option_table(&count);
    size_t width = name_width(table, count);
    buffer_printf(out, "%s\n%s\n\n", message(MESSAGE_USAGE, language),
                  message(MESSAGE_ABOUT, language));
    for (size_t i = 0; i < count; i++) {
        size_t start = out->size;
        add_name(out, &table[i]);
        buffer_add_repeat(out, ' ', width - (out->size - start) + 2);
        buffer_printf(out, "%s\n", table[i].help.in[language]);
    }
}
