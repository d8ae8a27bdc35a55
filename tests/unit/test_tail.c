#include <pthread.h>
#include <time.h>

#include "unit_store.h"

/* A timeline that two threads read is the one that one thread reads. */

#define RECORDS 1000
#define ROUNDS  150
#define FAILING 40
#define UNITS                                                            \
    "%rec: Province\n\nId: hue\nName_vi: Huế\nAlias: Thuận Hóa\n\n" \
    "Id: vn\nKind: country\nName_vi: Việt Nam\n"

static const char *any(const char *const *texts, size_t count)
{
    return texts[random_below((unsigned)count)];
}

#define ANY(...)                            \
    any((const char *const[]){__VA_ARGS__}, \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void add_province(struct buffer *out)
{
    buffer_add_string(out,
                      ANY("Province: hue\n", "Province: Huế\n", "Province: Hue\xCC\x82\xCC\x81\n",
                          "Province: Thuận Hóa\n", "Province:\n"));
    if (random_below(3) == 0)
        buffer_printf(out, "Province: p%d\nProvince: p%d\n", (int)random_below(40),
                      (int)random_below(40));
}

/* Appends a record, now and then one with a fault or of another type. */
static void add_record(struct buffer *out, int number, bool changes_type)
{
    if (changes_type && random_below(60) == 0)
        buffer_printf(out, "%%rec: %s\n\n",
                      ANY("Event", "Source", "Lesson", "Nothing", "Timeline"));
    buffer_printf(out, "%sId: e%d\nDate: %d%s\n", ANY("", "", "# a comment\n"), number,
                  1858 + (int)random_below(160), ANY("", "", "-05", "/..", "~", "-31-31"));
    buffer_add_string(out, ANY("Title: one\n", "Title_vi: a\\\nb\nTitle_en: c\n", "Title: x\n+ y\n",
                               "Title: x\r\n", "Text: none\n", "no field\nTitle: z\n"));
    if (random_below(4))
        add_province(out);
    buffer_add_string(out, ANY("\n", "\n\n", " \t\n", "\r\n", "# at the end\n\n", "Text: a\\\n\n"));
}

static void add_timeline(struct buffer *out)
{
    bool changes_type = random_below(2);
    buffer_add_string(out, ANY("", "\xEF\xBB\xBF"));
    buffer_add_string(out, "%rec: Timeline\n\nTitle: Test\nGazetteer: g.rec\n\n%rec: Event\n\n");
    for (int i = 0; i < RECORDS; i++)
        add_record(out, i, changes_type && i > 120);
    buffer_add_string(out, ANY("", "Id: last", "Date: 1999\nTitle: last"));
}

static void add_event(struct buffer *out, const struct store *store, const struct event *event)
{
    buffer_printf(out, "%d %d %d at %d size %d line %d:", (int)event->first, (int)event->last,
                  event->doubt, (int)event->record.at, (int)event->record.size,
                  (int)event->record.line);
    for (size_t i = 0; i < event->unit_count; i++) {
        buffer_printf(out, " %d=", (int)store_units(store, event)[i]);
        buffer_add(out, store->gazetteer.units[store_units(store, event)[i]].id);
    }
    buffer_add_char(out, '\n');
}

/* Appends all there is in a store. */
static void add_store(struct buffer *out, const struct store *store)
{
    for (size_t i = 0; i < store->count; i++)
        add_event(out, store, &store->events[i]);
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        for (size_t i = 0; i < store->lists[type].count; i++)
            buffer_printf(out, "%d: at %d line %d\n", type, (int)store->lists[type].items[i].at,
                          (int)store->lists[type].items[i].line);
    buffer_printf(out, "%d to %d, left out %d, Timeline at %d\n", (int)store->first,
                  (int)store->last, (int)store->left_out, (int)store->timeline.line);
}

/* Lets the other thread come to the end of a part, or to its own; fifty moments are ample. */
static void let_read(struct store_reading *reading)
{
    int percent = store_percent_read(reading);
    for (int i = 0; i < 50 && store_percent_read(reading) == percent; i++)
        nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
}

/* Reads the file with one thread or two, in parts of `bytes`, and appends what there is in it and
 * what is wrong with it. */
static void add_reading(struct buffer *out, const char *path, bool by_two, size_t bytes)
{
    struct store store;
    char *faults = NULL;
    size_t size = 0;
    struct diag_sink sink = {.file = "t.rec", .stream = open_memstream(&faults, &size)};
    struct store_reading *reading = store_begin(&store, path, &sink, &sink);
    assert_non_null(reading);
    if (by_two) {
        store_read_by_two(reading, 0);
        let_read(reading);
    }
    while (store_read_on(reading, bytes))
        assert_in_range(store_percent_read(reading), 0, 100);
    assert_int_equal(store_percent_read(reading), 100);
    store_end_reading(reading);
    add_store(out, &store);
    store_close(&store);
    fclose(sink.stream);
    buffer_add_string(out, faults);
    free(faults);
}

static void two_threads_read_what_one_reads(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    folder_write(&folder, "g.rec", BYTES(UNITS));
    for (size_t round = 0; round < ROUNDS; round++) {
        struct buffer text = {0}, one = {0}, two = {0};
        add_timeline(&text);
        folder_write(&folder, "t.rec", buffer_bytes(&text));
        add_reading(&one, folder_file(&folder, "t.rec"), false, SIZE_MAX);
        add_reading(&two, folder_file(&folder, "t.rec"), true,
                    round % 2 ? 1 + random_below(5000) : SIZE_MAX);
        assert_row(round, buffer_string(&two), buffer_string(&one));
        buffer_free(&text);
        buffer_free(&one);
        buffer_free(&two);
    }
    folder_remove(&folder);
}

/* The calls of another thread than that of the tests are counted, and one of them fails; the linker
 * sends them here first (ld's --wrap). */
static pthread_t tester;
static size_t failing, calls; /* 0 for none; so far */

static bool fails(void)
{
    return !pthread_equal(pthread_self(), tester) && ++calls == failing;
}

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

/* Each of the thread's first calls for memory fails in its turn. How many there are is up to how
 * much of the file it comes to read. */
static void what_does_not_fit_into_memory_is_read_by_one(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    struct buffer text = {0}, one = {0};
    int failed = 0;
    buffer_add_string(&text, "%rec: Timeline\n\nTitle: Test\nGazetteer: g.rec\n\n%rec: Event\n\n");
    for (int i = 0; i < RECORDS; i++)
        add_record(&text, i, false);
    folder_write(&folder, "g.rec", BYTES(UNITS));
    folder_write(&folder, "t.rec", buffer_bytes(&text));
    add_reading(&one, folder_file(&folder, "t.rec"), false, SIZE_MAX);
    for (failing = 1; failing <= FAILING; failing++) {
        struct buffer two = {0};
        calls = 0;
        add_reading(&two, folder_file(&folder, "t.rec"), true, failing % 2 ? 1000 : SIZE_MAX);
        assert_row(failing, buffer_string(&two), buffer_string(&one));
        buffer_free(&two);
        failed += calls >= failing;
    }
    assert_true(failed > FAILING / 4);
    failing = 0;
    buffer_free(&text);
    buffer_free(&one);
    folder_remove(&folder);
}

static void what_cannot_be_shared_is_read_by_one(void **state)
{
    (void)state;
    static const char *const texts[] = {"Date: 1954\nTitle: x\n", "Date: 1954\nTitle: x\n\n",
                                        "Date: 1954\nTitle: x\n\nDate: 1955\nTitle: y\n", "\n"};
    struct folder folder = folder_new();
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct buffer one = {0}, two = {0};
        folder_write(&folder, "t.rec", bytes_of(texts[i]));
        add_reading(&one, folder_file(&folder, "t.rec"), false, SIZE_MAX);
        add_reading(&two, folder_file(&folder, "t.rec"), true, 1);
        assert_row(i, buffer_string(&two), buffer_string(&one));
        buffer_free(&one);
        buffer_free(&two);
    }
    folder_remove(&folder);
}

static void a_thread_ends_with_the_reading(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    struct buffer text = {0};
    add_timeline(&text);
    folder_write(&folder, "t.rec", buffer_bytes(&text));
    for (size_t parts = 0; parts < 20; parts++) {
        struct store store;
        struct store_reading *reading =
            store_begin(&store, folder_file(&folder, "t.rec"), NULL, NULL);
        store_read_by_two(reading, 0);
        for (size_t i = 0; i < parts; i++)
            store_read_on(reading, 1000);
        store_end_reading(reading);
        store_close(&store);
    }
    buffer_free(&text);
    folder_remove(&folder);
}

int main(void)
{
    tester = pthread_self();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_threads_read_what_one_reads),
        cmocka_unit_test(what_does_not_fit_into_memory_is_read_by_one),
        cmocka_unit_test(what_cannot_be_shared_is_read_by_one),
        cmocka_unit_test(a_thread_ends_with_the_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
