#ifndef FILE_STORE_H
#define FILE_STORE_H

#include "file/gazetteer.h"
#include "file/rec.h"
#include "file/schema.h"

/* A timeline as an index over the bytes of its file: an event is a small record of where it
 * stands, when it was and where; its words are decoded each time they are shown. */

#define EVENT_NONE UINT32_MAX

/* Where a record stands in the file. */
struct record {
    uint64_t at;   /* byte */
    uint32_t size; /* in bytes */
    uint32_t line; /* of its first field */
};

enum event_doubt { EVENT_APPROXIMATE = 1 << 0, EVENT_UNCERTAIN = 1 << 1 };

struct event {
    struct record record;
    int32_t first;       /* day, DAY_OPEN_PAST when open */
    int32_t last;        /* day, DAY_OPEN_FUTURE when open */
    uint32_t units_at;   /* its run in store.units */
    uint16_t unit_count; /* 0 means nationwide in a file without a nation */
    uint16_t doubt;      /* enum event_doubt */
};

/* Records of one type, in file order. */
struct record_list {
    struct record *items;
    size_t count;
    size_t room;
};

struct store {
    struct content content;
    struct gazetteer gazetteer;
    struct event *events; /* by first day, last day, file order */
    size_t count;
    size_t room;
    uint32_t *in_file; /* their numbers in file order; NULL where that is much the same order */
    uint32_t *units;   /* the provinces of all events, one run after another */
    size_t unit_count;
    size_t unit_room;
    struct record timeline;                   /* size 0 when the file has none */
    struct record_list lists[RECORD_UNKNOWN]; /* eras, sources, lessons, words */
    enum language primary;                    /* the first of the timeline's languages */
    int32_t first;                            /* the span that the timeline shows, in days */
    int32_t last;
    size_t left_out;             /* events without a date or a title */
    struct buffer outlines_path; /* of the file that Outlines names; empty when it names none */
};

/* Frees everything. */
void store_close(struct store *store);

/* Appends the path of the file that a timeline at `path` names in `field`, which is beside it;
 * false when it names none, or what is not a bare file name. */
bool store_add_path(const struct store *store, const char *path, struct bytes field,
                    struct buffer *out);

/* Returns the units of an event, `unit_count` of them; perhaps NULL when that is 0. */
const uint32_t *store_units(const struct store *store, const struct event *event);

/* Returns the day an event is listed under: its first one, its last where that is open. */
int32_t event_day(const struct event *event);

/* Starts reading the fields of a record; rec_next() then gives them. */
void store_read(const struct store *store, struct record record, struct rec_reader *reader);

/* Returns the id of a record without blanks around it, borrowed from the store; empty when it has
 * none. */
struct bytes store_id(const struct store *store, struct record record);

/* Appends the value of the first field called `name`, as written; false when there is none. */
bool store_value(const struct store *store, struct record record, struct bytes name,
                 struct buffer *out);

/* The same, clean and in one line. */
bool store_line(const struct store *store, struct record record, struct bytes name,
                struct buffer *out);

/* Appends the multilingual field `stem` in `language`, which one without a code serves for as well;
 * where it lacks, in the primary language of the timeline, or in any. The text is clean; one
 * newline joins sentences, two part paragraphs. False when there is none in any language. */
bool store_text(const struct store *store, struct record record, struct bytes stem,
                enum language language, struct buffer *out);

/* The same in `language` and no other. */
bool store_text_in(const struct store *store, struct record record, struct bytes stem,
                   enum language language, struct buffer *out);

/* Appends the title of a record in `language`, as above, in one line. */
void store_title(const struct store *store, struct record record, enum language language,
                 struct buffer *out);

/* Appends the date of a record in words of `language`, clean; nothing when it has none. */
void store_date(const struct store *store, struct record record, enum language language,
                struct buffer *out);

/* Returns the number of the event with this id in the order of the timeline, or EVENT_NONE. It
 * reads every event, so it is no thing to do for each key. */
uint32_t store_find(const struct store *store, struct bytes id);

/* Finds the record of `type` with this id; false when there is none. `*number` counts from 0. */
bool store_find_record(const struct store *store, enum record_type type, struct bytes id,
                       struct record *record, size_t *number);

/* Appends what a tag, or a kind or unit of figures, is called in `language`: the title of the Word
 * record with that id, else `id` itself, clean. */
void store_word(const struct store *store, struct bytes id, enum language language,
                struct buffer *out);

#endif
