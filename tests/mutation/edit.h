#ifndef TESTS_MUTATION_EDIT_H
#define TESTS_MUTATION_EDIT_H

#include <stdint.h>

#include "base/buffer.h"

/* One random edit of a text. */

struct run {
    size_t at;
    size_t size; /* bytes taken away or changed; 0 where something was only put in */
};

struct edit {
    const char *name;
    struct run touched[2]; /* in the text before */
    int count;
};

/* Random numbers, the same ones from the same beginning. */
struct chance {
    uint64_t state;
};

/* Returns a number from 0 to limit - 1; 0 when the limit is 0. */
size_t chance_below(struct chance *chance, size_t limit);

/* Appends `text` with one edit, and says which. */
struct edit edit_add(struct buffer *out, struct bytes text, struct chance *chance);

#endif
