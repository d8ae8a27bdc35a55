#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define SHORT 32 /* bytes */

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}

void buffer_clear(struct buffer *buffer)
{
    buffer_cut(buffer, 0);
}

/* Makes room for `more` bytes and the NUL behind them. */
static void reserve(struct buffer *buffer, size_t more)
{
    size_t needed = buffer->size + more + 1;
    if (needed <= buffer->room)
        return;
    size_t doubled = buffer->room * 2;
    buffer->room = needed > doubled ? needed : doubled;
    buffer->data = memory_resize(buffer->data, buffer->room, 1);
}

void buffer_add_char(struct buffer *buffer, char byte)
{
    reserve(buffer, 1);
    buffer->data[buffer->size] = byte;
    buffer_cut(buffer, buffer->size + 1);
}

void buffer_add(struct buffer *buffer, struct bytes bytes)
{
    reserve(buffer, bytes.size);
    if (bytes.size)
        memcpy(buffer->data + buffer->size, bytes.at, bytes.size);
    buffer_cut(buffer, buffer->size + bytes.size);
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
    buffer_add(buffer, bytes_of(string));
}

void buffer_add_repeat(struct buffer *buffer, char byte, size_t count)
{
    reserve(buffer, count);
    memset(buffer->data + buffer->size, byte, count);
    buffer_cut(buffer, buffer->size + count);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(buffer, format, arguments);
    va_end(arguments);
}

/* Most of what is printed is short, and fits at once. */
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    reserve(buffer, SHORT);
    size_t room = buffer->room - buffer->size;
    int size = vsnprintf(buffer->data + buffer->size, room, format, arguments);
    if (size >= 0 && (size_t)size >= room) {
        reserve(buffer, (size_t)size);
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
    }
    va_end(again);
    buffer_cut(buffer, buffer->size + (size > 0 ? (size_t)size : 0));
}

void buffer_cut(struct buffer *buffer, size_t size)
{
    buffer->size = size;
    if (buffer->data)
        buffer->data[size] = '\0';
}

struct bytes buffer_bytes(const struct buffer *buffer)
{
    return (struct bytes){buffer->data, buffer->size};
}

const char *buffer_string(const struct buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}
