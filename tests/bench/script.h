#ifndef TESTS_BENCH_SCRIPT_H
#define TESTS_BENCH_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/* The keys to play. Steps stand between blanks, each [LABEL=]KEYS[*COUNT]: what is sent in one
 * write, how often, and what it is called; without a LABEL as it is written, with an empty one it
 * is not measured. In KEYS, <Enter> <Space> <Esc> <PgDn> <PgUp> and <^X> stand for the keys, and
 * <wait>*MS waits so many milliseconds instead, and <save> saves the program's last argument, a
 * file, as it is. */

struct step {
    char *label;
    char *keys; /* as bytes, NUL-ended */
    int count;
    bool waits; /* for `count` milliseconds */
    bool saves;
};

struct script {
    struct step *steps;
    size_t count;
};

/* Reads a script; false when it names an unknown key. Free it either way. */
bool script_read(struct script *script, const char *text);

/* Frees what was read. */
void script_free(struct script *script);

#endif
