/* Figures: what is read has all its parts, which lie in the text, and is said in clean words. */

#include <stdint.h>

#include "drawn.h"
#include "file/figure.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool lies_in(struct bytes part, struct bytes whole)
{
    return part.size && part.at >= whole.at && part.at + part.size <= whole.at + whole.size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = {(const char *)data, size};
    struct buffer clean = {0}, amount = {0};
    struct figure figure;
    text_clean_line(&clean, text);
    struct bytes value = buffer_bytes(&clean);
    if (figure_read(&figure, value)) {
        if (!lies_in(figure.what, value) || !lies_in(figure.number, value) ||
            !lies_in(figure.unit, value))
            abort();
        figure_add_amount(&amount, &figure, LANGUAGE_VI);
        figure_add_amount(&amount, &figure, LANGUAGE_EN);
        if (!drawn_is_safe(buffer_bytes(&amount)))
            abort();
    }
    figure_read(&figure, text);
    buffer_free(&clean);
    buffer_free(&amount);
    return 0;
}
