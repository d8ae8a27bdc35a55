#ifndef BASE_COLLATE_H
#define BASE_COLLATE_H

#include "base/buffer.h"
#include "base/fold.h"

/* The order of the Vietnamese alphabet, whatever the locale: a ă â b c d đ e ê g … o ô ơ … u ư v.
 * Of words with the same letters the tones decide (ngang, huyền, hỏi, ngã, sắc, nặng), of those
 * with the same tones the case, small before capital (Unicode CLDR, root and vi; strcoll() is
 * wrong in every locale of glibc). Blanks and signs come before letters, as their code points. */

/* Appends the key of `text` (UTF-8, composed or not). Keys compared by bytes_compare() order the
 * texts. */
void collate_add_key(struct buffer *key, const struct fold *fold, struct bytes text);

#endif
