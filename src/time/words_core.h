#ifndef TIME_WORDS_CORE_H
#define TIME_WORDS_CORE_H

#include "base/language.h"
#include "time/edtf.h"

/* One date in words; for the files words_*.c. */

/* Appends a date without its doubt: `ngày 13 tháng 3 năm 1954`, `13 March 1954`. */
void words_core(struct buffer *out, const struct edtf_date *date, enum language language);

/* Append what stands before and behind a phrase for doubt about all of it, by bits of enum
 * edtf_doubt: `khoảng `, ` (chưa chắc)`. */
void words_doubt_before(struct buffer *out, unsigned doubt, enum language language);
void words_doubt_behind(struct buffer *out, unsigned doubt, enum language language);

/* Appends a date with its doubt: `khoảng năm 1945 (chưa chắc)`. */
void words_one(struct buffer *out, const struct edtf_date *date, enum language language);

#endif
