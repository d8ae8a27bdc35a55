#ifndef TIME_WORDS_KNOWN_H
#define TIME_WORDS_KNOWN_H

#include <stdbool.h>

#include "time/edtf.h"

/* What is known of a date, and so can be said; for the files words_*.c. */

/* How a part of a date can be said. */
enum words_known {
    WORDS_NONE,    /* the date has no such part, or all its digits are X */
    WORDS_DECADE,  /* a year whose last digit is X */
    WORDS_CENTURY, /* a year whose last two digits are X */
    WORDS_BETWEEN, /* a year with another run of X at its end, or with S */
    WORDS_TAIL,    /* a month or a day alone in ending in X */
    WORDS_DIGITS,  /* other digits are X: they can only be shown */
    WORDS_NUMBER   /* all digits are known */
};
enum words_known words_known(const struct edtf_date *date, enum edtf_part_name name);

/* Says whether dates of this precision have a part. */
bool words_has_part(const struct edtf_date *date, enum edtf_part_name name);

/* Says whether a date is nothing but numbers: year, month and day without X, S or Y. */
bool words_is_plain(const struct edtf_date *date);

#endif
