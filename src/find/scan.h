#ifndef FIND_SCAN_H
#define FIND_SCAN_H

#include <stdint.h>

#include "base/fold.h"

/* Passes quickly over the bytes of a file in which a query cannot be.
 *
 * To fold a text letter by letter costs many times what it costs to read its bytes. But one
 * letter of the query, the anchor, together with the letter behind it, can stand in the file in few
 * ways only: `v` in front of `ạ` is v or V and then a, A or a byte that is no ASCII, or it is one
 * of the four letters ṽ, Ṽ, ṿ, Ṿ. An anchor with a mark has fewer still, since it is never ASCII:
 * `ạ` in front of `c` is one of ạ, ậ, ặ and their capitals, which all are E1 BA and one byte of a
 * short range, or it ends in the combining mark, CC A3; and then comes c, C or no ASCII. Each such
 * way is a sign, a test of bytes side by side, which compilers turn into instructions for sixteen
 * bytes or more at once. Where a sign is, the letters of the query are compared one by one. What is
 * left may be a hit; what is not, is none. */

#define SCAN_SIGNS 16

/* A byte, with the bits of `fold` set, is `least` or one of the `span` bytes above it. */
struct scan_range {
    uint8_t fold;
    uint8_t least;
    uint8_t span;
};

/* The last two bytes of the letters and marks that have the first of the two in common. */
struct scan_sign {
    uint8_t first;
    struct scan_range next;
};

struct scan {
    const struct fold *fold;           /* borrowed */
    const struct fold_letter *letters; /* of the query; borrowed */
    size_t letter_count;
    size_t anchor;            /* the number of the letter that the signs are of */
    bool has_anchor;          /* false when no letter is fit to be it */
    bool is_wide;             /* whether the processor takes more bytes at once than any does */
    bool is_plain;            /* whether the anchor may be ASCII */
    struct scan_range plain;  /* which it is then */
    struct scan_range behind; /* what follows the anchor where that is ASCII */
    struct scan_sign signs[SCAN_SIGNS];
    size_t sign_count;
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
