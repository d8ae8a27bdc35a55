#ifndef FILE_STORE_INDEX_H
#define FILE_STORE_INDEX_H

#include "file/store.h"

/* The one pass over a file that fills a store; for store.c alone. */

/* Indexes the content of `store`, whose path is `path`, and opens its gazetteer. */
void store_index(struct store *store, const char *path, struct diag_sink *sink);

#endif
