#include "time/lunar.h"

#include <math.h>

#include "time/day.h"
#include "unit.h"

/* --- The sky: Jean Meeus, Astronomical Algorithms, chapters 25, 32, 49 --- */

/* The mean new moon of 2000-01-06, number 0, and how many there are in a century. */
#define NEW_MOON_0   2451550.09766
#define PER_CENTURY  1236.85
#define J2000        2451545.0
#define JULIAN_EPOCH 2440587.5 /* 1970-01-01 */
#define PI           3.14159265358979323846

static double sine(double degrees)
{
    return sin(fmod(degrees, 360) * (PI / 180));
}

/* Returns how many seconds the clocks of astronomers, which run evenly, were ahead of UTC. Measured
 * values, every ten years from 1850 on. */
static double clock_ahead(double julian)
{
    static const double seconds[] = {7.1,  7.6,  1.6,  -5.4, -6.0, -2.7, 10.5, 21.2, 24.0,
                                     24.3, 29.1, 33.1, 40.2, 50.5, 56.9, 63.8, 66.1, 69.4};
    double decades = (julian - J2000) / 3652.5 + 15;
    int at = decades < 0 ? 0 : decades > 16 ? 16 : (int)decades;
    return seconds[at] + (seconds[at + 1] - seconds[at]) * (decades - at);
}

/* A term of a new moon's distance from the mean: how many days, power of the earth's eccentricity,
 * and multiples of the anomalies of sun and moon and of the moon's distance from its node. */
struct term {
    double days;
    int eccentricity, sun, moon, node;
};

static const struct term terms[] = {
    {-0.40720, 0, 0, 1, 0},   {0.17241, 1, 1, 0, 0},   {0.01608, 0, 0, 2, 0},
    {0.01039, 0, 0, 0, 2},    {0.00739, 1, -1, 1, 0},  {-0.00514, 1, 1, 1, 0},
    {0.00208, 2, 2, 0, 0},    {-0.00111, 0, 0, 1, -2}, {-0.00057, 0, 0, 1, 2},
    {0.00056, 1, 1, 2, 0},    {-0.00042, 0, 0, 3, 0},  {0.00042, 1, 1, 0, 2},
    {0.00038, 1, 1, 0, -2},   {-0.00024, 1, -1, 2, 0}, {-0.00007, 0, 2, 1, 0},
    {0.00004, 0, 0, 2, -2},   {0.00004, 0, 3, 0, 0},   {0.00003, 0, 1, 1, -2},
    {0.00003, 0, 0, 2, 2},    {-0.00003, 0, 1, 1, 2},  {0.00003, 0, -1, 1, 2},
    {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0},  {0.00002, 0, 0, 4, 0},
};

/* What the planets add: days, and a sine's argument, first for moon 0 and then for each moon. */
static const struct {
    double days, first, each;
} planets[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
};

/* Returns the Julian date, in UTC, of the new moon number `k`. */
static double new_moon(int k)
{
    double t = k / PER_CENTURY, e = 1 - 0.002516 * t - 0.0000074 * t * t;
    double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
    double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t;
    double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t;
    double julian = NEW_MOON_0 + 29.530588861 * k + 0.00015437 * t * t - 0.00000015 * t * t * t;
    for (size_t i = 0; i < COUNT(terms); i++) {
        const struct term *term = &terms[i];
        julian += term->days * pow(e, term->eccentricity) *
                  sine(term->sun * sun + term->moon * moon + term->node * node);
    }
    julian -= 0.00017 * sine(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
    for (size_t i = 0; i < COUNT(planets); i++)
        julian += planets[i].days * sine(planets[i].first + planets[i].each * k);
    return julian - clock_ahead(julian) / 86400;
}

/* A term of the earth's longitude (VSOP87, its greatest terms): 1e-8 radians, phase, and rate in a
 * thousand years. */
struct wave {
    double size, phase, rate;
};

static const struct wave steady[] = {
    {175347046, 0, 0},
    {3341656, 4.6692568, 6283.07585},
    {34894, 4.62610, 12566.1517},
    {3497, 2.7441, 5753.3849},
    {3418, 2.8289, 3.5231},
    {3136, 3.6277, 77713.7715},
    {2676, 4.4181, 7860.4194},
    {2343, 6.1352, 3930.2097},
    {1324, 0.7425, 11506.7698},
    {1273, 2.0371, 529.6910},
    {1199, 1.1096, 1577.3435},
    {990, 5.233, 5884.927},
    {902, 2.045, 26.298},
    {857, 3.508, 398.149},
    {780, 1.179, 5223.694},
    {753, 2.533, 5507.553},
    {505, 4.583, 18849.228},
    {492, 4.205, 775.523},
    {357, 2.920, 0.067},
    {317, 5.849, 11790.629},
    {284, 1.899, 796.298},
    {271, 0.315, 10977.079},
    {243, 0.345, 5486.778},
    {206, 4.806, 2544.314},
    {205, 1.869, 5573.143},
    {202, 2.458, 6069.777},
    {156, 0.833, 213.299},
    {132, 3.411, 2942.463},
    {126, 1.083, 20.775},
    {115, 0.645, 0.980},
};
static const struct wave growing[] = {
    {628331966747.0, 0, 0}, {206059, 2.678235, 6283.07585}, {4303, 2.6351, 12566.1517},
    {425, 1.590, 3.523},    {119, 5.796, 26.298},           {109, 2.966, 1577.344},
};
static const struct wave speeding[] = {
    {52919, 0, 0},
    {8720, 1.0721, 6283.0758},
    {309, 0.867, 12566.152},
};

static double sum_of(const struct wave *waves, size_t count, double t)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += waves[i].size * cos(waves[i].phase + waves[i].rate * t);
    return sum / 1e8;
}

