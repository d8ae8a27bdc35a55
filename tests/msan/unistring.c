/* Linked by `make msan`: libunistring is not built with MemorySanitizer, so what it writes counts
 * here as written once it returns. The linker sends its functions here first (ld's --wrap); the
 * Makefile takes their names from this file. */

#include <sanitizer/msan_interface.h>
#include <stddef.h>
#include <stdint.h>

/* Declares the function itself and what is called in its place. */
#define WRAP(type, name, parameters) \
    type __real_##name parameters;   \
    type __wrap_##name parameters;   \
    type __wrap_##name parameters

static uint8_t *written(uint8_t *text, size_t *count)
{
    __msan_unpoison(count, sizeof *count);
    if (text)
        __msan_unpoison(text, *count);
    return text;
}

WRAP(int, u8_mbtouc_aux, (uint32_t * point, const uint8_t *text, size_t size))
{
    __msan_check_mem_is_initialized(text, size);
    int used = __real_u8_mbtouc_aux(point, text, size);
    __msan_unpoison(point, sizeof *point);
    return used;
}

WRAP(int, u8_uctomb_aux, (uint8_t * text, uint32_t point, ptrdiff_t size))
{
    int used = __real_u8_uctomb_aux(text, point, size);
    if (used > 0)
        __msan_unpoison(text, (size_t)used);
    return used;
}

WRAP(uint8_t *, u8_normalize,
     (const void *form, const uint8_t *text, size_t size, uint8_t *out, size_t *count))
{
    __msan_check_mem_is_initialized(text, size);
    return written(__real_u8_normalize(form, text, size, out, count), count);
}

WRAP(uint8_t *, u8_toupper,
     (const uint8_t *text, size_t size, const char *language, const void *form, uint8_t *out,
      size_t *count))
{
    return written(__real_u8_toupper(text, size, language, form, out, count), count);
}

WRAP(uint8_t *, u8_tolower,
     (const uint8_t *text, size_t size, const char *language, const void *form, uint8_t *out,
      size_t *count))
{
    return written(__real_u8_tolower(text, size, language, form, out, count), count);
}

WRAP(void, u8_possible_linebreaks_v2,
     (const uint8_t *text, size_t size, const char *encoding, char *breaks))
{
    __msan_check_mem_is_initialized(text, size);
    __real_u8_possible_linebreaks_v2(text, size, encoding, breaks);
    __msan_unpoison(breaks, size);
}

WRAP(int, uc_canonical_decomposition, (uint32_t point, uint32_t *parts))
{
    int count = __real_uc_canonical_decomposition(point, parts);
    if (count > 0)
        __msan_unpoison(parts, (size_t)count * sizeof *parts);
    return count;
}
