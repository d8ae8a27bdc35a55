#include "term/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Only LC_CTYPE is taken: numbers in files have a point in every country. */
bool locale_take(void)
{
    static const char *const others[] = {"C.UTF-8", "C.utf8", "vi_VN.UTF-8", "en_US.UTF-8"};
    const char *insisted = getenv("LC_ALL");
    bool works = setlocale(LC_CTYPE, "") != NULL;
    if (works && (is_utf8() || (insisted && *insisted)))
        return is_utf8();
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (setlocale(LC_CTYPE, others[i]) && is_utf8())
            return true;
    return false;
}

enum language locale_language(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return strncmp(value, "vi", 2) == 0 ? LANGUAGE_VI : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}
