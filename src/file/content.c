#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "file/content.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

/* Below this a copy costs less than a mapping. */
#define MAPPED_FROM ((off_t)1 << 14)

/* A timeline, its gazetteer and its outlines, twice over for a file that is read anew. */
#define MAPPED_MAX 6

static const struct place whole_file = {0, 0};

/* A handler of SIGBUS has no argument to find these by. */
static struct {
    char *volatile at;
    volatile size_t size;
} mapped[MAPPED_MAX];

/* Keeps a mapping in mind, or forgets it when `size` is 0; false when there are too many. */
static bool note_mapping(void *at, size_t size)
{
    for (size_t i = 0; i < MAPPED_MAX; i++) {
        if (size ? mapped[i].at != NULL : mapped[i].at != at)
            continue;
        mapped[i].at = size ? at : NULL;
        mapped[i].size = size;
        return true;
    }
    return false;
}

bool content_mend(const void *address)
{
    const char *wanted = address;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    for (size_t i = 0; i < MAPPED_MAX; i++) {
        char *at = mapped[i].at;
        if (!at || wanted < at || wanted >= at + mapped[i].size)
            continue;
        char *start = at + (size_t)(wanted - at) / page * page;
        return mmap(start, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) ==
               start;
    }
    return false;
}

static bool map_file(struct content *content, int file, size_t size)
{
    void *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at == MAP_FAILED)
        return false;
    if (!note_mapping(at, size)) {
        munmap(at, size);
        return false;
    }
    *content = (struct content){{at, size}, true};
    return true;
}

/* Reads to the end of the file, however long it is; `expected` is a guess of its size. */
static bool read_file(struct content *content, int file, size_t expected)
{
    size_t room = expected + 1, size = 0;
    char *at = memory_resize(NULL, room, 1);
    for (;;) {
        at = memory_grow(at, size, &room, 1);
        ssize_t got = read(file, at + size, room - size);
        if (got == 0)
            break;
        if (got > 0)
            size += (size_t)got;
        else if (errno != EINTR) {
            free(at);
            return false;
        }
    }
    *content = (struct content){{at, size}, false};
    return true;
}

static bool take(struct content *content, int file, struct diag_sink *sink)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return diag(sink, DIAG_FILE_UNREADABLE, whole_file, bytes_of(strerror(errno)));
    if (S_ISDIR(status.st_mode))
        return diag(sink, DIAG_FILE_DIRECTORY, whole_file, BYTES(""));
    size_t size = status.st_size > 0 ? (size_t)status.st_size : 0;
    bool large = S_ISREG(status.st_mode) && status.st_size >= MAPPED_FROM;
    if (!(large && map_file(content, file, size)) && !read_file(content, file, size))
        return diag(sink, DIAG_FILE_UNREADABLE, whole_file, bytes_of(strerror(errno)));
    return true;
}

bool content_open(struct content *content, const char *path, struct diag_sink *sink)
{
    *content = (struct content){0};
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return diag(sink, DIAG_FILE_UNREADABLE, whole_file, bytes_of(strerror(errno)));
    bool taken = take(content, file, sink);
    close(file);
    if (taken && content->bytes.size == 0) {
        content_close(content);
        return diag(sink, DIAG_FILE_EMPTY, whole_file, BYTES(""));
    }
    return taken;
}

void content_close(struct content *content)
{
    if (content->mapped) {
        note_mapping((void *)content->bytes.at, 0);
        munmap((void *)content->bytes.at, content->bytes.size);
    } else
        free((void *)content->bytes.at);
    *content = (struct content){0};
}
