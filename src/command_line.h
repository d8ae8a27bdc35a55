#ifndef COMMAND_LINE_H
#define COMMAND_LINE_H

#include "base/buffer.h"
#include "options.h"

/* The command line. One table declares every option (option_table.h); --help is made from it, and
 * the manual is held against it. */

/* Reads the command line into `options`, whose language is set already and which options_free()
 * frees in any case. On failure returns false, the reason in `*error`. */
bool command_line_read(struct options *options, int argc, char **argv, struct buffer *error);

/* Appends the help. */
void command_line_add_help(struct buffer *out, enum language language);

#endif
