#ifndef FILE_DATE_H
#define FILE_DATE_H

#include "file/rec.h"
#include "time/edtf.h"

/* Reads the date in a field. Returns DIAG_COUNT, or on failure the diagnostic that says what is
 * wrong, with the byte of the value where it is in `*offset`, which may be NULL. */
enum diagnostic date_read(struct edtf *date, const struct rec_field *field, size_t *offset);

#endif
