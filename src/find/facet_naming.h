#ifndef FIND_FACET_NAMING_H
#define FIND_FACET_NAMING_H

#include "find/facet.h"

/* Which tag, era or source a person means by what was typed. */

/* Appends the id of the value that `typed` names: its id, its title without regard to case and to
 * marks not typed, or the beginning of the title of only one era. A tag that no Word describes is
 * taken as it is. False when there is none; then the titles of those that it could be, if any, are
 * appended to `candidates`. */
bool facet_find(struct buffer *out, const struct store *store, enum facet facet, struct bytes typed,
                enum language language, struct buffer *candidates);

#endif
