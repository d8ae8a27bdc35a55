#include "base/bytes.h"

#include <stdint.h>
#include <string.h>

struct bytes bytes_of(const char *string)
{
    return (struct bytes){string, string ? strlen(string) : 0};
}

int bytes_compare(struct bytes a, struct bytes b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

struct bytes bytes_trim(struct bytes bytes)
{
    size_t from = 0, to = bytes.size;
    while (from < to && is_blank(bytes.at[from]))
        from++;
    while (from < to && is_blank(bytes.at[to - 1]))
        to--;
    return from ? bytes_after(bytes_first(bytes, to), from) : bytes_first(bytes, to);
}

struct bytes bytes_split(struct bytes bytes, char mark, struct bytes *rest)
{
    const char *found = bytes.size ? memchr(bytes.at, mark, bytes.size) : NULL;
    size_t before = found ? (size_t)(found - bytes.at) : bytes.size;
    *rest = bytes_after(bytes, found ? before + 1 : before);
    return bytes_first(bytes, before);
}

size_t bytes_find(struct bytes bytes, struct bytes needle)
{
    if (needle.size == 0)
        return 0;
    struct bytes left = bytes;
    while (left.size >= needle.size) {
        const char *first = memchr(left.at, needle.at[0], left.size - needle.size + 1);
        if (!first)
            break;
        left = bytes_after(left, (size_t)(first - left.at));
        if (memcmp(left.at, needle.at, needle.size) == 0)
            return (size_t)(left.at - bytes.at);
        left = bytes_after(left, 1);
    }
    return bytes.size;
}

bool bytes_are_digits(struct bytes bytes)
{
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.at[i] < '0' || bytes.at[i] > '9')
            return false;
    return bytes.size > 0;
}

bool bytes_number(struct bytes bytes, int *number)
{
    int value = 0;
    if (!bytes_are_digits(bytes) || bytes.size > 9)
        return false;
    for (size_t i = 0; i < bytes.size; i++)
        value = value * 10 + (bytes.at[i] - '0');
    *number = value;
    return true;
}

/* A product carries bits upwards only, so the upper ones are brought down before and behind it, by
 * no whole number of bytes: a digit would meet its like in the lower half, and many sums be one. */
static unsigned long long mix(unsigned long long hash, unsigned long long word)
{
    hash ^= word;
    hash = (hash ^ hash >> 29) * 0x9E3779B97F4A7C15ULL; /* 2^64 by the golden ratio */
    return hash ^ hash >> 29;
}

static unsigned long long word_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Of eight bytes and more the last eight are the last word, though some were in the one before. */
unsigned long long bytes_hash(struct bytes bytes)
{
    unsigned long long hash = bytes.size;
    size_t at = 0;
    for (; bytes.size - at > 8; at += 8)
        hash = mix(hash, word_at(bytes.at + at));
    if (bytes.size >= 8)
        return mix(hash, word_at(bytes.at + bytes.size - 8));
    for (; at < bytes.size; at++)
        hash = mix(hash, (unsigned char)bytes.at[at]);
    return hash;
}
