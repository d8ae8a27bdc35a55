#include "time/edtf_bounds.h"

int edtf_choices(const struct edtf_part *part)
{
    static const short by_unspecified[] = {1,  10,  10,  100,  10,  100,  100,  1000,
                                           10, 100, 100, 1000, 100, 1000, 1000, 10000};
    return by_unspecified[part->unspecified];
}

int edtf_choice(const struct edtf_part *part, int index, bool backward)
{
    int filler = backward ? edtf_choices(part) - 1 - index : index;
    int number = (int)part->value;
    for (int place = 0, worth = 1; filler > 0; place++, worth *= 10) {
        if (part->unspecified & 1u << place) {
            number += filler % 10 * worth;
            filler /= 10;
        }
    }
    return number;
}

/* Finds the first or the last day in a month that fits. */
static bool bound_in_month(const struct edtf_date *date, int year, int month, bool last,
                           int32_t *bound)
{
    int length = day_month_length(year, month);
    if (date->precision == EDTF_MONTH) {
        *bound = day_from_civil(year, month, last ? length : 1);
        return true;
    }
    const struct edtf_part *part = &date->parts[EDTF_PART_DAY];
    for (int i = 0; i < edtf_choices(part); i++) {
        int day = edtf_choice(part, i, last);
        if (day >= 1 && day <= length) {
            *bound = day_from_civil(year, month, day);
            return true;
        }
    }
    return false;
}

/* The months of each season, 21 to 41; those from month 12 on end in the next year. */
static const struct {
    unsigned char month, count;
} seasons[] = {
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, /* spring to winter */
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, /* the same, said of the Northern Hemisphere */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},  /* and of the Southern */
    {1, 3}, {4, 3},  {7, 3}, {10, 3}, /* quarters */
    {1, 4}, {5, 4},  {9, 4},          /* thirds */
    {1, 6}, {7, 6},                   /* halves */
};

/* Returns the first or the last day of a season; none lies beyond the last year. */
static int32_t bound_of_season(int season, int year, bool last)
{
    int month = seasons[season - EDTF_SEASON_FIRST].month;
    if (!last)
        return day_from_civil(year, month, 1);
    month += seasons[season - EDTF_SEASON_FIRST].count - 1;
    if (month > 12 && year == DAY_YEAR_MAX)
        return day_from_civil(year, 12, 31);
    year += month > 12;
    month -= month > 12 ? 12 : 0;
    return day_from_civil(year, month, day_month_length(year, month));
}

/* Finds the first or the last day in a year that fits. */
static bool bound_in_year(const struct edtf_date *date, int year, bool last, int32_t *bound)
{
    const struct edtf_part *part = &date->parts[EDTF_PART_MONTH];
    if (date->precision == EDTF_YEAR) {
        *bound = last ? day_from_civil(year, 12, 31) : day_from_civil(year, 1, 1);
        return true;
    }
    if (date->precision == EDTF_SEASON) {
        *bound = bound_of_season((int)part->value, year, last);
        return true;
    }
    for (int i = 0; i < edtf_choices(part); i++) {
        int month = edtf_choice(part, i, last);
        if (month >= 1 && month <= 12 && bound_in_month(date, year, month, last, bound))
            return true;
    }
    return false;
}

/* Finds the first or the last day that fits a date. */
static bool bound_of_date(const struct edtf_date *date, bool last, int32_t *bound)
{
    struct edtf_part year = date->parts[EDTF_PART_YEAR];
    if (date->negative)
        year.value = -year.value;
    for (int i = 0; i < edtf_choices(&year); i++) {
        int number = edtf_choice(&year, i, last != date->negative);
        if (date->negative && number == 0)
            continue;
        if (bound_in_year(date, date->negative ? -number : number, last, bound))
            return true;
    }
    return false;
}

/* Returns the first day of a year or the last, of the nearest there is when it lies beyond. */
static int32_t bound_of_year(struct edtf_date *date, int64_t year, bool last)
{
    date->clamped |= year < DAY_YEAR_MIN || year > DAY_YEAR_MAX;
    if (year < DAY_YEAR_MIN)
        return day_from_civil(DAY_YEAR_MIN, 1, 1);
    if (year > DAY_YEAR_MAX)
        return day_from_civil(DAY_YEAR_MAX, 12, 31);
    return last ? day_from_civil((int)year, 12, 31) : day_from_civil((int)year, 1, 1);
}

/* Returns what the last significant digit of a year is worth. */
static int64_t step_of_year(int64_t size, int significant)
{
    if (significant == 0)
        return 1;
    int64_t step = 1;
    for (; significant > 1 && size >= 10; significant--)
        size /= 10;
    for (; size >= 10; size /= 10)
        step *= 10;
    return step;
}

/* Sets the bounds of a year alone without X. */
static void bound_year(struct edtf_date *date)
{
    int64_t year = date->parts[EDTF_PART_YEAR].value;
    int64_t size = date->negative ? -year : year;
    int64_t step = step_of_year(size, date->significant);
    int64_t low = size - size % step, high = low + step - 1;
    date->first = bound_of_year(date, date->negative ? -high : low, false);
    date->last = bound_of_year(date, date->negative ? -low : high, true);
}

bool edtf_set_bounds(struct edtf_date *date)
{
    if (date->precision == EDTF_YEAR && !date->parts[EDTF_PART_YEAR].unspecified) {
        bound_year(date);
        return true;
    }
    /* What 2000, a leap year, does not have is in no year, and need not be looked for in each. */
    if (!bound_in_year(date, 2000, false, &date->first))
        return false;
    return bound_of_date(date, false, &date->first) && bound_of_date(date, true, &date->last);
}
