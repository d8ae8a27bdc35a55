#ifndef FILE_CHECK_BYTES_H
#define FILE_CHECK_BYTES_H

#include "base/diag.h"

/* The faults of a file as a run of bytes: what is no UTF-8, what may not reach a terminal, what is
 * not composed. For check.c alone. */
struct check_bytes {
    struct bytes text;
    struct diag_sink *sink;
    size_t at;   /* byte from which on nothing is checked yet; always the start of a line */
    size_t line; /* its number */
};

/* Makes ready to check `text`. */
struct check_bytes check_bytes_begin(struct bytes text, struct diag_sink *sink);

/* Checks the lines before byte `end`, which is the start of a line or the end of the text. Each
 * kind of fault is reported once a line. */
void check_bytes_until(struct check_bytes *now, size_t end);

#endif
