#ifndef UNIT_SHIPPED_H
#define UNIT_SHIPPED_H

#include "unit_store.h"

/* The shipped timeline, opened once for a group of tests. */

static struct store store;

static inline int open_shipped(void **state)
{
    (void)state;
    store_of_shipped(&store);
    return 0;
}

static inline int close_shipped(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

#endif
