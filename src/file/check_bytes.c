#include "file/check_bytes.h"

#include "base/text.h"
#include "file/rec.h"

struct check_bytes check_bytes_begin(struct bytes text, struct diag_sink *sink)
{
    size_t skipped = bytes_start(text, REC_BYTE_ORDER_MARK) ? REC_BYTE_ORDER_MARK.size : 0;
    return (struct check_bytes){text, sink, skipped, 1};
}

static struct place place_at(const struct check_bytes *now, size_t offset)
{
    return (struct place){now->line, offset + 1};
}

static void check_line(struct check_bytes *now, struct bytes line)
{
    size_t valid;
    struct text_run control;
    if (text_is_simple(line))
        return; /* as nearly all are, which takes one look instead of three */
    if (!text_is_utf8(line, &valid))
        diag(now->sink, DIAG_BAD_UTF8, place_at(now, valid), bytes_after(line, valid));
    line = bytes_first(line, valid);
    if (text_find_control(line, &control))
        diag(now->sink, DIAG_CONTROL_CHARACTER, place_at(now, control.at),
             bytes_first(bytes_after(line, control.at), control.size));
    if (!text_is_composed(line))
        diag(now->sink, DIAG_NOT_COMPOSED, place_at(now, 0), line);
}

void check_bytes_until(struct check_bytes *now, size_t end)
{
    while (now->at < end) {
        struct bytes rest;
        struct bytes left = bytes_after(bytes_first(now->text, end), now->at);
        struct bytes line = bytes_split(left, '\n', &rest);
        size_t size = line.size + (line.size < left.size);
        if (line.size && line.at[line.size - 1] == '\r')
            line.size--;
        check_line(now, line);
        now->at += size;
        now->line++;
    }
}
