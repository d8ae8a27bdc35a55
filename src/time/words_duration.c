#include <stdbool.h>

#include "base/buffer.h"
#include "time/day.h"
#include "time/words.h"
#include "time/words_say.h"

/* Spans shorter than this are said in days, unless they are whole months. */
#define FEW_DAYS 100

/* A length of time by the calendar. */
struct length {
    int years, months, days;
};

/* Returns the day so many months after another, or the last of its month when that is shorter. */
static int32_t day_after_months(int32_t from, int months)
{
    int year, month, day;
    day_to_civil(from, &year, &month, &day);
    month += months - 1;
    year += month / 12;
    month = month % 12 + 1;
    int length = day_month_length(year, month);
    return day_from_civil(year, month, day < length ? day : length);
}

/* Returns how long it is from one day to a later one, that one not counted. */
static struct length length_between(int32_t from, int32_t to)
{
    int year, month, day, to_year, to_month, to_day;
    day_to_civil(from, &year, &month, &day);
    day_to_civil(to, &to_year, &to_month, &to_day);
    int months = (to_year - year) * 12 + to_month - month - (to_day < day);
    return (struct length){months / 12, months % 12, to - day_after_months(from, months)};
}

/* Appends a number of units, when there are any; `*first` says that nothing stands before it. */
static void print_unit(struct buffer *out, int number, const struct bilingual *unit, bool *first,
                       enum language language)
{
    if (number == 0)
        return;
    buffer_printf(out, "%s%d %s", *first ? "" : " ", number, unit->in[language]);
    if (language == LANGUAGE_EN && number > 1)
        buffer_add_char(out, 's');
    *first = false;
}

/* Appends a length, without the units of which there are none. */
static void print_length(struct buffer *out, struct length length, enum language language)
{
    static const struct bilingual year = {{"năm", "year"}}, month = {{"tháng", "month"}},
                                  day = {{"ngày", "day"}};
    bool at_start = true;
    print_unit(out, length.years, &year, &at_start, language);
    print_unit(out, length.months, &month, &at_start, language);
    print_unit(out, length.days, &day, &at_start, language);
}

/* Says that a span has no known length, if so. */
static bool say_unknown(struct buffer *out, int32_t first, int32_t last, enum language language)
{
    if (first != DAY_OPEN_PAST && last != DAY_OPEN_FUTURE)
        return false;
    words_say(out, language, "không rõ", "unknown");
    return true;
}

void words_duration(struct buffer *out, int32_t first, int32_t last, enum language language)
{
    if (say_unknown(out, first, last, language))
        return;
    struct length length = length_between(first, last + 1);
    int days = last - first + 1;
    if (length.days > 0 && days < FEW_DAYS)
        length = (struct length){.days = days};
    print_length(out, length, language);
}

void words_duration_rough(struct buffer *out, int32_t first, int32_t last, enum language language)
{
    if (say_unknown(out, first, last, language))
        return;
    struct length length = length_between(first, last + 1);
    int months = 12 * length.years + length.months;
    if (length.years >= 3)
        length = (struct length){.years = length.years + (length.months >= 6)};
    else if (months >= 2)
        length = (struct length){.months = months + (length.days >= 15)};
    else
        length = (struct length){.days = last - first + 1};
    print_length(out, length, language);
}
