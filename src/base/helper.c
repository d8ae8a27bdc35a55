#include "base/helper.h"

#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/thread.h"

/* To be woken takes about as long as a small work, and the next often comes at once. So the thread
 * gives way as often before it sleeps, which is less than a millisecond. */
#define LINGER 1000

/* What is shared, while it is. */
struct job {
    void (*work)(void *context, size_t piece);
    void *context;
    size_t count;
    atomic_size_t next; /* the first piece that nobody has come to */
};

struct helper {
    pthread_t thread;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t called;
    pthread_cond_t rested;
    _Atomic(struct job *) job; /* NULL when there is none to be begun */
    bool is_at_work;
    bool must_stop;
};

static void do_pieces(struct job *job)
{
    for (size_t piece; (piece = atomic_fetch_add(&job->next, 1)) < job->count;)
        job->work(job->context, piece);
}

static void linger(const struct helper *helper)
{
    for (int i = 0; i < LINGER && !atomic_load(&helper->job); i++)
        sched_yield();
}

/* Does its share of the job; the lock is held before and after. */
static void help(struct helper *helper)
{
    struct job *job = helper->job;
    helper->job = NULL;
    helper->is_at_work = true;
    pthread_mutex_unlock(&helper->lock);
    do_pieces(job);
    pthread_mutex_lock(&helper->lock);
    helper->is_at_work = false;
    pthread_cond_signal(&helper->rested);
    pthread_mutex_unlock(&helper->lock);
    linger(helper);
    pthread_mutex_lock(&helper->lock);
}

static void *run(void *argument)
{
    struct helper *helper = argument;
    pthread_mutex_lock(&helper->lock);
    while (!helper->must_stop) {
        if (helper->job)
            help(helper);
        else
            pthread_cond_wait(&helper->called, &helper->lock);
    }
    pthread_mutex_unlock(&helper->lock);
    return NULL;
}

static void free_helper(struct helper *helper)
{
    pthread_cond_destroy(&helper->rested);
    pthread_cond_destroy(&helper->called);
    pthread_mutex_destroy(&helper->lock);
    free(helper);
}

struct helper *helper_start(void)
{
    struct helper *helper = memory_new(1, sizeof *helper);
    pthread_mutex_init(&helper->lock, NULL);
    pthread_cond_init(&helper->called, NULL);
    pthread_cond_init(&helper->rested, NULL);
    if (thread_start(&helper->thread, run, helper))
        return helper;
    free_helper(helper);
    return NULL;
}

static void call(struct helper *helper, struct job *job)
{
    pthread_mutex_lock(&helper->lock);
    helper->job = job;
    pthread_cond_signal(&helper->called);
    pthread_mutex_unlock(&helper->lock);
}

/* Sees to it that the helper does not touch its job any more, begun or not. */
static void dismiss(struct helper *helper)
{
    pthread_mutex_lock(&helper->lock);
    helper->job = NULL;
    while (helper->is_at_work)
        pthread_cond_wait(&helper->rested, &helper->lock);
    pthread_mutex_unlock(&helper->lock);
}

void helper_share(struct helper *helper, size_t count, void (*work)(void *context, size_t piece),
                  void *context)
{
    struct job job = {.work = work, .context = context, .count = count};
    if (helper)
        call(helper, &job);
    do_pieces(&job);
    if (helper)
        dismiss(helper);
}

void helper_stop(struct helper *helper)
{
    if (!helper)
        return;
    pthread_mutex_lock(&helper->lock);
    helper->must_stop = true;
    pthread_cond_signal(&helper->called);
    pthread_mutex_unlock(&helper->lock);
    pthread_join(helper->thread, NULL);
    free_helper(helper);
}
