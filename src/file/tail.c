#include "file/tail.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"
#include "base/thread.h"

/* Of what is left each of the two takes such a part, so that they come to their ends together
 * however fast each is; and no part is smaller, which would cost more than to read it. */
#define PART_OF_REST 8
#define PART_LEAST   4096

/* What the thread reads between two looks at whether it is to stop. */
#define LOOK_BYTES ((size_t)1 << 20)

/* What an impatient reading waits for the thread, so as not to ask all the time. */
#define MOMENT_NS 500000

/* No room is made for events that take fewer bytes: a file may begin with a few of those. */
#define LEAST_BYTES 256

/* A part is a store of its own, with names in place of units. */
struct part {
    struct part *next; /* in the file */
    struct store store;
    struct store_reading reading;
    struct map names;
    struct diag_sink sink;
    size_t at; /* byte where it begins */
    size_t end;
};

struct tail {
    struct store_reading like; /* the reading as it was when the thread was started */
    size_t events;             /* and what it had read */
    size_t units;
    pthread_t thread;
    pthread_mutex_t lock; /* of the two ends of what neither has taken yet, in bytes */
    size_t front;
    size_t back;
    size_t taken;          /* where the part ends that the thread took last */
    struct part *parts;    /* in the order of the file; the thread's own until it is done */
    atomic_size_t waiting; /* bytes that the thread has read and the reading not taken */
    atomic_bool is_done;
    atomic_bool must_stop;
    bool is_joined;
};

/* --- Shares --- */

static size_t share_of(size_t rest)
{
    size_t share = rest / PART_OF_REST;
    return share > PART_LEAST ? share : PART_LEAST;
}

/* Takes from the front of what is left, as much as ends with a record; returns where it ends. */
static size_t take_front(struct tail *tail)
{
    pthread_mutex_lock(&tail->lock);
    size_t rest = tail->back - tail->front, share = share_of(rest);
    struct bytes left = bytes_first(tail->like.reader.text, tail->back);
    tail->front = share < rest ? rec_boundary(left, tail->front + share) : tail->back;
    size_t end = tail->front;
    pthread_mutex_unlock(&tail->lock);
    return end;
}

/* Returns where the last share of what is left begins, which is more where a record is long. */
static size_t last_share(const struct tail *tail)
{
    size_t rest = tail->back - tail->front, at = tail->back;
    struct bytes left = bytes_first(tail->like.reader.text, tail->back);
    for (size_t share = share_of(rest); share < rest && at == tail->back; share *= 2)
        at = rec_boundary(left, tail->back - share);
    return at < tail->back ? at : tail->front;
}

/* Takes from the back. False when nothing is left. */
static bool take_back(struct tail *tail, size_t *at)
{
    pthread_mutex_lock(&tail->lock);
    *at = last_share(tail);
    tail->taken = tail->back;
    tail->back = *at;
    pthread_mutex_unlock(&tail->lock);
    return *at < tail->taken;
}

/* --- The thread --- */

/* Returns how many more of what `count` were in `read` bytes are likely to be in `bytes`, and an
 * eighth of that. */
static size_t likely(size_t count, size_t read, size_t bytes)
{
    double more = read ? (double)count / (double)read * (double)bytes * 1.125 : 0;
    double most = (double)bytes / LEAST_BYTES;
    return (size_t)(more < most ? more : most);
}

/* Makes room in a store for what `bytes` more bytes are likely to hold. */
static void make_room(struct store *store, const struct tail *tail, size_t bytes)
{
    size_t events = likely(tail->events, tail->like.reader.at, bytes);
    size_t units = likely(tail->units, tail->like.reader.at, bytes);
    store->events = memory_reserve(store->events, store->count, &store->room, store->count + events,
                                   sizeof *store->events);
    store->units = memory_reserve(store->units, store->unit_count, &store->unit_room,
                                  store->unit_count + units, sizeof *store->units);
}

static void free_part(struct part *part)
{
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        free(part->store.lists[type].items);
    free(part->store.events);
    free(part->store.units);
    map_free(&part->names);
    diag_move(NULL, &part->sink, 0);
    free(part);
}

/* Adds an empty part to the tail, before all others. */
static struct part *new_part(struct tail *tail, size_t at)
{
    struct part *part = memory_new(1, sizeof *part);
    part->next = tail->parts;
    tail->parts = part;
    part->at = at;
    part->end = tail->taken;
    part->sink.holds = true;
    part->store.gazetteer.nation = UNIT_NONE;
    part->reading = tail->like;
    part->reading.store = &part->store;
    part->reading.names = &part->names;
    part->reading.sink = &part->sink;
    part->reading.has_record = true;
    reading_start(&part->reading, bytes_first(tail->like.reader.text, part->end), at);
    make_room(&part->store, tail, part->end - at);
    return part;
}

