#ifndef TIME_DAY_H
#define TIME_DAY_H

#include <stdint.h>

struct buffer;

/* Day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, whose year 0 is 1 BC.
 * Years run from DAY_YEAR_MIN to DAY_YEAR_MAX. */
#define DAY_YEAR_MIN (-9999)
#define DAY_YEAR_MAX 9999

/* What stands in place of a day where a span has no known end. No real day is as early or late, so
 * plain comparison orders them. */
#define DAY_OPEN_PAST   INT32_MIN
#define DAY_OPEN_FUTURE INT32_MAX

/* Returns the number of a day; month is 1 to 12, day 1 to the month's length. */
int32_t day_from_civil(int year, int month, int day);

/* Gives year, month and day of a day number that is not open. */
void day_to_civil(int32_t day, int *year, int *month, int *day_of_month);

/* Returns the year of a day number that is not open. */
int day_year(int32_t day);

/* Rounds a number of years or months down to a multiple of `step`, also below 0: 1954 to 1950 with
 * a step of 10, -1 to -10. */
int day_floor(int number, int step);

/* Returns how many days a month (1 to 12) has. */
int day_month_length(int year, int month);

/* Appends YYYY-MM-DD, with `-` before a negative year; `..` for an open end. */
void day_print(struct buffer *out, int32_t day);

#endif
