#include "show/axis_eras.h"

#include "find/facet.h"

/* Gives the columns of an era in view; false when it is not. */
static bool extent(const struct store *store, const struct axis_scale *scale, struct record era,
                   int *x, int *end)
{
    int32_t first, last;
    if (!facet_read_era(store, era, &first, &last) || first > scale->last || last < scale->first)
        return false;
    *x = first < scale->first ? 0 : axis_scale_column(scale, first);
    *end = last > scale->last ? scale->width : axis_scale_column(scale, (int64_t)last + 1);
    *end = *end > *x ? *end : *x + 1;
    *end = *end < scale->width ? *end : scale->width;
    return true;
}

void axis_eras_fill(struct axis_eras *eras, const struct store *store,
                    const struct axis_scale *scale, int rows)
{
    const struct record_list *list = &store->lists[RECORD_ERA];
    int free[AXIS_ERA_ROWS] = {0}; /* the column from which on a row is */
    *eras = (struct axis_eras){.rows = 0};
    for (size_t i = 0; i < list->count; i++) {
        int x, end, row = 0;
        if (!extent(store, scale, list->items[i], &x, &end))
            continue;
        while (row < rows && free[row] > x)
            row++;
        if (row == rows || eras->count == AXIS_ERAS_MAX) {
            eras->missing++;
            continue;
        }
        free[row] = end;
        eras->rows = row + 1 > eras->rows ? row + 1 : eras->rows;
        eras->items[eras->count++] = (struct axis_era){i, row, x, end};
    }
}
