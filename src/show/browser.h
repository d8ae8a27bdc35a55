#ifndef SHOW_BROWSER_H
#define SHOW_BROWSER_H

#include "base/message.h"
#include "base/text.h"
#include "find/density.h"
#include "find/division.h"
#include "find/naming.h"
#include "find/search.h"
#include "show/axis_pane.h"
#include "show/facet_pane.h"
#include "show/lead.h"
#include "show/lesson_pane.h"
#include "show/map_pane.h"
#include "show/page.h"
#include "show/prompt.h"
#include "show/province_pane.h"
#include "show/quiz_pane.h"
#include "show/reread.h"
#include "show/view.h"

/* All that a reader sees and can change, without a terminal. It is the first argument of whatever
 * works on it, and two can live side by side. */

#define VISITED_MAX 64

/* Below this no page makes sense; one line says so. */
#define BROWSER_MIN_WIDTH  40
#define BROWSER_MIN_HEIGHT 8

/* From this width on the detail stands beside the list. */
#define BROWSER_WIDE 90

/* What the detail page was laid out for. */
struct detail_key {
    uint32_t event;
    int width;
    enum language language;
    bool both;
    enum names names;
};

/* Looking for words in the answer. */
struct seeking {
    struct query *query; /* NULL for nothing */
    struct buffer words;
    struct search search; /* for `query` in the answer */
    bool goes;            /* to the first match at or after event `from` */
    uint32_t from;
    bool is_stale; /* the prompt holds other words by now */
};

/* Which pane is where. */
struct panes {
    enum view_id list;  /* the one at the left, or alone */
    enum view_id below; /* the one that it was opened over */
    bool below_detail;  /* the detail had the keys then */
    bool detail_focus;  /* keys go to the detail; without room for two it covers the list */
    bool maximised;     /* the pane in focus has the room to itself */
    bool help_open;     /* help covers everything */
};

/* The timeline by centuries, decades, years or months. */
struct levels {
    enum level level;
    struct division division;
    bool are_stale; /* the answer or the names are others than were divided */
    size_t top;     /* the first row shown at a level above the events */
    int page;       /* rows that fitted */
};

/* The density strip. */
struct strip {
    struct density density;
    bool is_stale;
    struct area area; /* where it was last drawn */
};

/* Measuring how long it is from one event to another. */
struct ruler {
    bool is_laid; /* from the event `from` on */
    uint32_t from;
};

/* Where jumps began, the latest last. */
struct visited {
    uint32_t events[VISITED_MAX];
    size_t count;
};

/* What the terminal is asked to do. */
struct wants {
    bool quit;
    bool suspend;
    bool repaint;
};

/* Whether there is work to be done between keys. */
enum browser_work {
    BROWSER_IDLE,    /* there is none */
    BROWSER_WORKING, /* there is more */
    BROWSER_DONE,    /* the last of it was done just now, and changed what is seen */
};

struct browser {
    const struct store *store;
    struct store_reading *reading; /* of the rest of the store; NULL when it is whole */
    struct reread reread;
    struct follow follow;
    const char *name; /* of the file, clean, for a timeline without a title; borrowed, or NULL */
    enum language language;
    bool both_languages;
    enum names names; /* by which places are shown */

    struct question question;
    struct answer answer;
    uint32_t wanted; /* the event last gone to; the selected one, unless a filter hides it */
    struct seeking seeking;
    struct ruler ruler;
    struct visited visited;

    struct panes panes;
    struct view views[VIEW_COUNT];
    struct levels levels;
    struct page detail;
    struct detail_key detail_key;
    struct page help;
    struct province_pane provinces;
    struct facet_pane facets;
    struct axis_pane axis;
    struct map_pane map;
    struct lesson_pane lesson;
    struct quiz_pane quiz;
    struct strip strip;
    struct prompt prompt;
    struct buffer notice; /* shown in the last row until the next key */
    int width, height;    /* in columns and rows when it was last drawn; 0 before */

    bool pasting;     /* what comes was pasted */
    bool has_changed; /* keys came since it was drawn */
    bool ascii;       /* the terminal shows nothing else */
    bool restricted;  /* actions that reach beyond the screen are off */
    struct wants wants;
};

/* --- The whole, and the question --- */

/* Makes a browser over an open store, which it borrows, at its first event. */
void browser_init(struct browser *browser, const struct store *store, enum language language);

