#include "file/date.h"

static const enum diagnostic faults[] = {
    [EDTF_SYNTAX] = DIAG_BAD_DATE,
    [EDTF_NO_SUCH_MONTH] = DIAG_NO_SUCH_DAY,
    [EDTF_NO_SUCH_DAY] = DIAG_NO_SUCH_DAY,
    [EDTF_NO_SUCH_TIME] = DIAG_NO_SUCH_DAY,
    [EDTF_REVERSED] = DIAG_REVERSED_INTERVAL,
    [EDTF_UNEQUAL] = DIAG_BAD_DATE,
};

enum diagnostic date_read(struct edtf *date, const struct rec_field *field, size_t *offset)
{
    struct edtf_error error;
    if (edtf_parse(date, bytes_trim(field->raw), &error))
        return DIAG_COUNT;
    if (offset)
        *offset = error.offset;
    return faults[error.fault];
}
