#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* A borrowed run of bytes. It is never freed through, and no NUL ends it. */
struct bytes {
    const char *at;
    size_t size; /* in bytes */
};

/* Two spellings for literals: in an expression, and in a static table. */
#define BYTES(literal) ((struct bytes){(literal), sizeof(literal) - 1})
#define BYTES_INIT(literal)            \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* Arguments for printf's "%.*s". */
#define BYTES_ARGS(bytes) (int)(bytes).size, (bytes).at

/* Borrows the bytes of a NUL-terminated string; NULL is the empty run. */
struct bytes bytes_of(const char *string);

/* Says whether both runs hold the same bytes. */
static inline bool bytes_equal(struct bytes a, struct bytes b)
{
    return a.size == b.size && (b.size == 0 || memcmp(a.at, b.at, b.size) == 0);
}

/* Orders by byte value, a shorter run before a longer one it begins. Returns < 0, 0 or > 0. */
int bytes_compare(struct bytes a, struct bytes b);

/* Returns what follows the first `count` bytes; empty when there are fewer. */
static inline struct bytes bytes_after(struct bytes bytes, size_t count)
{
    if (count >= bytes.size)
        return (struct bytes){bytes.size ? bytes.at + bytes.size : bytes.at, 0};
    return (struct bytes){bytes.at + count, bytes.size - count};
}

/* Returns the first `count` bytes, or all when there are fewer. */
static inline struct bytes bytes_first(struct bytes bytes, size_t count)
{
    return (struct bytes){bytes.at, count < bytes.size ? count : bytes.size};
}

/* Says whether `bytes` begins with `prefix`. */
static inline bool bytes_start(struct bytes bytes, struct bytes prefix)
{
    return bytes_equal(bytes_first(bytes, prefix.size), prefix);
}

/* Returns `bytes` without ASCII blanks (space, tab, CR) at both ends. */
struct bytes bytes_trim(struct bytes bytes);

/* Splits at the first `mark`: returns what stands before it and leaves in `*rest` what follows.
 * Without a mark all of it is returned and `*rest` is empty. */
struct bytes bytes_split(struct bytes bytes, char mark, struct bytes *rest);

/* Returns the offset of the first `needle` in `bytes`, or `bytes.size` when there is none. */
size_t bytes_find(struct bytes bytes, struct bytes needle);

/* Says whether `bytes` is one ASCII digit or more, and nothing else. */
bool bytes_are_digits(struct bytes bytes);

/* Reads all of `bytes` as a decimal number without sign into `*number`; false when it is empty,
 * holds anything else, or passes 999,999,999. */
bool bytes_number(struct bytes bytes, int *number);

/* Returns a 64-bit hash of the bytes, for tables in memory only. */
unsigned long long bytes_hash(struct bytes bytes);

#endif
