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

/* Says whether an event holds the query in its title, text, note, places, people or figures, in
 * any language. `scratch` is memory to work in, kept from event to event. */
bool query_in_event(const struct query *query, const struct store *store, const struct event *event,
                    struct buffer *scratch);

#endif
