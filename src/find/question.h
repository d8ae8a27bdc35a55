#ifndef FIND_QUESTION_H
#define FIND_QUESTION_H

#include "find/picks.h"
#include "find/query.h"

/* A day of any year, by the solar or the lunar calendar. */
struct anniversary {
    int month; /* 1 to 12; 0 for none */
    int day;
    bool lunar;
};

/* What a reader asks of a timeline: which provinces, which span, which words. An event that meets
 * every part is in the answer. */
struct question {
    uint32_t *units; /* chosen provinces, owned; none means all */
    size_t unit_count;
    size_t unit_room;
    bool all_of;  /* the event must be in each chosen province, not in one of them */
    int32_t from; /* days; an event that touches the span is in it */
    int32_t to;
    struct query *query;            /* owned; NULL for none */
    struct buffer words;            /* what was typed for it, clean */
    struct picks picks;             /* tags, eras, sources */
    struct anniversary anniversary; /* only events of one exact day, and that */
    bool certain;                   /* only events whose date is not in doubt */
};

/* Makes the question that every event answers. */
void question_init(struct question *question);

/* Frees what the question owns. */
void question_free(struct question *question);

/* Adds a province to the chosen ones, or takes it out when it is one of them. */
void question_toggle_unit(struct question *question, uint32_t unit);

/* Chooses the provinces of `from` in place of those chosen. */
void question_copy_units(struct question *question, const struct question *from);

/* Says whether a province is chosen. */
bool question_has_unit(const struct question *question, uint32_t unit);

/* Sets the words to look for; blanks alone take them away. */
void question_set_words(struct question *question, struct bytes typed);

/* Sets the span to what was typed, `1954`, `5/1954`, `1950-1954`, any EDTF; blanks alone open it.
 * False, and nothing done, when it is no span. */
bool question_set_span(struct question *question, struct bytes typed);

/* Reads `12-22` or, for the lunar calendar, `lunar:01-02`; false when it is neither. */
bool anniversary_read(struct anniversary *anniversary, struct bytes typed);

/* Says whether anything is asked at all. */
bool question_is_open(const struct question *question);

/* Says whether an event comes near the span of days that is asked for, which takes least of all to
 * know. */
static inline bool question_is_near(const struct question *question, const struct event *event)
{
    return event->last >= question->from && event->first <= question->to;
}

/* Says whether one of an event's units is ground of `unit`, by gazetteer_holds(). */
bool question_event_in_unit(const struct store *store, const struct event *event, uint32_t unit);

/* Says whether an event meets every part of the question but the tags, eras and sources picked.
 * `scratch` is memory to work in. */
bool question_accepts_unpicked(const struct question *question, const struct store *store,
                               const struct event *event, struct buffer *scratch);

/* Says whether an event meets every part of the question. */
bool question_accepts(const struct question *question, const struct store *store,
                      const struct event *event, struct buffer *scratch);

#endif
