/* Edits the shipped timeline, or its gazetteer, at random and reads what comes of it.
 *
 *     mutation ROUNDS [SEED [FIRST]]
 *
 * In each round no page and no line may hold a control, no round may take more than a second of
 * the processor, and every event that the edit did not touch has to be shown as before. A round is
 * repeated by its seed and its number. A failure leaves the edited file behind and says where. */

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/time.h>

#include "../fuzz/files.h"
#include "../fuzz/printed.h"
#include "base/map.h"
#include "base/memory.h"
#include "edit.h"
#include "file/check.h"
#include "file/store_open.h"

#define TIMELINE  "data/dien-bien-phu.rec"
#define GAZETTEER "data/vietnam.rec"

/* An event as it was: where it stands with the gaps at both sides, and its row of TSV. */
struct good {
    struct run run;
    struct bytes id;
    struct bytes row;
};

struct proof {
    struct content texts[2]; /* the timeline, the gazetteer */
    struct buffer rows;
    struct good *goods; /* in the order of the file */
    size_t count;
    size_t head; /* bytes up to the end of the Timeline record and the gap behind it */
    uint64_t seed;
    size_t round;
    struct edit edit;
    bool is_gazetteer; /* is edited in this round */
    size_t events;     /* that were untouched and seen again, over all rounds */
};

static struct proof proof; /* for a handler, which has no argument to find it by */

static void say_round(void)
{
    fprintf(stderr, "mutation: seed %llu, round %zu: %s at byte %zu of the %s\n",
            (unsigned long long)proof.seed, proof.round, proof.edit.name, proof.edit.touched[0].at,
            proof.is_gazetteer ? "gazetteer" : "timeline");
}

static void on_end(int number)
{
    say_round();
    fprintf(stderr, "mutation: %s; the file is %s\n", strsignal(number),
            files_paths[proof.is_gazetteer]);
    _exit(EXIT_FAILURE);
}

static void fail(const char *what, struct bytes which)
{
    say_round();
    fprintf(stderr, "mutation: %s: %.*s; the file is %s\n", what, BYTES_ARGS(which),
            files_paths[proof.is_gazetteer]);
    _exit(EXIT_FAILURE);
}

static bool is_blank(char c)
{
    return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

/* Returns the run of a record with the gaps at both sides, the newline before it included. */
static struct run with_gaps(struct bytes text, struct record record)
{
    size_t first = (size_t)record.at, last = first + record.size;
    while (first > 0 && is_blank(text.at[first - 1]))
        first--;
    while (last < text.size && is_blank(text.at[last]))
        last++;
    return (struct run){first, last - first};
}

/* Notes the events as they are shown now; rows of TSV stand in the order of the events. */
static void note_goods(const struct store *store)
{
    struct bytes left;
    printed_as(store, PRINT_TSV, &proof.rows);
    bytes_split(buffer_bytes(&proof.rows), '\n', &left); /* the head */
    proof.goods = memory_new(store->count, sizeof *proof.goods);
    proof.count = store->count;
    struct run head = with_gaps(store->content.bytes, store->timeline);
    proof.head = head.at + head.size;
    for (size_t i = 0; i < store->count; i++) {
        struct good *good = &proof.goods[i];
        struct bytes rest;
        good->run = with_gaps(store->content.bytes, store->events[i].record);
        good->row = bytes_split(left, '\n', &left);
        good->id = bytes_split(good->row, '\t', &rest);
    }
}

static bool is_touched(struct run run)
{
    for (int i = 0; i < proof.edit.count; i++) {
        struct run touched = proof.edit.touched[i];
        if (touched.at <= run.at + run.size && touched.at + touched.size >= run.at)
            return true;
    }
    return false;
}

/* Appends the lines that say of which type the records behind them are. */
static void add_types(struct buffer *out, struct bytes text)
{
    while (text.size) {
        struct bytes line = bytes_split(text, '\n', &text);
        if (bytes_start(line, BYTES("%rec")))
            buffer_add(out, line);
    }
}

/* Says whether the types of records are as before, as far as the text still goes. */
static bool has_same_types(struct bytes before, struct bytes after)
{
    struct buffer old = {0}, now = {0};
    add_types(&old, before);
    add_types(&now, after);
    bool same = bytes_start(buffer_bytes(&old), buffer_bytes(&now));
    buffer_free(&old);
    buffer_free(&now);
    return same;
}

/* Every event that was not touched has its row as before; its id at least, where the edit was in
 * what rows are made of besides. */
static void find_goods(const struct store *store)
{
    struct buffer rows = {0};
    struct map map = {0};
    bool whole = !proof.is_gazetteer && proof.edit.touched[0].at > proof.head;
    printed_as(store, PRINT_TSV, &rows);
    for (struct bytes left = buffer_bytes(&rows); left.size;) {
        struct bytes rest, row = bytes_split(left, '\n', &left);
        map_put(&map, whole ? row : bytes_split(row, '\t', &rest), 1);
    }
    for (size_t i = 0; i < proof.count; i++) {
        const struct good *good = &proof.goods[i];
        if (!proof.is_gazetteer && is_touched(good->run))
            continue;
        if (map_get(&map, whole ? good->row : good->id) == MAP_NONE)
            fail("an event is lost", good->row);
        proof.events++;
    }
    map_free(&map);
    buffer_free(&rows);
}

/* Looks at the pages, beginning with that of an event near the edit. */
static void browse(const struct store *store, struct chance *chance)
{
    static const uint32_t keys[] = {'\r', 'n', 'q', 'p', 'G', '\r', 'g',  't', '+', '+',
                                    'q',  '-', '-', 'L', '/', 'a',  '\r', 'G', '\r'};
    struct browser browser;
    struct surface surface = {0};
    size_t place = 0;
    browser_init(&browser, store, LANGUAGE_VI);
    for (size_t i = 0; i < store->count; i++)
        if (store->events[i].record.at < proof.edit.touched[0].at &&
            store->events[i].record.at > store->events[place].record.at)
            place = i;
    browser_go(&browser, place, false);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        drawn_at(&browser, &surface, 40 + (int)chance_below(chance, 100),
                 8 + (int)chance_below(chance, 30));
        browser_key(&browser, keys[i]);
    }
    drawn_at(&browser, &surface, 132, 43);
    surface_free(&surface);
    browser_free(&browser);
}

