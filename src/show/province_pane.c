#include "show/province_pane.h"

#include <stdlib.h>

void province_pane_free(struct province_pane *pane)
{
    free(pane->rows);
    free(pane->left);
    buffer_free(&pane->typed);
    question_free(&pane->chosen);
    *pane = (struct province_pane){0};
}
