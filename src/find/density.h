#ifndef FIND_DENSITY_H
#define FIND_DENSITY_H

#include "find/answer.h"

/* How many events lie where along the span of a timeline, in equal parts of it. A doubtful or long
 * event is spread over the parts it covers, so that it does not pile up on its first day. */
struct density {
    int parts;
    float *all;                 /* of the whole timeline, one number for each part */
    float *left;                /* of the answer */
    float peak;                 /* the highest of `all` */
    const struct event *events; /* those counted in `all`, of a store */
    size_t event_count;
};

/* How many heights a number can have, that of nothing left out. */
#define DENSITY_HEIGHTS 8

/* Parts of one height between lower ones. */
struct density_hill {
    int from;
    int to;
    int top; /* the part of most events among them */
};

/* Frees the numbers. */
void density_free(struct density *density);

/* Counts the answer anew in `parts` (>= 1) parts; the whole timeline too, where it or the number of
 * parts is another than before. */
void density_fill(struct density *density, const struct store *store, const struct answer *answer,
                  int parts);

/* Returns the part that `day` lies in, the first or the last when it lies outside the span. */
int density_part(const struct store *store, int parts, int32_t day);

/* Returns the first day of a part. */
int32_t density_day(const struct store *store, int parts, int part);

/* Returns how high `number` stands when `peak` stands highest: 1 to DENSITY_HEIGHTS, 0 for nothing.
 * The height grows with the square root, or one month of war would leave a century flat. */
int density_height(double number, double peak);

/* Finds the first hill of the answer behind a part, or the last one before it when `back`. Small
 * ups and downs within one height are none. False when there is no more. */
bool density_find_hill(const struct density *density, int part, bool back,
                       struct density_hill *hill);

#endif
