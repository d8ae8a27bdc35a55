#ifndef FIND_FACET_H
#define FIND_FACET_H

#include "base/language.h"
#include "file/store.h"

/* What events are sorted by beside provinces. A value of a facet is known by its id. */

enum facet {
    FACET_TAG,
    FACET_ERA,      /* an event is of every era that it touches */
    FACET_SOURCE,   /* what the event cites, whether a record describes it or not */
    FACET_STANDING, /* how well the event is attested: one of the two ids below */
    FACET_COUNT
};

/* An event that cites no source but one, at however many places; and one with a Note that cites
 * several: there the Note says how they differ. */
#define STANDING_SINGLE   "single-source"
#define STANDING_DISPUTED "disputed"

/* Returns the type of the records that describe the values of a facet; RECORD_UNKNOWN where none
 * do. */
enum record_type facet_record_type(enum facet facet);

/* Reads what the record of an event says of itself: its values of every facet but the era. */
struct facet_reader {
    struct rec_reader fields;
    struct bytes source; /* the first one cited */
    bool cites_several;
    bool has_note;
    bool is_done;
};

/* Starts reading; facet_next() then gives the values, a source as often as it is cited. The ids are
 * borrowed from the store. */
void facet_start(struct facet_reader *reader, const struct store *store, const struct event *event);
bool facet_next(struct facet_reader *reader, enum facet *facet, struct bytes *id);

/* Returns the standing of an event, empty when it has none. */
struct bytes facet_standing(const struct store *store, const struct event *event);

/* Reads the days of an era; false when its record has no readable date. */
bool facet_read_era(const struct store *store, struct record era, int32_t *first, int32_t *last);

/* Appends what a value is called in `language`, clean: the title of its record, else its id. */
void facet_add_name(struct buffer *out, const struct store *store, enum facet facet,
                    struct bytes id, enum language language);

#endif
