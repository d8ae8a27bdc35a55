#include "file/rec.h"

#include <string.h>

void rec_start(struct rec_reader *reader, struct bytes text, size_t line, struct diag_sink *sink)
{
    size_t skipped = bytes_start(text, REC_BYTE_ORDER_MARK) ? REC_BYTE_ORDER_MARK.size : 0;
    *reader = (struct rec_reader){.text = text,
                                  .at = skipped,
                                  .line = line,
                                  .wanted = {UINT64_MAX, UINT64_MAX},
                                  .pause = SIZE_MAX,
                                  .sink = sink};
}

/* Bytes that differ by 64 share a bit; of the letters none do. */
static inline uint64_t bit_of(char byte)
{
    return 1ULL << (byte & 63);
}

struct rec_names rec_names(struct bytes beginnings)
{
    struct rec_names names = {0};
    for (size_t i = 0; i + 1 < beginnings.size; i += 2) {
        names.first |= bit_of(beginnings.at[i]);
        names.second |= bit_of(beginnings.at[i + 1]);
    }
    return names;
}

/* Returns the line at byte `at`, which lies inside the text, with its newline. */
static struct bytes line_at(const struct rec_reader *reader, size_t at)
{
    const char *start = reader->text.at + at;
    size_t left = reader->text.size - at;
    const char *end = memchr(start, '\n', left);
    return (struct bytes){start, end ? (size_t)(end - start) + 1 : left};
}

/* Returns a line without its newline, LF or CRLF. */
static struct bytes chomp(struct bytes line)
{
    if (line.size && line.at[line.size - 1] == '\n')
        line.size--;
    if (line.size && line.at[line.size - 1] == '\r')
        line.size--;
    return line;
}

static void skip(struct rec_reader *reader, struct bytes line)
{
    reader->at += line.size;
    reader->line++;
}

