#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdarg.h>

#include "base/bytes.h"

/* An owned, growing run of bytes. `{0}` is an empty one. `data` is NULL until something was
 * added; from then on a NUL stands behind the last byte and is not counted. */
struct buffer {
    char *data;
    size_t size; /* bytes used */
    size_t room; /* bytes allocated */
};

/* Frees the bytes and leaves an empty buffer. */
void buffer_free(struct buffer *buffer);

/* Forgets the bytes but keeps the memory. */
void buffer_clear(struct buffer *buffer);

/* Appends one byte, a run of bytes, a string, of which NULL is an empty one. */
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_add(struct buffer *buffer, struct bytes bytes);
void buffer_add_string(struct buffer *buffer, const char *string);

/* Appends `count` times the byte `byte`. */
void buffer_add_repeat(struct buffer *buffer, char byte, size_t count);

/* Appends what printf would print. */
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same with the arguments already taken; `arguments` is used up. */
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Cuts the buffer to its first `size` bytes. */
void buffer_cut(struct buffer *buffer, size_t size);

/* Borrows the bytes; they are good until the buffer is next changed. */
struct bytes buffer_bytes(const struct buffer *buffer);

/* Borrows the bytes as a NUL-terminated string, "" when empty. */
const char *buffer_string(const struct buffer *buffer);

#endif
