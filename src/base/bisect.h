#ifndef BASE_BISECT_H
#define BASE_BISECT_H

#include <stdbool.h>
#include <stdint.h>

/* Says whether item `number` of `in` comes before what is sought. Where one does, so must all of
 * lower numbers. */
typedef bool bisect_is_before(const void *in, int64_t number, int64_t sought);

/* Returns the number of the first item from `low` on that does not come before what is sought;
 * `high` when all below that do. It asks about as many items as `high - low` has binary digits. It
 * stands in a header so that the compiler can put `is_before` in its place instead of calling it.
 */
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
