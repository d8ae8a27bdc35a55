#ifndef TERM_LOOP_H
#define TERM_LOOP_H

#include "show/browser.h"
#include "term/sandbox.h"
#include "term/screen.h"

struct loop_options {
    struct screen_options screen;
    struct sandbox_wish sandbox;
    bool must_be_confined; /* rather end than go on without a sandbox; else a notice says so */
    const char *lead;      /* path of the file that others follow by; NULL for none */
    const char *follow;    /* path of the file of the leader; NULL for none */
    unsigned idle_minutes; /* without a key after which the reader has left; 0 for no limit */
};

enum loop_end {
    LOOP_LEFT,        /* by the reader, or by the clock */
    LOOP_LOST,        /* the terminal went away */
    LOOP_NO_TERMINAL, /* it cannot be used, and was not touched */
    LOOP_UNCONFINED,  /* there is no sandbox, though there must be */
};

/* Runs the browser on the terminal until the end that it returns. The sandbox is entered when the
 * first page is out, and for good. */
enum loop_end loop_run(struct browser *browser, const struct loop_options *options);

#endif
