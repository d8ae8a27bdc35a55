#ifndef TIME_WORDS_SAY_H
#define TIME_WORDS_SAY_H

#include "base/buffer.h"
#include "base/language.h"

/* Appends one of two texts, by language. */
static inline void words_say(struct buffer *out, enum language language, const char *vietnamese,
                             const char *english)
{
    buffer_add_string(out, language == LANGUAGE_VI ? vietnamese : english);
}

#endif
