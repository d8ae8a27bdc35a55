#ifndef PRINT_SOURCES_H
#define PRINT_SOURCES_H

#include "print/print.h"

/* Prints how many of the events asked for rest on each source, whichever sources are asked for: the
 * sources that have any, those with most first; as text or as TSV. False when the stream could not
 * take it all. */
bool print_sources(const struct print_job *job, const struct question *question,
                   enum print_format format);

#endif
