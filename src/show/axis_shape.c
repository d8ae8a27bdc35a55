#include "show/axis_shape.h"

#include "time/edtf.h"

/* Says whether the days that a date can be are more than it means. */
static bool is_doubtful(const struct edtf_date *date)
{
    unsigned unspecified = 0;
    for (int i = 0; i < EDTF_PART_COUNT; i++)
        unspecified |= date->parts[i].unspecified;
    return edtf_date_doubt(date) || unspecified;
}

static void narrow(struct axis_shape *shape, const struct edtf_span *span)
{
    const struct edtf_date *end = span->range ? &span->end : &span->begin;
    if (is_doubtful(&span->begin))
        shape->first = span->begin.last == DAY_OPEN_FUTURE ? DAY_OPEN_FUTURE : span->begin.last + 1;
    if (is_doubtful(end))
        shape->last = end->first == DAY_OPEN_PAST ? DAY_OPEN_PAST : end->first - 1;
}

struct axis_shape axis_shape_of(const struct store *store, const struct event *event)
{
    struct axis_shape shape = {event->first, event->last, event->first == DAY_OPEN_PAST,
                               event->last == DAY_OPEN_FUTURE};
    struct buffer value = {0};
    struct edtf_span span;
    store_value(store, event->record, BYTES("Date"), &value);
    struct edtf_walk walk = edtf_walk_begin(bytes_trim(buffer_bytes(&value)));
    if (edtf_walk_next(&walk, &span)) {
        if (walk.form == EDTF_ONE_OF || walk.form == EDTF_ALL_OF)
            shape.first = DAY_OPEN_FUTURE;
        else
            narrow(&shape, &span);
    }
    buffer_free(&value);
    return shape;
}
