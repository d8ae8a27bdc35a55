#ifndef SHOW_REPORT_H
#define SHOW_REPORT_H

#include "show/browser.h"

/* What a reader is told, line by line, where no screen is drawn: at first and after each command,
 * no more than is new. The text is clean and has neither escape sequences nor drawn lines. */
struct report {
    int width;              /* columns to wrap to */
    struct surface surface; /* drawn on and not shown: a page is as long here as on a screen */
    struct page page;
    struct buffer heading; /* of what was told last */
    bool both_languages;   /* then */
    enum names names;      /* then */
    size_t place;          /* of the selected row in its pane, then */
};

/* Makes ready to tell a terminal of so many columns and rows. */
void report_init(struct report *report, int width, int height);

/* Frees everything. */
void report_free(struct report *report);

/* Appends how it begins: the title, a hint. */
void report_begin(const struct report *report, const struct browser *browser, struct buffer *out);

/* Appends the message there is, and the pane in focus if it is another than before or was asked
 * for; else what is selected by now. While a prompt is open, only what it asks for. */
void report_add(struct report *report, struct browser *browser, struct buffer *out);

#endif
