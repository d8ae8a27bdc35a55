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

static int compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

void answer_settle(struct answer *answer, size_t from)
{
    size_t left = answer->count - from;
    uint32_t *added = memory_new(left, sizeof *added);
    for (size_t i = 0; i < left; i++)
        added[i] = answer->events[from + i];
    qsort(added, left, sizeof *added, compare);
    for (size_t to = answer->count; left > 0; to--) {
        bool is_added = from == 0 || answer->events[from - 1] < added[left - 1];
        answer->events[to - 1] = is_added ? added[--left] : answer->events[--from];
    }
    free(added);
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
