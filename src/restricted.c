#include "restricted.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/path.h"

#ifndef ALWAYS_RESTRICTED
#define ALWAYS_RESTRICTED 0
#endif

#define RESTRICTED_NAME "rdbp-timeline"
#define VALUE_MAX       64

/* POSIX leaves the declaration to the program. */
extern char **environ;

/* What is left of the environment. All the rest may load a file (TERMINFO, LOCPATH, HOME), name
 * one, or be unknown. */
static const char *const kept[] = {
    "TERM",    "LANG",  "LC_ALL",   "LC_CTYPE",   "LC_MESSAGES",
    "COLUMNS", "LINES", "NO_COLOR", "ACCESSIBLE", "ESCDELAY",
};

bool restricted_is_asked(const char *program)
{
    const char *secure = getenv("DBP_TIMELINE_SECURE");
    if (ALWAYS_RESTRICTED || (secure && *secure) || !program || program[0] == '-')
        return true;
    return strcmp(path_name(program), RESTRICTED_NAME) == 0;
}

bool restricted_allows_file(const char *name)
{
    return path_is_bare(bytes_of(name));
}

/* A locale or terminal that is a path would be read from there. */
static bool is_plain(const char *value)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "._@+-";
    size_t size = strspn(value, plain);
    return size <= VALUE_MAX && value[size] == '\0';
}

static bool is_kept(const char *variable)
{
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        size_t size = strlen(kept[i]);
        if (strncmp(variable, kept[i], size) == 0 && variable[size] == '=')
            return is_plain(variable + size + 1);
    }
    return false;
}

static void tame_environment(void)
{
    char **end = environ;
    for (char **variable = environ; variable && *variable; variable++)
        if (is_kept(*variable))
            *end++ = *variable;
    if (end)
        *end = NULL;
}

void restricted_begin(void)
{
    static const struct rlimit none = {0, 0};
    tame_environment();
    setrlimit(RLIMIT_CORE, &none);
    signal(SIGTSTP, SIG_IGN); /* stays ignored when the terminal is taken */
}
