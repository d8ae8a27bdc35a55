#ifndef SHOW_PROVINCE_PANE_H
#define SHOW_PROVINCE_PANE_H

#include "find/question.h"

/* The province pane: rows are the units whose names go on as typed. */
struct province_pane {
    uint32_t *rows; /* units */
    size_t count;
    size_t *left; /* events by unit under the other filters */
    struct buffer typed;
    struct question chosen; /* only its provinces count */
};

/* Frees what the pane owns and leaves it empty. */
void province_pane_free(struct province_pane *pane);

#endif
