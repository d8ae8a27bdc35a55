#ifndef SHOW_LEAD_H
#define SHOW_LEAD_H

#include <stdint.h>

#include "base/buffer.h"

/* Where a leader stands, as the one line that those who follow read. Whoever may write the file
 * may be anyone, so it holds nothing but ids and numbers, and what is not exactly such a line is
 * no state at all:
 *
 *   dbp-timeline 1 leader=4711 event=him-lam-1954 number=30 level=4 pane=timeline read=0 from=...
 */

#define LEAD_LINE_MAX 4096 /* bytes, its newline included */
#define LEAD_ID_MAX   64   /* bytes */
#define LEAD_IDS_MAX  64

struct lead_id {
    char text[LEAD_ID_MAX + 1]; /* ended by a NUL; empty for none */
};

struct lead_ids {
    struct lead_id items[LEAD_IDS_MAX];
    int count;
};

struct lead_state {
    int leader;           /* number of the process that leads; 0 when it has left */
    struct lead_id event; /* selected */
    int number;           /* of that event in the timeline, from 0; -1 for none */
    int level;            /* enum level */
    struct lead_id pane;
    int read;              /* 1 when the event is being read */
    int from;              /* the span that is filtered by, in days */
    int to;                /* the same */
    int all_of;            /* 1 when events have to be in all the units */
    struct lead_id lesson; /* that is being held */
    int stop;              /* of the lesson, from 0 */
    struct lead_ids units; /* filtered by */
    struct lead_ids picks; /* the same: number of the facet, a point, the id */
};

enum follow_mode {
    FOLLOW_NONE,    /* nobody is followed */
    FOLLOW_WAITING, /* for a leader, none having been seen */
    FOLLOW_NEAR,    /* one is where the leader is */
    FOLLOW_AWAY,    /* one has broken away */
};

struct follow {
    enum follow_mode mode;
    bool is_leading;          /* others may follow this one */
    bool has_gone;            /* the leader has left */
    bool is_missing;          /* the timeline lacks the leader's event */
    struct lead_state leader; /* where the leader is */
    struct lead_state self;   /* where following has led to */
};

/* Sets an id; false, leaving it empty, when the text is no id that a line could hold. */
bool lead_set_id(struct lead_id *id, struct bytes text);

/* Appends the line, its newline included. */
void lead_print(const struct lead_state *state, struct buffer *out);

/* Reads a line that lead_print() could have written; false for any other bytes, when the state is
 * of no use. */
bool lead_parse(struct lead_state *state, struct bytes line);

#endif
