#include "term/watch.h"

#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

#ifdef __linux__
#include <sys/inotify.h>

/* The folder is watched, not the file: most editors put a new file in place of the old one. */
static int listen(const char *path)
{
    struct buffer folder = {0};
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) + 1 : 0;
    buffer_add(&folder, size ? (struct bytes){path, size} : BYTES("."));
    int file = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    unsigned events = IN_CLOSE_WRITE | IN_MOVED_TO;
    if (file >= 0 && inotify_add_watch(file, buffer_string(&folder), events) < 0) {
        close(file);
        file = -1;
    }
    buffer_free(&folder);
    return file;
}
#else
static int listen(const char *path)
{
    (void)path;
    return -1;
}
#endif

void watch_open(struct watch *watch, const char *path)
{
    *watch = (struct watch){.file = -1, .path = path};
    if (!path)
        return;
    watch->file = listen(path);
    stat(path, &watch->last);
}

/* What was heard does not matter, only that it was. */
static void forget_notes(const struct watch *watch)
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

bool watch_changed(struct watch *watch)
{
    struct stat now;
    forget_notes(watch);
    if (!watch->path || stat(watch->path, &now) != 0 || is_same(&now, &watch->last))
        return false;
    watch->last = now;
    return true;
}

void watch_close(struct watch *watch)
{
    if (watch->file >= 0)
        close(watch->file);
    *watch = (struct watch){.file = -1};
}
