#ifndef PRINT_PRINT_H
#define PRINT_PRINT_H

#include <stdio.h>

#include "find/answer.h"
#include "find/naming.h"

/* What programs and pipes get: the answer to a question, in one of four forms. Every function
 * returns false when the stream could not take it all. */

enum print_format { PRINT_TEXT, PRINT_TSV, PRINT_JSON, PRINT_REC, PRINT_FORMAT_COUNT };

struct print_job {
    const struct store *store;
    const struct answer *answer;
    enum language language;
    enum names names; /* by which places are called */
    bool both_languages;
    bool ascii; /* text is to be ASCII; the other forms are for programs and stay as they are */
    int width;  /* columns to wrap text to */
    bool is_terminal; /* the stream is one, so that not even rec may be sent as it is */
    FILE *stream;
};

/* Returns the format with this name; PRINT_FORMAT_COUNT for none. */
enum print_format print_format_of(const char *name);

/* Writes what a table has gathered, in ASCII if the job asks for it, and frees it. */
bool print_buffer(const struct print_job *job, enum print_format format, struct buffer *out);

/* Prints every event of the answer. */
bool print_events(const struct print_job *job, enum print_format format);

#endif
