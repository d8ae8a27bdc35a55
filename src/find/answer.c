#include "find/answer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "find/search.h"

/* Says for each unit whether what happened there can be found under one of those chosen, on
 * whatever day; NULL when none is chosen. The caller frees it. */
static bool *reach_of(const struct gazetteer *gazetteer, const struct question *question)
{
    if (question->unit_count == 0)
        return NULL;
    bool *reach = memory_new(gazetteer->count, sizeof *reach);
    for (uint32_t unit = 0; unit < gazetteer->count; unit++)
        for (size_t i = 0; i < question->unit_count; i++)
            reach[unit] |= gazetteer_is_part(gazetteer, unit, question->units[i]);
    return reach;
}

/* Says whether an event is in one of the units of `reach`, which most of a million are not. */
static bool is_in_reach(const struct store *store, const struct event *event, const bool *reach)
{
    const uint32_t *units = store_units(store, event);
    bool found = !reach;
    for (size_t i = 0; i < event->unit_count && !found; i++)
        found = reach[units[i]];
    return found;
}

void answer_fill(struct answer *answer, const struct store *store, const struct question *question)
{
    struct buffer scratch = {0};
    struct question wordless = *question;
    wordless.query = NULL;
    bool *reach = reach_of(&store->gazetteer, question);
    answer->count = 0;
    for (uint32_t i = 0; i < store->count; i++)
        if (question_is_near(question, &store->events[i]) &&
            is_in_reach(store, &store->events[i], reach) &&
            question_accepts(&wordless, store, &store->events[i], &scratch))
            answer_add(answer, i);
    if (question->query)
        answer_narrow(answer, answer, store, question->query);
    free(reach);
    buffer_free(&scratch);
}

/* It may be done in place, because the events found are never more than those searched. */
void answer_narrow(struct answer *answer, const struct answer *from, const struct store *store,
                   const struct query *query)
{
    struct answer all = *from;
    struct search search = {.matches = *answer};
    search_begin(&search, store, query, &all);
    search_on(&search, SIZE_MAX);
    *answer = search.matches;
    search.matches = (struct answer){0};
    search_free(&search);
}
