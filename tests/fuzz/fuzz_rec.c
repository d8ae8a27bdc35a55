/* Records: fields come in order and lie inside the text, and skipping fields that are not wanted
 * finds the same records at the same places, perhaps with bad lines at their end. */

#include <stdint.h>
#include <stdlib.h>

#include "file/rec.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_field(const struct rec_reader *reader, const struct rec_field *field, size_t line)
{
    const char *end = reader->text.at + reader->text.size;
    struct buffer value = {0};
    if (field->line < line || field->name.size == 0 || field->raw.at < field->name.at ||
        field->raw.at + field->raw.size > end || reader->at > reader->text.size)
        abort();
    rec_value(&value, field);
    if (value.size > field->raw.size)
        abort();
    buffer_free(&value);
}

/* Reads up to the next end of a record. */
static bool next_record(struct rec_reader *reader)
{
    struct rec_field field;
    enum rec_token token;
    size_t line = reader->line;
    while ((token = rec_next(reader, &field)) == REC_FIELD) {
        check_field(reader, &field, line);
        line = field.line + 1;
    }
    return token == REC_GAP;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = {(const char *)data, size};
    struct diag_sink sink = {.file = "fuzz"};
    struct rec_reader all, some;
    rec_start(&all, text, 1, &sink);
    rec_start(&some, text, 1, NULL);
    some.wanted = rec_names(BYTES("DaPrTi"));
    for (bool more = true; more;) {
        more = next_record(&all);
        if (more != next_record(&some) || all.record_at != some.record_at ||
            all.record_end > some.record_end || all.record_line != some.record_line)
            abort();
    }
    return 0;
}
