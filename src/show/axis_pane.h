#ifndef SHOW_AXIS_PANE_H
#define SHOW_AXIS_PANE_H

#include "show/axis_layout.h"

/* What the axis keeps between keys. Zeroed it shows the whole span to scale, lanes by province. */
struct axis_pane {
    enum axis_by by;
    bool squeeze;
    bool is_built;  /* the index fits the answer; cleared when that changes */
    double rate;    /* columns a day that are wanted; 0 for the whole span */
    double column;  /* where the selected event stands */
    uint32_t event; /* that was selected when it was last drawn */
    struct axis_index index;
    struct axis_scale scale; /* as last drawn; without segments when it never was */
    struct axis_lanes lanes;
    struct axis_layout layout;
};

/* Frees what the pane owns and leaves it zeroed. */
void axis_pane_free(struct axis_pane *pane);

#endif
