#include "find/signs.h"

#include <string.h>

/* The passes over the bytes are compiled twice where the C library tells at no cost which
 * instructions there are: for any processor, and for those that take thirty-two bytes at once. */
#if defined __x86_64__ && defined __GLIBC__ && defined __has_include
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define WIDE    __attribute__((target("avx2")))
#define IS_WIDE CPU_FEATURE_ACTIVE(AVX2)
#endif
#endif
#ifndef WIDE
#define WIDE
#define IS_WIDE false
#endif
#define INLINE static inline __attribute__((always_inline))

/* The first byte of the letters in which a small one is a capital and the bit of case. */
#define LATIN_1_LEAD 0xC3

/* The bit of case of other composed letters: capitals are even and small ones odd. The few that are
 * not so are taken for their neighbours, which costs a look at them. */
#define ODD_BIT 1

/* Marks have no case. */
static uint8_t case_bit(uint8_t first)
{
    return first == LATIN_1_LEAD ? SIGN_CASE_BIT : first == SIGN_MARK_LEAD ? 0 : ODD_BIT;
}

/* Takes in a byte, and for the range what lies between: a pass over the bytes for each would cost
 * more than to look at what is none. */
static void take_in(struct sign *sign, uint8_t byte)
{
    struct sign_range *range = &sign->next;
    uint8_t least = byte < range->least ? byte : range->least;
    uint8_t most = (uint8_t)(range->least + range->span);
    range->span = (uint8_t)((byte > most ? byte : most) - least);
    range->least = least;
    if (memchr(sign->each, byte, SIGN_EACH_MAX))
        return;
    if (sign->count < SIGN_EACH_MAX)
        sign->each[sign->count] = byte;
    if (sign->count <= SIGN_EACH_MAX)
        sign->count++;
}

static struct sign new_sign(uint8_t first, uint8_t next)
{
    struct sign sign = {.first = first, .next = {case_bit(first), next, 0}, .count = 1};
    memset(sign.each, next, SIGN_EACH_MAX);
    return sign;
}

bool signs_add(struct signs *signs, uint8_t first, uint8_t next)
{
    next |= case_bit(first);
    size_t i = 0;
    while (i < signs->count && signs->all[i].first != first)
        i++;
    if (i == SIGNS_MAX)
        return false;
    if (i == signs->count)
        signs->all[signs->count++] = new_sign(first, next);
    take_in(&signs->all[i], next);
    if (signs->count % 2) /* the last is its own other half */
        signs->all[signs->count] = signs->all[signs->count - 1];
    return true;
}

/* Says whether behind the anchor stands what is behind it in the query, a byte of a composed letter
 * or of a mark, or a line join. */
static inline uint8_t is_behind(struct sign_range behind, uint8_t byte)
{
    return sign_is_in(behind, byte) | (byte >= 0x80) | (byte == '\\');
}

static inline uint8_t is_sign(struct sign sign, const uint8_t *at)
{
    return (at[0] == sign.first) & sign_is_in(sign.next, at[1]);
}

static inline uint8_t is_known(struct sign sign, const uint8_t *at)
{
    uint8_t next = at[1] | sign.next.fold;
    return (at[0] == sign.first) &
           ((next == sign.each[0]) | (next == sign.each[1]) | (next == sign.each[2]));
}

/* Without a branch and with a fixed count these loops are what compilers make vectors of. The first
 * marks in `found` where the anchor stands as ASCII, and behind it what is behind it there. */
INLINE void mark_plain(const struct signs *signs, const uint8_t *restrict block, size_t size,
                       uint8_t *restrict found)
{
    struct sign_range plain = signs->plain, behind = signs->behind;
    for (size_t at = 0; at < size; at += SIGNS_STEP, block += SIGNS_STEP, found += SIGNS_STEP)
        for (size_t i = 0; i < SIGNS_STEP; i++) {
            uint8_t is_first = (uint8_t)(block[i] | plain.fold) == plain.least;
            found[i] = is_first & is_behind(behind, block[i + 1]);
        }
}

