#ifndef FIND_NAMING_H
#define FIND_NAMING_H

#include "file/store.h"

/* Which unit a person means by what was typed. */

/* Finds the unit that `typed` names: by id, code, name or alias as it stands, then without regard
 * to case and to marks not typed, then by the beginning of a name. Of several units with one name
 * a ground unit is meant. Returns UNIT_NONE when none or several are left, whose number is in
 * `*candidate_count` and which are in `*candidates`, which the caller frees in any case. */
uint32_t naming_find(const struct gazetteer *gazetteer, struct bytes typed, uint32_t **candidates,
                     size_t *candidate_count);

/* Appends the name of `unit`, clean. When its ground belonged to another unit on `day`, that one's
 * name follows in brackets behind the word `then`, unless it holds the present name anyway. */
void naming_add(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                enum language language, const char *then);

/* Appends the names of all units of an event, each as it was called on the event's day. */
void naming_add_event(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, const char *then);

/* Says whether a spelling of `unit` holds a word that begins with the query's text; it is how a
 * list of units is narrowed. */
struct query;
bool naming_matches(const struct gazetteer *gazetteer, uint32_t unit, const struct query *query);

#endif
