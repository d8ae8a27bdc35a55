#include "time/day.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/buffer.h"

/* Years are lifted by 25 whole cycles of 400, so that divisions meet no negative number. */
#define LIFT 10000

/* What the sum in day_from_civil gives for 1970-01-01 before this is taken off. */
#define EPOCH 4371952

/* A cycle of 400 years always has this many days. */
#define CYCLE_YEARS 400
#define CYCLE_DAYS  146097

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int day_month_length(int year, int month)
{
    static const signed char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

int32_t day_from_civil(int year, int month, int day)
{
    static const short days_before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int past = year + LIFT - 1;
    int leap_days = past / 4 - past / 100 + past / 400 + (month > 2 && is_leap(year));
    return (past + 1) * 365 + leap_days + days_before[month - 1] + day - 1 - EPOCH;
}

/* A guess from the mean year is off by one at most. */
int day_year(int32_t day)
{
    int lifted = (int)((day + (int64_t)EPOCH) * CYCLE_YEARS / CYCLE_DAYS);
    int year = lifted - LIFT;
    if (day < day_from_civil(year, 1, 1))
        return year - 1;
    return day < day_from_civil(year + 1, 1, 1) ? year : year + 1;
}

int day_floor(int number, int step)
{
    int rest = number % step;
    return number - (rest < 0 ? rest + step : rest);
}

void day_to_civil(int32_t day, int *year, int *month, int *day_of_month)
{
    *year = day_year(day);
    int rest = day - day_from_civil(*year, 1, 1);
    for (*month = 1; rest >= day_month_length(*year, *month); ++*month)
        rest -= day_month_length(*year, *month);
    *day_of_month = rest + 1;
}

/* Puts a number of at least `least` digits in front of byte `at` of a text; returns where it
 * begins. */
static size_t put_digits(char *text, size_t at, int number, int least)
{
    for (; number > 0 || least > 0; number /= 10, least--)
        text[--at] = (char)('0' + number % 10);
    return at;
}

void day_print(struct buffer *out, int32_t day)
{
    if (day == DAY_OPEN_PAST || day == DAY_OPEN_FUTURE) {
        buffer_add_string(out, "..");
        return;
    }
    int year, month, day_of_month;
    char text[24];
    size_t at = sizeof text;
    day_to_civil(day, &year, &month, &day_of_month);
    at = put_digits(text, at, day_of_month, 2);
    text[--at] = '-';
    at = put_digits(text, at, month, 2);
    text[--at] = '-';
    at = put_digits(text, at, abs(year), 4);
    if (year < 0)
        text[--at] = '-';
    buffer_add(out, (struct bytes){text + at, sizeof text - at});
}