static void check(const struct store *store, struct diag_sink *sink)
{
    check_timeline(store, sink);
    check_gazetteer(store, sink);
}

/* Reads the two files as they are now. */
static void read_files(struct chance *chance, bool is_ordered)
{
    struct buffer out = {0};
    struct store store;
    char *said = NULL;
    size_t size = 0;
    struct diag_sink sink = {.stream = open_memstream(&said, &size), .file = "a.rec"};
    if (store_open(&store, files_paths[0], &sink, &sink)) {
        check(&store, &sink);
        if (is_ordered)
            find_goods(&store);
        if (store.count) {
            browse(&store, chance);
            printed_as(&store, (enum print_format)(proof.round % PRINT_FORMAT_COUNT), &out);
        }
        store_close(&store);
    }
    fclose(sink.stream);
    printed_check((struct bytes){said, size}, false);
    free(said);
    buffer_free(&out);
}

static void run_round(void)
{
    struct chance chance = chance_of(proof.seed, proof.round);
    struct buffer text = {0};
    proof.is_gazetteer = chance_below(&chance, 5) == 0;
    struct bytes before = proof.texts[proof.is_gazetteer].bytes;
    proof.edit = edit_add(&text, before, &chance);
    files_write(!proof.is_gazetteer, proof.texts[!proof.is_gazetteer].bytes);
    files_write(proof.is_gazetteer, buffer_bytes(&text));
    read_files(&chance, proof.is_gazetteer || has_same_types(before, buffer_bytes(&text)));
    buffer_free(&text);
}

static void begin(void)
{
    struct diag_sink sink = {.stream = stderr};
    struct store store;
    signal(SIGPROF, on_end);
    signal(SIGABRT, on_end);
    signal(SIGSEGV, on_end);
    signal(SIGBUS, on_end);
    if (!content_open(&proof.texts[0], TIMELINE, &sink) ||
        !content_open(&proof.texts[1], GAZETTEER, &sink) ||
        !store_open(&store, TIMELINE, &sink, &sink))
        exit(EXIT_FAILURE);
    note_goods(&store);
    store_close(&store);
}

static size_t number_at(int argc, char **argv, int at, size_t other)
{
    return at < argc ? strtoul(argv[at], NULL, 10) : other;
}

int main(int argc, char **argv)
{
    static const struct itimerval second = {.it_value = {.tv_sec = 1}};
    size_t rounds = number_at(argc, argv, 1, 200), first = number_at(argc, argv, 3, 0);
    proof.seed = number_at(argc, argv, 2, 1);
    begin();
    for (proof.round = first; proof.round < first + rounds; proof.round++) {
        setitimer(ITIMER_PROF, &second, NULL);
        run_round();
    }
    printf("mutation: %zu rounds of seed %llu: %zu events untouched, all shown\n", rounds,
           (unsigned long long)proof.seed, proof.events);
    content_close(&proof.texts[0]);
    content_close(&proof.texts[1]);
    buffer_free(&proof.rows);
    free(proof.goods);
    return EXIT_SUCCESS;
}
