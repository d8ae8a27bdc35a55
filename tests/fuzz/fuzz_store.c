/* Event files: any bytes make a store, are checked, drawn and printed; nothing unclean reaches a
 * cell or a line of text. Behind a byte 0xFF 'G' stands the gazetteer g.rec. */

#include <stdint.h>

#include "drawn.h"
#include "file/check.h"
#include "file/store_open.h"
#include "files.h"
#include "print/figures.h"
#include "show/key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void browse(const struct store *store)
{
    static const uint32_t keys[] = {'G', '\r', 'p', '\r', 'q', '-', '-', 'q', 't', 'L', '\r'};
    struct browser browser;
    struct surface surface = {0};
    browser_init(&browser, store, LANGUAGE_VI);
    drawn_at(&browser, &surface, 120, 12);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        browser_key(&browser, keys[i]);
        drawn_at(&browser, &surface, 40 + (int)i * 8, 8 + (int)i);
    }
    surface_free(&surface);
    browser_free(&browser);
}

/* Text goes to a terminal; the other forms are for programs, which get UTF-8 at least. */
static void check_printed(struct bytes printed, enum print_format format)
{
    size_t offset;
    if (format != PRINT_REC && !text_is_utf8(printed, &offset))
        abort();
    while (printed.size && format != PRINT_REC) {
        struct bytes line = bytes_split(printed, '\n', &printed);
        for (size_t i = 0; i < line.size; i++)
            if ((unsigned char)line.at[i] < 0x20 && !(line.at[i] == '\t' && format == PRINT_TSV))
                abort();
    }
}

static void print_as(const struct store *store, enum print_format format)
{
    struct question question;
    struct answer answer = {0};
    char *text = NULL;
    size_t size = 0;
    question_init(&question);
    answer_fill(&answer, store, &question);
    struct print_job job = {.store = store, .answer = &answer, .width = 60};
    job.stream = open_memstream(&text, &size);
    print_events(&job, format);
    if (format <= PRINT_TSV) {
        print_provinces(&job, &question, format);
        print_figures(&job, NULL, format);
    }
    fclose(job.stream);
    check_printed((struct bytes){text, size}, format);
    free(text);
    answer_free(&answer);
    question_free(&question);
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
    if (store.count) {
        browse(&store);
        for (int format = 0; format < PRINT_FORMAT_COUNT; format++)
            print_as(&store, (enum print_format)format);
    }
    store_close(&store);
    return 0;
}
