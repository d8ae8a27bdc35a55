#ifndef SHOW_DETAIL_H
#define SHOW_DETAIL_H

#include "show/browser.h"

/* One event in full, as lines of a page: when by every calendar, where then and now, what happened,
 * where sources differ, figures, people, sources, and where to read on. */

/* The parts, in this order. */
enum detail_part {
    DETAIL_TITLE = 1 << 0,
    DETAIL_DATES = 1 << 1, /* by every calendar */
    DETAIL_WHERE = 1 << 2, /* and its tags */
    DETAIL_TEXT = 1 << 3,
    DETAIL_REST = 1 << 4,  /* note, figures, places, people, sources */
    DETAIL_LINKS = 1 << 5, /* to other events */
    DETAIL_HEAD = DETAIL_TITLE | DETAIL_DATES | DETAIL_WHERE,
    DETAIL_ALL = (1 << 6) - 1,
};

/* Adds parts of event `number` to a page, in the reader's language, or both. */
void detail_add(const struct browser *browser, uint32_t number, unsigned parts, struct page *page);

#endif
