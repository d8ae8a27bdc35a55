#ifndef TESTS_FAULTS_CALLS_H
#define TESTS_FAULTS_CALLS_H

/* The calls of the program that can be made to fail, what they return then, and why. The linker
 * sends them to fault.c first (ld's --wrap); the Makefile takes their names from here. */

/* clang-format off */
/* C(type, name, parameters, arguments, failed, error) */
#define CALLS(C) \
    C(void *, malloc, (size_t size), (size), NULL, ENOMEM) \
    C(void *, calloc, (size_t count, size_t size), (count, size), NULL, ENOMEM) \
    C(void *, realloc, (void *old, size_t size), (old, size), NULL, ENOMEM) \
    C(void *, aligned_alloc, (size_t alignment, size_t size), (alignment, size), NULL, ENOMEM) \
    C(void *, u8_normalize, (void *form, const void *text, size_t size, void *out, size_t *count), \
      (form, text, size, out, count), NULL, ENOMEM) \
    C(void *, open_memstream, (void *at, void *size), (at, size), NULL, ENOMEM) \
    C(int, pthread_create, (void *thread, const void *how, void *run, void *argument), \
      (thread, how, run, argument), EAGAIN, EAGAIN) \
    C(int, open, (const char *path, int flags, unsigned mode), (path, flags, mode), -1, EMFILE) \
    C(ssize_t, read, (int file, void *at, size_t size), (file, at, size), -1, EIO) \
    C(int, close, (int file), (file), -1, EIO) \
    C(int, fstat, (int file, void *status), (file, status), -1, EIO) \
    C(int, stat, (const char *path, void *status), (path, status), -1, EIO) \
    C(ssize_t, write, (int file, const void *at, size_t size), (file, at, size), -1, ENOSPC) \
    C(int, rename, (const char *from, const char *to), (from, to), -1, ENOSPC) \
    C(int, inotify_init1, (int flags), (flags), -1, EMFILE) \
    C(int, inotify_add_watch, (int file, const char *path, unsigned what), (file, path, what), -1, \
      ENOSPC) \
    C(int, prctl, (int what, long a, long b, long c, long d), (what, a, b, c, d), -1, EPERM) \
    C(int, setrlimit, (int what, const void *limit), (what, limit), -1, EPERM) \
    C(long, syscall, (long number, long a, long b, long c, long d), (number, a, b, c, d), -1, \
      EPERM) \
    C(int, access, (const char *path, int mode), (path, mode), -1, EACCES) \
    C(void *, mmap, (void *at, size_t size, int protect, int flags, int file, off_t offset), \
      (at, size, protect, flags, file, offset), MAP_FAILED, ENOMEM) \
    C(int, munmap, (void *at, size_t size), (at, size), -1, EINVAL) \
    C(long, sysconf, (int name), (name), -1, EINVAL) \
    C(size_t, fwrite, (const void *at, size_t size, size_t count, void *file), \
      (at, size, count, file), 0, ENOSPC) \
    C(int, fflush, (void *file), (file), -1, ENOSPC) \
    C(char *, setlocale, (int category, const char *name), (category, name), NULL, ENOENT) \
    C(void *, localtime, (const void *moment), (moment), NULL, EOVERFLOW) \
    C(int, isatty, (int file), (file), 0, ENOTTY) \
    C(int, ioctl, (int file, unsigned long request, void *at), (file, request, at), -1, EIO) \
    C(int, tcgetattr, (int file, void *modes), (file, modes), -1, EIO) \
    C(int, tcsetattr, (int file, int when, const void *modes), (file, when, modes), -1, EIO) \
    C(int, poll, (void *files, unsigned long count, int wait), (files, count, wait), -1, EINTR) \
    C(int, pselect, (int count, void *in, void *out, void *odd, void *wait, const void *mask), \
      (count, in, out, odd, wait, mask), -1, EINTR) \
    C(int, setupterm, (const char *name, int file, void *error), (name, file, error), -1, ENOMEM) \
    C(void *, newterm, (const char *name, void *out, void *in), (name, out, in), NULL, ENOMEM) \
    C(int, start_color, (void), (), -1, ENOMEM) \
    C(int, resize_term, (int rows, int columns), (rows, columns), -1, ENOMEM) \
    C(int, wrefresh, (void *window), (window), -1, EIO) \
    C(int, wadd_wchnstr, (void *window, const void *cells, int count), (window, cells, count), \
      -1, EIO)
/* clang-format on */

#endif
