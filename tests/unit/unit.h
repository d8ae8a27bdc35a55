#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"

/* What the unit tests share. A table names in each failure the row that failed, from 0. */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Fails unless `got` is `expected`. */
static inline void assert_row(size_t row, const char *got, const char *expected)
{
    if (strcmp(got, expected) != 0)
        fail_msg("row %zu: \"%s\", not \"%s\"", row, got, expected);
}

/* Fails unless the bytes are `expected`. */
static inline void assert_row_bytes(size_t row, struct bytes got, const char *expected)
{
    if (!bytes_equal(got, bytes_of(expected)))
        fail_msg("row %zu: \"%.*s\", not \"%s\"", row, BYTES_ARGS(got), expected);
}

/* The same for numbers and truth values. */
static inline void assert_row_int(size_t row, long long got, long long expected)
{
    if (got != expected)
        fail_msg("row %zu: %lld, not %lld", row, got, expected);
}

/* Fails unless the buffer holds `expected`, and empties it. */
static inline void assert_row_taken(size_t row, struct buffer *got, const char *expected)
{
    assert_row_bytes(row, buffer_bytes(got), expected);
    buffer_clear(got);
}

/* Returns a number from 0 to limit - 1, the same ones in the same order in every run. */
static inline unsigned random_below(unsigned limit)
{
    static unsigned long long state = 88172645463325252ULL;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 33) % limit;
}

#endif
