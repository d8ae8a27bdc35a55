#ifndef TIME_EDTF_BOUNDS_H
#define TIME_EDTF_BOUNDS_H

#include "time/edtf.h"

/* Which days a date can be; for the files edtf_*.c only. */

/* Returns how many numbers a part can be: ten for each X. */
int edtf_choices(const struct edtf_part *part);

/* Returns one of the numbers a part can be: number `index` from the smallest, or from the greatest
 * on backward. */
int edtf_choice(const struct edtf_part *part, int index, bool backward);

/* Sets first, last and clamped of a date; false when no day is what it says. */
bool edtf_set_bounds(struct edtf_date *date);

#endif
