/* Holds files in the page cache as they are now, until it is killed: where a system forgets what is
 * not read for some seconds, one run would measure memory and the next the disk.
 *
 *   hold FILE...
 *
 * prints the number of a process that holds them, and leaves it behind. Says which it cannot hold,
 * for lack of memory or of the right to it (`ulimit -l`), and holds the others. */

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool hold(const char *path)
{
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0)
        return false;
    void *at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    return at != MAP_FAILED && mlock(at, (size_t)status.st_size) == 0;
}

/* The parent ends when the child closes its end of the pipe, which is when all is held. */
int main(int argc, char **argv)
{
    int ends[2];
    char byte;
    if (pipe(ends) != 0)
        return EXIT_FAILURE;
    pid_t child = fork();
    if (child != 0) {
        close(ends[1]);
        printf("%ld\n", (long)child);
        return child < 0 || read(ends[0], &byte, 1) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
    }
    for (int i = 1; i < argc; i++)
        if (!hold(argv[i]))
            fprintf(stderr, "hold: %s is not held in memory\n", argv[i]);
    close(ends[0]);
    close(ends[1]);
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    for (;;)
        pause();
}
