#ifndef FILE_CHECK_VALUE_H
#define FILE_CHECK_VALUE_H

#include "base/map.h"
#include "file/store.h"

/* The faults of single values. For check.c alone. */

/* The ids of a file, by type of record. */
struct check_ids {
    struct map of[RECORD_UNKNOWN + 1];
    size_t *repeated; /* the lines of those that were taken already, in order */
    size_t repeated_count;
    size_t repeated_room;
};

/* Collects the ids of `text`; `type` is that of records before the first %rec. */
void check_ids_collect(struct check_ids *ids, struct bytes text, enum record_type type);
void check_ids_free(struct check_ids *ids);

/* Reports what is wrong with the value of `field`, which `rule` describes. Dates and languages are
 * check.c's own. */
void check_value(const struct store *store, const struct check_ids *ids,
                 const struct field_rule *rule, const struct rec_field *field,
                 struct diag_sink *sink);

#endif
