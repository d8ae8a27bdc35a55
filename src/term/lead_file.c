#ifdef __linux__
#define _DEFAULT_SOURCE /* syscall() */
#endif

#include "term/lead_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

/* A pupil reads what the teacher writes. */
#define MODE (S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)

/* Reads at most `room` bytes of a regular file; 0 when it is none. */
static size_t read_regular(int file, char *line, size_t room)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return 0;
    ssize_t size = read(file, line, room);
    return size > 0 ? (size_t)size : 0;
}

bool lead_file_read(const char *path, struct lead_state *state)
{
    char line[LEAD_LINE_MAX + 1];
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW);
    if (file < 0)
        return false;
    size_t size = read_regular(file, line, sizeof line);
    close(file);
    return lead_parse(state, (struct bytes){line, size});
}

/* Writes all the bytes to a new file; false when it cannot. */
static bool write_new(const char *path, struct bytes bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, MODE);
    if (file < 0)
        return false;
    bool written = write(file, bytes.at, bytes.size) == (ssize_t)bytes.size;
    return close(file) == 0 && written;
}

/* One that was killed may have left its unfinished file behind. */
bool lead_file_write(const char *path, const struct lead_state *state)
{
    struct buffer line = {0}, fresh = {0};
    lead_print(state, &line);
    buffer_printf(&fresh, "%s.new", path);
    unlink(buffer_string(&fresh));
    if (line.size > LEAD_LINE_MAX)
        errno = EMSGSIZE;
    bool written = line.size <= LEAD_LINE_MAX &&
                   write_new(buffer_string(&fresh), buffer_bytes(&line)) &&
                   rename(buffer_string(&fresh), path) == 0;
    int error = errno;
    if (!written)
        unlink(buffer_string(&fresh));
    errno = error;
    buffer_free(&line);
    buffer_free(&fresh);
    return written;
}

bool lead_file_is_led(const struct lead_state *state)
{
    return state->leader > 0 && (kill(state->leader, 0) == 0 || errno == EPERM);
}

int lead_file_end(const struct lead_state *state)
{
#ifdef SYS_pidfd_open
    return state->leader > 0 ? (int)syscall(SYS_pidfd_open, state->leader, 0) : -1;
#else
    (void)state;
    return -1;
#endif
}
