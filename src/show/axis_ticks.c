#include "show/axis_ticks.h"

#include "time/day.h"
#include "time/words.h"

enum tick_unit { UNIT_DAY, UNIT_MONTH, UNIT_YEAR };

/* The distances ticks can have, the closest first. */
struct step {
    enum tick_unit unit;
    int number;
    int days;    /* about as many */
    int columns; /* a label needs, with what parts it from the next */
};

static const struct step steps[] = {
    {UNIT_DAY, 1, 1, 8},           {UNIT_DAY, 2, 2, 8},          {UNIT_DAY, 5, 5, 8},
    {UNIT_DAY, 10, 10, 8},         {UNIT_MONTH, 1, 30, 11},      {UNIT_MONTH, 3, 91, 11},
    {UNIT_MONTH, 6, 182, 11},      {UNIT_YEAR, 1, 365, 7},       {UNIT_YEAR, 2, 730, 7},
    {UNIT_YEAR, 5, 1826, 7},       {UNIT_YEAR, 10, 3652, 7},     {UNIT_YEAR, 20, 7305, 7},
    {UNIT_YEAR, 50, 18262, 7},     {UNIT_YEAR, 100, 36524, 7},   {UNIT_YEAR, 200, 73048, 7},
    {UNIT_YEAR, 500, 182621, 8},   {UNIT_YEAR, 1000, 365242, 8}, {UNIT_YEAR, 2000, 730484, 8},
    {UNIT_YEAR, 5000, 1826210, 8},
};

#define STEP_COUNT (sizeof steps / sizeof *steps)

static const struct step *choose_step(const struct axis_scale *scale)
{
    size_t i = 0;
    while (i + 1 < STEP_COUNT && steps[i].days * scale->rate < steps[i].columns)
        i++;
    return &steps[i];
}

/* Days are counted from the 1st of each month, where the last but one would crowd the next 1st. */
static int32_t next_day(int year, int month, int day, int number)
{
    int next = (day / number + 1) * number;
    if (next + number / 2 > day_month_length(year, month))
        next = day_month_length(year, month) + 1;
    return day_from_civil(year, month, 1) + next - 1;
}

static int32_t first_of_month(int months)
{
    int year = day_floor(months, 12) / 12;
    if (year > DAY_YEAR_MAX)
        return day_from_civil(DAY_YEAR_MAX, 12, 31) + 1;
    return day_from_civil(year, months - 12 * year + 1, 1);
}

/* Returns the first tick behind `day`. */
static int32_t next_tick(int32_t day, const struct step *step)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    if (step->unit == UNIT_DAY)
        return next_day(year, month, day_of_month, step->number);
    int number = step->unit == UNIT_YEAR ? 12 * step->number : step->number;
    return first_of_month(day_floor(year * 12 + month - 1, number) + number);
}

/* Returns the first tick in a scale, or behind its end. */
static int32_t first_tick(const struct axis_scale *scale, const struct step *step)
{
    bool has_before = scale->first > day_from_civil(DAY_YEAR_MIN, 1, 1);
    return next_tick(has_before ? scale->first - 1 : scale->first, step);
}

/* Appends the label of a day, with its year where `full`. The first month of a year is the year. */
static void add_label(struct buffer *out, int32_t day, const struct step *step, bool full,
                      enum language language)
{
    int year, month, day_of_month;
    struct buffer edtf = {0};
    day_to_civil(day, &year, &month, &day_of_month);
    if (step->unit == UNIT_YEAR || (step->unit == UNIT_MONTH && month == 1)) {
        buffer_printf(out, "%d", year);
        return;
    }
    day_print(&edtf, day);
    if (step->unit == UNIT_MONTH)
        buffer_cut(&edtf, edtf.size - 3);
    words_short(out, buffer_bytes(&edtf), language);
    if (full)
        buffer_printf(out, language == LANGUAGE_VI ? "/%d" : " %d", year);
    buffer_free(&edtf);
}

/* Adds a tick if its label has room; returns the column from which on the next one may stand. */
static int add_tick(struct axis_ticks *ticks, int32_t day, int x, const struct step *step,
                    bool full, int end, enum language language)
{
    size_t at = ticks->labels.size;
    add_label(&ticks->labels, day, step, full, language);
    int next = x + text_width(bytes_after(buffer_bytes(&ticks->labels), at));
    if (next > end) {
        buffer_cut(&ticks->labels, at);
        return x;
    }
    ticks->items[ticks->count++] =
        (struct axis_tick){.x = x, .label = {at, ticks->labels.size - at}};
    return next + 2;
}

/* Names the day behind a break. */
static int resume(struct axis_ticks *ticks, const struct axis_scale *scale, int32_t day,
                  const struct step *step, int free, int end, enum language language)
{
    int x = axis_scale_column(scale, day);
    if (day > scale->last || x < free || ticks->count == AXIS_TICKS_MAX)
        return free;
    size_t before = ticks->count;
    free = add_tick(ticks, day, x, step, true, end, language);
    if (ticks->count > before)
        ticks->items[before].resumes = true;
    return free;
}

void axis_ticks_fill(struct axis_ticks *ticks, const struct axis_scale *scale, int end,
                     enum language language)
{
    const struct step *step = choose_step(scale);
    int free = 0, year = INT32_MIN;
    ticks->count = 0;
    buffer_clear(&ticks->labels);
    for (int32_t day = first_tick(scale, step); day <= scale->last; day = next_tick(day, step)) {
        int32_t from, to;
        int x = axis_scale_column(scale, day), start, stop;
        if (axis_scale_break(scale, x, &from, &to, &start, &stop)) {
            free = resume(ticks, scale, to, step, free, end, language);
            day = to > day ? to : day;
            continue;
        }
        if (x < free || ticks->count == AXIS_TICKS_MAX)
            continue;
        size_t before = ticks->count;
        free = add_tick(ticks, day, x, step, day_year(day) != year, end, language);
        year = ticks->count > before ? day_year(day) : year;
    }
}
