#ifndef SHOW_PROVINCE_PANE_H
#define SHOW_PROVINCE_PANE_H

#include "find/roll.h"
#include "find/tally.h"

/* What the province pane lists: units under their regions, as far as their names go on as typed.
 * Units that the list does not have by the present names follow while they are chosen, and while a
 * name is typed, each class under a heading of its own. */

struct province_row {
    uint32_t unit;        /* UNIT_NONE for a heading */
    struct bytes heading; /* its text, borrowed; empty when it is that of a class */
    enum roll_class class;
    size_t members; /* rows below a heading that belong to it */
};

struct province_pane {
    struct province_row *rows;
    size_t count;
    size_t room;
    struct roll_item *roll; /* all units, in order */
    size_t roll_count;
    enum names names; /* what the roll was made for */
    enum language language;
    struct tally tally;
    struct buffer typed;
    struct question chosen; /* only its provinces count */
    bool has_chosen;        /* since the pane was opened */
    bool has_former;        /* a row is a unit that was given up */
};

/* Frees what the pane owns and leaves it empty. */
void province_pane_free(struct province_pane *pane);

/* Makes the roll anew for other names or another language, by the tally of all events. */
void province_pane_order(struct province_pane *pane, const struct gazetteer *gazetteer,
                         enum language language, enum names names);

/* Lists what goes on as typed. */
void province_pane_narrow(struct province_pane *pane, const struct gazetteer *gazetteer);

/* Returns how many of the units that a row stands for are chosen, and of how many. */
size_t province_pane_chosen(const struct province_pane *pane, size_t row, size_t *of);

/* Chooses the unit of a row, or all units below a heading; chosen already, no longer. */
void province_pane_toggle(struct province_pane *pane, size_t row);

#endif
