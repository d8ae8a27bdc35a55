#ifndef FIND_QUERY_H
#define FIND_QUERY_H

#include "base/text.h"
#include "file/store.h"

/* A text to look for, read once and then sought in many: case never counts, a mark typed must be
 * there, a mark not typed is free, blanks stand for any blanks, hoà is hòa. */
struct query;

/* Compiles what was typed; NULL when it holds nothing but blanks. Free with query_free(). */
struct query *query_new(struct bytes typed);
void query_free(struct query *query);

/* The same for a text that has to go on with a blank behind it. */
struct query *query_new_with_blank(struct bytes typed);

/* Finds the first hit in `text`, composed or not, from byte `from` on; its run in `*hit`. */
bool query_find(const struct query *query, struct bytes text, size_t from, struct text_run *hit);

/* Says whether `text` begins with the query. */
bool query_begins(const struct query *query, struct bytes text);

/* Says whether `text` is the query, no more and no less. */
bool query_equals(const struct query *query, struct bytes text);

/* Returns the first byte from `from` on of `text`, bytes of an event file as they are, where a hit
 * may be; text.size when there is none. It passes quickly over what is no hit, see scan.h. */
size_t query_pass_over(const struct query *query, struct bytes text, size_t from);

/* Where an event can hold a query, in any language. */
enum query_field {
    QUERY_TITLE,
    QUERY_TEXT,
    QUERY_NOTE,
    QUERY_PLACE,
    QUERY_PERSON,
    QUERY_FIGURE,
    QUERY_FIELD_COUNT,
};

/* Returns which fields of an event hold the query, as bits of enum query_field. `scratch` is
 * memory to work in, kept from event to event. */
unsigned query_in_event(const struct query *query, const struct store *store,
                        const struct event *event, struct buffer *scratch);

#endif
