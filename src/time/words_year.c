#include "time/words_year.h"

#include "base/buffer.h"
#include "time/ordinal.h"
#include "time/words_known.h"
#include "time/words_say.h"

/* Appends a number whose digits stand in groups of three when there are more than four. */
static void print_grouped(struct buffer *out, int64_t number, enum language language)
{
    char digits[24];
    int count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    for (int i = count - 1; i >= 0; i--) {
        buffer_add_char(out, digits[i]);
        if (count > 4 && i > 0 && i % 3 == 0)
            buffer_add_char(out, language == LANGUAGE_VI ? '.' : ',');
    }
}

/* The year 0 of the calendar is 1 BC. */
static bool before_christ(int64_t year)
{
    return year <= 0;
}

/* Appends a year counted within its era. */
static void print_counted(struct buffer *out, int64_t year, enum language language)
{
    print_grouped(out, before_christ(year) ? 1 - year : year, language);
}

void words_year(struct buffer *out, int64_t year, enum language language)
{
    if (!before_christ(year) && year < 1000)
        words_say(out, language, "", "AD ");
    print_counted(out, year, language);
    if (before_christ(year))
        words_say(out, language, " TCN", " BC");
}

void words_years(struct buffer *out, int64_t first, int64_t last, enum language language)
{
    /* AD stands before the first year, BC behind the last. */
    if (before_christ(first) && before_christ(last))
        print_counted(out, first, language);
    else
        words_year(out, first, language);
    buffer_add_string(out, "–");
    if (!before_christ(first))
        print_counted(out, last, language);
    else
        words_year(out, last, language);
}

/* Appends the years a date lies between. */
static void print_between(struct buffer *out, const struct edtf_date *date, enum language language)
{
    words_say(out, language, "trong khoảng từ năm ", "between ");
    words_year(out, day_year(date->first), language);
    words_say(out, language, " đến năm ", " and ");
    words_year(out, day_year(date->last), language);
    if (date->significant) {
        words_say(out, language, ", ước chừng năm ", ", estimated as ");
        words_year(out, date->parts[EDTF_PART_YEAR].value, language);
    }
}

/* Appends a year beyond four digits. */
static void print_long_year(struct buffer *out, const struct edtf_date *date,
                            enum language language)
{
    int64_t year = date->parts[EDTF_PART_YEAR].value;
    if (year >= EDTF_YEAR_LIMIT || year <= -EDTF_YEAR_LIMIT)
        buffer_add(out, date->text);
    else
        words_year(out, year, language);
    if (!date->significant)
        return;
    buffer_printf(out, " (%d", date->significant);
    words_say(out, language, " chữ số có nghĩa)", " significant digits)");
}

/* Appends a year of which all digits are known, or some that tell little: those are shown. */
static void print_year_number(struct buffer *out, const struct edtf_date *date,
                              enum language language)
{
    const struct edtf_part *year = &date->parts[EDTF_PART_YEAR];
    words_say(out, language, "năm ", "");
    if (date->clamped) {
        print_long_year(out, date, language);
    } else if (year->unspecified) {
        buffer_add_string(out, date->negative ? "-" : "");
        edtf_print_digits(out, year, 4);
    } else {
        words_year(out, year->value, language);
    }
}

/* Appends the second year of a season that ends in it: a winter, or a summer in the South. */
static void print_next_year(struct buffer *out, const struct edtf_date *date,
                            enum language language)
{
    int first = day_year(date->first), last = day_year(date->last);
    if (date->precision != EDTF_SEASON || date->parts[EDTF_PART_YEAR].unspecified || first == last)
        return;
    buffer_add_string(out, "–");
    words_year(out, last, language);
}

/* Appends a century, with its years as EDTF counts them: 19XX has 1900 and not 2000. */
static void print_century(struct buffer *out, int century, enum language language)
{
    if (language == LANGUAGE_VI)
        buffer_printf(out, "thế kỷ %d", century);
    else
        buffer_printf(out, "the %d%s century", century, ordinal_ending(century));
    buffer_printf(out, " (%d–%d)", century * 100 - 100, century * 100 - 1);
}

/* Appends a decade. English has no word but `decade` for the first of a century, since `the 1900s`
 * are a hundred years too. */
static void print_decade(struct buffer *out, int year, enum language language)
{
    if (language == LANGUAGE_VI)
        buffer_printf(out, "thập niên %d", year);
    else if (year % 100 == 0)
        buffer_printf(out, "the decade %d–%d", year, year + 9);
    else
        buffer_printf(out, "the %ds", year);
}

void words_year_of(struct buffer *out, const struct edtf_date *date, enum language language)
{
    int year = (int)date->parts[EDTF_PART_YEAR].value;
    switch (words_known(date, EDTF_PART_YEAR)) {
    case WORDS_DECADE:
        print_decade(out, year, language);
        break;
    case WORDS_CENTURY:
        print_century(out, year / 100 + 1, language);
        break;
    case WORDS_BETWEEN:
        print_between(out, date, language);
        break;
    default:
        print_year_number(out, date, language);
        print_next_year(out, date, language);
        break;
    }
}
