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

void words_year(struct buffer *out, int64_t year, enum language language)
{
    /* The year 0 of the calendar is 1 BC. */
    bool before_christ = year <= 0;
    if (!before_christ && year < 1000 && language == LANGUAGE_EN)
        buffer_add_string(out, "AD ");
    print_grouped(out, before_christ ? 1 - year : year, language);
    if (before_christ)
        words_say(out, language, " TCN", " BC");
}

/* Appends the years a date lies between. */
static void print_between(struct buffer *out, const struct edtf_date *date, enum language language)
{
    words_say(out, language, "trong khoảng từ năm ", "between ");
    words_year(out, words_year_of_day(date->first), language);
    words_say(out, language, " đến năm ", " and ");
    words_year(out, words_year_of_day(date->last), language);
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
    int first = words_year_of_day(date->first), last = words_year_of_day(date->last);
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

void words_year_of(struct buffer *out, const struct edtf_date *date, enum language language)
{
    int year = (int)date->parts[EDTF_PART_YEAR].value;
    switch (words_known(date, EDTF_PART_YEAR)) {
    case WORDS_DECADE:
        buffer_printf(out, language == LANGUAGE_VI ? "thập niên %d" : "the %ds", year);
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
