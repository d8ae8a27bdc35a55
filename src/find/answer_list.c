#include "find/answer_list.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/memory.h"

void answer_free(struct answer *answer)
{
    free(answer->events);
    *answer = (struct answer){0};
}

void answer_add(struct answer *answer, uint32_t event)
{
    answer->events =
        memory_grow(answer->events, answer->count, &answer->room, sizeof *answer->events);
    answer->events[answer->count++] = event;
}

static bool event_is_before(const void *events, int64_t place, int64_t event)
{
    return ((const uint32_t *)events)[place] < event;
}

size_t answer_place(const struct answer *answer, uint32_t event)
{
    int64_t count = (int64_t)answer->count;
    int64_t place = bisect(0, count, event_is_before, answer->events, event);
    return (size_t)(place == count && place > 0 ? place - 1 : place);
}

bool answer_has(const struct answer *answer, uint32_t event)
{
    size_t place = answer_place(answer, event);
    return place < answer->count && answer->events[place] == event;
}

static bool begins_before(const void *events, int64_t number, int64_t day)
{
    return ((const struct event *)events)[number].first < day;
}

size_t answer_place_of_day(const struct answer *answer, const struct store *store, int32_t day)
{
    int64_t event = bisect(0, (int64_t)store->count, begins_before, store->events, day);
    return answer_place(answer, (uint32_t)event);
}
