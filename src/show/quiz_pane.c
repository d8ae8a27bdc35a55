#include "show/quiz_pane.h"

#include <stdlib.h>

void quiz_pane_free(struct quiz_pane *pane)
{
    free(pane->deck);
    page_free(&pane->page);
    *pane = (struct quiz_pane){.lots = pane->lots};
}
