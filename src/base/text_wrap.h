#ifndef BASE_TEXT_WRAP_H
#define BASE_TEXT_WRAP_H

#include "base/text.h"

/* Breaks clean `text` into lines of at most `columns` (>= 1) columns by the rules of UAX #14, and
 * inside a word only where it alone is wider. Blanks at a break belong to no line; a newline always
 * breaks. Returns the number of lines, 0 for empty text, and in `*lines` an array of them, which
 * the caller frees. */
size_t text_wrap(struct bytes text, int columns, struct text_run **lines);

#endif
