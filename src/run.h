#ifndef RUN_H
#define RUN_H

#include "file/store_open.h"
#include "find/question.h"
#include "options.h"

/* What the program exits with. */
enum { STATUS_DONE, STATUS_ERROR, STATUS_USAGE };

/* The program while it runs. */
struct run {
    struct options options;
    struct buffer path; /* of the timeline */
    struct buffer name; /* the last part of it, clean */
    struct diag_sink sink;
    struct store store;
    struct store_reading *reading; /* of the rest of the store; NULL when it is whole */
    struct question question;
    int width; /* the columns that $COLUMNS asks for, or 0 */
    bool is_utf8;
};

#endif
