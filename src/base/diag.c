#include "base/diag.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"

#define OFFENDING_COLUMNS 60

static const struct {
    enum severity severity;
    struct bilingual text;
} table[DIAG_COUNT] = {
#define D(name, severity, english, vietnamese) \
    [DIAG_##name] = {SEVERITY_##severity, {{vietnamese, english}}},
    DIAGNOSTICS(D)
#undef D
};

static const char *const severity_words[SEVERITY_COUNT] = {"note", "warning", "error"};

enum severity diag_severity(enum diagnostic what)
{
    return table[what].severity;
}

const char *diag_text(enum diagnostic what, enum language language)
{
    return table[what].text.in[language];
}

static void add_clean(struct buffer *line, struct bytes raw)
{
    struct buffer clean = {0};
    text_clean_line(&clean, raw);
    text_add_cut(line, buffer_bytes(&clean), OFFENDING_COLUMNS);
    buffer_free(&clean);
}

static void print(const struct diag_sink *sink, enum diagnostic what, struct place place,
                  struct bytes offending)
{
    struct buffer line = {0};
    if (!sink->stream)
        return;
    text_clean_line(&line, bytes_of(sink->file));
    if (place.line)
        buffer_printf(&line, ":%zu:%zu", place.line, place.column);
    buffer_printf(&line, ": %s: %s", severity_words[diag_severity(what)],
                  diag_text(what, sink->language));
    if (offending.size) {
        buffer_add_string(&line, ": ");
        add_clean(&line, offending);
    }
    fprintf(sink->stream, "%s\n", buffer_string(&line));
    buffer_free(&line);
}

static void hold(struct diag_sink *sink, enum diagnostic what, struct place place,
                 struct bytes offending)
{
    sink->held = memory_grow(sink->held, sink->held_count, &sink->held_room, sizeof *sink->held);
    struct diag_held *held = &sink->held[sink->held_count++];
    *held = (struct diag_held){what, place, {0}};
    buffer_add(&held->offending, offending);
}

bool diag(struct diag_sink *sink, enum diagnostic what, struct place place, struct bytes offending)
{
    if (!sink)
        return false;
    sink->counts[diag_severity(what)]++;
    if (sink->holds)
        hold(sink, what, place, offending);
    else
        print(sink, what, place, offending);
    return false;
}

void diag_hold(struct diag_sink *sink)
{
    sink->holds = true;
}

/* Sorts by insertion: a record has few faults, and those of one line keep their order. */
static void sort_held(struct diag_held *held, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct diag_held one = held[i];
        size_t at = i;
        for (; at > 0 && held[at - 1].place.line > one.place.line; at--)
            held[at] = held[at - 1];
        held[at] = one;
    }
}

/* Frees what was kept back. */
static void drop_held(struct diag_sink *sink)
{
    for (size_t i = 0; i < sink->held_count; i++)
        buffer_free(&sink->held[i].offending);
    free(sink->held);
    sink->held = NULL;
    sink->held_count = sink->held_room = 0;
}

void diag_release(struct diag_sink *sink)
{
    sort_held(sink->held, sink->held_count);
    for (size_t i = 0; i < sink->held_count; i++) {
        const struct diag_held *held = &sink->held[i];
        print(sink, held->what, held->place, buffer_bytes(&held->offending));
    }
    drop_held(sink);
    sink->holds = false;
}

void diag_move(struct diag_sink *sink, struct diag_sink *held, size_t lines)
{
    for (size_t i = 0; i < held->held_count; i++) {
        const struct diag_held *one = &held->held[i];
        struct place place = {one->place.line + lines, one->place.column};
        diag(sink, one->what, place, buffer_bytes(&one->offending));
    }
    drop_held(held);
}
