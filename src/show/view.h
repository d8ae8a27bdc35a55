#ifndef SHOW_VIEW_H
#define SHOW_VIEW_H

#include "base/message.h"
#include "show/surface.h"

struct browser;
struct page;
struct query;

/* The panes. A new one is a file that fills a struct view_ops, and a row in view.c. */
enum view_id {
    VIEW_TIMELINE,
    VIEW_DETAIL,
    VIEW_PROVINCES,
    VIEW_FACETS,
    VIEW_SOURCES,
    VIEW_SOURCE,
    VIEW_AXIS,
    VIEW_MAP,
    VIEW_LESSONS,
    VIEW_LESSON,
    VIEW_QUIZ,
    VIEW_HELP,
    VIEW_COUNT
};

/* Where an action can be used, as bits: in the panes, in this order. */
enum context {
    CONTEXT_TIMELINE = 1 << VIEW_TIMELINE,
    CONTEXT_DETAIL = 1 << VIEW_DETAIL,
    CONTEXT_PROVINCES = 1 << VIEW_PROVINCES,
    CONTEXT_FACETS = 1 << VIEW_FACETS,
    CONTEXT_SOURCES = 1 << VIEW_SOURCES,
    CONTEXT_SOURCE = 1 << VIEW_SOURCE,
    CONTEXT_AXIS = 1 << VIEW_AXIS,
    CONTEXT_MAP = 1 << VIEW_MAP,
    CONTEXT_LESSONS = 1 << VIEW_LESSONS,
    CONTEXT_LESSON = 1 << VIEW_LESSON,
    CONTEXT_QUIZ = 1 << VIEW_QUIZ,
    CONTEXT_HELP = 1 << VIEW_HELP,
    CONTEXT_ALL = (1 << VIEW_COUNT) - 1,
    CONTEXT_PROMPT = 1 << VIEW_COUNT, /* no pane: a line is being typed */
    /* Beside the others: reaches beyond the screen, so it is off in restricted mode. */
    CONTEXT_UNRESTRICTED = 1 << (VIEW_COUNT + 1),
    CONTEXT_CHOOSERS = CONTEXT_PROVINCES | CONTEXT_FACETS | CONTEXT_SOURCES, /* take typed text */
};

/* Where one is in a pane. */
struct view {
    size_t cursor;    /* the selected row, or the first shown where rows are not selected */
    size_t top;       /* the first row shown */
    int page;         /* rows that fitted when it was last drawn */
    struct area area; /* where it was last drawn; empty when it was not in sight */
};

/* How much of the screen a pane has. */
enum view_room {
    ROOM_BESIDE, /* where that is wide enough another stands beside it */
    ROOM_PANES,  /* as much as there is for panes */
    ROOM_SCREEN, /* all of it but the last row */
};

struct view_ops {
    enum message title;
    enum view_room room;
    bool no_summary; /* what the filter leaves is nothing to it */
    /* Makes ready to be shown; may be NULL. */
    void (*open)(struct browser *browser);
    /* Returns how many places the cursor has. */
    size_t (*count)(const struct browser *browser);
    /* Draws itself and, in focus, sets the surface's cursor. */
    void (*draw)(struct browser *browser, struct surface *surface, struct area area, bool focus);
    /* Takes a press of the mouse at a column and row of where it was last drawn. May be NULL. */
    void (*press)(struct browser *browser, int x, int y);
    /* Takes a notch of the mouse's wheel, on (1) or back (-1). NULL where that moves the rows. */
    void (*wheel)(struct browser *browser, int direction);
    /* Appends in one line what is shown, where the title is not enough. May be NULL. */
    void (*head)(const struct browser *browser, struct buffer *out);
    /* Appends where one is, for the last row. NULL where that is the place among the events. */
    void (*foot)(const struct browser *browser, struct buffer *out);
    /* Adds itself to a page as text, from the selected row on, or that row `alone`; rows stand
     * behind their numbers. NULL where what is drawn can be read as text. */
    void (*tell)(struct browser *browser, struct page *page, bool alone);
    /* Of panes narrowed by typing: gives what was typed; lists what goes on so; says whether a name
     * it lists holds the query. NULL for others. */
    struct buffer *(*typed)(struct browser *browser);
    void (*narrow)(struct browser *browser);
    bool (*lists)(const struct browser *browser, const struct query *query);
    /* Leaves the pane without effect; true when it only undid a step and stays. May be NULL. */
    bool (*back)(struct browser *browser);
    /* Told that a page was turned, the first row having been `top`: turns back as far as something
     * between would not be seen. Returns where the cursor, which was to go to a place, comes to
     * stand. NULL where rows are of one height. */
    size_t (*turned)(struct browser *browser, size_t top, size_t to);
    /* Goes on by one (1) or back (-1); NULL where that is a row. */
    void (*step)(struct browser *browser, int direction);
    /* Returns which row is selected; selects the one below count() that is told behind a number,
     * here from 0, false when there is none. NULL where that is the cursor. */
    size_t (*selected)(const struct browser *browser);
    bool (*select)(struct browser *browser, size_t row);
    /* Goes to what has a number, from 0; false when there is nothing. NULL where it is to select
     * the row of that number and to do what Enter does. */
    bool (*go_to_row)(struct browser *browser, size_t row);
    /* Of panes that filter: chooses the selected row, or no longer; asks for the rows chosen, or
     * for the selected one when none is. */
    void (*choose)(struct browser *browser);
    void (*apply)(struct browser *browser);
};

/* Returns the pane's functions. */
const struct view_ops *view_ops(enum view_id id);

extern const struct view_ops timeline_view, detail_view, provinces_view, facets_view, sources_view,
    source_view, axis_view, map_view, lessons_view, lesson_view, quiz_view, help_view;

#endif
