#ifndef TESTS_FUZZ_PRINTED_H
#define TESTS_FUZZ_PRINTED_H

#include <stdlib.h>

#include "drawn.h"
#include "find/answer.h"
#include "print/print.h"

/* What holds of everything that is printed: text and messages are safe for a terminal, the forms
 * for programs are UTF-8 whose lines hold no control but the tabs of TSV. The form rec is the
 * file's own bytes, unless it goes to a terminal. */

/* Ends the program unless that holds. */
static inline void printed_check(struct bytes printed, bool tabs)
{
    while (printed.size) {
        struct bytes line = bytes_split(printed, '\n', &printed);
        while (tabs && line.size) {
            struct bytes column = bytes_split(line, '\t', &line);
            if (!drawn_is_safe(column))
                abort();
        }
        if (!drawn_is_safe(line))
            abort();
    }
}

/* Prints all events in a form, as to a terminal, checks what is printed, and appends it. */
static inline void printed_as(const struct store *store, enum print_format format,
                              struct buffer *out)
{
    struct question question;
    struct answer answer = {0};
    char *text = NULL;
    size_t size = 0;
    question_init(&question);
    answer_fill(&answer, store, &question);
    struct print_job job = {.store = store,
                            .answer = &answer,
                            .width = 60,
                            .is_terminal = true,
                            .stream = open_memstream(&text, &size)};
    print_events(&job, format);
    fclose(job.stream);
    printed_check((struct bytes){text, size}, format == PRINT_TSV);
    buffer_add(out, (struct bytes){text, size});
    free(text);
    answer_free(&answer);
    question_free(&question);
}

#endif
