#ifndef TERM_PLAIN_H
#define TERM_PLAIN_H

#include "show/browser.h"
#include "term/signals.h"

/* The browser line by line: commands in, text out, nothing ever painted over. It needs no more of
 * a terminal than a printer has, and none at all where a script types the commands. */

struct plain_options {
    int width; /* in columns; 0 asks the terminal */
    bool ascii;
    unsigned idle_minutes; /* after which it ends when nobody types; 0 never */
    const char *lead;      /* path of the file that others follow by; NULL for none */
    const char *follow;    /* path of the file of the leader; NULL for none */
    signals_mend *mend;    /* asked on SIGBUS */
};

/* Says whether $ACCESSIBLE asks for it. */
bool plain_is_wanted(void);

/* Runs the browser until the reader leaves or the input ends. False, with errno set, when standard
 * output takes no more. */
bool plain_run(struct browser *browser, const struct plain_options *options);

#endif
