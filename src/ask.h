#ifndef ASK_H
#define ASK_H

#include "options.h"

/* Makes the question that the options ask of a timeline; it is freed in any case. On failure
 * returns false and has said why on standard error. */
bool ask(struct question *question, const struct options *options, const struct store *store);

#endif