/* Returns in which twelfth of its way, 0 to 11 from the spring equinox, the sun is seen. */
static int sun_twelfth(double julian)
{
    double t = (julian + clock_ahead(julian) / 86400 - J2000) / 365250;
    double earth = sum_of(steady, COUNT(steady), t) + sum_of(growing, COUNT(growing), t) * t +
                   sum_of(speeding, COUNT(speeding), t) * t * t;
    double seconds = -20.58 - 17.20 * sine(125.0445 - 19341.36261 * t) -
                     1.32 * sine(2 * (280.4665 + 360007.698 * t)); /* light's way, nutation */
    double longitude = fmod(earth * (180 / PI) + 180 + seconds / 3600, 360);
    return (int)floor((longitude < 0 ? longitude + 360 : longitude) / 30);
}

/* --- The calendar by its rules --- */

/* The first hour of UTC+7, in the North and in the South. */
struct zone {
    int32_t since;
};

/* New moons from 1856 to 2026. */
#define FIRST_MOON (-1780)
#define MOON_COUNT 2110

struct month {
    int32_t first; /* day number */
    int number;
    bool leap;
};

static int hours_of(const struct zone *zone, int32_t day)
{
    return day >= zone->since ? 7 : 8;
}

static int32_t local_day(const struct zone *zone, double julian)
{
    int32_t day = (int32_t)floor(julian - JULIAN_EPOCH + 8.0 / 24);
    return (int32_t)floor(julian - JULIAN_EPOCH + hours_of(zone, day) / 24.0);
}

/* Returns where the sun is when a day begins. */
static int twelfth_at(const struct zone *zone, int32_t day)
{
    return sun_twelfth(day + JULIAN_EPOCH - hours_of(zone, day) / 24.0);
}

/* Puts the nine months that began otherwise by the calendars of their time where those had them. */
static void put_exceptions(struct month *months)
{
    static const int exceptions[][3] = {{1863, 1, 19}, {1880, 11, 3},  {1890, 8, 15},
                                        {1896, 2, 13}, {1906, 4, 23},  {1914, 11, 17},
                                        {1916, 2, 3},  {1920, 11, 10}, {1925, 1, 25}};
    for (size_t i = 0; i < COUNT(exceptions); i++) {
        int32_t day = day_from_civil(exceptions[i][0], exceptions[i][1], exceptions[i][2]);
        int moved = 0;
        for (int at = 0; at < MOON_COUNT; at++) {
            if (months[at].first == day - 1 || months[at].first == day + 1) {
                months[at].first = day;
                moved++;
            }
        }
        assert_int_equal(moved, 1);
    }
}

/* Returns how many twelfths the sun has gone on from one to another. */
static int steps(int from, int to)
{
    return (to - from + 12) % 12;
}

/* Returns how many twelfths the sun enters in a month: mostly one. */
static int entered(const struct zone *zone, const struct month *month)
{
    return steps(twelfth_at(zone, month[0].first), twelfth_at(zone, month[1].first));
}

/* Says whether a month holds the winter solstice, where the tenth twelfth begins. */
static bool has_solstice(const struct zone *zone, const struct month *month)
{
    int away = steps(twelfth_at(zone, month->first), 9);
    return away > 0 && away <= entered(zone, month);
}

