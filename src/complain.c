#include "complain.h"

#include <stdio.h>

#include "base/text.h"

void complain(const char *what)
{
    fprintf(stderr, "dbp-timeline: %s\n", what);
}

void complain_of_name(enum message what, const char *argument, const struct buffer *candidates,
                      enum language language)
{
    struct buffer clean = {0}, line = {0};
    text_clean_line(&clean, bytes_of(argument));
    buffer_printf(&line, message(what, language), buffer_string(&clean));
    if (candidates->size)
        buffer_add_string(&line, ": ");
    text_clean_line(&line, buffer_bytes(candidates));
    complain(buffer_string(&line));
    buffer_free(&clean);
    buffer_free(&line);
}

void complain_of(enum message what, const char *argument, enum language language)
{
    const struct buffer none = {0};
    complain_of_name(what, argument, &none, language);
}

void complain_of_value(const char *option, const char *value, enum language language)
{
    struct buffer clean = {0}, line = {0};
    text_clean_line(&clean, bytes_of(value));
    buffer_printf(&line, message(MESSAGE_OPTION_VALUE, language), option, buffer_string(&clean));
    complain(buffer_string(&line));
    buffer_free(&clean);
    buffer_free(&line);
}
