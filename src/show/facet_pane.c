#include "show/facet_pane.h"

#include <stdlib.h>

void facet_pane_free(struct facet_pane *pane)
{
    facet_table_free(&pane->table);
    for (size_t i = 0; i < pane->all_count; i++) {
        buffer_free(&pane->all[i].label);
        buffer_free(&pane->all[i].key);
    }
    free(pane->all);
    free(pane->rows);
    buffer_free(&pane->typed);
    picks_free(&pane->chosen);
    page_free(&pane->card);
    *pane = (struct facet_pane){0};
}
