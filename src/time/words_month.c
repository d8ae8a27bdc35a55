#include "time/words_month.h"

#include "base/buffer.h"
#include "time/words_known.h"
#include "time/words_say.h"

const char *words_month(int month, enum language language)
{
    static const char *const names[LANGUAGE_COUNT][12] = {
        {"tháng 1", "tháng 2", "tháng 3", "tháng 4", "tháng 5", "tháng 6", "tháng 7", "tháng 8",
         "tháng 9", "tháng 10", "tháng 11", "tháng 12"},
        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"}};
    return names[language][month - 1];
}

const char *words_short_month(int month, enum language language)
{
    static const char *const names[LANGUAGE_COUNT][12] = {
        {"th.1", "th.2", "th.3", "th.4", "th.5", "th.6", "th.7", "th.8", "th.9", "th.10", "th.11",
         "th.12"},
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}};
    return names[language][month - 1];
}

/* A season's name, and a short one. */
struct season {
    struct bilingual name, brief;
};

/* Seasons 21 to 24; 25 to 28 and 29 to 32 are these in the Northern and Southern Hemisphere. */
static const struct season seasons[] = {
    {{{"mùa xuân", "spring"}}, {{"mùa xuân", "spring"}}},
    {{{"mùa hè", "summer"}}, {{"mùa hè", "summer"}}},
    {{{"mùa thu", "autumn"}}, {{"mùa thu", "autumn"}}},
    {{{"mùa đông", "winter"}}, {{"mùa đông", "winter"}}},
};
static const struct bilingual hemispheres[] = {
    {{"", ""}},
    {{" (Bắc bán cầu)", " (Northern Hemisphere)"}},
    {{" (Nam bán cầu)", " (Southern Hemisphere)"}},
};

/* Parts of the calendar year, 33 to 41. */
#define DIVISION_FIRST 33
static const struct season divisions[] = {
    {{{"quý I", "first quarter"}}, {{"quý I", "Q1"}}},
    {{{"quý II", "second quarter"}}, {{"quý II", "Q2"}}},
    {{{"quý III", "third quarter"}}, {{"quý III", "Q3"}}},
    {{{"quý IV", "fourth quarter"}}, {{"quý IV", "Q4"}}},
    {{{"bốn tháng đầu", "first four months"}}, {{"th.1–4", "Jan–Apr"}}},
    {{{"bốn tháng giữa", "middle four months"}}, {{"th.5–8", "May–Aug"}}},
    {{{"bốn tháng cuối", "last four months"}}, {{"th.9–12", "Sep–Dec"}}},
    {{{"nửa đầu", "first half"}}, {{"nửa đầu", "1st half"}}},
    {{{"nửa cuối", "second half"}}, {{"nửa cuối", "2nd half"}}},
};

static const struct season *season_of(int number)
{
    if (number >= DIVISION_FIRST)
        return &divisions[number - DIVISION_FIRST];
    return &seasons[(number - EDTF_SEASON_FIRST) % 4];
}

const char *words_short_season(int season, enum language language)
{
    return season_of(season)->brief.in[language];
}

bool words_is_division(const struct edtf_date *date)
{
    return date->precision == EDTF_SEASON && date->parts[EDTF_PART_MONTH].value >= DIVISION_FIRST;
}

void words_hemisphere_of(struct buffer *out, const struct edtf_date *date, enum language language)
{
    int season = (int)date->parts[EDTF_PART_MONTH].value;
    if (date->precision == EDTF_SEASON && !words_is_division(date))
        buffer_add_string(out, hemispheres[(season - EDTF_SEASON_FIRST) / 4].in[language]);
}

/* Appends what a month can be that ends in X. */
static void print_month_tail(struct buffer *out, const struct edtf_date *date,
                             enum language language)
{
    bool tens = date->parts[EDTF_PART_MONTH].value == 10;
    words_say(out, language, "một tháng từ ", "some month in ");
    buffer_add_string(out, words_month(tens ? 10 : 1, language));
    words_say(out, language, " đến ", "–");
    buffer_add_string(out, words_month(tens ? 12 : 9, language));
}

void words_month_of(struct buffer *out, const struct edtf_date *date, enum language language)
{
    const struct edtf_part *month = &date->parts[EDTF_PART_MONTH];
    switch (words_known(date, EDTF_PART_MONTH)) {
    case WORDS_TAIL:
        print_month_tail(out, date, language);
        break;
    case WORDS_DIGITS:
        words_say(out, language, "tháng ", "month ");
        edtf_print_digits(out, month, 2);
        break;
    default:
        if (date->precision == EDTF_SEASON)
            buffer_add_string(out, season_of((int)month->value)->name.in[language]);
        else
            buffer_add_string(out, words_month((int)month->value, language));
        break;
    }
}
