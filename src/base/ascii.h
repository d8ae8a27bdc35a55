#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include "base/buffer.h"

/* What ASCII can say of clean text (base/text.h), for terminals that show no more. */

/* Appends one grapheme in ASCII, as many characters as it takes columns: accents dropped,
 * đ as d, dashes as -, block signs as #, anything else unknown as ?. */
void ascii_add(struct buffer *out, struct bytes grapheme);

/* Replaces a text of any number of lines by what ASCII can say of it. */
void ascii_replace(struct buffer *text);

#endif
