#ifndef FILE_READING_H
#define FILE_READING_H

#include "file/store.h"

/* A run of records on its way into a store: what store_open.h hands out a part at a time, and what
 * each of two threads has for itself. */

struct tail;

struct store_reading {
    struct store *store;
    const char *path;       /* of the timeline */
    struct diag_sink *sink; /* hears of events that are left out; may be NULL */
    struct rec_reader reader;
    struct map *names; /* when set, the units of events are numbers of names in here, as they come,
                          and not yet those of the gazetteer */
    struct tail *tail; /* what another thread reads meanwhile; NULL when none does */
    int32_t first;     /* the span as the Timeline record has it, in days */
    int32_t last;
    int32_t earliest; /* the span of the events so far */
    int32_t latest;
    enum record_type type;     /* as the last %rec says */
    struct rec_names wanted;   /* of an event */
    struct rec_names untitled; /* of one whose title was read */
    struct event event;        /* what is known so far of the record being read */
    bool has_date;             /* a Date field was seen */
    bool has_title;
    bool is_descriptor;    /* the record holds %rec */
    bool has_record;       /* another came before it; a Timeline stands first or not at all */
    enum diagnostic fault; /* of the date, DIAG_COUNT when it is good */
    struct rec_field date;
    size_t offset; /* byte of the date where the fault is */
};

/* Starts reading `text` at byte `at`, where a record may begin; its lines count from 1. */
void reading_start(struct store_reading *now, struct bytes text, size_t at);

/* Reads on for about `bytes` bytes. False at the end of the text, its last record taken. */
bool reading_go(struct store_reading *now, size_t bytes);

/* Says whether the record being read is already known to be an event that can be shown. */
bool reading_is_in_event(const struct store_reading *now);

/* Appends what was read apart by `from`, with names: `units` are the units of their numbers. It
 * begins where `now` stands, which then stands behind it. */
void reading_append(struct store_reading *now, const struct store_reading *from,
                    const uint32_t *units);

#endif
