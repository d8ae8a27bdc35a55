#ifndef FILE_FIGURE_H
#define FILE_FIGURE_H

#include "base/buffer.h"
#include "base/language.h"

/* A value of the field Figure: `rice ~2666 t`. All parts are borrowed from it. */
struct figure {
    struct bytes what;
    char qualifier;      /* ~ about, > over, < under; 0 for none */
    struct bytes number; /* digits, and perhaps a point and digits */
    struct bytes unit;
};

/* Reads a figure; false when a part lacks or the number is none. */
bool figure_read(struct figure *figure, struct bytes value);

/* Appends the number as the language writes it, the qualifier in words: `about 25,867.5`, `khoảng
 * 25.867,5`. */
void figure_add_amount(struct buffer *out, const struct figure *figure, enum language language);

#endif
