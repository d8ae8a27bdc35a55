#ifndef FILE_DEGREES_H
#define FILE_DEGREES_H

#include <stdint.h>

#include "base/bytes.h"

/* Angles are whole millionths of a degree, so that what is read is exact. */
#define DEGREE 1000000

#define LATITUDE_MAX  90
#define LONGITUDE_MAX 180

/* Reads `-21.8` into millionths of a degree, further digits dropped. False when it is no decimal
 * number, or further from 0 than `limit` degrees. */
bool degrees_read(int32_t *angle, struct bytes text, int limit);

#endif
