#ifndef PRINT_JSON_H
#define PRINT_JSON_H

#include "file/store.h"

/* Appends an event as one JSON object (RFC 8259) without a newline. Every key is always there, in
 * the order that dbp-timeline(1) gives; what is unknown is null, empty or {}. */
void json_add_event(struct buffer *out, const struct store *store, const struct event *event);

#endif
