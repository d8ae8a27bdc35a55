/* Text: clean text stays clean, is as wide as its graphemes, and wraps to lines that fit. */

#include <stdint.h>
#include <stdlib.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "find/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void wrap(struct bytes text)
{
    struct text_run *lines;
    size_t count = text_wrap(text, 7, &lines);
    for (size_t i = 0; i < count; i++) {
        struct bytes line = bytes_first(bytes_after(text, lines[i].at), lines[i].size);
        if (text_width(line) > 7 && text_grapheme(line) < line.size)
            abort();
    }
    free(lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes raw = {(const char *)data, size};
    struct bytes half = bytes_first(raw, size / 2);
    struct buffer clean = {0}, twice = {0};
    struct text_run run;
    text_clean_line(&clean, raw);
    text_clean_line(&twice, buffer_bytes(&clean));
    if (!bytes_equal(buffer_bytes(&clean), buffer_bytes(&twice)) ||
        text_find_control(buffer_bytes(&clean), &run))
        abort();
    wrap(buffer_bytes(&clean));
    struct query *query = query_new(half);
    if (query && query_find(query, raw, 0, &run) && run.at + run.size > size)
        abort();
    query_free(query);
    buffer_free(&clean);
    buffer_free(&twice);
    return 0;
}
