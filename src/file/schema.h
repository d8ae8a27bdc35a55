#ifndef FILE_SCHEMA_H
#define FILE_SCHEMA_H

#include "base/bytes.h"
#include "base/language.h"

/* Which fields each type of record has, as dbp-timeline(5) lists them. */

enum record_type {
    RECORD_TIMELINE,
    RECORD_ERA,
    RECORD_EVENT,
    RECORD_SOURCE,
    RECORD_LESSON,
    RECORD_WORD,
    RECORD_PROVINCE,
    RECORD_UNKNOWN,
};

/* What a value is, and so how it is checked. */
enum value_kind {
    VALUE_TEXT,
    VALUE_ID,
    VALUE_DATE,
    VALUE_GAZETTEER, /* the name of a file */
    VALUE_OUTLINES,  /* the same */
    VALUE_PROVINCE,  /* a unit of the gazetteer */
    VALUE_EVENT,     /* the id of an event */
    VALUE_STOP,      /* the id of an event, then words */
    VALUE_CITATION,  /* the id of a source, then a locator */
    VALUE_FIGURE,    /* what, number, unit */
    VALUE_WORD,      /* the id of a word */
    VALUE_CENTRE,    /* latitude, longitude */
    VALUE_HISTORY,   /* an interval, then the id of a unit */
    VALUE_OUTLINE,   /* a closed ring */
    VALUE_LABEL,     /* longitude, latitude, a name */
};

enum field_trait {
    FIELD_MANDATORY = 1 << 0,
    FIELD_REPEATS = 1 << 1,
    FIELD_MULTILINGUAL = 1 << 2, /* its name goes on with _vi, _en, any _xx */
};

struct field_rule {
    enum record_type type;
    struct bytes name;
    enum value_kind kind;
    unsigned traits; /* enum field_trait */
};

/* There are no more rules than this. */
#define SCHEMA_RULES_MAX 64

/* All rules, in the order of the manual; the first of `*count` is returned. */
const struct field_rule *schema_rules(size_t *count);

/* Returns the type that a %rec field names; RECORD_UNKNOWN for any other. */
enum record_type schema_type(struct bytes name);

/* Splits `Title_vi` into `Title`, which it returns, and `vi`, left in `*language` (empty when
 * there is none). */
struct bytes schema_split(struct bytes name, struct bytes *language);

/* Returns the rule for a field of a type, by its full name; NULL when there is no such field. */
const struct field_rule *schema_rule(enum record_type type, struct bytes name);

#endif
