#ifndef SHOW_LESSON_PANE_H
#define SHOW_LESSON_PANE_H

#include "base/buffer.h"
#include "show/page.h"

/* Where one is in a lesson, and was when one left it. */
struct lesson_pane {
    struct buffer id; /* of the lesson; empty when none has been held */
    size_t stop;      /* from 0 */
    uint32_t event;   /* of that stop */
    struct page page; /* the stop, laid out */
    size_t words_at;  /* the lines of it that the teacher says */
    size_t words_end;
};

/* Frees what the pane owns and leaves it empty. */
void lesson_pane_free(struct lesson_pane *pane);

#endif
