#include "time/words_known.h"

bool words_has_part(const struct edtf_date *date, enum edtf_part_name name)
{
    static const enum edtf_precision least[] = {EDTF_YEAR, EDTF_SEASON, EDTF_DAY};
    return date->precision >= least[name];
}

/* Returns how a year with X at its end alone can be said. Decades and centuries before the year
 * 100, or before Christ, have no names that all readers count alike. */
static enum words_known known_of_year(const struct edtf_part *year, bool negative)
{
    switch (year->unspecified) {
    case 0xf:
        return WORDS_NONE;
    case 0x7:
        return WORDS_BETWEEN;
    case 0x3:
        return year->value < 100 || negative ? WORDS_BETWEEN : WORDS_CENTURY;
    case 0x1:
        return year->value < 100 || negative ? WORDS_BETWEEN : WORDS_DECADE;
    default:
        return WORDS_DIGITS;
    }
}

/* Returns how a month or a day with X can be said. What ends in X is said by what it can be, unless
 * the month of a day is no number either. */
static enum words_known known_of_small(const struct edtf_date *date, enum edtf_part_name name)
{
    bool alone = name == EDTF_PART_DAY ? !date->parts[EDTF_PART_MONTH].unspecified
                                       : date->precision == EDTF_MONTH;
    if (date->parts[name].unspecified == 0x3)
        return WORDS_NONE;
    return date->parts[name].unspecified == 0x1 && alone ? WORDS_TAIL : WORDS_DIGITS;
}

enum words_known words_known(const struct edtf_date *date, enum edtf_part_name name)
{
    const struct edtf_part *part = &date->parts[name];
    if (!words_has_part(date, name))
        return WORDS_NONE;
    if (name == EDTF_PART_YEAR && date->significant && day_year(date->first) < day_year(date->last))
        return WORDS_BETWEEN;
    if (part->unspecified == 0)
        return WORDS_NUMBER;
    if (name == EDTF_PART_YEAR)
        return known_of_year(part, date->negative);
    return known_of_small(date, name);
}

bool words_is_plain(const struct edtf_date *date)
{
    const struct edtf_part *parts = date->parts;
    bool calendar = date->precision == EDTF_YEAR || date->precision >= EDTF_MONTH;
    return calendar && !date->significant && !date->clamped &&
           !(parts[EDTF_PART_YEAR].unspecified | parts[EDTF_PART_MONTH].unspecified |
             parts[EDTF_PART_DAY].unspecified);
}
