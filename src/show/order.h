#ifndef SHOW_ORDER_H
#define SHOW_ORDER_H

#include "show/browser.h"

/* A typed line as a command. Every action of the table is one, under its id, any beginning of it
 * that no other has, or one of its keys; what follows is its text, or the row it is meant for.
 * Some have words of their own besides, in both languages, with or without accents. */
struct order {
    struct bilingual words; /* each a single word */
    const char *takes;      /* what follows, with a blank before it; "" for nothing */
    void (*run)(struct browser *browser, struct bytes rest); /* or NULL, and: */
    const char *action;                                      /* the id of the action it is */
    struct bilingual help;
};

/* Takes a line, which need not be clean: to the prompt if one is open, else as a command. What is
 * none becomes a message. */
void order_take(struct browser *browser, struct bytes line);

/* Returns the words that are no ids, and their number. */
const struct order *order_table(size_t *count);

#endif
