#ifndef PRINT_FIGURES_H
#define PRINT_FIGURES_H

#include "print/print.h"

/* Prints the figures of the answer side by side: by kind, then by province in the order of the
 * gazetteer, then by time, each with its event and its sources; as text or as TSV. `what` limits
 * them to one kind, by its id or by what a Word record calls it; NULL is all. False when the stream
 * could not take it all. */
bool print_figures(const struct print_job *job, const char *what, enum print_format format);

#endif
