#ifndef SHOW_AXIS_SHAPE_H
#define SHOW_AXIS_SHAPE_H

#include "file/store.h"

/* How far the time of an event can be trusted, read from its date: the days from `first` to `last`
 * are certain, those around them are not. An interval is in doubt for as long as an end of it is:
 * 1953-11~/1954-05 during November. A date in doubt, or one of several, has no certain days. */
struct axis_shape {
    int32_t first; /* later than `last` when no day is certain */
    int32_t last;
    bool open_past;
    bool open_future;
};

/* Reads the shape of an event. */
struct axis_shape axis_shape_of(const struct store *store, const struct event *event);

#endif
