#include "show/lesson_pane.h"

void lesson_pane_free(struct lesson_pane *pane)
{
    buffer_free(&pane->id);
    page_free(&pane->page);
    *pane = (struct lesson_pane){0};
}
