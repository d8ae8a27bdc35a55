#include "time/edtf_date.h"

#include "time/edtf_bounds.h"

bool edtf_fail(struct edtf_walk *walk, const char *where, enum edtf_fault fault)
{
    walk->failed = walk->done = true;
    walk->error = (struct edtf_error){(size_t)(where - walk->start), fault};
    return false;
}

static bool next_is(const struct edtf_walk *walk, char byte)
{
    return walk->at < walk->end && *walk->at == byte;
}

bool edtf_take(struct edtf_walk *walk, char byte)
{
    if (!next_is(walk, byte))
        return false;
    walk->at++;
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Reads `count` digits, each perhaps X. */
static bool read_digits(struct edtf_walk *walk, struct edtf_part *part, int count)
{
    for (int place = count - 1; place >= 0; place--, walk->at++) {
        if (walk->at == walk->end)
            return edtf_fail(walk, walk->at, EDTF_SYNTAX);
        int digit = *walk->at - '0';
        if (*walk->at == 'X') {
            part->unspecified |= (unsigned char)(1u << place);
            digit = 0;
        } else if (!is_digit(*walk->at)) {
            return edtf_fail(walk, walk->at, EDTF_SYNTAX);
        }
        part->value = part->value * 10 + digit;
    }
    return true;
}

/* Reads a number of one digit or more, counting no farther than the limit. */
static bool read_number(struct edtf_walk *walk, int64_t *number)
{
    const char *begin = walk->at;
    for (*number = 0; walk->at < walk->end && is_digit(*walk->at); walk->at++) {
        bool fits = *number < EDTF_YEAR_LIMIT / 10;
        *number = fits ? *number * 10 + (*walk->at - '0') : EDTF_YEAR_LIMIT;
    }
    return walk->at > begin || edtf_fail(walk, walk->at, EDTF_SYNTAX);
}

/* Reads the year behind Y, sign taken: all its digits, or some and E and how many zeros follow. */
static bool read_long_year(struct edtf_walk *walk, int64_t *year)
{
    const char *begin = walk->at;
    int64_t zeros = 0;
    if (!read_number(walk, year))
        return false;
    if (edtf_take(walk, 'E') && !read_number(walk, &zeros))
        return false;
    for (; zeros > 0 && *year > 0 && *year < EDTF_YEAR_LIMIT; zeros--)
        *year = *year > EDTF_YEAR_LIMIT / 10 ? EDTF_YEAR_LIMIT : *year * 10;
    return (*begin != '0' && *year > DAY_YEAR_MAX) || edtf_fail(walk, begin, EDTF_SYNTAX);
}

/* Reads how many digits of the year are significant, behind S. */
static bool read_significant(struct edtf_walk *walk, struct edtf_date *date)
{
    const char *begin = walk->at;
    int64_t count;
    if (!read_number(walk, &count))
        return false;
    if (count == 0 || date->parts[EDTF_PART_YEAR].unspecified)
        return edtf_fail(walk, begin, EDTF_SYNTAX);
    date->significant = count < 100 ? (int)count : 100;
    return true;
}

static bool read_year(struct edtf_walk *walk, struct edtf_date *date)
{
    struct edtf_part *year = &date->parts[EDTF_PART_YEAR];
    bool is_long = edtf_take(walk, 'Y');
    const char *begin = walk->at;
    date->negative = edtf_take(walk, '-');
    if (!(is_long ? read_long_year(walk, &year->value) : read_digits(walk, year, 4)))
        return false;
    if (date->negative && year->value == 0 && !year->unspecified)
        return edtf_fail(walk, begin, EDTF_SYNTAX);
    if (edtf_take(walk, 'S') && !read_significant(walk, date))
        return false;
    if (date->negative)
        year->value = -year->value;
    date->precision = EDTF_YEAR;
    return true;
}

static bool read_month(struct edtf_walk *walk, struct edtf_date *date)
{
    struct edtf_part *month = &date->parts[EDTF_PART_MONTH];
    const char *begin = walk->at;
    if (!read_digits(walk, month, 2))
        return false;
    date->precision = month->value > 12 ? EDTF_SEASON : EDTF_MONTH;
    int least = edtf_choice(month, month->value == 0 && month->unspecified, false);
    bool season = !month->unspecified && least >= EDTF_SEASON_FIRST && least <= EDTF_SEASON_LAST;
    return season || (least >= 1 && least <= 12) || edtf_fail(walk, begin, EDTF_NO_SUCH_MONTH);
}

/* Reads the number of a part, without doubt. */
static bool read_part(struct edtf_walk *walk, struct edtf_date *date, enum edtf_part_name name)
{
    if (name == EDTF_PART_YEAR)
        return read_year(walk, date);
    if (name == EDTF_PART_MONTH)
        return read_month(walk, date);
    date->precision = EDTF_DAY;
    return read_digits(walk, &date->parts[EDTF_PART_DAY], 2);
}

/* Takes a mark of doubt when one comes next. Returns bits of enum edtf_doubt. */
static unsigned char take_doubt(struct edtf_walk *walk)
{
    if (edtf_take(walk, '~'))
        return EDTF_APPROXIMATE;
    if (edtf_take(walk, '?'))
        return EDTF_UNCERTAIN;
    return edtf_take(walk, '%') ? EDTF_APPROXIMATE | EDTF_UNCERTAIN : 0;
}

/* Reads a part and the doubt beside it: before it for this part, behind it for all up to it. */
static bool read_marked_part(struct edtf_walk *walk, struct edtf_date *date,
                             enum edtf_part_name name)
{
    unsigned char own = take_doubt(walk);
    date->parts[name].doubt = own;
    if (!read_part(walk, date, name))
        return false;
    unsigned char shared = own ? 0 : take_doubt(walk);
    for (int i = 0; i <= (int)name; i++)
        date->parts[i].doubt |= shared;
    return true;
}

/* Says whether another part may follow: behind a year of four digits a month, behind that a day. */
static bool may_go_on(const struct edtf_date *date)
{
    int64_t year = date->parts[EDTF_PART_YEAR].value;
    if (date->precision == EDTF_YEAR)
        return year >= DAY_YEAR_MIN && year <= DAY_YEAR_MAX && date->significant == 0;
    return date->precision == EDTF_MONTH;
}

bool edtf_read_date(struct edtf_walk *walk, struct edtf_date *date)
{
    *date = (struct edtf_date){.text.at = walk->at, .time.at = walk->at};
    const char *part;
    enum edtf_part_name name = EDTF_PART_YEAR;
    do {
        part = walk->at;
        if (!read_marked_part(walk, date, name++))
            return false;
    } while (may_go_on(date) && edtf_take(walk, '-'));
    date->text.size = (size_t)(walk->at - date->text.at);
    return edtf_set_bounds(date) || edtf_fail(walk, part, EDTF_NO_SUCH_DAY);
}

/* --- Time of day --- */

/* Reads two digits that are `greatest` at most. */
static bool read_pair(struct edtf_walk *walk, int greatest)
{
    const char *begin = walk->at;
    struct edtf_part pair = {0};
    if (!read_digits(walk, &pair, 2))
        return false;
    if (pair.unspecified)
        return edtf_fail(walk, begin, EDTF_SYNTAX);
    return pair.value <= greatest || edtf_fail(walk, begin, EDTF_NO_SUCH_TIME);
}

static bool read_colon(struct edtf_walk *walk)
{
    return edtf_take(walk, ':') || edtf_fail(walk, walk->at, EDTF_SYNTAX);
}

/* Reads what may stand behind the seconds: nothing, Z, or the distance from UTC. */
static bool read_shift(struct edtf_walk *walk)
{
    if (edtf_take(walk, 'Z') || !(edtf_take(walk, '+') || edtf_take(walk, '-')))
        return true;
    if (!read_pair(walk, 23))
        return false;
    return !edtf_take(walk, ':') || read_pair(walk, 59);
}

bool edtf_read_time(struct edtf_walk *walk, struct edtf_date *date)
{
    date->time.at = walk->at;
    if (!read_pair(walk, 23) || !read_colon(walk) || !read_pair(walk, 59) || !read_colon(walk))
        return false;
    /* A minute may have a leap second. */
    if (!read_pair(walk, 60) || !read_shift(walk))
        return false;
    date->time.size = (size_t)(walk->at - date->time.at);
    return true;
}
