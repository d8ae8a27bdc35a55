#ifndef FILE_GAZETTEER_H
#define FILE_GAZETTEER_H

#include <stdint.h>

#include "base/language.h"
#include "base/map.h"
#include "file/content.h"

/* The administrative units of a country, past and present. A ground unit is one that events
 * happen in; older and newer units are known by the ground units whose History names them. Names
 * that no gazetteer knows become plain units, so that every file has its provinces. */

#define UNIT_NONE MAP_NONE

/* From `first` to `last` day the ground of a unit belonged to `unit`. */
struct unit_history {
    int32_t first;
    int32_t last;
    uint32_t unit;
};

struct unit {
    struct bytes id; /* of a plain unit: its name */
    struct bytes code;
    struct bytes kind;
    struct bytes name[LANGUAGE_COUNT];
    struct bytes region[LANGUAGE_COUNT];
    int32_t first; /* day from which it existed under this name, DAY_OPEN_PAST if unknown */
    int32_t last;
    uint32_t history_at; /* its own run in gazetteer.history */
    uint32_t history_count;
    bool is_named; /* another unit's history names it */
    bool is_plain; /* made from a name */
    bool is_joint; /* of the kind "joint": several units that stood side by side on one ground */
};

/* A spelling of a unit: its id, code, a name or an alias. */
struct unit_name {
    struct bytes text;
    uint32_t unit;
};

struct gazetteer {
    struct content content;
    struct unit *units;
    size_t count;
    size_t room;
    struct unit_history *history;
    size_t history_count;
    size_t history_room;
    struct unit_name *names; /* all spellings, in file order */
    size_t name_count;
    size_t name_room;
    size_t read_count; /* of the names, those that stand in its file; the others are in the map */
    size_t composed_count; /* of these, those from the first on that are known to be composed */
    struct map spellings;  /* of ids, and of what else was looked for and found, to units */
    char **owned;          /* composed spellings that stand in no file */
    size_t owned_count;
    size_t owned_room;
    uint32_t nation; /* the unit of kind "country", or UNIT_NONE */
};

/* Makes an empty gazetteer. */
void gazetteer_init(struct gazetteer *gazetteer);

/* Reads the Province records of the file `path` into an empty gazetteer. A file that cannot be
 * read is an error to `sink` and leaves it empty; faults inside records are left to check.h. */
bool gazetteer_open(struct gazetteer *gazetteer, const char *path, struct diag_sink *sink);

/* Frees everything. */
void gazetteer_close(struct gazetteer *gazetteer);

/* Returns the unit that has exactly this id, code, name or alias, or UNIT_NONE. Where several do,
 * the one that stands first in the file. */
uint32_t gazetteer_find(const struct gazetteer *gazetteer, struct bytes spelling);

/* Returns the unit with this spelling, composed or not, making a plain unit when there is none.
 * `spelling` must outlive the gazetteer's use. */
uint32_t gazetteer_place(struct gazetteer *gazetteer, struct bytes spelling);

/* Returns the unit that the ground of `unit` belonged to on `day`: itself, when its history says
 * nothing of that day. */
uint32_t gazetteer_on_day(const struct gazetteer *gazetteer, uint32_t unit, int32_t day);

/* Returns the unit that the ground of `unit` belongs to today, for all that is known. */
uint32_t gazetteer_now(const struct gazetteer *gazetteer, uint32_t unit);

/* Says whether what happened in `ground` on `day` is found under `unit`: it is the ground itself,
 * held it on that day, or held it at any time without being a ground unit of its own, as units do
 * that were given up, or made later. */
bool gazetteer_holds(const struct gazetteer *gazetteer, uint32_t unit, uint32_t ground,
                     int32_t day);

/* Says whether events happen in `unit` itself, and not only on the ground of others. */
bool gazetteer_is_ground(const struct gazetteer *gazetteer, uint32_t unit);

/* Says whether the ground `ground` ever belonged to `unit`. */
bool gazetteer_is_part(const struct gazetteer *gazetteer, uint32_t ground, uint32_t unit);

/* Returns the name of `unit` as the file has it, in `language` or another. */
struct bytes gazetteer_name(const struct gazetteer *gazetteer, uint32_t unit,
                            enum language language);

/* Returns the name of its region in the same way; empty when it has none. */
struct bytes gazetteer_region(const struct gazetteer *gazetteer, uint32_t unit,
                              enum language language);

/* Says whether a unit is no place in the country: the country itself, or abroad. */
bool gazetteer_is_special(const struct gazetteer *gazetteer, uint32_t unit);

#endif
