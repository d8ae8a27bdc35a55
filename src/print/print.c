#include "print/print.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "find/naming.h"
#include "print/json.h"
#include "time/day.h"

#define MEASURE     80 /* columns beyond which text is hard to read */
#define LEAST       10 /* columns that text gets, however narrow the terminal is */
#define TEXT_INDENT 4
#define WRITTEN     65536 /* bytes at a time */

static const char *const format_names[PRINT_FORMAT_COUNT] = {
    [PRINT_TEXT] = "text", [PRINT_TSV] = "tsv", [PRINT_JSON] = "json", [PRINT_REC] = "rec"};

enum print_format print_format_of(const char *name)
{
    int format = 0;
    while (format < PRINT_FORMAT_COUNT && strcmp(format_names[format], name) != 0)
        format++;
    return (enum print_format)format;
}

/* Appends the text in one line. */
static void add_sentences(const struct print_job *job, const struct event *event,
                          enum language language, struct buffer *out)
{
    size_t start = out->size;
    store_text(job->store, event->record, BYTES("Text"), language, out);
    text_join_lines(out, start);
}

/* Appends text wrapped, each line behind `indent` blanks. */
static void add_wrapped(const struct print_job *job, struct bytes text, int indent,
                        struct buffer *out)
{
    struct text_run *lines;
    int width = (job->width < MEASURE ? job->width : MEASURE) - indent;
    size_t count = text_wrap(text, width > LEAST ? width : LEAST, &lines);
    for (size_t i = 0; i < count; i++) {
        buffer_add_repeat(out, ' ', (size_t)indent);
        buffer_add(out, bytes_first(bytes_after(text, lines[i].at), lines[i].size));
        buffer_add_char(out, '\n');
    }
    free(lines);
}

static void add_in_language(const struct print_job *job, const struct event *event,
                            enum language language, struct buffer *out)
{
    struct buffer line = {0};
    store_title(job->store, event->record, language, &line);
    add_wrapped(job, buffer_bytes(&line), 0, out);
    buffer_clear(&line);
    store_date(job->store, event->record, language, &line);
    if (event->unit_count)
        buffer_add_string(&line, " · ");
    naming_add_event(&line, job->store, event, language, job->names);
    add_wrapped(job, buffer_bytes(&line), TEXT_INDENT, out);
    buffer_clear(&line);
    add_sentences(job, event, language, &line);
    add_wrapped(job, buffer_bytes(&line), TEXT_INDENT, out);
    buffer_free(&line);
}

static void add_as_text(const struct print_job *job, const struct event *event, struct buffer *out)
{
    add_in_language(job, event, job->language, out);
    if (job->both_languages)
        add_in_language(job, event, job->language == LANGUAGE_VI ? LANGUAGE_EN : LANGUAGE_VI, out);
    buffer_add_char(out, '\n');
}

static void add_as_tsv(const struct print_job *job, const struct event *event, struct buffer *out)
{
    const uint32_t *units = store_units(job->store, event);
    store_line(job->store, event->record, BYTES("Id"), out);
    buffer_add_char(out, '\t');
    store_line(job->store, event->record, BYTES("Date"), out);
    buffer_add_char(out, '\t');
    if (event->first != DAY_OPEN_PAST)
        day_print(out, event->first);
    buffer_add_char(out, '\t');
    if (event->last != DAY_OPEN_FUTURE)
        day_print(out, event->last);
    buffer_add_char(out, '\t');
    for (size_t i = 0; i < event->unit_count; i++) {
        buffer_add_string(out, i ? ";" : "");
        text_clean_line(out, job->store->gazetteer.units[units[i]].id);
    }
    buffer_add_char(out, '\t');
    store_title(job->store, event->record, job->language, out);
    buffer_add_char(out, '\n');
}

static void add_as_json(const struct print_job *job, const struct event *event, struct buffer *out)
{
    json_add_event(out, job->store, event);
    buffer_add_char(out, '\n');
}

static void add_as_rec(const struct print_job *job, const struct event *event, struct buffer *out)
{
    struct bytes record = bytes_after(job->store->content.bytes, (size_t)event->record.at);
    record = bytes_first(record, event->record.size);
    if (job->is_terminal)
        text_clean(out, record);
    else
        buffer_add(out, record);
    if (record.size && record.at[record.size - 1] != '\n')
        buffer_add_char(out, '\n');
    buffer_add_char(out, '\n');
}

static const struct {
    const char *head;
    void (*add)(const struct print_job *job, const struct event *event, struct buffer *out);
} formats[PRINT_FORMAT_COUNT] = {
    [PRINT_TEXT] = {"", add_as_text},
    [PRINT_TSV] = {"id\tdate\tfirst_day\tlast_day\tprovinces\ttitle\n", add_as_tsv},
    [PRINT_JSON] = {"", add_as_json},
    [PRINT_REC] = {"%rec: Event\n\n", add_as_rec},
};

static bool flush(const struct print_job *job, enum print_format format, struct buffer *out)
{
    if (job->ascii && format == PRINT_TEXT)
        ascii_replace(out);
    bool written = out->size == 0 || fwrite(out->data, out->size, 1, job->stream) == 1;
    buffer_clear(out);
    return written;
}

bool print_buffer(const struct print_job *job, enum print_format format, struct buffer *out)
{
    bool written = flush(job, format, out);
    buffer_free(out);
    return fflush(job->stream) == 0 && written;
}

bool print_events(const struct print_job *job, enum print_format format)
{
    struct buffer out = {0};
    buffer_add_string(&out, formats[format].head);
    bool written = flush(job, format, &out);
    for (size_t i = 0; i < job->answer->count && written; i++) {
        formats[format].add(job, &job->store->events[job->answer->events[i]], &out);
        if (out.size >= WRITTEN)
            written = flush(job, format, &out);
    }
    return print_buffer(job, format, &out) && written;
}
