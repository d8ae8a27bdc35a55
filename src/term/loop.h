#ifndef TERM_LOOP_H
#define TERM_LOOP_H

#include "show/browser.h"
#include "term/screen.h"

/* Runs the browser on the terminal until the reader leaves. False, and nothing touched, when the
 * terminal cannot be used; `*lost` says whether it went away. */
bool loop_run(struct browser *browser, const struct screen_options *options, bool *lost);

#endif
