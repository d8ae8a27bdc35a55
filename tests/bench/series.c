#include "series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the array, made larger when it is full. */
static void *grow(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room ? *room * 2 : 16;
    void *larger = realloc(items, *room * size);
    if (!larger) {
        perror("probe");
        exit(EXIT_FAILURE);
    }
    return larger;
}

static struct series *find(struct series_list *list, const char *program, const char *measure,
                           const char *unit)
{
    for (size_t i = 0; i < list->count; i++) {
        struct series *here = &list->items[i];
        if (strcmp(here->program, program) == 0 && strcmp(here->measure, measure) == 0 &&
            strcmp(here->unit, unit) == 0)
            return here;
    }
    list->items = grow(list->items, list->count, &list->room, sizeof *list->items);
    struct series *added = &list->items[list->count++];
    *added = (struct series){.program = program, .measure = measure, .unit = unit};
    return added;
}

void series_add(struct series_list *list, const char *program, const char *measure,
                const char *unit, double value)
{
    struct series *series = find(list, program, measure, unit);
    series->values = grow(series->values, series->count, &series->room, sizeof *series->values);
    series->values[series->count++] = value;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const struct series *series)
{
    size_t middle = series->count / 2;
    if (series->count % 2)
        return series->values[middle];
    return (series->values[middle - 1] + series->values[middle]) / 2;
}

static void print(const struct series *series)
{
    qsort(series->values, series->count, sizeof *series->values, compare);
    size_t high = (series->count * 95 + 99) / 100 - 1;
    printf("%s\t%s\t%s\t%.3f\t%.3f\t%.3f\t%.3f\t%zu\n", series->program, series->measure,
           series->unit, median(series), series->values[high], series->values[0],
           series->values[series->count - 1], series->count);
}

void series_print(const struct series_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        print(&list->items[i]);
}

void series_clear(struct series_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].values);
    free(list->items);
    *list = (struct series_list){0};
}
