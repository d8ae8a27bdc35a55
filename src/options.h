#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "find/facet.h"
#include "print/print.h"

/* What the command line asks for. */

enum option_mode {
    MODE_BROWSE,
    MODE_LIST,
    MODE_PROVINCES,
    MODE_FIGURES,
    MODE_SOURCES,
    MODE_CHECK,
    MODE_SANDBOX,
    MODE_HELP,
    MODE_VERSION
};

enum option_color { COLOR_WHEN_AUTO, COLOR_WHEN_ALWAYS, COLOR_WHEN_NEVER };

/* A tag, era, source or standing that is asked for. */
struct option_pick {
    enum facet facet;
    const char *typed;
};

struct options {
    enum option_mode mode;
    const char *file;       /* NULL: the shipped timeline */
    const char **provinces; /* as typed */
    size_t province_count;
    size_t province_room;
    const char *from;
    const char *to;
    const char *search;
    struct option_pick *picks;
    size_t pick_count;
    size_t pick_room;
    const char *at;
    const char *lesson;      /* id */
    const char *what;        /* kind of figure; NULL for all */
    const char *anniversary; /* NULL for none; empty for today */
    bool certain;
    enum print_format format;
    enum language language;
    bool both_languages;
    enum names names;
    bool ascii;
    bool allow_unsandboxed;
    bool has_idle_minutes;
    unsigned idle_minutes;
    bool restricted; /* may be set before the options are read; no option takes it back */
    bool mouse;
    bool plain;
    const char *lead;   /* paths; NULL for none */
    const char *follow; /* the same */
    enum option_color color;
};

/* Frees what reading them allocated. */
void options_free(struct options *options);

#endif
