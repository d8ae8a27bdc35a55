#ifndef SHOW_QUIZ_PANE_H
#define SHOW_QUIZ_PANE_H

#include <stdbool.h>

#include "show/page.h"

#define QUIZ_EVENTS 3 /* to be put in order */
#define QUIZ_PLACES 4 /* to choose one from */

/* What is asked of an event, or of several. */
enum quiz_kind {
    QUIZ_DATE,  /* its date is masked */
    QUIZ_TITLE, /* its title is */
    QUIZ_ORDER, /* which of three was first, which next */
    QUIZ_PLACE, /* in which province it was */
    QUIZ_KIND_COUNT,
};

/* A class being asked. Nothing of it outlives the pane. */
struct quiz_pane {
    uint64_t lots;  /* where the sequence stands that questions are drawn by; its seed at first */
    uint32_t *deck; /* the events asked about, owned, shuffled */
    size_t deck_count;
    size_t dealt;          /* of the deck */
    enum quiz_kind wanted; /* QUIZ_KIND_COUNT for any */
    enum quiz_kind kind;
    uint32_t events[QUIZ_EVENTS]; /* of the question, as they are listed */
    size_t event_count;
    uint32_t units[QUIZ_PLACES]; /* places to choose from */
    size_t unit_count;
    size_t picked[QUIZ_EVENTS]; /* rows, in the order in which they were chosen */
    size_t picked_count;
    bool is_open;    /* the answer is shown */
    bool is_right;   /* what was chosen */
    size_t asked;    /* questions, this one included */
    size_t answered; /* of them */
    size_t right;    /* of those */
    struct page page;
    size_t question_lines; /* of the page, from its beginning */
    int rows_y;            /* row of the pane where the choices were last drawn */
};

/* Frees what the pane owns and leaves it empty, but for its place in the sequence. */
void quiz_pane_free(struct quiz_pane *pane);

#endif
