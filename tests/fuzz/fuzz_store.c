/* Event files: any bytes make a store, are checked, and are drawn; nothing unclean reaches a cell.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "file/check.h"
#include "file/store_open.h"
#include "print/json.h"
#include "show/browser.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A control character in a cell would reach the terminal. */
static void look(const struct surface *surface)
{
    for (int y = 0; y < surface->height; y++) {
        for (int x = 0; x < surface->width; x++) {
            const struct cell *cell = surface_at(surface, x, y);
            struct text_run control;
            if (text_find_control((struct bytes){cell->text, cell->size}, &control))
                abort();
        }
    }
}

static void use(const struct store *store)
{
    struct browser browser;
    struct surface surface = {0};
    struct buffer json = {0};
    browser_init(&browser, store, LANGUAGE_VI);
    for (int width = 40; width <= 120; width += 80) {
        surface_resize(&surface, width, 12);
        browser_draw(&browser, &surface);
        look(&surface);
        browser_key(&browser, 'G');
        browser_key(&browser, '\r');
    }
    for (size_t i = 0; i < store->count && i < 8; i++)
        json_add_event(&json, store, &store->events[i]);
    buffer_free(&json);
    surface_free(&surface);
    browser_free(&browser);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[] = "/tmp/fuzz-store-XXXXXX";
    struct diag_sink sink = {.file = "fuzz"};
    struct store store;
    int file = mkstemp(path);
    if (file < 0)
        return 0;
    bool written = write(file, data, size) == (ssize_t)size;
    close(file);
    if (written && store_open(&store, path, &sink, &sink)) {
        check_timeline(&store, &sink);
        if (store.count)
            use(&store);
        store_close(&store);
    }
    unlink(path);
    return 0;
}
