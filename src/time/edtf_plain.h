#ifndef TIME_EDTF_PLAIN_H
#define TIME_EDTF_PLAIN_H

#include "time/edtf.h"

/* The short way for what nearly every date is; for edtf_parse.c only. */

/* Reads YYYY, YYYY-MM or YYYY-MM-DD, with a mark of doubt behind it or not, or an interval of two
 * of these or of one and an open end. Returns false on any other text, right or wrong: the walk
 * then tells. */
bool edtf_parse_plain(struct edtf *out, struct bytes text);

#endif