/* Numbers the months from one with a winter solstice to the next. */
static void number_months(const struct zone *zone, struct month *months, int count)
{
    bool leap_due = count == 13;
    int number = 11;
    for (int i = 0; i < count; i++) {
        bool leap = leap_due && i > 0 && entered(zone, &months[i]) == 0;
        leap_due = leap_due && !leap;
        if (i > 0 && !leap)
            number = number % 12 + 1;
        months[i].number = number;
        months[i].leap = leap;
    }
}

static void compute_months(const struct zone *zone, struct month *months)
{
    int solstice = -1;
    for (int i = 0; i < MOON_COUNT; i++)
        months[i] = (struct month){.first = local_day(zone, new_moon(FIRST_MOON + i))};
    put_exceptions(months);
    for (int i = 0; i + 1 < MOON_COUNT; i++) {
        if (!has_solstice(zone, &months[i]))
            continue;
        if (solstice >= 0)
            number_months(zone, &months[solstice], i - solstice);
        solstice = i;
    }
}

/* Returns the solar year in which the lunar year of a month begins. */
static int lunar_year(const struct month *month)
{
    int year, month_number, day;
    day_to_civil(month->first, &year, &month_number, &day);
    return month->number >= 11 && month_number <= 3 ? year - 1 : year;
}

/* --- The table --- */

/* Compares all days from `from` to `to` with the months computed. */
static void compare_days(const struct month *months, bool of_south, int32_t from, int32_t to)
{
    int at = 0;
    for (int32_t day = from; day <= to; day++) {
        struct lunar north, south;
        assert_true(lunar_from_day(&north, &south, NULL, day));
        const struct lunar *got = of_south ? &south : &north;
        while (months[at + 1].first <= day)
            at++;
        if (got->day != day - months[at].first + 1 || got->month != months[at].number ||
            got->leap != months[at].leap || got->year != lunar_year(&months[at]))
            fail_msg("day %d: %d/%d%s of %d, not %d/%d%s of %d", (int)day, got->day, got->month,
                     got->leap ? "+" : "", got->year, (int)(day - months[at].first + 1),
                     months[at].number, months[at].leap ? "+" : "", lunar_year(&months[at]));
    }
}

static void every_day_is_as_sun_and_moon_have_it(void **state)
{
    (void)state;
    static struct month months[MOON_COUNT];
    struct zone north = {day_from_civil(1968, 1, 1)};
    compute_months(&north, months);
    compare_days(months, false, day_from_civil(1858, 1, 1), day_from_civil(2024, 12, 31));
}

static void the_south_is_as_sun_and_moon_have_it(void **state)
{
    (void)state;
    static struct month months[MOON_COUNT];
    struct zone south = {day_from_civil(1975, 6, 14)};
    compute_months(&south, months);
    compare_days(months, true, day_from_civil(1858, 1, 1), day_from_civil(2024, 12, 31));
}

static void the_calendar_has_two_ends(void **state)
{
    (void)state;
    struct lunar north = {.day = 77};
    bool differs = true;
    assert_false(lunar_from_day(&north, NULL, &differs, day_from_civil(1857, 12, 31)));
    assert_false(lunar_from_day(&north, NULL, &differs, day_from_civil(2025, 1, 1)));
    assert_false(lunar_from_day(&north, NULL, &differs, DAY_OPEN_PAST));
    assert_false(lunar_from_day(&north, NULL, &differs, DAY_OPEN_FUTURE));
    assert_int_equal(north.day, 77);
    assert_true(differs);
    assert_true(lunar_from_day(NULL, NULL, NULL, day_from_civil(1858, 1, 1)));
}

static void two_calendars_differ_only_while_there_were_two(void **state)
{
    (void)state;
    int different = 0;
    for (int32_t day = day_from_civil(1858, 1, 1); day <= day_from_civil(2024, 12, 31); day++) {
        struct lunar north, south;
        bool differs;
        assert_true(lunar_from_day(&north, &south, &differs, day));
        assert_int_equal(differs, north.day != south.day || north.month != south.month ||
                                      north.leap != south.leap || north.year != south.year);
        assert_true(!differs ||
                    (day >= day_from_civil(1968, 1, 1) && day <= day_from_civil(1975, 6, 13)));
        different += differs;
    }
    assert_true(different > 100);
}

/* --- Days that people know --- */

