/* Event files: any bytes make a store, are checked, drawn, told and printed; nothing unclean
 * reaches a cell or a line of text. Behind a byte 0xFF 'G' stands the gazetteer vietnam.rec. */

#include <stdint.h>

#include "drawn.h"
#include "file/check.h"
#include "file/store_open.h"
#include "files.h"
#include "print/figures.h"
#include "print/provinces.h"
#include "printed.h"
#include "show/key.h"
#include "show/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Tells the pane in focus as the plain mode does. */
static void tell(struct browser *browser)
{
    struct report report;
    struct buffer out = {0};
    report_init(&report, 60, 12);
    report_add(&report, browser, &out);
    printed_check(buffer_bytes(&out), false);
    report_free(&report);
    buffer_free(&out);
}

static void browse(const struct store *store)
{
    static const uint32_t keys[] = {'G', '\r', 'p', '\r', 's', '\t', 'q',
                                    'q', '-',  '-', 'q',  't', 'L',  '\r'};
    struct browser browser;
    struct surface surface = {0};
    browser_init(&browser, store, LANGUAGE_VI);
    drawn_at(&browser, &surface, 120, 12);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        browser_key(&browser, keys[i]);
        drawn_at(&browser, &surface, 40 + (int)i * 8, 8 + (int)i);
        tell(&browser);
    }
    surface_free(&surface);
    browser_free(&browser);
}

/* Tables of provinces and figures, to a stream that is thrown away once it is checked. */
static void print_tables(const struct store *store, enum print_format format)
{
    struct question question;
    struct answer answer = {0};
    char *text = NULL;
    size_t size = 0;
    question_init(&question);
    answer_fill(&answer, store, &question);
    struct print_job job = {.store = store, .answer = &answer, .width = 60};
    job.stream = open_memstream(&text, &size);
    print_provinces(&job, &question, format);
    print_figures(&job, NULL, format);
    fclose(job.stream);
    printed_check((struct bytes){text, size}, format == PRINT_TSV);
    free(text);
    answer_free(&answer);
    question_free(&question);
}

static void print(const struct store *store)
{
    struct buffer out = {0};
    for (int format = 0; format < PRINT_FORMAT_COUNT; format++)
        printed_as(store, (enum print_format)format, &out);
    print_tables(store, PRINT_TEXT);
    print_tables(store, PRINT_TSV);
    buffer_free(&out);
}

/* Read in parts, by one thread or two, it is the same store. */
static void read_in_parts(const struct store *whole, const char *path, bool by_two)
{
    struct store store;
    struct store_reading *reading = store_begin(&store, path, NULL, NULL);
    if (reading && by_two)
        store_read_by_two(reading, 0);
    while (reading && store_read_on(reading, 48))
        continue;
    if (!reading || store.count != whole->count || store.first != whole->first ||
        store.last != whole->last)
        abort();
    for (size_t i = 0; i < store.count; i++)
        if (store.events[i].record.at != whole->events[i].record.at ||
            store.events[i].record.line != whole->events[i].record.line)
            abort();
    store_end_reading(reading);
    store_close(&store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes all = {(const char *)data, size};
    size_t first = bytes_find(all, BYTES("\xFFG"));
    struct diag_sink sink = {.file = "fuzz"};
    struct store store;
    const char *path = files_write(0, bytes_first(all, first));
    files_write(1, bytes_after(all, first + 2));
    if (!store_open(&store, path, &sink, &sink))
        return 0;
    check_timeline(&store, &sink);
    check_gazetteer(&store, &sink);
    read_in_parts(&store, path, false);
    read_in_parts(&store, path, true);
    if (store.count) {
        browse(&store);
        print(&store);
    }
    store_close(&store);
    return 0;
}
