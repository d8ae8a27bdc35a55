#include "show/view.h"

static const struct view_ops *const views[VIEW_COUNT] = {
    [VIEW_TIMELINE] = &timeline_view,   [VIEW_DETAIL] = &detail_view,
    [VIEW_PROVINCES] = &provinces_view, [VIEW_FACETS] = &facets_view,
    [VIEW_SOURCES] = &sources_view,     [VIEW_SOURCE] = &source_view,
    [VIEW_AXIS] = &axis_view,           [VIEW_MAP] = &map_view,
    [VIEW_LESSONS] = &lessons_view,     [VIEW_LESSON] = &lesson_view,
    [VIEW_QUIZ] = &quiz_view,           [VIEW_HELP] = &help_view,
};

const struct view_ops *view_ops(enum view_id id)
{
    return views[id];
}
