#ifndef TIME_WORDS_YEAR_H
#define TIME_WORDS_YEAR_H

#include "base/language.h"
#include "time/edtf.h"

/* Years in words; for the files words_*.c. */

/* Appends a year as a bare number: `1954`, `45 TCN`, `45 BC`, `17.000`, `17,000`. */
void words_year(struct buffer *out, int64_t year, enum language language);

/* Appends two years with a dash, the era once when they share it: `1945–1954`, `258–209 BC`. */
void words_years(struct buffer *out, int64_t first, int64_t last, enum language language);

/* Appends the year of a date as far as it is known: `năm 1954`, `thập niên 1930`. */
void words_year_of(struct buffer *out, const struct edtf_date *date, enum language language);

#endif
