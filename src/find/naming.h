#ifndef FIND_NAMING_H
#define FIND_NAMING_H

#include "file/store.h"

struct query;

/* Names of units: which one a person means by what was typed, and how each is called. */

/* Finds the unit that `typed` names: by id, code, name or alias as it stands, then without regard
 * to case and to marks not typed, then by the beginning of a name. Of several units with one name
 * a ground unit is meant. Returns UNIT_NONE when none or several are left, whose number is in
 * `*candidate_count` and which are in `*candidates`, which the caller frees in any case. */
uint32_t naming_find(const struct gazetteer *gazetteer, struct bytes typed, uint32_t **candidates,
                     size_t *candidate_count);

/* Which names places are shown by: those of the ground units, which are the 63 units of 2008 to
 * 2025 in the shipped gazetteer, those of an event's day, or those of today, the 34. */
enum names { NAMES_GROUND, NAMES_THEN, NAMES_NOW, NAMES_COUNT };

/* Returns the unit whose name stands for the ground unit `unit` on `day`. A joint unit in whose
 * name the ground's own is found says no more than that, so the ground stands for itself. */
uint32_t naming_unit(const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                     enum names names);

/* The same for unit number `index` of an event; UNIT_NONE when one before it is shown alike. */
uint32_t naming_event_unit(const struct store *store, const struct event *event, size_t index,
                           enum names names);

/* Appends the name of `unit`, clean; of units of one name all but the first with the years in
 * which they were. */
void naming_add_unit(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit,
                     enum language language);

/* Appends the years in which `unit` was, behind a blank and in brackets; nothing when neither end
 * is known. */
void naming_add_years(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit);

/* Appends what the ground unit `unit` is called by `names`, clean, and in brackets what else it is
 * called: `Bắc Giang (khi đó: Hà Bắc; nay: Bắc Ninh)`. */
void naming_add(struct buffer *out, const struct gazetteer *gazetteer, uint32_t unit, int32_t day,
                enum language language, enum names names);

/* Appends that for every unit of an event. */
void naming_add_event(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, enum names names);

/* Appends the name of the event's first unit and how many more it has: `Bắc Giang +2`. */
void naming_add_short(struct buffer *out, const struct store *store, const struct event *event,
                      enum language language, enum names names);

/* Says whether a spelling of `unit` holds a word that begins with the query's text; it is how a
 * list of units is narrowed. */
bool naming_matches(const struct gazetteer *gazetteer, uint32_t unit, const struct query *query);

#endif
