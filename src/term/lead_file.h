#ifndef TERM_LEAD_FILE_H
#define TERM_LEAD_FILE_H

#include "show/lead.h"

/* The file that a leader keeps and followers read: the one file this program ever writes. Where a
 * symbolic link stands instead, nothing is read, and the link is what gives way: neither the leader
 * nor a follower can be sent to a file elsewhere. */

/* Reads a state; false when there is no such file, or it is not one that a leader wrote. It never
 * waits, whatever the path names. */
bool lead_file_read(const char *path, struct lead_state *state);

/* Puts a file with the state in place of the old one, at once, so that nobody reads half a line.
 * False, errno saying why, when it cannot. */
bool lead_file_write(const char *path, const struct lead_state *state);

/* Returns a file that can be read when the process of the leader has ended, to be closed by the
 * caller; -1 where the system has no such thing. */
int lead_file_end(const struct lead_state *state);

/* Says whether the leader of a state still runs on this machine. */
bool lead_file_is_led(const struct lead_state *state);

#endif
