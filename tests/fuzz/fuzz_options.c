/* The command line: any arguments, parted by newlines, are read or refused with a reason in clean
 * words, and what they ask of the shipped timeline is answered. */

#include <stdint.h>

#include "ask.h"
#include "base/memory.h"
#include "command_line.h"
#include "drawn.h"
#include "find/answer.h"
#include "shipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void answer(const struct options *options)
{
    struct question question;
    struct answer answer = {0};
    struct browser browser;
    if (ask(&question, options, &store))
        answer_fill(&answer, &store, &question);
    question_free(&question);
    answer_free(&answer);
    if (!options->at)
        return;
    browser_init(&browser, &store, options->language);
    browser_go_to(&browser, bytes_of(options->at));
    browser_free(&browser);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = memory_new(size + 1, 1), *argv[34] = {text};
    struct options options = {0};
    struct buffer error = {0};
    int argc = 1;
    if (size)
        memcpy(text, data, size);
    for (char *at = text; argc < 33 && at; argc++) {
        char *end = strchr(at, '\n');
        argv[argc] = at;
        at = end ? end + 1 : NULL;
        if (end)
            *end = '\0';
    }
    if (command_line_read(&options, argc, argv, &error))
        answer(&options);
    else if (error.size == 0 || !drawn_is_safe(buffer_bytes(&error)))
        abort();
    options_free(&options);
    buffer_free(&error);
    free(text);
    return 0;
}
