#ifndef FILE_STORE_ORDER_H
#define FILE_STORE_ORDER_H

#include "file/store.h"

/* Puts the events in the order of the timeline: by first day, last day, place in the file. It costs
 * next to nothing where they are in it already. True when many were not. */
bool store_sort(struct store *store);

/* Makes store.in_file, and puts the runs of units in the order of the events. */
void store_lay_out(struct store *store);

#endif
