#ifndef FILE_REC_H
#define FILE_REC_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/diag.h"

/* The fields of a .rec file, one after another (recutils 1.9, chapter "The Rec Format"). It is
 * kinder than recutils: a byte order mark and CRLF are taken, the last newline may be missing, a
 * backslash joins nothing to a blank line, and a bad line is reported, skipped, and costs nothing
 * else. */

#define REC_BYTE_ORDER_MARK BYTES("\xEF\xBB\xBF") /* of UTF-8 */

struct rec_field {
    struct bytes name;
    struct bytes raw; /* the value as written, continuation lines and all */
    size_t line;      /* of the name, from 1 */
    size_t column;    /* of the value, from 1 */
};

enum rec_token {
    REC_FIELD, /* a field was read */
    REC_GAP,   /* blank lines ended a record that had fields */
    REC_PAUSE, /* the reader is in the midst of a field that is not wanted, and can go on there */
    REC_END,   /* nothing is left; ends a record that had fields */
};

/* Names of fields by their first two letters: a set of first ones and a set of second ones, each
 * letter a bit. Date and Title make {D, T} and {a, i}, in which other names are too, like Taxi. */
struct rec_names {
    uint64_t first;
    uint64_t second;
};

struct rec_reader {
    struct bytes text;
    size_t at;               /* byte of the next line */
    size_t line;             /* number of the next line */
    size_t record_at;        /* byte where the record begins, the comments above it included */
    size_t record_end;       /* byte behind its last field */
    size_t record_line;      /* line of its first field */
    size_t record_fields;    /* fields read of it so far */
    bool in_record;          /* a line of it was read */
    struct rec_names wanted; /* the rest costs no more than to find its end; all at first */
    size_t pause;            /* byte from which on even that may wait; SIZE_MAX at first */
    struct bytes passed;     /* first line of the field it pauses in; empty when in none */
    struct diag_sink *sink;  /* hears of bad lines; may be NULL */
};

/* Returns the names with these beginnings, two letters each, as in "DaTi" for Date and Title. */
struct rec_names rec_names(struct bytes beginnings);

/* Starts reading `text`, whose first line has number `line`. */
void rec_start(struct rec_reader *reader, struct bytes text, size_t line, struct diag_sink *sink);

/* Returns the byte behind the first blank line that begins at `from` or later, where a reader may
 * start as well; text.size when there is none. */
size_t rec_boundary(struct bytes text, size_t from);

/* Reads on to the next token. */
enum rec_token rec_next(struct rec_reader *reader, struct rec_field *field);

/* Appends the value of a field: continuation lines joined by newlines, escaped ones without. */
void rec_value(struct buffer *out, const struct rec_field *field);

#endif
