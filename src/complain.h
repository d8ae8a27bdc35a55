#ifndef COMPLAIN_H
#define COMPLAIN_H

#include "base/buffer.h"
#include "base/message.h"

/* The one way in which the program speaks on standard error, but for diagnostics of files. */

/* Prints one line, whose parts are clean. */
void complain(const char *what);

/* Prints a message that takes one argument, which is cleaned first. */
void complain_of(enum message what, const char *argument, enum language language);

/* The same with what could be meant behind it, unless that is empty; both are cleaned. */
void complain_of_name(enum message what, const char *argument, const struct buffer *candidates,
                      enum language language);

/* Prints that the value of an option is none. */
void complain_of_value(const char *option, const char *value, enum language language);

#endif
