/* Keys: whatever is typed over the shipped timeline, at whatever size, every page drawn is right.
 * A byte is a key; 0x80 and above are the special keys, sizes, and letters of Vietnamese. */

#include <stdint.h>

#include "drawn.h"
#include "shipped.h"
#include "show/key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Returns the key that a byte from 0x80 on stands for. */
static uint32_t special(uint8_t byte)
{
    static const uint32_t letters[] = {0x111, 0x1ED9, 0x301, 0x6587, 0x1F600, 0x202E, 0x200D, 0x9B};
    if (byte < 0x90)
        return KEY_CODE_NONE + (byte & 0xFU);
    return letters[byte % (sizeof letters / sizeof *letters)];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct browser browser;
    struct surface surface = {0};
    int width = 80, height = 24;
    browser_init(&browser, &store, LANGUAGE_VI);
    for (size_t i = 0; i < size && i < 64 && !browser.wants.quit; i++) {
        if (data[i] >= 0xA0) {
            width = 1 + (data[i] & 0x1F) * 9;
            height = 1 + (data[i] & 0x1F) * 2;
        } else {
            browser_key(&browser, data[i] < 0x80 ? data[i] : special(data[i]));
        }
        drawn_at(&browser, &surface, width, height);
    }
    surface_free(&surface);
    browser_free(&browser);
    return 0;
}
