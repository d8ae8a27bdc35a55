#ifndef FIND_SEARCH_H
#define FIND_SEARCH_H

#include "base/helper.h"
#include "find/answer_list.h"
#include "find/query.h"

/* How far is looked ahead. */
#define SEARCH_AHEAD 128

/* Events whose records follow each other in the file, looked through as one text. */
struct stretch {
    size_t first; /* the place of the first event */
    size_t end;   /* and the one behind the last */
    size_t hit;   /* the first byte of it where the query may be; its size when there is none */
};

/* A search for a query among events, a part at a time, so that keys are answered meanwhile. It goes
 * through the file as through the timeline, but for a file out of order: to read that back and
 * forth would cost several times as much. */
struct search {
    const struct store *store; /* all three borrowed */
    const struct query *query;
    const struct answer *among;
    const uint32_t *order; /* the events of `among` as they are searched; borrowed, or `own` */
    uint32_t *own;
    size_t next; /* the place in `order` of the first event not searched yet */
    bool stopped;
    struct helper *helper; /* looks ahead as well; borrowed, or NULL */
    struct stretch ahead[SEARCH_AHEAD];
    size_t ahead_count;
    size_t ahead_next;                  /* the first of them not searched yet */
    struct answer matches;              /* found so far, in the order of the timeline */
    size_t in_field[QUERY_FIELD_COUNT]; /* how many of them have the query there */
    struct buffer scratch;
};

/* Begins a search, the memory of the last one kept; without a query it is over at once. */
void search_begin(struct search *search, const struct store *store, const struct query *query,
                  const struct answer *among);

/* Searches on for about `bytes` bytes of the file; true while something is left. */
bool search_on(struct search *search, size_t bytes);

/* Says whether the match next to a place is known as soon as one is found behind it; else it is
 * when nothing is left. */
bool search_is_ordered(const struct search *search);

/* Says whether nothing is left. */
bool search_is_over(const struct search *search);

/* Leaves the rest unsearched. */
void search_stop(struct search *search);

/* Returns how much is searched, 0 to 100, which is all. */
int search_percent(const struct search *search);

/* Frees the matches. */
void search_free(struct search *search);

#endif
