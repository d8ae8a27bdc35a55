#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdint.h>

#include "base/buffer.h"

/* What a terminal can show: the one sanitiser, the one width, the one way to cut. "Clean" text is
 * UTF-8 in NFC that text_clean() has made; every other function here expects it. A grapheme is an
 * extended grapheme cluster (UAX #29), a column is one cell of the terminal. */

/* A run of a text, in bytes from its beginning. */
struct text_run {
    size_t at;
    size_t size;
};

/* Appends `raw`, made fit to be shown: composed (NFC); controls, formats, bidi marks, line and
 * paragraph separators, private and unassigned code points written as <U+XXXX>; bytes that are
 * no UTF-8 as U+FFFD; a tab as a blank; at most three marks on a base. Newlines are kept. */
void text_clean(struct buffer *out, struct bytes raw);

/* Appends `raw` cleaned and brought to one line: runs of blanks and newlines become one blank. */
void text_clean_line(struct buffer *out, struct bytes raw);

/* Brings clean text, from byte `start` on, to one line as above. */
void text_join_lines(struct buffer *text, size_t start);

/* Says whether `raw` is made of nothing but common letters, signs and blanks, each a grapheme of
 * one column: it is clean as it is. False says nothing. */
bool text_is_simple(struct bytes raw);

/* Says whether `raw` is UTF-8; if not, `*offset` is the byte where it stops being so. */
bool text_is_utf8(struct bytes raw, size_t *offset);

/* Finds the first code point that text_clean() would write as <U+XXXX>; false if there is none.
 * `*at` is its run in `raw`, which must be UTF-8. Newline and tab are allowed. */
bool text_find_control(struct bytes raw, struct text_run *at);

/* Says whether `raw` is in NFC; false for what is no UTF-8. */
bool text_is_composed(struct bytes raw);

/* Returns the columns that clean one-line text takes. */
int text_width(struct bytes text);

/* Reads the code points of a grapheme, at most `room` of them; returns their number. */
size_t text_points(struct bytes grapheme, uint32_t *points, size_t room);

/* Appends a code point as UTF-8; nothing when it is none. */
void text_add_point(struct buffer *out, uint32_t point);

/* Returns the columns that a number takes, which are its decimal digits. */
int text_digits(size_t number);

/* Returns how many bytes the first grapheme takes; 0 for empty text. */
size_t text_grapheme(struct bytes text);

/* Returns the first grapheme, and in `*columns` its width. */
struct bytes text_next(struct bytes text, int *columns);

/* Returns where the last grapheme begins, in bytes from the beginning of `text`. */
size_t text_last_grapheme(struct bytes text);

/* Returns the longest beginning of `text` that takes at most `columns` columns, no grapheme
 * split. */
struct bytes text_fit(struct bytes text, int columns);

/* Appends `text` cut to `columns` columns, the last of them an ellipsis when something is cut. */
void text_add_cut(struct buffer *out, struct bytes text, int columns);

/* Appends `text` cut as above, then blanks up to `columns` columns. */
void text_add_padded(struct buffer *out, struct bytes text, int columns);

#endif
