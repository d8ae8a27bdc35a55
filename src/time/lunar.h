#ifndef TIME_LUNAR_H
#define TIME_LUNAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/language.h"

struct buffer;

/* The Vietnamese lunar calendar, 1858-01-01 to 2024-12-31: months begin on the day of the new moon,
 * the 11th holds the winter solstice, and of 13 months from one solstice to the next the first
 * that the sun passes no twelfth of its way in repeats the number before it. Days are those of
 * UTC+8 before 1968, but for nine months that calendars of their time began otherwise; UTC+7 from
 * 1968 on in the North and since 1975-06-14 everywhere; in the South UTC+8 until then. */

/* A lunar date. */
struct lunar {
    int day;   /* 1 to 30 */
    int month; /* 1 to 12 */
    bool leap; /* the second month of that number */
    int year;  /* the solar year in which the lunar year begins */
};

/* Gives the lunar dates of a day in North and South; any pointer may be NULL. `*differs` says
 * whether they are two. Returns false, all left alone, when the day lies outside the calendar. */
bool lunar_from_day(struct lunar *north, struct lunar *south, bool *differs, int32_t day);

/* Appends a date: `mùng 2 tháng Giêng năm Tân Tỵ`, `2nd day of the 1st lunar month, Tân Tỵ`. */
void lunar_print(struct buffer *out, const struct lunar *date, enum language language);

/* Appends the name of a lunar year in the cycle of sixty: `Tân Tỵ` for 1941. */
void lunar_print_year(struct buffer *out, int year);

#endif
