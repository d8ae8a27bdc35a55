#include "time/words_core.h"

#include <string.h>

#include "base/buffer.h"
#include "time/words_known.h"
#include "time/words_month.h"
#include "time/words_say.h"
#include "time/words_year.h"

/* Returns the last day that a month can have. */
static int month_end(const struct edtf_date *date)
{
    const struct edtf_part *parts = date->parts;
    /* Of several years one may be a leap year, as 2000 was. */
    int year = parts[EDTF_PART_YEAR].unspecified ? 2000 : (int)parts[EDTF_PART_YEAR].value;
    return day_month_length(year, (int)parts[EDTF_PART_MONTH].value);
}

/* Appends what a day can be that ends in X, in a month that is known. */
static void print_day_tail(struct buffer *out, const struct edtf_date *date, enum language language)
{
    int tens = (int)date->parts[EDTF_PART_DAY].value, end = month_end(date);
    int low = tens ? tens : 1, high = tens + 9 < end ? tens + 9 : end;
    if (low == high)
        words_say(out, language, "ngày ", "");
    else
        words_say(out, language, "một ngày từ ", "some day in ");
    buffer_printf(out, "%d", low);
    if (low == high)
        return;
    words_say(out, language, " đến ", "–");
    buffer_printf(out, "%d", high);
}

static void print_day(struct buffer *out, const struct edtf_date *date, enum language language)
{
    const struct edtf_part *day = &date->parts[EDTF_PART_DAY];
    if (words_known(date, EDTF_PART_DAY) == WORDS_TAIL) {
        print_day_tail(out, date, language);
        return;
    }
    bool in_month = words_known(date, EDTF_PART_MONTH) == WORDS_NUMBER;
    words_say(out, language, "ngày ", in_month ? "" : "day ");
    if (day->unspecified)
        edtf_print_digits(out, day, 2);
    else
        buffer_printf(out, "%d", (int)day->value);
}

/* Appends what parts the year from the day or month before it. */
static void join_year(struct buffer *out, const struct edtf_date *date, enum language language)
{
    enum words_known year = words_known(date, EDTF_PART_YEAR);
    enum words_known month = words_known(date, EDTF_PART_MONTH);
    bool number = year == WORDS_NUMBER || year == WORDS_DIGITS;
    if (language == LANGUAGE_VI)
        buffer_add_string(out, number ? " " : ", ");
    else if (month == WORDS_NONE)
        buffer_add_string(out, ", ");
    else if (!number)
        buffer_add_string(out, year == WORDS_BETWEEN ? " " : " in ");
    else
        buffer_add_string(out, words_is_division(date) || month == WORDS_DIGITS ? " of " : " ");
}

/* Appends the names of the parts whose bits are set, bit 0 for the year, smallest part first. */
static void print_part_names(struct buffer *out, unsigned bits, bool season, enum language language)
{
    static const struct bilingual names[] = {
        {{"năm", "year"}}, {{"tháng", "month"}}, {{"ngày", "day"}}, {{"mùa", "season"}}};
    for (int i = EDTF_PART_DAY; i >= EDTF_PART_YEAR; i--) {
        if (!(bits & 1u << i))
            continue;
        bits &= ~(1u << i);
        int name = season && i == EDTF_PART_MONTH ? 3 : i;
        buffer_add_string(out, names[name].in[language]);
        if (bits)
            words_say(out, language, bits & (bits - 1) ? ", " : " và ",
                      bits & (bits - 1) ? ", " : " and ");
    }
}

/* Appends which parts are not known at all, in brackets when words stand before it. */
static void print_unknown(struct buffer *out, const struct edtf_date *date, bool alone,
                          enum language language)
{
    unsigned bits = 0;
    for (int i = 0; i < EDTF_PART_COUNT; i++) {
        if (words_has_part(date, (enum edtf_part_name)i) &&
            words_known(date, (enum edtf_part_name)i) == WORDS_NONE)
            bits |= 1u << i;
    }
    if (!bits)
        return;
    buffer_add_string(out, alone ? "" : " (");
    words_say(out, language, "không rõ ", "");
    print_part_names(out, bits, date->precision == EDTF_SEASON, language);
    words_say(out, language, "", " unknown");
    buffer_add_string(out, alone ? "" : ")");
}

/* Explains an X, where one had to be shown. */
static void print_digit_note(struct buffer *out, const struct edtf_date *date,
                             enum language language)
{
    bool shown = false;
    for (int i = 0; i < EDTF_PART_COUNT; i++)
        shown |= words_known(date, (enum edtf_part_name)i) == WORDS_DIGITS;
    if (shown)
        words_say(out, language, " (X: chữ số không rõ)", " (X: digit unknown)");
}

