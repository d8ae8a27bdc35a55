#include "show/province_pane.h"

#include <stdlib.h>

#include "base/memory.h"

void province_pane_free(struct province_pane *pane)
{
    free(pane->rows);
    free(pane->roll);
    tally_free(&pane->tally);
    buffer_free(&pane->typed);
    question_free(&pane->chosen);
    *pane = (struct province_pane){0};
}

void province_pane_order(struct province_pane *pane, const struct gazetteer *gazetteer,
                         enum language language, enum names names)
{
    free(pane->roll);
    pane->roll = roll_new(gazetteer, language, names, pane->tally.all);
    pane->roll_count = gazetteer->count;
    pane->names = names;
    pane->language = language;
}

static struct province_row *add_row(struct province_pane *pane, struct province_row row)
{
    pane->rows = memory_grow(pane->rows, pane->count, &pane->room, sizeof *pane->rows);
    pane->rows[pane->count] = row;
    return &pane->rows[pane->count++];
}

/* Says whether a unit stands under another heading than the one before it. */
static bool begins_group(const struct roll_item *before, const struct roll_item *item)
{
    if (item->class != ROLL_LISTED)
        return !before || before->class != item->class;
    return item->region.size && !(before && bytes_equal(before->region, item->region));
}

static void add_heading(struct province_pane *pane, const struct roll_item *item)
{
    struct bytes heading = item->class == ROLL_LISTED ? item->region : (struct bytes){0};
    add_row(pane, (struct province_row){UNIT_NONE, heading, item->class, 0});
}

/* What is chosen is listed by whatever names, or one could not undo it. */
static bool is_listed(const struct province_pane *pane, const struct gazetteer *gazetteer,
                      const struct roll_item *item, const struct query *query)
{
    if (query)
        return naming_matches(gazetteer, item->unit, query);
    return item->class == ROLL_LISTED || question_has_unit(&pane->chosen, item->unit);
}

void province_pane_narrow(struct province_pane *pane, const struct gazetteer *gazetteer)
{
    struct query *query = query_new(buffer_bytes(&pane->typed));
    const struct roll_item *before = NULL;
    size_t heading = SIZE_MAX;
    pane->count = 0;
    pane->has_former = pane->names == NAMES_THEN;
    for (size_t i = 0; i < pane->roll_count; i++) {
        const struct roll_item *item = &pane->roll[i];
        if (!is_listed(pane, gazetteer, item, query))
            continue;
        if (begins_group(before, item)) {
            heading = pane->count;
            add_heading(pane, item);
        }
        add_row(pane, (struct province_row){item->unit, {0}, item->class, 0});
        if (heading != SIZE_MAX)
            pane->rows[heading].members++;
        pane->has_former = pane->has_former || item->class == ROLL_FORMER;
        before = item;
    }
    query_free(query);
}

/* Gives the rows that a row stands for: itself, or those below it. */
static size_t units_of(const struct province_pane *pane, size_t row, size_t *first)
{
    bool is_heading = pane->rows[row].unit == UNIT_NONE;
    *first = is_heading ? row + 1 : row;
    return is_heading ? pane->rows[row].members : 1;
}

size_t province_pane_chosen(const struct province_pane *pane, size_t row, size_t *of)
{
    size_t first, chosen = 0;
    *of = units_of(pane, row, &first);
    for (size_t i = 0; i < *of; i++)
        chosen += question_has_unit(&pane->chosen, pane->rows[first + i].unit);
    return chosen;
}

void province_pane_toggle(struct province_pane *pane, size_t row)
{
    size_t first, of;
    bool all = province_pane_chosen(pane, row, &of) == of;
    units_of(pane, row, &first);
    for (size_t i = first; i < first + of; i++)
        if (question_has_unit(&pane->chosen, pane->rows[i].unit) == all)
            question_toggle_unit(&pane->chosen, pane->rows[i].unit);
    pane->has_chosen = true;
}
