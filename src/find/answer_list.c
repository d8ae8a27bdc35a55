#include "find/answer_list.h"

#include <stdlib.h>

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

size_t answer_place(const struct answer *answer, uint32_t event)
{
    size_t low = 0, high = answer->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (answer->events[middle] < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low == answer->count && low > 0 ? low - 1 : low;
}

bool answer_has(const struct answer *answer, uint32_t event)
{
    size_t place = answer_place(answer, event);
    return place < answer->count && answer->events[place] == event;
}

size_t answer_place_of_day(const struct answer *answer, const struct store *store, int32_t day)
{
    size_t low = 0, high = answer->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (store->events[answer->events[middle]].first < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low == answer->count && low > 0 ? low - 1 : low;
}
