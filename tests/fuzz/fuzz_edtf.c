/* Dates: whatever the bytes, bounds are in order, and what is read prints to what reads the same.
 */

#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "time/edtf.h"
#include "time/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = {(const char *)data, size};
    struct buffer printed = {0}, words = {0};
    struct edtf date, again;
    words_date(&words, text, LANGUAGE_VI);
    words_short(&words, text, LANGUAGE_EN);
    if (edtf_parse(&date, text, NULL)) {
        if (date.first > date.last || !edtf_print(&printed, text) ||
            !edtf_parse(&again, buffer_bytes(&printed), NULL) || again.first != date.first ||
            again.last != date.last)
            abort();
    }
    buffer_clear(&printed);
    if (edtf_from_typed(&printed, text) && !edtf_parse(&date, buffer_bytes(&printed), NULL))
        abort();
    buffer_free(&printed);
    buffer_free(&words);
    return 0;
}
