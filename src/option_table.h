#ifndef OPTION_TABLE_H
#define OPTION_TABLE_H

#include "options.h"

/* Every option, and what it sets; for command_line.c only. */

/* An option that is being taken, and where to. */
struct option_taking {
    struct options *options;
    const struct option *option;
};

struct option {
    char letter; /* 0 for none */
    const char *name;
    const char *argument; /* its name in the help, with `=` before it, in brackets when the option
                             can do without; NULL when it takes none */
    /* Takes the option with a value, "" without one; false when the value is not one of its. */
    bool (*take)(const struct option_taking *now, const char *value);
    struct bilingual help;
    union {        /* what is set */
        size_t at; /* a field, by its place in struct options; of several the first */
        enum option_mode mode;
        enum facet facet;
    };
};

/* Returns the table and its length. */
const struct option *option_table(size_t *count);

#endif
