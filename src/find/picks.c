#include "find/picks.h"

#include <stdlib.h>

#include "base/memory.h"

void picks_free(struct picks *picks)
{
    for (size_t i = 0; i < picks->count; i++)
        buffer_free(&picks->items[i].id);
    free(picks->items);
    *picks = (struct picks){0};
}

/* Returns the place of a value among the picks, their number when it is none of them. */
static size_t place_of(const struct picks *picks, enum facet facet, struct bytes id)
{
    size_t i = 0;
    while (i < picks->count &&
           (picks->items[i].facet != facet || !bytes_equal(buffer_bytes(&picks->items[i].id), id)))
        i++;
    return i;
}

static void remove_at(struct picks *picks, size_t place)
{
    buffer_free(&picks->items[place].id);
    picks->count--;
    for (; place < picks->count; place++)
        picks->items[place] = picks->items[place + 1];
}

/* Reads the span of an era by its id. */
static bool find_era(struct pick *pick, const struct store *store, struct bytes id)
{
    struct record era;
    size_t number;
    return store_find_record(store, RECORD_ERA, id, &era, &number) &&
           facet_read_era(store, era, &pick->first, &pick->last);
}

void picks_toggle(struct picks *picks, const struct store *store, enum facet facet, struct bytes id)
{
    struct pick pick = {.facet = facet};
    size_t place = place_of(picks, facet, id);
    if (place < picks->count) {
        remove_at(picks, place);
        return;
    }
    if (facet == FACET_ERA && !find_era(&pick, store, id))
        return;
    buffer_add(&pick.id, id);
    picks->items = memory_grow(picks->items, picks->count, &picks->room, sizeof *picks->items);
    picks->items[picks->count++] = pick;
}

bool picks_has(const struct picks *picks, enum facet facet, struct bytes id)
{
    return place_of(picks, facet, id) < picks->count;
}

void picks_clear(struct picks *picks, enum facet facet)
{
    for (size_t i = picks->count; i-- > 0;)
        if (picks->items[i].facet == facet)
            remove_at(picks, i);
}

void picks_move(struct picks *picks, const struct store *store)
{
    for (size_t i = picks->count; i-- > 0;) {
        struct pick *pick = &picks->items[i];
        if (pick->facet == FACET_ERA && !find_era(pick, store, buffer_bytes(&pick->id)))
            remove_at(picks, i);
    }
}

unsigned picks_unmet(const struct picks *picks, const struct store *store,
                     const struct event *event)
{
    struct facet_reader reader;
    struct bytes id;
    enum facet facet;
    unsigned unmet = 0;
    bool reads = false;
    for (size_t i = 0; i < picks->count; i++) {
        unmet |= 1U << picks->items[i].facet;
        reads |= picks->items[i].facet != FACET_ERA;
    }
    for (size_t i = 0; i < picks->count; i++)
        if (picks->items[i].facet == FACET_ERA && event->first <= picks->items[i].last &&
            event->last >= picks->items[i].first)
            unmet &= ~(1U << FACET_ERA);
    if (!reads)
        return unmet;
    facet_start(&reader, store, event);
    while (unmet && facet_next(&reader, &facet, &id))
        if (picks_has(picks, facet, id))
            unmet &= ~(1U << facet);
    return unmet;
}
