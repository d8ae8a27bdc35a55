#ifndef TESTS_MUTATION_EDIT_H
#define TESTS_MUTATION_EDIT_H

#include "base/buffer.h"
#include "chance.h"

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

/* Appends `text` with one edit, and says which. */
struct edit edit_add(struct buffer *out, struct bytes text, struct chance *chance);

#endif