/* Reads a part to its end; false when it is to stop before. */
static bool read_part(struct tail *tail, struct part *part)
{
    const size_t *at = &part->reading.reader.at;
    for (bool is_over = false; !is_over;) {
        size_t before = *at;
        if (atomic_load(&tail->must_stop))
            return false;
        is_over = !reading_go(&part->reading, LOOK_BYTES);
        atomic_fetch_add(&tail->waiting, *at - before);
    }
    return true;
}

static void read_parts(void *argument)
{
    struct tail *tail = argument;
    size_t at;
    while (take_back(tail, &at) && read_part(tail, new_part(tail, at)))
        ;
}

/* Gives back what the thread has taken and not read to its end, and drops what it read of it. */
static void give_back(struct tail *tail)
{
    struct part *part = tail->parts;
    pthread_mutex_lock(&tail->lock);
    tail->back = tail->taken;
    pthread_mutex_unlock(&tail->lock);
    if (part && part->at < tail->taken) {
        tail->parts = part->next;
        atomic_fetch_sub(&tail->waiting, part->reading.reader.at - part->at);
        free_part(part);
    }
}

static void *run(void *argument)
{
    struct tail *tail = argument;
    memory_attempt(read_parts, tail);
    give_back(tail);
    atomic_store(&tail->is_done, true);
    return NULL;
}

/* Waits for the thread, when `impatient` but a moment; false when it is still at work. */
static bool join(struct tail *tail, bool impatient)
{
    if (tail->is_joined)
        return true;
    if (impatient && !atomic_load(&tail->is_done)) {
        nanosleep(&(struct timespec){.tv_nsec = MOMENT_NS}, NULL);
        return false;
    }
    pthread_join(tail->thread, NULL);
    tail->is_joined = true;
    return true;
}

/* --- The reading --- */

static void free_tail(struct tail *tail)
{
    for (struct part *part = tail->parts, *next; part; part = next) {
        next = part->next;
        free_part(part);
    }
    pthread_mutex_destroy(&tail->lock);
    free(tail);
}

struct tail *tail_start(struct store_reading *reading)
{
    struct rec_reader *reader = &reading->reader;
    struct tail *tail = memory_new(1, sizeof *tail);
    tail->like = *reading;
    tail->events = reading->store->count;
    tail->units = reading->store->unit_count;
    tail->front = reader->at;
    tail->back = reader->text.size;
    pthread_mutex_init(&tail->lock, NULL);
    size_t end = take_front(tail);
    if (end < tail->back)
        make_room(reading->store, tail, reader->text.size - reader->at);
    if (end == tail->back || !thread_start(&tail->thread, run, tail)) {
        free_tail(tail);
        return NULL;
    }
    reader->text.size = end;
    return tail;
}

/* Appends a part to the reading, which has come to its beginning. */
static void append(struct store_reading *reading, struct part *part)
{
    struct rec_reader *reader = &reading->reader;
    size_t lines = reader->line - 1;
    uint32_t *units = memory_new(part->names.count, sizeof *units);
    for (size_t i = 0; i < part->names.count; i++)
        units[i] = gazetteer_place(&reading->store->gazetteer, part->names.entries[i].key);
    reading_append(reading, &part->reading, units);
    free(units);
    diag_move(reading->sink, &part->sink, lines);
}

/* Takes the next part, which the reading has to read itself where a %rec came between. False when
 * there is none. */
static bool take_part(struct store_reading *reading)
{
    struct tail *tail = reading->tail;
    struct part *part = tail->parts;
    if (!part)
        return false;
    tail->parts = part->next;
    atomic_fetch_sub(&tail->waiting, part->end - part->at);
    reading->reader.text.size = part->end;
    if (reading->type == tail->like.type)
        append(reading, part);
    free_part(part);
    return true;
}

bool tail_go(struct store_reading *reading, bool impatient)
{
    struct tail *tail = reading->tail;
    size_t end = take_front(tail);
    if (end > reading->reader.text.size) {
        reading->reader.text.size = end;
        return true;
    }
    if (reading->type != tail->like.type)
        atomic_store(&tail->must_stop, true);
    if (!join(tail, impatient) || tail->front < tail->back || take_part(reading))
        return true;
    reading->tail = NULL;
    free_tail(tail);
    return false;
}

size_t tail_bytes(const struct tail *tail)
{
    return tail ? atomic_load(&tail->waiting) : 0;
}

void tail_stop(struct tail *tail)
{
    if (!tail)
        return;
    atomic_store(&tail->must_stop, true);
    join(tail, false);
    free_tail(tail);
}
