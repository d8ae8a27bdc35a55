#include "time/lunar.h"

#include "base/buffer.h"
#include "time/day.h"
#include "time/ordinal.h"

/* A lunar year: the solar day it begins on (131 is 31 January, 201 is 1 February), the month that
 * comes twice (0: none), and its months in order from the lowest bit, 1 for one of 30 days, 0 for
 * one of 29. Made by the rules in lunar.h from the SOFA ephemerides of sun and moon; test_lunar.c
 * computes all of it anew from other ones. */
struct year {
    short begins;
    unsigned char leap;
    unsigned short lengths;
};

#define FIRST_YEAR 1857

/* The years of the North, and of the whole country when it had one calendar. */
static const struct year north_years[] = {
    /* clang-format off */
    /* 1857 */
    {126, 5, 0x1d52}, {214, 0, 0x0d92}, {203, 0, 0x0d25},
    /* 1860 */
    {123, 3, 0x1a4d}, {210, 0, 0x0956}, {130, 8, 0x12b5}, {218, 0, 0x0ad6}, {208, 0, 0x06d4},
    {127, 5, 0x0da9}, {215, 0, 0x0ec9}, {205, 0, 0x0e92}, {125, 4, 0x0d26}, {211, 0, 0x0527},
    /* 1870 */
    {131, 10, 0x0a57}, {219, 0, 0x095b}, {209, 0, 0x0b5a}, {129, 6, 0x16d4}, {217, 0, 0x0754},
    {206, 0, 0x0749}, {126, 5, 0x1693}, {213, 0, 0x0a93}, {202, 0, 0x052b}, {122, 3, 0x0a5b},
    /* 1880 */
    {210, 0, 0x096d}, {130, 7, 0x0b6a}, {218, 0, 0x0daa}, {208, 0, 0x0ba4}, {128, 5, 0x1b49},
    {215, 0, 0x0d49}, {204, 0, 0x0a95}, {124, 4, 0x152b}, {212, 0, 0x052d}, {131, 0, 0x0aad},
    /* 1890 */
    {121, 2, 0x15aa}, {209, 0, 0x0daa}, {130, 6, 0x1da4}, {217, 0, 0x0ea4}, {206, 0, 0x0d4a},
    {126, 5, 0x0a95}, {213, 0, 0x0a97}, {202, 0, 0x0556}, {122, 3, 0x0ab5}, {210, 0, 0x0ad5},
    /* 1900 */
    {131, 8, 0x16d2}, {219, 0, 0x0752}, {208, 0, 0x0ea5}, {129, 5, 0x164a}, {216, 0, 0x064b},
    {204, 0, 0x0a9b}, {125, 4, 0x155a}, {213, 0, 0x056a}, {202, 0, 0x0b59}, {122, 2, 0x1752},
    /* 1910 */
    {210, 0, 0x0752}, {130, 6, 0x1b25}, {218, 0, 0x0b25}, {206, 0, 0x0a4b}, {126, 5, 0x14ab},
    {214, 0, 0x02ad}, {203, 0, 0x056b}, {123, 2, 0x0b69}, {211, 0, 0x0da9}, {201, 7, 0x1d92},
    /* 1920 */
    {220, 0, 0x0e92}, {208, 0, 0x0d25}, {128, 5, 0x1a4d}, {216, 0, 0x0a56}, {205, 0, 0x0ab6},
    {125, 4, 0x15b4}, {213, 0, 0x06d4}, {202, 0, 0x0ea9}, {123, 2, 0x1e92}, {210, 0, 0x0e92},
    /* 1930 */
    {130, 6, 0x0d26}, {217, 0, 0x052b}, {206, 0, 0x0a57}, {126, 5, 0x12b6}, {214, 0, 0x0b5a},
    {204, 0, 0x06d4}, {124, 3, 0x0ec9}, {211, 0, 0x0749}, {131, 7, 0x1693}, {219, 0, 0x0a93},
    /* 1940 */
    {208, 0, 0x052b}, {127, 6, 0x0a5b}, {215, 0, 0x0aad}, {205, 0, 0x056a}, {125, 4, 0x1b55},
    {213, 0, 0x0ba4}, {202, 0, 0x0b49}, {122, 2, 0x1a93}, {210, 0, 0x0a95}, {129, 7, 0x152d},
    /* 1950 */
    {217, 0, 0x0536}, {206, 0, 0x0aad}, {127, 5, 0x15aa}, {214, 0, 0x05b2}, {203, 0, 0x0da5},
    {124, 3, 0x1d4a}, {212, 0, 0x0d4a}, {131, 8, 0x0a95}, {218, 0, 0x0a97}, {208, 0, 0x0556},
    /* 1960 */
    {128, 6, 0x0ab5}, {215, 0, 0x0ad5}, {205, 0, 0x06d2}, {125, 4, 0x0ea5}, {213, 0, 0x0ea5},
    {202, 0, 0x064a}, {121, 3, 0x0c97}, {209, 0, 0x029b}, {129, 7, 0x055b}, {216, 0, 0x056b},
    /* 1970 */
    {206, 0, 0x0b69}, {127, 5, 0x1752}, {215, 0, 0x0b52}, {203, 0, 0x0b25}, {123, 4, 0x1a4b},
    {211, 0, 0x0a4d}, {131, 8, 0x14ab}, {218, 0, 0x02ad}, {207, 0, 0x05ad}, {128, 6, 0x0b6a},
    /* 1980 */
    {216, 0, 0x0da9}, {205, 0, 0x0d92}, {125, 4, 0x1d25}, {213, 0, 0x0d25}, {202, 0, 0x0a55},
    {121, 2, 0x14ad}, {209, 0, 0x04b6}, {129, 7, 0x05b5}, {217, 0, 0x06d5}, {206, 0, 0x0ec9},
    /* 1990 */
    {127, 5, 0x1e92}, {215, 0, 0x0e92}, {204, 0, 0x0d26}, {123, 3, 0x0a56}, {210, 0, 0x0a57},
    {131, 8, 0x1556}, {219, 0, 0x056a}, {207, 0, 0x0b55}, {128, 5, 0x16c9}, {216, 0, 0x0749},
    /* 2000 */
    {205, 0, 0x0693}, {124, 4, 0x152b}, {212, 0, 0x052b}, {201, 0, 0x0a5b}, {122, 2, 0x155a},
    {209, 0, 0x056a}, {129, 7, 0x0b65}, {217, 0, 0x0ba5}, {207, 0, 0x0d49}, {126, 5, 0x1a95},
    /* 2010 */
    {214, 0, 0x0a95}, {203, 0, 0x052d}, {123, 4, 0x0aad}, {210, 0, 0x0ab5}, {131, 9, 0x15aa},
    {219, 0, 0x05d2}, {208, 0, 0x0da5}, {128, 6, 0x1d4a}, {216, 0, 0x0e4a}, {205, 0, 0x0c96},
    /* 2020 */
    {125, 4, 0x192e}, {212, 0, 0x0556}, {201, 0, 0x0ab5}, {122, 2, 0x15b2}, {210, 0, 0x06d2},
    /* clang-format on */
};

