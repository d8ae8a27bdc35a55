/* Where a leader stands: any bytes are refused, or print as they were read. */

#include <stdint.h>
#include <stdlib.h>

#include "show/lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes line = {(const char *)data, size};
    struct lead_state state;
    struct buffer printed = {0};
    if (lead_parse(&state, line)) {
        lead_print(&state, &printed);
        if (!bytes_equal(buffer_bytes(&printed), line))
            abort();
    }
    buffer_free(&printed);
    return 0;
}
