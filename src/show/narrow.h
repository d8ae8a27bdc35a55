#ifndef SHOW_NARROW_H
#define SHOW_NARROW_H

#include "show/browser.h"

/* Typing into a pane that lists names: it then lists those only that go on as typed. The functions
 * that type are about the pane in focus, and do nothing for one that is not narrowed so. */

/* Takes a typed character; false when the pane takes none. */
bool narrow_type(struct browser *browser, uint32_t key);

/* Takes back the last character typed. */
void narrow_untype(struct browser *browser);

/* Takes back all that was typed; false when there was nothing. */
bool narrow_clear(struct browser *browser);

/* Draws the head of pane `id`, in focus or not: what it lists, or what was typed, the caret behind
 * it unless a row takes the caret. */
void narrow_draw_head(struct browser *browser, enum view_id id, struct surface *surface,
                      struct area row, bool focus);

/* Types a blank, if the name being typed may go on with one; false when it may not. */
bool narrow_type_blank(struct browser *browser);

#endif
