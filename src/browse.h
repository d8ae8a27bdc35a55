#ifndef BROWSE_H
#define BROWSE_H

#include "run.h"

/* Lets the reader browse, on the whole screen or line by line, as the options say. Returns what the
 * program exits with. */
int browse(struct run *run);

#endif
