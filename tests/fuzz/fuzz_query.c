/* Searching: a hit lies inside the text, the next one behind it, no hit is passed over, and clean
 * text finds itself. The first line is what was typed. */

#include <stdint.h>
#include <stdlib.h>

#include "find/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void find_all(const struct query *query, struct bytes text)
{
    struct text_run run;
    for (size_t at = 0; query_find(query, text, at, &run); at = run.at + run.size)
        if (run.at < at || run.size == 0 || run.at + run.size > text.size ||
            query_pass_over(query, text, at) >= run.at + run.size)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes all = {(const char *)data, size}, text;
    struct bytes typed = bytes_split(all, '\n', &text);
    struct buffer clean = {0};
    struct text_run run;
    struct query *query = query_new(typed);
    text_clean_line(&clean, typed);
    struct query *cleaned = query_new(buffer_bytes(&clean));
    if (query) {
        find_all(query, text);
        query_begins(query, text);
        query_equals(query, text);
    }
    if (cleaned && !query_find(cleaned, buffer_bytes(&clean), 0, &run))
        abort();
    query_free(query);
    query_free(cleaned);
    buffer_free(&clean);
    return 0;
}