/* Appends the time of day, and its zone. */
static void print_time(struct buffer *out, const struct edtf_date *date, enum language language)
{
    size_t clock = strlen("hh:mm:ss");
    struct bytes zone = bytes_after(date->time, clock);
    buffer_add(out, bytes_first(date->time, clock));
    if (!zone.size)
        return;
    words_say(out, language, " (UTC", " UTC");
    if (*zone.at != 'Z')
        buffer_add(out, zone);
    words_say(out, language, ")", "");
}

/* Appends day, month and year as far as they can be said. */
static void print_said(struct buffer *out, const struct edtf_date *date, enum language language)
{
    size_t size = out->size;
    if (words_known(date, EDTF_PART_DAY))
        print_day(out, date, language);
    if (words_known(date, EDTF_PART_MONTH)) {
        buffer_add_string(out, out->size > size ? " " : "");
        words_month_of(out, date, language);
    }
    if (words_known(date, EDTF_PART_YEAR)) {
        if (out->size > size)
            join_year(out, date, language);
        words_year_of(out, date, language);
    }
    words_hemisphere_of(out, date, language);
    print_unknown(out, date, out->size == size, language);
}

void words_core(struct buffer *out, const struct edtf_date *date, enum language language)
{
    if (date->time.size && language == LANGUAGE_VI) {
        buffer_add_string(out, "lúc ");
        print_time(out, date, language);
        buffer_add_char(out, ' ');
    }
    print_said(out, date, language);
    print_digit_note(out, date, language);
    if (date->time.size && language == LANGUAGE_EN) {
        buffer_add_string(out, ", ");
        print_time(out, date, language);
    }
}

/* --- Doubt --- */

void words_doubt_before(struct buffer *out, unsigned doubt, enum language language)
{
    if (doubt & EDTF_APPROXIMATE)
        words_say(out, language, "khoảng ", "about ");
}

void words_doubt_behind(struct buffer *out, unsigned doubt, enum language language)
{
    if (doubt & EDTF_UNCERTAIN)
        words_say(out, language, " (chưa chắc)", " (uncertain)");
}

/* Returns which parts of a date have exactly that doubt, bit 0 for the year. */
static unsigned parts_with(const struct edtf_date *date, unsigned doubt)
{
    unsigned bits = 0;
    for (int i = 0; i < EDTF_PART_COUNT; i++)
        bits |= date->parts[i].doubt == doubt ? 1u << i : 0;
    return bits;
}

/* Appends which parts of a date are in doubt, and in which. */
static void print_partial_doubt(struct buffer *out, const struct edtf_date *date,
                                enum language language)
{
    static const struct bilingual adjectives[] = {
        [EDTF_APPROXIMATE] = {{" ước chừng", " approximate"}},
        [EDTF_UNCERTAIN] = {{" chưa chắc", " uncertain"}},
        [EDTF_APPROXIMATE |
            EDTF_UNCERTAIN] = {{" ước chừng và chưa chắc", " approximate and uncertain"}},
    };
    const char *before = " (";
    for (unsigned doubt = EDTF_APPROXIMATE; doubt <= (EDTF_APPROXIMATE | EDTF_UNCERTAIN); doubt++) {
        unsigned bits = parts_with(date, doubt);
        if (!bits)
            continue;
        buffer_add_string(out, before);
        print_part_names(out, bits, date->precision == EDTF_SEASON, language);
        buffer_add_string(out, adjectives[doubt].in[language]);
        before = "; ";
    }
    buffer_add_char(out, ')');
}

/* Says whether the words for a date are a span in which it lies, before which `about` makes no
 * sense. */
static bool is_said_as_span(const struct edtf_date *date)
{
    for (int i = 0; i < EDTF_PART_COUNT; i++) {
        enum words_known known = words_known(date, (enum edtf_part_name)i);
        if (known == WORDS_BETWEEN || known == WORDS_TAIL)
            return true;
    }
    return false;
}

void words_one(struct buffer *out, const struct edtf_date *date, enum language language)
{
    unsigned shared = is_said_as_span(date) ? 0 : edtf_shared_doubt(date);
    words_doubt_before(out, shared, language);
    words_core(out, date, language);
    words_doubt_behind(out, shared, language);
    if (!shared && edtf_date_doubt(date))
        print_partial_doubt(out, date, language);
}
