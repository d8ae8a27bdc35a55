#ifndef SHOW_FOLLOW_H
#define SHOW_FOLLOW_H

#include "show/browser.h"

/* One who follows goes where the leader is: the same event, level, filter and pane, in the
 * follower's own size and language. Whatever takes one elsewhere breaks away; `.` rejoins. */

/* Tells where the browser stands. */
void follow_state(const struct browser *browser, struct lead_state *state);

/* Hears where the leader is by now, and goes there unless broken away. A state whose leader is 0 is
 * that of one who has left. */
void follow_hear(struct browser *browser, const struct lead_state *state);

/* Hears that the leader is there no more. */
void follow_hear_end(struct browser *browser);

/* Notes after keys were taken whether they have led away. */
void follow_note(struct browser *browser);

/* Goes back to the leader. */
void follow_rejoin(struct browser *browser, int unused);

/* Appends what the header says of leading and following; nothing for one on his own. */
void follow_add_words(const struct browser *browser, struct buffer *out);

#endif
