#ifndef SHOW_FACET_PANE_H
#define SHOW_FACET_PANE_H

#include "find/facet_table.h"
#include "show/page.h"
#include "show/view.h"

/* What the panes of facets and of sources keep while they are open; only one of them is. */

struct facet_row {
    uint32_t value;      /* its number in the table */
    struct buffer label; /* what it is called and can be found by */
    struct buffer key;   /* of the label, for the order of the alphabet */
    size_t left;         /* as in the table */
    int rank;            /* rows of a lower one come first, whatever they hold */
};

struct facet_pane {
    enum view_id list; /* which of the two it is */
    unsigned facets;   /* those listed, as bits: 1 << facet */
    struct facet_table table;
    struct facet_row *all; /* owned, in order */
    size_t all_count;
    size_t *rows; /* those whose labels hold what was typed, as numbers into `all` */
    size_t count;
    struct buffer typed;
    struct picks chosen;
    struct page card; /* the record of the selected source */
    uint32_t card_value;
};

/* Frees what the pane owns and leaves it empty. */
void facet_pane_free(struct facet_pane *pane);

/* Makes the pane anew: `list` with the values of some `facets`, of which those are chosen that the
 * question has picked. None is listed before facet_pane_narrow(). */
void facet_pane_fill(struct facet_pane *pane, const struct store *store,
                     const struct question *question, enum language language, enum view_id list,
                     unsigned facets);

/* Lists the rows whose labels hold what was typed. */
void facet_pane_narrow(struct facet_pane *pane);

/* Returns the row that is listed at `index`, below pane->count. */
const struct facet_row *facet_pane_row(const struct facet_pane *pane, size_t index);

#endif
