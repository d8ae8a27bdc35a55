#ifndef TESTS_BENCH_SERIES_H
#define TESTS_BENCH_SERIES_H

#include <stddef.h>

/* Numbers measured again and again, and what is said of them. */

struct series {
    const char *program;
    const char *measure;
    const char *unit;
    double *values;
    size_t count;
    size_t room;
};

struct series_list {
    struct series *items;
    size_t count;
    size_t room;
};

/* Adds a value to the series of that program, measure and unit, which is made when it is new. The
 * names are borrowed, and must last as long as the list. */
void series_add(struct series_list *list, const char *program, const char *measure,
                const char *unit, double value);

/* Prints a line for each series: its names, then the median, the 95th percentile, the least, the
 * greatest and how many there are, parted by tabs. */
void series_print(const struct series_list *list);

/* Frees all values; the list is empty then. */
void series_clear(struct series_list *list);

#endif
