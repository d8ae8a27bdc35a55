#include "file/half.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"

/* What the thread reads between two looks at whether it is to stop. */
#define PART_BYTES ((size_t)1 << 20)

/* What an impatient reading waits for the thread, so as not to ask all the time. */
#define MOMENT_NS 500000

/* No room is made for events that take fewer bytes: a file may begin with a few of those. */
#define LEAST_BYTES 256

struct half {
    struct store store;
    struct store_reading reading;
    struct map names;
    struct diag_sink sink;
    enum record_type type; /* of its first record, if no %rec comes between */
    pthread_t thread;
    bool ran_out; /* of memory; known when it is done */
    atomic_bool is_done;
    atomic_bool must_stop;
};

static void read_parts(void *argument)
{
    struct half *half = argument;
    while (!atomic_load(&half->must_stop) && reading_go(&half->reading, PART_BYTES))
        ;
}

static void *run(void *argument)
{
    struct half *half = argument;
    half->ran_out = !memory_attempt(read_parts, half);
    atomic_store(&half->is_done, true);
    return NULL;
}

/* Starts the thread with all signals left to the other, but those that say what it did itself. */
static bool start_thread(struct half *half)
{
    static const int own[] = {SIGBUS, SIGSEGV, SIGILL, SIGFPE, SIGABRT};
    sigset_t others, before;
    sigfillset(&others);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        sigdelset(&others, own[i]);
    pthread_sigmask(SIG_BLOCK, &others, &before);
    bool started = pthread_create(&half->thread, NULL, run, half) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void free_half(struct half *half)
{
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        free(half->store.lists[type].items);
    free(half->store.events);
    free(half->store.units);
    map_free(&half->names);
    diag_move(NULL, &half->sink, 0);
    free(half);
}

/* Returns how many more of what `count` were in `read` bytes are likely to be in `bytes`, and an
 * eighth of that. */
static size_t likely(size_t count, size_t read, size_t bytes)
{
    double more = read ? (double)count / (double)read * (double)bytes * 1.125 : 0;
    double most = (double)bytes / LEAST_BYTES;
    return (size_t)(more < most ? more : most);
}

/* Makes room in a store for what `bytes` bytes behind those that were read are likely to hold. */
static void make_room(struct store *store, const struct store_reading *reading, size_t bytes)
{
    size_t events = likely(reading->store->count, reading->reader.at, bytes);
    size_t units = likely(reading->store->unit_count, reading->reader.at, bytes);
    store->events = memory_reserve(store->events, store->count, &store->room, store->count + events,
                                   sizeof *store->events);
    store->units = memory_reserve(store->units, store->unit_count, &store->unit_room,
                                  store->unit_count + units, sizeof *store->units);
}

struct half *half_start(struct store_reading *reading)
{
    struct rec_reader *reader = &reading->reader;
    struct bytes text = reader->text;
    size_t middle = reader->at + (text.size - reader->at) / 2;
    size_t at = rec_boundary(text, middle);
    if (reader->at == text.size || at == text.size)
        return NULL;
    struct half *half = memory_new(1, sizeof *half);
    half->sink.holds = true;
    half->store.gazetteer.nation = UNIT_NONE;
    half->type = reading->type;
    half->reading = *reading;
    half->reading.store = &half->store;
    half->reading.names = &half->names;
    half->reading.sink = &half->sink;
    half->reading.has_record = true;
    make_room(reading->store, reading, text.size - reader->at);
    make_room(&half->store, reading, text.size - at);
    reading_start(&half->reading, text, at);
    if (!start_thread(half)) {
        free_half(half);
        return NULL;
    }
    reader->text.size = at;
    return half;
}

/* Gives the units of the half their numbers in the gazetteer. */
static void number_units(struct half *half, struct gazetteer *gazetteer)
{
    uint32_t *units = memory_new(half->names.count, sizeof *units);
    for (size_t i = 0; i < half->names.count; i++)
        units[i] = gazetteer_place(gazetteer, half->names.entries[i].key);
    for (size_t i = 0; i < half->store.unit_count; i++)
        half->store.units[i] = units[half->store.units[i]];
    free(units);
}

static struct record moved(struct record record, size_t lines)
{
    record.line += (uint32_t)lines;
    return record;
}

static void append(struct store_reading *reading, struct half *half)
{
    size_t lines = reading->reader.line - 1;
    const struct store *from = &half->store;
    number_units(half, &reading->store->gazetteer);
    for (size_t i = 0; i < from->count; i++) {
        struct event event = from->events[i];
        event.record = moved(event.record, lines);
        reading_add_event(reading, &event, store_units(from, &event));
    }
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        for (size_t i = 0; i < from->lists[type].count; i++)
            reading_add_record(reading, (enum record_type)type,
                               moved(from->lists[type].items[i], lines));
    reading->store->left_out += from->left_out;
    diag_move(reading->sink, &half->sink, lines);
    reading->reader.at = reading->reader.text.size;
}

bool half_take(struct store_reading *reading, bool impatient)
{
    struct half *half = reading->half;
    bool fits = half->type == reading->type;
    if (fits && impatient && !atomic_load(&half->is_done)) {
        nanosleep(&(struct timespec){.tv_nsec = MOMENT_NS}, NULL);
        return false;
    }
    reading->half = NULL;
    reading->reader.text = half->reading.reader.text;
    if (!fits)
        atomic_store(&half->must_stop, true);
    pthread_join(half->thread, NULL);
    bool is_good = fits && !half->ran_out;
    if (is_good)
        append(reading, half);
    free_half(half);
    return is_good;
}

void half_stop(struct half *half)
{
    if (!half)
        return;
    atomic_store(&half->must_stop, true);
    pthread_join(half->thread, NULL);
    free_half(half);
}
