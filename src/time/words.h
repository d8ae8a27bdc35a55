#ifndef TIME_WORDS_H
#define TIME_WORDS_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/language.h"

struct buffer;

/* EDTF dates as people say them, never more precise than they are. What is no EDTF is appended
 * clean. */

/* Appends a date in full: `khoảng tháng 3 năm 1954`, `about March 1954`. */
void words_date(struct buffer *out, struct bytes edtf, enum language language);

/* No short form is wider than this many columns. */
#define WORDS_SHORT_WIDTH 11

/* Appends a date for a row under the heading of the year of its first day (of its last day, when
 * the first is open): `13/3`, `13 Mar`, `cả năm`, `20–24/11`. Doubt is `~` or `?` in front, `…` an
 * open end. */
void words_short(struct buffer *out, struct bytes edtf, enum language language);

/* Appends how long it is from `first` to `last`, which is no earlier, both counted: `56 ngày`,
 * `2 years 3 months`. Whole months are said as such, other spans under 100 days in days. An open
 * end makes it unknown. */
void words_duration(struct buffer *out, int32_t first, int32_t last, enum language language);

/* The same in one unit, rounded: three years and more in years, two months and more in months,
 * else in days. */
void words_duration_rough(struct buffer *out, int32_t first, int32_t last, enum language language);

#endif