static void known_days(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        const char *north, *south; /* NULL: the same */
    } cases[] = {
        {1890, 5, 19, "mùng 1 tháng Tư năm Canh Dần", NULL},
        {1930, 2, 3, "mùng 5 tháng Giêng năm Canh Ngọ", NULL},
        {1941, 1, 28, "mùng 2 tháng Giêng năm Tân Tỵ", NULL},
        {1944, 12, 22, "mùng 8 tháng Mười Một năm Giáp Thân", NULL},
        {1945, 8, 19, "ngày 12 tháng Bảy năm Ất Dậu", NULL},
        {1945, 9, 2, "ngày 26 tháng Bảy năm Ất Dậu", NULL},
        {1954, 2, 3, "mùng 1 tháng Giêng năm Giáp Ngọ", NULL},
        {1954, 5, 7, "mùng 5 tháng Tư năm Giáp Ngọ", NULL},
        {1968, 1, 29, "mùng 1 tháng Giêng năm Mậu Thân", "ngày 30 tháng Chạp năm Đinh Mùi"},
        {1968, 1, 30, "mùng 2 tháng Giêng năm Mậu Thân", "mùng 1 tháng Giêng năm Mậu Thân"},
        {1969, 2, 16, "mùng 1 tháng Giêng năm Kỷ Dậu", "ngày 30 tháng Chạp năm Mậu Thân"},
        {1969, 9, 2, "ngày 21 tháng Bảy năm Kỷ Dậu", NULL},
        {1975, 4, 30, "ngày 20 tháng Ba năm Ất Mão", "ngày 19 tháng Ba năm Ất Mão"},
        {1985, 1, 21, "mùng 1 tháng Giêng năm Ất Sửu", NULL},
        {1985, 3, 21, "mùng 1 tháng Hai nhuận năm Ất Sửu", NULL},
        {2004, 5, 7, "ngày 19 tháng Ba năm Giáp Thân", NULL},
        {2007, 2, 17, "mùng 1 tháng Giêng năm Đinh Hợi", NULL},
        {2024, 2, 10, "mùng 1 tháng Giêng năm Giáp Thìn", NULL},
        {2024, 2, 24, "rằm tháng Giêng năm Giáp Thìn", NULL},
    };
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lunar north, south;
        bool differs;
        int32_t day = day_from_civil(cases[i].year, cases[i].month, cases[i].day);
        assert_true(lunar_from_day(&north, &south, &differs, day));
        assert_int_equal(differs, cases[i].south != NULL);
        buffer_clear(&text);
        lunar_print(&text, &north, LANGUAGE_VI);
        assert_string_equal(buffer_string(&text), cases[i].north);
        buffer_clear(&text);
        lunar_print(&text, &south, LANGUAGE_VI);
        assert_string_equal(buffer_string(&text), differs ? cases[i].south : cases[i].north);
    }
    buffer_free(&text);
}

static void dates_are_said_in_both_languages(void **state)
{
    (void)state;
    static const struct {
        struct lunar date;
        const char *vietnamese, *english;
    } cases[] = {
        {{2, 1, false, 1941},
         "mùng 2 tháng Giêng năm Tân Tỵ",
         "2nd day of the 1st lunar month, Tân Tỵ"},
        {{10, 12, false, 1953},
         "mùng 10 tháng Chạp năm Quý Tỵ",
         "10th day of the 12th lunar month, Quý Tỵ"},
        {{11, 11, false, 1953},
         "ngày 11 tháng Mười Một năm Quý Tỵ",
         "11th day of the 11th lunar month, Quý Tỵ"},
        {{15, 7, false, 1954},
         "rằm tháng Bảy năm Giáp Ngọ",
         "15th day of the 7th lunar month, Giáp Ngọ"},
        {{21, 2, true, 1985},
         "ngày 21 tháng Hai nhuận năm Ất Sửu",
         "21st day of the leap 2nd lunar month, Ất Sửu"},
        {{23, 3, false, 1984},
         "ngày 23 tháng Ba năm Giáp Tý",
         "23rd day of the 3rd lunar month, Giáp Tý"},
        {{30, 4, false, 1983},
         "ngày 30 tháng Tư năm Quý Hợi",
         "30th day of the 4th lunar month, Quý Hợi"},
    };
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        buffer_clear(&text);
        lunar_print(&text, &cases[i].date, LANGUAGE_VI);
        assert_string_equal(buffer_string(&text), cases[i].vietnamese);
        buffer_clear(&text);
        lunar_print(&text, &cases[i].date, LANGUAGE_EN);
        assert_string_equal(buffer_string(&text), cases[i].english);
    }
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_is_as_sun_and_moon_have_it),
        cmocka_unit_test(the_south_is_as_sun_and_moon_have_it),
        cmocka_unit_test(the_calendar_has_two_ends),
        cmocka_unit_test(two_calendars_differ_only_while_there_were_two),
        cmocka_unit_test(known_days),
        cmocka_unit_test(dates_are_said_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
