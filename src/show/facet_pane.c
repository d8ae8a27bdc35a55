#include "show/facet_pane.h"

#include <limits.h>
#include <stdlib.h>

#include "base/collate.h"
#include "base/memory.h"
#include "base/text.h"

void facet_pane_free(struct facet_pane *pane)
{
    facet_table_free(&pane->table);
    for (size_t i = 0; i < pane->all_count; i++) {
        buffer_free(&pane->all[i].label);
        buffer_free(&pane->all[i].key);
    }
    free(pane->all);
    free(pane->rows);
    buffer_free(&pane->typed);
    picks_free(&pane->chosen);
    page_free(&pane->card);
    *pane = (struct facet_pane){0};
}

/* Appends what a row is called and can be found by. */
static void add_label(struct buffer *out, const struct store *store,
                      const struct facet_value *value, enum language language)
{
    static const struct bytes fields[] = {BYTES_INIT("Author"), BYTES_INIT("Publisher")};
    struct record record;
    size_t number;
    facet_add_name(out, store, value->facet, value->id, language);
    if (value->facet != FACET_SOURCE ||
        !store_find_record(store, RECORD_SOURCE, value->id, &record, &number))
        return;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct buffer text = {0};
        if (store_line(store, record, fields[i], &text)) {
            buffer_add_string(out, " · ");
            buffer_add(out, buffer_bytes(&text));
        }
        buffer_free(&text);
    }
}

/* Eras stay in the order of the file; of others those come first that leave most, and of as many
 * those whose names do. */
static int compare(const void *a, const void *b)
{
    const struct facet_row *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->left != y->left)
        return x->left > y->left ? -1 : 1;
    int order = bytes_compare(buffer_bytes(&x->key), buffer_bytes(&y->key));
    return order ? order : (x->value > y->value) - (x->value < y->value);
}

/* Returns the rank of a value: tags, eras one by one, all else. */
static int rank_of(enum facet facet, uint32_t number)
{
    if (facet == FACET_TAG)
        return 0;
    return facet == FACET_ERA ? 1 + (int)number : INT_MAX;
}

/* Makes the rows of all values that the pane lists. */
static void add_rows(struct facet_pane *pane, const struct store *store, enum language language)
{
    const struct facet_table *table = &pane->table;
    struct fold *fold = fold_new();
    pane->all = memory_new(table->count, sizeof *pane->all);
    pane->rows = memory_new(table->count, sizeof *pane->rows);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct facet_value *value = &table->values[i];
        if (!(pane->facets & 1U << value->facet))
            continue;
        struct facet_row *row = &pane->all[pane->all_count++];
        *row = (struct facet_row){i, {0}, {0}, value->left, rank_of(value->facet, i)};
        add_label(&row->label, store, value, language);
        collate_add_key(&row->key, fold, buffer_bytes(&row->label));
    }
    qsort(pane->all, pane->all_count, sizeof *pane->all, compare);
    fold_free(fold);
}

void facet_pane_fill(struct facet_pane *pane, const struct store *store,
                     const struct question *question, enum language language, enum view_id list,
                     unsigned facets)
{
    const struct picks *picks = &question->picks;
    facet_pane_free(pane);
    pane->list = list;
    pane->facets = facets;
    pane->card_value = MAP_NONE;
    facet_table_fill(&pane->table, store, question);
    add_rows(pane, store, language);
    for (size_t i = 0; i < picks->count; i++)
        if (facets & 1U << picks->items[i].facet)
            picks_toggle(&pane->chosen, store, picks->items[i].facet,
                         buffer_bytes(&picks->items[i].id));
}

void facet_pane_narrow(struct facet_pane *pane)
{
    struct query *query = query_new(buffer_bytes(&pane->typed));
    struct text_run hit;
    pane->count = 0;
    for (size_t i = 0; i < pane->all_count; i++)
        if (!query || query_find(query, buffer_bytes(&pane->all[i].label), 0, &hit))
            pane->rows[pane->count++] = i;
    query_free(query);
}

const struct facet_row *facet_pane_row(const struct facet_pane *pane, size_t index)
{
    return &pane->all[pane->rows[index]];
}
