#ifndef TESTS_FUZZ_SHIPPED_H
#define TESTS_FUZZ_SHIPPED_H

#include <stdlib.h>

#include "file/store_open.h"

/* The shipped timeline, opened once for all inputs; targets run in the root of the project. */

static struct store store;

int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    struct diag_sink sink = {.stream = stderr, .file = "data/dien-bien-phu.rec"};
    (void)argc;
    (void)argv;
    if (!store_open(&store, sink.file, &sink, NULL))
        exit(EXIT_FAILURE);
    return 0;
}

#endif
