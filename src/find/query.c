#include "find/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/memory.h"
#include "find/scan.h"

/* A longer query is cut; no one types it, and a paste of it finds what its beginning finds. */
#define LETTERS_MAX 256

/* `toà` may be a whole syllable, equal to `tòa`, or the beginning of `toàn`, whose tone stays where
 * it is: such a query has two spellings. */
struct query {
    struct fold *fold;
    struct scan scan;
    size_t count;
    size_t spellings; /* 1 or 2 */
    struct fold_letter letters[2][LETTERS_MAX];
};

/* The letters of a text from some byte on, read as far as a query needs them. */
struct window {
    size_t count;
    struct fold_letter letters[LETTERS_MAX + 2]; /* an open pair is known by the letter behind it */
};

static bool is_blank(uint32_t base)
{
    return base == ' ' || base == '\n' || base == '\t' || base == '\r';
}

/* Reads one letter; a run of blanks is one letter ' '. */
static struct fold_letter read_letter(const struct fold *fold, struct bytes text)
{
    struct fold_letter letter = fold_first(fold, text);
    if (!is_blank(letter.base))
        return letter;
    size_t size = letter.size;
    while (size < text.size && size < UINT16_MAX && is_blank((unsigned char)text.at[size]))
        size++;
    return (struct fold_letter){' ', 0, (uint16_t)size};
}

/* Reads up to `limit` letters; returns their number. */
static size_t read_letters(const struct fold *fold, struct bytes text, struct fold_letter *letters,
                           size_t limit)
{
    size_t count = 0;
    while (text.size && count < limit) {
        letters[count] = read_letter(fold, text);
        text = bytes_after(text, letters[count++].size);
    }
    return count;
}

struct query *query_new(struct bytes typed)
{
    typed = bytes_trim(typed);
    if (typed.size == 0)
        return NULL;
    struct query *query = memory_new(1, sizeof *query);
    query->fold = fold_new();
    query->count = read_letters(query->fold, typed, query->letters[0], LETTERS_MAX);
    if (query->count == 0) {
        query_free(query);
        return NULL;
    }
    memcpy(query->letters[1], query->letters[0], sizeof query->letters[0]);
    fold_settle_tones(query->letters[0], query->count, 0);
    const struct fold_letter *settled = query->letters[0] + query->count - 1;
    const struct fold_letter *typed_last = query->letters[1] + query->count - 1;
    query->spellings = settled->marks == typed_last->marks ? 1 : 2;
    if (query->spellings == 2) /* all but the last syllable is known to be whole */
        memcpy(query->letters[1], query->letters[0],
               (query->count - 2) * sizeof *query->letters[0]);
    scan_init(&query->scan, query->fold, query->letters[0], query->count);
    return query;
}

struct query *query_new_with_blank(struct bytes typed)
{
    struct query *query = query_new(typed);
    if (query && query->count < LETTERS_MAX) {
        query->letters[0][query->count++] = (struct fold_letter){' ', 0, 1};
        query->spellings = 1;
    }
    return query;
}

void query_free(struct query *query)
{
    if (query)
        fold_free(query->fold);
    free(query);
}

static bool matches(const struct fold_letter *typed, const struct fold_letter *letters,
                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!fold_matches(typed[i], letters[i]))
            return false;
    return true;
}

/* Says whether `text` begins with the query, and in how many bytes. */
static bool match_here(const struct query *query, struct bytes text, uint32_t before, size_t *size)
{
    struct window window;
    window.count = read_letters(query->fold, text, window.letters, query->count + 2);
    if (window.count < query->count)
        return false;
    fold_settle_tones(window.letters, window.count, before);
    *size = 0;
    for (size_t i = 0; i < query->count; i++)
        *size += window.letters[i].size;
    for (size_t i = 0; i < query->spellings; i++)
        if (matches(query->letters[i], window.letters, query->count))
            return true;
    return false;
}

bool query_find(const struct query *query, struct bytes text, size_t from, struct text_run *hit)
{
    uint32_t before = 0;
    for (size_t at = from; at < text.size;) {
        struct bytes left = bytes_after(text, at);
        struct fold_letter letter = read_letter(query->fold, left);
        if (letter.base == query->letters[0][0].base &&
            match_here(query, left, before, &hit->size)) {
            hit->at = at;
            return true;
        }
        before = letter.base;
        at += letter.size;
    }
    return false;
}

bool query_begins(const struct query *query, struct bytes text)
{
    size_t size;
    return match_here(query, text, 0, &size);
}

bool query_equals(const struct query *query, struct bytes text)
{
    size_t size;
    return match_here(query, text, 0, &size) && size == text.size;
}

size_t query_pass_over(const struct query *query, struct bytes text, size_t from)
{
    return scan_find(&query->scan, text, from);
}

/* Returns the bit of a field by its name, 0 for one that is not searched. */
static unsigned field_bit(struct bytes name)
{
    static const struct bytes stems[] = {
        [QUERY_TITLE] = BYTES_INIT("Title"),   [QUERY_TEXT] = BYTES_INIT("Text"),
        [QUERY_NOTE] = BYTES_INIT("Note"),     [QUERY_PLACE] = BYTES_INIT("Place"),
        [QUERY_PERSON] = BYTES_INIT("Person"), [QUERY_FIGURE] = BYTES_INIT("Figure"),
    };
    struct bytes language;
    struct bytes stem = schema_split(name, &language);
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (bytes_equal(stem, stems[i]))
            return 1U << i;
    return 0;
}

static bool in_field(const struct query *query, const struct rec_field *field,
                     struct buffer *scratch)
{
    struct text_run hit;
    if (query_pass_over(query, field->raw, 0) == field->raw.size)
        return false;
    if (!memchr(field->raw.at, '\n', field->raw.size))
        return query_find(query, field->raw, 0, &hit);
    buffer_clear(scratch);
    rec_value(scratch, field);
    return query_find(query, buffer_bytes(scratch), 0, &hit);
}

unsigned query_in_event(const struct query *query, const struct store *store,
                        const struct event *event, struct buffer *scratch)
{
    struct rec_reader reader;
    struct rec_field field;
    unsigned found = 0;
    store_read(store, event->record, &reader);
    reader.wanted = rec_names(BYTES("FiNoPePlTeTi")); /* the fields searched begin with these */
    while (rec_next(&reader, &field) == REC_FIELD) {
        unsigned bit = field_bit(field.name);
        if (field.raw.size && (bit & ~found) && in_field(query, &field, scratch))
            found |= bit;
    }
    return found;
}
