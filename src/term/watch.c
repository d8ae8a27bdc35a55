#include "term/watch.h"

#include <unistd.h>

#include "base/path.h"

#ifdef __linux__
#include <sys/inotify.h>

static int listen_begin(void)
{
    return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

/* The folder is watched, not the file: most editors put a new file in place of the old one.
 * Returns the number of the watch, negative when there can be none. */
static int listen_to(int file, const char *path)
{
    struct buffer folder = {0};
    path_add_folder(&folder, path);
    int number = inotify_add_watch(file, buffer_string(&folder), IN_CLOSE_WRITE | IN_MOVED_TO);
    buffer_free(&folder);
    return number;
}

static void listen_no_more(int file, int folder)
{
    inotify_rm_watch(file, folder);
}
#else
static int listen_begin(void)
{
    return -1;
}

static int listen_to(int file, const char *path)
{
    (void)file;
    (void)path;
    return -1;
}

static void listen_no_more(int file, int folder)
{
    (void)file;
    (void)folder;
}
#endif

void watch_open(struct watch *watch)
{
    *watch = (struct watch){.file = listen_begin()};
}

/* What cannot be listened to makes all be asked about. */
void watch_add(struct watch *watch, const char *path)
{
    if (watch->count == WATCHED_MAX)
        return;
    struct watched *watched = &watch->files[watch->count++];
    *watched = (struct watched){.path = path};
    if (watch->file >= 0)
        watched->folder = listen_to(watch->file, path);
    if (watched->folder < 0)
        watch_close(watch);
    stat(path, &watched->last);
}

/* What was heard does not matter, only that it was. */
void watch_hear(const struct watch *watch)
{
    char notes[4096];
    while (watch->file >= 0 && read(watch->file, notes, sizeof notes) > 0)
        ;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool is_changed(struct watched *watched)
{
    struct stat now;
    if (stat(watched->path, &now) != 0 || is_same(&now, &watched->last))
        return false;
    watched->last = now;
    return true;
}

bool watch_changed(struct watch *watch, const char *path)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->files[i].path == path)
            return is_changed(&watch->files[i]);
    return false;
}

/* Closing the descriptor waits until Linux has tidied away what was watched, some 12 ms. So that is
 * left to the end of the process, and the tidying begins as early as can be. */
void watch_close(struct watch *watch)
{
    for (size_t i = 0; i < watch->count && watch->file >= 0; i++)
        listen_no_more(watch->file, watch->files[i].folder);
    watch->file = -1;
}
