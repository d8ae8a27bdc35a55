#include "show/axis_pane.h"

void axis_pane_free(struct axis_pane *pane)
{
    axis_index_free(&pane->index);
    axis_scale_free(&pane->scale);
    axis_lanes_free(&pane->lanes);
    axis_layout_free(&pane->layout);
    *pane = (struct axis_pane){0};
}
