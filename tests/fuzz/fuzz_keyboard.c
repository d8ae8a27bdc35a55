/* The keyboard: any bytes from a terminal become keys that the browser takes, and come to an end.
 * Standard input is a pipe that holds them; what curses draws goes nowhere. */

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "show/key.h"
#include "term/keyboard.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    FILE *nowhere = fopen("/dev/null", "w");
    (void)argc;
    (void)argv;
    if (!nowhere || !newterm("xterm-256color", nowhere, stdin))
        exit(EXIT_FAILURE);
    keyboard_open(true);
    return 0;
}

/* Makes the bytes, at most as many as a pipe takes, the whole of standard input. */
static void give(const uint8_t *data, size_t size)
{
    int ends[2];
    if (pipe(ends) != 0 || write(ends[1], data, size) != (ssize_t)size ||
        dup2(ends[0], STDIN_FILENO) != STDIN_FILENO)
        exit(EXIT_FAILURE);
    close(ends[0]);
    close(ends[1]);
}

static bool is_key(uint32_t key)
{
    enum pointer what;
    int x, y;
    if (key_read_pointer(key, &what, &x, &y))
        return what < POINTER_COUNT && x >= 0 && y >= 0;
    return key <= KEY_CODE_PASTE_END && !(key >= 0xD800 && key <= 0xDFFF);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t key;
    size_t count = 0;
    give(data, size < 4096 ? size : 4096);
    while (keyboard_read(&key))
        if (++count > size || !is_key(key))
            abort();
    return 0;
}
