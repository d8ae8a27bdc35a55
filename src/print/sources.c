#include "print/sources.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "find/facet_table.h"

/* By events, most first; then as in the file. */
static int compare(const void *a, const void *b)
{
    const struct facet_value *x = a, *y = b;
    if (x->left != y->left)
        return x->left > y->left ? -1 : 1;
    return x->id.at < y->id.at ? -1 : x->id.at > y->id.at;
}

static void add_row(const struct print_job *job, const struct facet_value *source,
                    enum print_format format, struct buffer *out)
{
    if (format == PRINT_TSV) {
        text_clean_line(out, source->id);
        buffer_add_char(out, '\t');
    } else {
        buffer_printf(out, "%7zu  ", source->left);
    }
    facet_add_name(out, job->store, FACET_SOURCE, source->id, job->language);
    if (format == PRINT_TSV)
        buffer_printf(out, "\t%zu", source->left);
    buffer_add_char(out, '\n');
}

bool print_sources(const struct print_job *job, const struct question *question,
                   enum print_format format)
{
    struct facet_table table = {0};
    struct buffer out = {0};
    size_t count = 0;
    facet_table_fill(&table, job->store, question);
    struct facet_value *rows = memory_new(table.count, sizeof *rows);
    for (size_t i = 0; i < table.count; i++)
        if (table.values[i].facet == FACET_SOURCE && table.values[i].left)
            rows[count++] = table.values[i];
    qsort(rows, count, sizeof *rows, compare);
    if (format == PRINT_TSV)
        buffer_add_string(&out, "id\tsource\tevents\n");
    for (size_t i = 0; i < count; i++)
        add_row(job, &rows[i], format, &out);
    free(rows);
    facet_table_free(&table);
    return print_buffer(job, format, &out);
}
