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
    if (sign->count && memchr(sign->each, byte, SIGN_EACH_MAX))
        return;
    if (sign->count < SIGN_EACH_MAX)
        sign->each[sign->count] = byte;
    if (sign->count <= SIGN_EACH_MAX)
        sign->count++;
}

static struct sign new_sign(uint8_t first, uint8_t next)
{
    struct sign sign = {.first = first, .next = {case_bit(first), next, 0}};
    memset(sign.each, next, SIGN_EACH_MAX);
    return sign;
}

bool signs_add(struct signs *signs, uint8_t first, uint8_t next)
{
    next |= case_bit(first);
    struct sign *sign = signs->all, *end = signs->all + signs->count;
    while (sign < end && sign->first != first)
        sign++;
    if (first == SIGN_MARK_LEAD)
        sign = &signs->mark;
    else if (sign == signs->all + SIGNS_MAX)
        return false;
    else if (sign == end)
        signs->count++;
    if (sign->count == 0)
        *sign = new_sign(first, next);
    take_in(sign, next);
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

/* What the second has to do: of each kind compilers make a loop of its own. */
struct pass {
    bool is_first;    /* nothing is marked yet */
    bool are_two;     /* signs; to read and write the marks costs as much as to look for one */
    bool is_each;     /* of their bytes looked at, not the range */
    bool is_followed; /* what is behind them is looked at */
};

/* The second marks where it stands with one of two signs, or with the one there is. */
INLINE void mark_signs(struct pass pass, const struct sign *sign, struct sign_range behind,
                       const uint8_t *restrict block, size_t size, uint8_t *restrict found)
{
    struct sign one = sign[0], other = sign[pass.are_two];
    for (size_t at = 0; at < size; at += SIGNS_STEP, block += SIGNS_STEP, found += SIGNS_STEP)
        for (size_t i = 0; i < SIGNS_STEP; i++) {
            uint8_t is_one = pass.is_each ? is_known(one, block + i) : is_sign(one, block + i);
            if (pass.are_two)
                is_one |= pass.is_each ? is_known(other, block + i) : is_sign(other, block + i);
            if (pass.is_followed)
                is_one &= is_behind(behind, block[i + 2]);
            if (pass.is_first)
                found[i] = is_one;
            else
                found[i] |= is_one;
        }
}

/* Three bytes cost a little more than a range, and are worth it where there are others between:
 * [ạ-ặ] is also the `ắ` of Bắc. */
static bool is_worth_each(const struct sign *sign, bool are_two)
{
    uint8_t other = sign[are_two].count, most = sign->count > other ? sign->count : other;
    return most > 1 && most <= SIGN_EACH_MAX;
}

/* A letter that may be plain is so rarely composed that what is behind it then need not be looked
 * at, nor its bytes one by one. */
INLINE void mark_some(const struct signs *signs, bool is_first, const struct sign *sign,
                      bool are_two, const uint8_t *restrict block, size_t size,
                      uint8_t *restrict found)
{
    struct pass plain = {false, are_two, false, false};
    struct pass each = {is_first, are_two, true, true}, range = {is_first, are_two, false, true};
    if (signs->is_plain)
        mark_signs(plain, sign, signs->behind, block, size, found);
    else if (is_worth_each(sign, are_two))
        mark_signs(each, sign, signs->behind, block, size, found);
    else
        mark_signs(range, sign, signs->behind, block, size, found);
}

/* Most text has no combining marks at all, which one look at the block tells. */
INLINE void mark_block(const struct signs *signs, const uint8_t *restrict block, size_t size,
                       uint8_t *restrict found)
{
    const struct sign *sign = signs->all, *end = sign + signs->count;
    bool has_marks = signs->mark.count && memchr(block, SIGN_MARK_LEAD, size);
    if (signs->is_plain)
        mark_plain(signs, block, size, found);
    else if (sign + 1 < end)
        mark_some(signs, true, sign, true, block, size, found);
    else
        mark_some(signs, true, sign < end ? sign : &signs->mark, false, block, size, found);
    sign += signs->is_plain ? 0 : 2;
    for (; sign + 1 < end; sign += 2)
        mark_some(signs, false, sign, true, block, size, found);
    if (sign < end)
        mark_some(signs, false, sign, false, block, size, found);
    if (has_marks)
        mark_some(signs, false, &signs->mark, false, block, size, found);
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
