#ifndef PRINT_PROVINCES_H
#define PRINT_PROVINCES_H

#include "print/print.h"

/* Prints how many events each province has, and of which decades: a row for each unit that has any
 * left by the question, whose own provinces do not count, in the order of the alphabet; the units
 * are those by whose names places are called. As text or as TSV. */
bool print_provinces(const struct print_job *job, const struct question *question,
                     enum print_format format);

#endif