/* The second adds where it stands with one sign of a pair. There are two to a pass, since to read
 * and write the marks costs as much as to look for one. */
INLINE void add_pair(const struct sign *pair, const uint8_t *restrict block, size_t size,
                     uint8_t *restrict found)
{
    struct sign one = pair[0], other = pair[1];
    for (size_t at = 0; at < size; at += SIGNS_STEP, block += SIGNS_STEP, found += SIGNS_STEP)
        for (size_t i = 0; i < SIGNS_STEP; i++)
            found[i] |= is_sign(one, block + i) | is_sign(other, block + i);
}

/* The third does so where behind the sign is what is behind it in the query, and where `is_first`
 * finds nothing marked yet. */
INLINE void mark_followed(const struct sign *pair, struct sign_range behind, bool is_first,
                          bool is_each, const uint8_t *restrict block, size_t size,
                          uint8_t *restrict found)
{
    struct sign one = pair[0], other = pair[1];
    for (size_t at = 0; at < size; at += SIGNS_STEP, block += SIGNS_STEP, found += SIGNS_STEP)
        for (size_t i = 0; i < SIGNS_STEP; i++) {
            uint8_t is_one = is_each ? is_known(one, block + i) | is_known(other, block + i)
                                     : is_sign(one, block + i) | is_sign(other, block + i);
            is_one &= is_behind(behind, block[i + 2]);
            if (is_first)
                found[i] = is_one;
            else
                found[i] |= is_one;
        }
}

/* An anchor that may be plain is so rarely composed that what is behind it then need not be looked
 * at. */
INLINE void mark_either(const struct signs *signs, const uint8_t *restrict block, size_t size,
                        uint8_t *restrict found)
{
    mark_plain(signs, block, size, found);
    for (size_t i = 0; i < signs->count; i += 2)
        add_pair(&signs->all[i], block, size, found);
}

/* Three bytes cost a little more than a range, and are worth it where there are others between:
 * [ạ-ặ] is also the `ắ` of Bắc. */
INLINE void mark_pair(const struct sign *pair, struct sign_range behind, bool is_first,
                      const uint8_t *restrict block, size_t size, uint8_t *restrict found)
{
    uint8_t most = pair[0].count > pair[1].count ? pair[0].count : pair[1].count;
    if (most > 1 && most <= SIGN_EACH_MAX)
        mark_followed(pair, behind, is_first, true, block, size, found);
    else
        mark_followed(pair, behind, is_first, false, block, size, found);
}

INLINE void mark_signed(const struct signs *signs, const uint8_t *restrict block, size_t size,
                        uint8_t *restrict found)
{
    mark_pair(signs->all, signs->behind, true, block, size, found);
    for (size_t i = 2; i < signs->count; i += 2)
        mark_pair(&signs->all[i], signs->behind, false, block, size, found);
}

INLINE void mark_block(const struct signs *signs, const uint8_t *restrict block, size_t size,
                       uint8_t *restrict found)
{
    if (signs->is_plain)
        mark_either(signs, block, size, found);
    else
        mark_signed(signs, block, size, found);
}

WIDE static void mark_wide(const struct signs *signs, const uint8_t *restrict block, size_t size,
                           uint8_t *restrict found)
{
    mark_block(signs, block, size, found);
}

static void mark_narrow(const struct signs *signs, const uint8_t *restrict block, size_t size,
                        uint8_t *restrict found)
{
    mark_block(signs, block, size, found);
}

bool signs_can_be_wide(void)
{
    return IS_WIDE;
}

void signs_mark(const struct signs *signs, const uint8_t *block, size_t size, uint8_t *found)
{
    (signs->is_wide ? mark_wide : mark_narrow)(signs, block, size, found);
}
