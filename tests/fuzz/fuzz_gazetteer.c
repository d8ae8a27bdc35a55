/* Gazetteers: any bytes make units that are checked and named; each is found by its own id, and
 * every history leads to a unit that is there. */

#include <stdint.h>

#include "drawn.h"
#include "file/check.h"
#include "file/store_open.h"
#include "files.h"
#include "find/naming.h"
#include "time/day.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_unit(const struct gazetteer *gazetteer, uint32_t number)
{
    static const int32_t days[] = {DAY_OPEN_PAST, -40000, 0, DAY_OPEN_FUTURE};
    const struct unit *unit = &gazetteer->units[number];
    struct buffer name = {0};
    uint32_t *candidates;
    size_t count;
    if (unit->id.size && gazetteer_find(gazetteer, unit->id) == UNIT_NONE)
        abort();
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (gazetteer_on_day(gazetteer, number, days[i]) >= gazetteer->count)
            abort();
        for (int names = 0; names < NAMES_COUNT; names++)
            naming_add(&name, gazetteer, number, days[i], LANGUAGE_EN, (enum names)names);
    }
    naming_add_unit(&name, gazetteer, number, LANGUAGE_VI);
    if (!drawn_is_safe(buffer_bytes(&name)))
        abort();
    naming_find(gazetteer, unit->name[LANGUAGE_VI], &candidates, &count);
    free(candidates);
    buffer_free(&name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char timeline[] = "%rec: Timeline\n\nTitle: T\nGazetteer: vietnam.rec\n\n"
                                   "%rec: Event\n\nDate: 1954\nTitle: E\nProvince: lai-chau\n";
    struct diag_sink sink = {.file = "fuzz"};
    struct store store;
    files_write(1, (struct bytes){(const char *)data, size});
    if (!store_open(&store, files_write(0, BYTES(timeline)), &sink, &sink))
        abort();
    if (store.count != 1)
        abort();
    check_gazetteer(&store, &sink);
    for (uint32_t i = 0; i < store.gazetteer.count && i < 64; i++)
        check_unit(&store.gazetteer, i);
    store_close(&store);
    return 0;
}
