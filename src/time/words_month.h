#ifndef TIME_WORDS_MONTH_H
#define TIME_WORDS_MONTH_H

#include "base/language.h"
#include "time/edtf.h"

/* Months and seasons in words; for the files words_*.c. */

/* Returns the name of a month, 1 to 12: `tháng 3`, `March`; short: `th.3`, `Mar`. */
const char *words_month(int month, enum language language);
const char *words_short_month(int month, enum language language);

/* Returns the short name of a season, 21 to 41: `mùa hè`, `Q2`. */
const char *words_short_season(int season, enum language language);

/* Says whether a date is a quarter, a third or a half of a calendar year. */
bool words_is_division(const struct edtf_date *date);

/* Appends the month or season of a date as far as it is known: `tháng 3`, `mùa hè`. */
void words_month_of(struct buffer *out, const struct edtf_date *date, enum language language);

/* Appends in brackets on which half of the Earth a season was, when the date says so. */
void words_hemisphere_of(struct buffer *out, const struct edtf_date *date, enum language language);

#endif
