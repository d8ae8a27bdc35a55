#include "print/provinces.h"

#include <stdlib.h>

#include "base/text.h"
#include "find/roll.h"
#include "find/tally.h"

#define DIGITS_MIN 2 /* of a column: those of a year in its century */
#define NOTHING    "·"

/* The table while it is made. */
struct matrix {
    const struct print_job *job;
    const struct tally *tally;
    struct buffer *out;
    int name_width;
    int total_width;
    int width; /* of the column of a decade */
};

static void add_name(const struct matrix *matrix, uint32_t unit, struct buffer *out)
{
    naming_add_unit(out, &matrix->job->store->gazetteer, unit, matrix->job->language);
}

/* Makes the columns as wide as what stands in them. */
static void fit(struct matrix *matrix, const struct roll_item *items, size_t count)
{
    const struct tally *tally = matrix->tally;
    struct buffer name = {0};
    matrix->width = DIGITS_MIN + 1;
    for (size_t i = 0; i < count; i++) {
        const uint32_t *decades = tally_decades(tally, items[i].unit);
        buffer_clear(&name);
        add_name(matrix, items[i].unit, &name);
        int width = text_width(buffer_bytes(&name)),
            total = text_digits(tally->left[items[i].unit]) + 2;
        matrix->name_width = width > matrix->name_width ? width : matrix->name_width;
        matrix->total_width = total > matrix->total_width ? total : matrix->total_width;
        for (int d = 0; d < tally->decade_count; d++)
            if (text_digits(decades[d]) >= matrix->width)
                matrix->width = text_digits(decades[d]) + 1;
    }
    buffer_free(&name);
}

/* Two rows of years: the century where it begins, then the decade in it. */
static void add_head(const struct matrix *matrix)
{
    struct buffer *out = matrix->out;
    int before = matrix->name_width + matrix->total_width, skipped = before;
    for (int d = 0; d < matrix->tally->decade_count; d++, skipped += matrix->width) {
        int year = tally_year(matrix->tally, d);
        if (d > 0 && year % 100 != 0)
            continue;
        buffer_printf(out, "%*d", skipped + matrix->width, year / 100);
        skipped = -matrix->width;
    }
    buffer_add_char(out, '\n');
    buffer_add_repeat(out, ' ', (size_t)before);
    for (int d = 0; d < matrix->tally->decade_count; d++)
        buffer_printf(out, "%*s%02d", matrix->width - 2, "",
                      abs(tally_year(matrix->tally, d) % 100));
    buffer_add_char(out, '\n');
}

static void add_row(const struct matrix *matrix, uint32_t unit)
{
    const uint32_t *decades = tally_decades(matrix->tally, unit);
    struct buffer name = {0};
    add_name(matrix, unit, &name);
    text_add_padded(matrix->out, buffer_bytes(&name), matrix->name_width);
    buffer_printf(matrix->out, "%*u", matrix->total_width, matrix->tally->left[unit]);
    for (int d = 0; d < matrix->tally->decade_count; d++) {
        if (decades[d])
            buffer_printf(matrix->out, "%*u", matrix->width, decades[d]);
        else
            buffer_printf(matrix->out, "%*s" NOTHING, matrix->width - 1, "");
    }
    buffer_add_char(matrix->out, '\n');
    buffer_free(&name);
}

static void add_tsv_head(const struct matrix *matrix)
{
    buffer_add_string(matrix->out, "id\tprovince\tevents");
    for (int d = 0; d < matrix->tally->decade_count; d++)
        buffer_printf(matrix->out, "\t%ds", tally_year(matrix->tally, d));
    buffer_add_char(matrix->out, '\n');
}

static void add_tsv_row(const struct matrix *matrix, uint32_t unit)
{
    const struct gazetteer *gazetteer = &matrix->job->store->gazetteer;
    const uint32_t *decades = tally_decades(matrix->tally, unit);
    text_clean_line(matrix->out, gazetteer->units[unit].id);
    buffer_add_char(matrix->out, '\t');
    text_clean_line(matrix->out, gazetteer_name(gazetteer, unit, matrix->job->language));
    buffer_printf(matrix->out, "\t%u", matrix->tally->left[unit]);
    for (int d = 0; d < matrix->tally->decade_count; d++)
        buffer_printf(matrix->out, "\t%u", decades[d]);
    buffer_add_char(matrix->out, '\n');
}

/* Keeps the units that are listed and have events; returns their number. */
static size_t keep_useful(struct roll_item *items, size_t count, const struct tally *tally)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].class == ROLL_LISTED && tally->left[items[i].unit])
            items[kept++] = items[i];
    return kept;
}

bool print_provinces(const struct print_job *job, const struct question *question,
                     enum print_format format)
{
    const struct gazetteer *gazetteer = &job->store->gazetteer;
    struct tally tally = {0};
    struct buffer out = {0};
    struct matrix matrix = {.job = job, .tally = &tally, .out = &out};
    struct roll_item *items = roll_new(gazetteer, job->language, job->names, NULL);
    tally_fill(&tally, job->store, question);
    size_t count = keep_useful(items, gazetteer->count, &tally);
    fit(&matrix, items, count);
    if (format == PRINT_TSV)
        add_tsv_head(&matrix);
    else
        add_head(&matrix);
    for (size_t i = 0; i < count; i++) {
        if (format == PRINT_TSV)
            add_tsv_row(&matrix, items[i].unit);
        else
            add_row(&matrix, items[i].unit);
    }
    free(items);
    tally_free(&tally);
    return print_buffer(job, format, &out);
}