static bool is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool is_name_byte(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

/* Returns how many bytes of the line are a field name with its colon; 0 if it has none. */
static size_t name_size(struct bytes line)
{
    size_t size = 1;
    if (!is_letter(line.at[0]) && line.at[0] != '%')
        return 0;
    while (size < line.size && is_name_byte(line.at[size]))
        size++;
    return size < line.size && line.at[size] == ':' ? size + 1 : 0;
}

/* Says whether a backslash in front of the newline joins the line to the next. */
static inline bool is_joined(struct bytes line)
{
    size_t size = line.size - 1; /* without LF, and then without the CR before it */
    if (size > 0 && line.at[size - 1] == '\r')
        size--;
    return size > 0 && line.at[size - 1] == '\\';
}

/* Nearly every line begins with a name, which one look at its first byte tells. */
static bool is_blank(struct bytes line)
{
    return line.at[0] <= ' ' && bytes_trim(chomp(line)).size == 0;
}

size_t rec_boundary(struct bytes text, size_t from)
{
    struct rec_reader reader = {.text = text, .at = from};
    bool is_behind = from > 0 && text.at[from - 1] != '\n'; /* the first line's beginning */
    while (reader.at < text.size) {
        struct bytes line = line_at(&reader, reader.at);
        skip(&reader, line);
        if (!is_behind && is_blank(line))
            break;
        is_behind = false;
    }
    return reader.at;
}

/* Says whether the line, which the reader has just left behind, goes on in the next. A blank line
 * ends a record in any case, so that a stray backslash does not cost the record behind it. */
static inline bool continues(const struct rec_reader *reader, struct bytes line)
{
    if (reader->at == reader->text.size)
        return false;
    return reader->text.at[reader->at] == '+' ||
           (is_joined(line) && !is_blank(line_at(reader, reader->at)));
}

/* Counts a field that begins in `line`. */
static void note_field(struct rec_reader *reader, size_t line)
{
    if (reader->record_fields++ == 0)
        reader->record_line = line;
}

static void take_field(struct rec_reader *reader, struct bytes line, size_t name,
                       struct rec_field *field)
{
    size_t value = name + (name < line.size && (line.at[name] == ' ' || line.at[name] == '\t'));
    size_t start = reader->at + value;
    *field = (struct rec_field){bytes_first(line, name - 1), {0}, reader->line, value + 1};
    note_field(reader, reader->line);
    skip(reader, line);
    while (continues(reader, line)) {
        line = line_at(reader, reader->at);
        skip(reader, line);
    }
    field->raw = chomp((struct bytes){reader->text.at + start, reader->at - start});
    reader->record_end = reader->at;
}

/* Notes the first line of a record, be it a comment. */
static void begin_record(struct rec_reader *reader)
{
    if (reader->in_record)
        return;
    reader->in_record = true;
    reader->record_at = reader->at;
    reader->record_fields = 0;
}

/* Says whether the record that ends here had fields. */
static bool end_record(struct rec_reader *reader)
{
    bool had_fields = reader->in_record && reader->record_fields > 0;
    reader->in_record = false;
    return had_fields;
}

static void complain(const struct rec_reader *reader, struct bytes line)
{
    enum diagnostic what = line.at[0] == '+' ? DIAG_ORPHAN_CONTINUATION : DIAG_BAD_LINE;
    diag(reader->sink, what, (struct place){reader->line, 1}, chomp(line));
}

/* Says whether a line begins here that can be passed over unread. */
static inline bool is_unwanted(const struct rec_reader *reader, const char *at)
{
    bool has_two = reader->text.at + reader->text.size - at > 1;
    return has_two && is_letter(at[0]) &&
           !(reader->wanted.first & bit_of(at[0]) && reader->wanted.second & bit_of(at[1]));
}

/* Passes over the line, and over those behind it that are unwanted or go on from one; false when
 * it paused. A line without a name is bad, and no backslash joins anything to it. */
static bool pass_over(struct rec_reader *reader, struct bytes line)
{
    struct bytes first = reader->passed.size ? reader->passed : line; /* of the field */
    if (!reader->passed.size)
        note_field(reader, reader->line);
    reader->passed = (struct bytes){0};
    for (;;) {
        skip(reader, line);
        if (reader->at == reader->text.size)
            break;
        bool goes_on = continues(reader, line) && !(is_joined(line) && name_size(first) == 0);
        if (!goes_on && !is_unwanted(reader, line.at + line.size))
            break;
        if (goes_on && reader->at >= reader->pause) {
            reader->passed = first;
            break;
        }
        line = line_at(reader, reader->at);
        if (!goes_on)
            first = line;
    }
    reader->record_end = reader->at;
    return reader->passed.size == 0;
}

enum rec_token rec_next(struct rec_reader *reader, struct rec_field *field)
{
    while (reader->at < reader->text.size) {
        struct bytes line = line_at(reader, reader->at);
        if (is_blank(line)) {
            skip(reader, line);
            if (end_record(reader))
                return REC_GAP;
            continue;
        }
        begin_record(reader);
        bool has_fields = reader->record_fields > 0; /* the first has to be known to be one */
        if (reader->passed.size ||
            (is_unwanted(reader, line.at) && (has_fields || name_size(line) > 0))) {
            if (!pass_over(reader, line))
                return REC_PAUSE;
            continue;
        }
        size_t name = name_size(line);
        if (name) {
            take_field(reader, line, name, field);
            return REC_FIELD;
        }
        if (line.at[0] != '#')
            complain(reader, line);
        skip(reader, line);
    }
    return REC_END;
}

void rec_value(struct buffer *out, const struct rec_field *field)
{
    struct bytes left = field->raw;
    bool joined = true; /* to the name, at first */
    for (bool more = true; more;) {
        struct bytes rest;
        struct bytes line = bytes_split(left, '\n', &rest);
        more = line.size < left.size;
        line = chomp(line);
        if (!joined) {
            buffer_add_char(out, '\n');
            line = bytes_after(line, line.size > 1 && line.at[1] == ' ' ? 2 : 1);
        }
        joined = more && line.size && line.at[line.size - 1] == '\\';
        buffer_add(out, joined ? bytes_first(line, line.size - 1) : line);
        left = rest;
    }
}
