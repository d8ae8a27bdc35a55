#ifndef FIND_SCAN_H
#define FIND_SCAN_H

#include "base/fold.h"
#include "find/signs.h"

/* Passes quickly over the bytes of a file in which a query cannot be.
 *
 * To fold a text letter by letter costs many times what it costs to read its bytes. But one
 * letter of the query, the anchor, together with the letter behind it, can stand in the file in few
 * ways only: `v` in front of `ạ` is v or V and then a, A or a byte that is no ASCII, or it is one
 * of the four letters ṽ, Ṽ, ṿ, Ṿ. An anchor with a mark has fewer still, since it is never ASCII:
 * `ạ` in front of `c` is one of ạ, ậ, ặ and their capitals, which all are E1 BA and one of three
 * bytes, or it ends in the combining mark, CC A3; and then comes c, C or no ASCII. Each such
 * way is a sign, a test of bytes side by side, which compilers turn into instructions for sixteen
 * bytes or more at once. Where a sign is, the letters of the query are compared one by one. What is
 * left may be a hit; what is not, is none. */

struct scan {
    const struct fold *fold;           /* borrowed */
    const struct fold_letter *letters; /* of the query; borrowed */
    size_t letter_count;
    size_t anchor;   /* the number of the letter that the signs are of */
    bool has_anchor; /* false when no letter is fit to be it */
    struct signs signs;
    struct sign_range before; /* what precedes the anchor where that is ASCII */
};

/* Chooses the rarest letter of a query as the anchor and lists its signs. A blank in `letters` is
 * one letter ' '; their tones are settled. */
void scan_init(struct scan *scan, const struct fold *fold, const struct fold_letter *letters,
               size_t count);

/* Returns the first byte from `from` on where the anchor of a hit may stand in `text`, which is
 * bytes of an event file as they are, line joins and all. Returns text.size when there is none,
 * and `from` itself when the query has no anchor. */
size_t scan_find(const struct scan *scan, struct bytes text, size_t from);

#endif
