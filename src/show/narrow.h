#ifndef SHOW_NARROW_H
#define SHOW_NARROW_H

#include "show/browser.h"

/* Typing into a pane that lists names: it then lists those only that go on as typed. The functions
 * are about the pane in focus, and do nothing for one that is not narrowed so. */

/* Takes a typed character; false when the pane takes none. */
bool narrow_type(struct browser *browser, uint32_t key);

/* Takes back the last character typed. */
void narrow_untype(struct browser *browser);

/* Takes back all that was typed; false when there was nothing. */
bool narrow_clear(struct browser *browser);

/* Types a blank, if the name being typed may go on with one; false when it may not. */
bool narrow_type_blank(struct browser *browser);

#endif