/* Frees what the browser owns. */
void browser_free(struct browser *browser);

/* Takes over the question, leaving an open one behind, and answers it. */
void browser_take_question(struct browser *browser, struct question *question);

/* Answers the question anew after it was changed; the selected event stays, or the next one. */
void browser_ask(struct browser *browser);

/* Takes over the reading of a store that is not whole yet. */
void browser_take_reading(struct browser *browser, struct store_reading *reading);

/* Takes over a thread that helps with searches; NULL is none. */
void browser_take_helper(struct browser *browser, struct helper *helper);

/* Reads what is left of the store to be read. */
void browser_read_whole(struct browser *browser);

/* Does a few milliseconds of what there is to do between keys: reading on, searching on,
 * reading anew. */
enum browser_work browser_work(struct browser *browser);

/* --- Going --- */

/* Returns the number of the selected event in the store, EVENT_NONE when none is left. */
uint32_t browser_selected(const struct browser *browser);

/* Goes to the place in the list; a jump is remembered to come back from. */
void browser_go(struct browser *browser, size_t place, bool is_jump);

/* Goes to an event of the store; a filter that hides it is taken away, and that is said. */
void browser_go_to_event(struct browser *browser, uint32_t event);

/* Goes where `typed` says: a year or date, a number, a percentage, the id of an event. False, and
 * nothing done, when it says nothing of the kind. */
bool browser_go_to(struct browser *browser, struct bytes typed);

/* --- What is said --- */

/* Returns a text in the reader's language. */
const char *browser_text(const struct browser *browser, enum message which);

/* Puts a message into the last row, made as printf would. */
void browser_say(struct browser *browser, enum message which, ...);

/* Appends in words by which names places are shown: `names of the 63 provinces`. */
void browser_add_names(const struct browser *browser, struct buffer *out);

/* --- Panes --- */

/* Returns the pane that keys go to. */
enum view_id browser_focus(const struct browser *browser);

/* Returns the pane that shows what is selected in the list. */
enum view_id browser_side(const struct browser *browser);

/* Closes the pane at the left; the one it was opened over is back. */
void browser_uncover(struct browser *browser);

/* --- Keys (dispatch.c) --- */

/* Takes one key: to the prompt, to the pane, to the action table. */
void browser_key(struct browser *browser, uint32_t key);

/* --- Drawing (frame.c) --- */

/* Draws everything. */
void browser_draw(struct browser *browser, struct surface *surface);

/* Lets every pane know how much of it would be in sight, by drawing where nobody sees it, if keys
 * came since it was last drawn: each of many read at once then leads where it would have if typed
 * slowly. */
void browser_lay_out(struct browser *browser);

/* --- Searching (browser_search.c) --- */

/* Begins to look for words in the answer, and goes to the first match at or after the place `from`
 * as soon as it is found. A small timeline is searched at once, the rest of a large one between
 * keys. Blanks alone end the search. */
void browser_search(struct browser *browser, struct bytes words, size_t from);

/* Begins to look for the same words in an answer that has changed. */
void browser_search_anew(struct browser *browser);

/* Searches on for a few milliseconds; browser_work() calls it. */
enum browser_work browser_search_on(struct browser *browser);

/* Searches for what the prompt of a search holds by now, where keys have changed it: once for many
 * keys. Drawing does it first. */
void browser_catch_up(struct browser *browser);

/* Returns the query whose hits are to be underlined: the search, else the words of the filter;
 * NULL for none. */
const struct query *browser_marks(const struct browser *browser);

/* --- The timeline from further away (browser_levels.c) --- */

/* Returns the periods of the present level, which is not LEVEL_EVENT. */
const struct periods *browser_periods(struct browser *browser);

/* Divides a part of an answer that has changed; browser_work() calls it. False when all is. */
bool browser_divide_on(struct browser *browser);

/* --- The file saved while it is shown (refresh.c) --- */

/* Lets the file at `path` be read anew into the store that the browser shows. Both are borrowed. */
void browser_take_file(struct browser *browser, struct store *store, const char *path);

/* Begins to read the file anew, the work being done by browser_work(). */
void browser_reread(struct browser *browser);

/* Does a part of reading anew; browser_work() calls it. */
enum browser_work browser_refresh(struct browser *browser);

#endif
