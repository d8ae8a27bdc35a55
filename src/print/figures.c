#include "print/figures.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "file/figure.h"
#include "find/roll.h"

#define PROVINCE_WIDTH 32
#define AMOUNT_WIDTH   24

/* A row of the table. */
struct row {
    struct figure figure;
    const struct event *event;
    uint32_t rank; /* the place of the event's first province in the alphabet */
    size_t number; /* in the order of the timeline */
};

struct rows {
    struct row *items;
    size_t count;
    size_t room;
    uint32_t *ranks; /* of units */
};

/* Says whether `what` asks for this kind of figure. */
static bool is_asked(const struct print_job *job, struct bytes kind, const struct query *what)
{
    bool asked = !what || query_equals(what, kind);
    for (int i = 0; i < LANGUAGE_COUNT && !asked; i++) {
        struct buffer word = {0};
        store_word(job->store, kind, (enum language)i, &word);
        asked = query_equals(what, buffer_bytes(&word));
        buffer_free(&word);
    }
    return asked;
}

static void collect_event(const struct print_job *job, const struct event *event,
                          const struct query *what, struct rows *rows)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(job->store, event->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct figure figure;
        if (!bytes_equal(field.name, BYTES("Figure")) || !figure_read(&figure, field.raw) ||
            !is_asked(job, figure.what, what))
            continue;
        rows->items = memory_grow(rows->items, rows->count, &rows->room, sizeof *rows->items);
        uint32_t rank =
            event->unit_count ? rows->ranks[store_units(job->store, event)[0]] : UINT32_MAX;
        rows->items[rows->count] = (struct row){figure, event, rank, rows->count};
        rows->count++;
    }
}

static int compare(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    int order = bytes_compare(x->figure.what, y->figure.what);
    if (order)
        return order;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* Appends the sources of an event as they are cited. */
static void add_sources(const struct print_job *job, const struct event *event, struct buffer *out)
{
    struct rec_reader reader;
    struct rec_field field;
    const char *separator = "";
    store_read(job->store, event->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        if (!bytes_equal(field.name, BYTES("Source")))
            continue;
        buffer_add_string(out, separator);
        text_clean_line(out, field.raw);
        separator = "; ";
    }
}

static void add_places(const struct print_job *job, const struct event *event, struct buffer *out)
{
    naming_add_event(out, job->store, event, job->language, job->names);
}

static void add_as_text(const struct print_job *job, const struct row *row, struct buffer *out)
{
    struct buffer places = {0}, amount = {0};
    add_places(job, row->event, &places);
    figure_add_amount(&amount, &row->figure, job->language);
    buffer_add_char(&amount, ' ');
    store_word(job->store, row->figure.unit, job->language, &amount);
    buffer_add_string(out, "  ");
    text_add_padded(out, buffer_bytes(&places), PROVINCE_WIDTH);
    buffer_add_string(out, "  ");
    text_add_padded(out, buffer_bytes(&amount), AMOUNT_WIDTH);
    buffer_add_string(out, "  ");
    store_date(job->store, row->event->record, job->language, out);
    buffer_add_string(out, " [");
    add_sources(job, row->event, out);
    buffer_add_string(out, "]\n");
    buffer_free(&places);
    buffer_free(&amount);
}

static void add_as_tsv(const struct print_job *job, const struct row *row, struct buffer *out)
{
    const char qualifier[] = {row->figure.qualifier, '\0'};
    text_clean_line(out, row->figure.what);
    buffer_add_char(out, '\t');
    add_places(job, row->event, out);
    buffer_printf(out, "\t%s\t%.*s\t", qualifier, BYTES_ARGS(row->figure.number));
    text_clean_line(out, row->figure.unit);
    buffer_add_char(out, '\t');
    store_line(job->store, row->event->record, BYTES("Date"), out);
    buffer_add_char(out, '\t');
    store_line(job->store, row->event->record, BYTES("Id"), out);
    buffer_add_char(out, '\t');
    add_sources(job, row->event, out);
    buffer_add_char(out, '\n');
}

static void add_heading(const struct print_job *job, const struct rows *rows, size_t index,
                        struct buffer *out)
{
    struct bytes what = rows->items[index].figure.what;
    if (index > 0 && bytes_equal(what, rows->items[index - 1].figure.what))
        return;
    buffer_add_string(out, index ? "\n" : "");
    store_word(job->store, what, job->language, out);
    buffer_add_char(out, '\n');
}

bool print_figures(const struct print_job *job, const char *what, enum print_format format)
{
    struct query *query = query_new(bytes_of(what));
    struct rows rows = {.ranks = roll_ranks(&job->store->gazetteer, job->language)};
    struct buffer out = {0};
    for (size_t i = 0; i < job->answer->count; i++)
        collect_event(job, &job->store->events[job->answer->events[i]], query, &rows);
    if (rows.count)
        qsort(rows.items, rows.count, sizeof *rows.items, compare);
    if (format == PRINT_TSV)
        buffer_add_string(&out, "what\tprovinces\tqualifier\tnumber\tunit\tdate\tid\tsources\n");
    for (size_t i = 0; i < rows.count; i++) {
        if (format == PRINT_TSV) {
            add_as_tsv(job, &rows.items[i], &out);
            continue;
        }
        add_heading(job, &rows, i, &out);
        add_as_text(job, &rows.items[i], &out);
    }
    query_free(query);
    free(rows.items);
    free(rows.ranks);
    return print_buffer(job, format, &out);
}
