#ifndef SHOW_FACETS_VIEW_H
#define SHOW_FACETS_VIEW_H

#include "show/browser.h"

/* The lists of tags, eras and standings, and of sources: each value with the events it would leave;
 * type to narrow, choose any number. */

/* Returns the value of the selected row, NULL when there is none. */
const struct facet_value *facets_selected(const struct browser *browser);

#endif
