#include "time/edtf_plain.h"

/* Returns the number that `count` digits make, or -1 when one of them is no digit. */
static int digits_at(const char *at, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        unsigned digit = (unsigned)at[i] - '0';
        if (digit > 9)
            return -1;
        number = number * 10 + (int)digit;
    }
    return number;
}

/* Returns the number behind a hyphen, 0 when there is no hyphen, -1 when no month or day has that
 * number. */
static int next_number(const char **at, const char *end)
{
    if (end - *at < 3 || **at != '-')
        return 0;
    *at += 3;
    int found = digits_at(*at - 2, 2);
    return found > 0 ? found : -1;
}

/* Reads a date and gives its bounds. Returns where it ends, or NULL when it is no plain one. */
static const char *read_date(const char *at, const char *end, int32_t *first, int32_t *last)
{
    int year = end - at < 4 ? -1 : digits_at(at, 4);
    if (year < 0)
        return NULL;
    at += 4;
    int month = next_number(&at, end);
    int day = month > 0 ? next_number(&at, end) : 0;
    if (month < 0 || month > 12 || day < 0)
        return NULL;
    int length = day_month_length(year, month ? month : 12);
    if (day > length)
        return NULL;
    *first = day_from_civil(year, month ? month : 1, day ? day : 1);
    *last = day ? *first : day_from_civil(year, month ? month : 12, length);
    return at;
}

/* Takes a mark of doubt when one comes next. Returns where it ends. */
static const char *read_doubt(const char *at, const char *end, struct edtf *out)
{
    if (at == end || (*at != '~' && *at != '?' && *at != '%'))
        return at;
    out->approximate |= *at != '?';
    out->uncertain |= *at != '~';
    return at + 1;
}

/* Says whether an open end of an interval stands at `*at`, two points or nothing, and skips it. */
static bool skip_open(const char **at, const char *end)
{
    bool has_points = end - *at >= 2 && (*at)[0] == '.' && (*at)[1] == '.';
    const char *behind = has_points ? *at + 2 : *at;
    bool is_open = behind == end || *behind == '/';
    *at = is_open ? behind : *at;
    return is_open;
}

/* Reads a date, or an open end, which gives both bounds as open. Returns where it ends, or NULL. */
static const char *read_plain_end(const char *at, const char *end, struct edtf *out, int32_t *first,
                                  int32_t *last)
{
    *first = DAY_OPEN_PAST;
    *last = DAY_OPEN_FUTURE;
    if (skip_open(&at, end))
        return at;
    at = read_date(at, end, first, last);
    return at ? read_doubt(at, end, out) : NULL;
}

bool edtf_parse_plain(struct edtf *out, struct bytes text)
{
    if (text.size < 4)
        return false;
    const char *end = text.at + text.size;
    struct edtf found = {.form = EDTF_DATE};
    const char *at = read_plain_end(text.at, end, &found, &found.first, &found.last);
    if (at && at < end && *at == '/') {
        int32_t second;
        found.form = EDTF_INTERVAL;
        at = read_plain_end(at + 1, end, &found, &second, &found.last);
        if (found.last < found.first || (found.first == DAY_OPEN_PAST && second == DAY_OPEN_PAST))
            return false;
    }
    if (at != end)
        return false;
    *out = found;
    return true;
}