/* The years of the South while it had a calendar of its own. */
#define FIRST_SOUTH_YEAR 1967
static const struct year south_years[] = {
    /* clang-format off */
    /* 1967 */
    {209, 0, 0x0a9b}, {130, 7, 0x155a}, {217, 0, 0x056a},
    /* 1970 */
    {206, 0, 0x0b69}, {127, 5, 0x1752}, {215, 0, 0x0b52}, {203, 0, 0x0b25}, {123, 4, 0x164b},
    {211, 0, 0x0a4b},
    /* clang-format on */
};

/* The calendar begins on 1858-01-01 and ends on 2024-12-31. The South's own day numbers are those
 * from 1968-01-01 to 1975-06-13. */
#define FIRST_DAY       (-40907)
#define LAST_DAY        20088
#define FIRST_SOUTH_DAY (-731)
#define LAST_SOUTH_DAY  1989

static int32_t first_day_of(const struct year *row, int year)
{
    return day_from_civil(year, row->begins / 100, row->begins % 100);
}

/* Returns the lunar date of a day that lies in the lunar year of `row`. */
static struct lunar date_in_year(const struct year *row, int year, int32_t day)
{
    struct lunar date = {.month = 1, .year = year};
    int rest = day - first_day_of(row, year);
    for (unsigned lengths = row->lengths;; lengths >>= 1) {
        int length = 29 + (int)(lengths & 1);
        if (rest < length)
            break;
        rest -= length;
        date.leap = date.month == row->leap && !date.leap;
        date.month += !date.leap;
    }
    date.day = rest + 1;
    return date;
}

/* Returns the lunar date of a day by a table whose first row is that of `first_year`. */
static struct lunar look_up(const struct year *years, int first_year, int32_t day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    const struct year *row = &years[year - first_year];
    if (day < first_day_of(row, year))
        return date_in_year(row - 1, year - 1, day);
    return date_in_year(row, year, day);
}

static bool same_date(const struct lunar *a, const struct lunar *b)
{
    return a->day == b->day && a->month == b->month && a->leap == b->leap && a->year == b->year;
}

bool lunar_from_day(struct lunar *north, struct lunar *south, bool *differs, int32_t day)
{
    if (day < FIRST_DAY || day > LAST_DAY)
        return false;
    struct lunar one = look_up(north_years, FIRST_YEAR, day), other = one;
    if (day >= FIRST_SOUTH_DAY && day <= LAST_SOUTH_DAY)
        other = look_up(south_years, FIRST_SOUTH_YEAR, day);
    if (north)
        *north = one;
    if (south)
        *south = other;
    if (differs)
        *differs = !same_date(&one, &other);
    return true;
}

void lunar_print_year(struct buffer *out, int year)
{
    static const char *const stems[] = {"Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                        "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý"};
    static const char *const branches[] = {"Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                           "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"};
    int since = year - 4; /* the year 4 is the first of a cycle */
    buffer_printf(out, "%s %s", stems[since % 10], branches[since % 12]);
}

/* The first ten days and the full moon have names of their own. */
static void print_vietnamese(struct buffer *out, const struct lunar *date)
{
    static const char *const months[] = {"Giêng", "Hai", "Ba",   "Tư",   "Năm",      "Sáu",
                                         "Bảy",   "Tám", "Chín", "Mười", "Mười Một", "Chạp"};
    if (date->day == 15)
        buffer_add_string(out, "rằm");
    else
        buffer_printf(out, "%s %d", date->day <= 10 ? "mùng" : "ngày", date->day);
    buffer_printf(out, " tháng %s%s năm ", months[date->month - 1], date->leap ? " nhuận" : "");
}

static void print_english(struct buffer *out, const struct lunar *date)
{
    buffer_printf(out, "%d%s day of the %s%d%s lunar month, ", date->day, ordinal_ending(date->day),
                  date->leap ? "leap " : "", date->month, ordinal_ending(date->month));
}

void lunar_print(struct buffer *out, const struct lunar *date, enum language language)
{
    if (language == LANGUAGE_VI)
        print_vietnamese(out, date);
    else
        print_english(out, date);
    lunar_print_year(out, date->year);
}
