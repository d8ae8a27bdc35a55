#ifndef BASE_BISECT_H
#define BASE_BISECT_H

#include <stdbool.h>
#include <stdint.h>

/* Says of what `in` has at a number whether it comes before what is sought. When it does, so must
 * all at lower numbers. */
typedef bool bisect_is_before(const void *in, int64_t number, int64_t sought);

/* Returns the first number from `low` on that does not come before what is sought; `high` when all
 * below it do. It asks for as many numbers as `high - low` has binary digits, and is here so that
 * asking is no call. */
static inline int64_t bisect(int64_t low, int64_t high, bisect_is_before *is_before, const void *in,
                             int64_t sought)
{
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (is_before(in, middle, sought))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
