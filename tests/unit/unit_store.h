#ifndef UNIT_STORE_H
#define UNIT_STORE_H

#include <sys/stat.h>
#include <unistd.h>

#include "file/store_open.h"
#include "unit.h"

/* Timelines for tests, made of texts. */

/* A folder of its own for the files of one test. */
struct folder {
    char path[64];
};

static inline struct folder folder_new(void)
{
    struct folder folder = {"/tmp/dbp-unit-XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

/* Gives the path of a file in the folder; good until the next call. */
static inline const char *folder_file(const struct folder *folder, const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    return path;
}

static inline void folder_write(const struct folder *folder, const char *name, struct bytes text)
{
    FILE *file = fopen(folder_file(folder, name), "wb");
    assert_non_null(file);
    if (text.size)
        assert_int_equal(fwrite(text.at, text.size, 1, file), 1);
    assert_int_equal(fclose(file), 0);
}

/* Removes files that tests wrote, and the folder. */
static inline void folder_remove(const struct folder *folder)
{
    static const char *const names[] = {"t.rec", "g.rec", "o.rec"};
    for (size_t i = 0; i < COUNT(names); i++)
        unlink(folder_file(folder, names[i]));
    assert_int_equal(rmdir(folder->path), 0);
}

/* Opens `text` as a timeline t.rec, beside `units` as the gazetteer g.rec unless that is NULL.
 * Nothing is left on the disk. Faults go to `faults`, which may be NULL. */
static inline void store_of_bytes(struct store *store, struct bytes text, const char *units,
                                  struct diag_sink *faults)
{
    struct folder folder = folder_new();
    folder_write(&folder, "t.rec", text);
    if (units)
        folder_write(&folder, "g.rec", bytes_of(units));
    assert_true(store_open(store, folder_file(&folder, "t.rec"), NULL, faults));
    folder_remove(&folder);
}

static inline void store_of(struct store *store, const char *text, const char *units)
{
    store_of_bytes(store, bytes_of(text), units, NULL);
}

/* The same with a text in three parts. */
static inline void store_of_parts(struct store *store, const char *a, const char *b, const char *c)
{
    struct buffer text = {0};
    buffer_add_string(&text, a);
    buffer_add_string(&text, b);
    buffer_add_string(&text, c);
    store_of_bytes(store, buffer_bytes(&text), NULL, NULL);
    buffer_free(&text);
}

/* Opens the shipped timeline; tests run in the root of the project. */
static inline void store_of_shipped(struct store *store)
{
    if (!store_open(store, "data/dien-bien-phu.rec", NULL, NULL))
        fail_msg("data/dien-bien-phu.rec cannot be read; run the tests in the root of the project");
}

/* Appends the ids of events, parted by blanks. */
static inline void add_ids(struct buffer *out, const struct store *store, const uint32_t *events,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(out, i ? " " : "");
        store_value(store, store->events[events[i]].record, BYTES("Id"), out);
    }
}

/* Appends the ids of all events, in the order of the timeline. */
static inline void add_all_ids(struct buffer *out, const struct store *store)
{
    for (size_t i = 0; i < store->count; i++) {
        buffer_add_string(out, i ? " " : "");
        store_value(store, store->events[i].record, BYTES("Id"), out);
    }
}

#endif
