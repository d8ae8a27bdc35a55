#ifndef TERM_CLASS_H
#define TERM_CLASS_H

#include "show/browser.h"
#include "term/watch.h"

/* This session's part in a class: it keeps the file by which others follow, or follows the one who
 * keeps it. */

struct class {
    struct browser *browser;
    const char *lead;   /* path of the file to keep; NULL for none */
    const char *follow; /* path of the leader's file; NULL for none */
    struct buffer told; /* the line that followers have, or that the leader wrote last */
    int leader;         /* can be read when the leader's process has ended; -1 for none */
};

/* Begins to lead or to follow; both paths may be NULL, and have to outlive it. */
void class_begin(struct class *class, struct browser *browser, const char *lead, const char *follow,
                 struct watch *watch);

/* Lets followers know where this session is, unless they do. */
void class_tell(struct class *class);

/* Goes where the leader is; false when that is where it was when this was last asked. */
bool class_look(struct class *class);

/* Notices that the leader, who was there until now, has been killed; `ended` says that its process
 * was seen to end. True when that is news. */
bool class_lose_leader(struct class *class, bool ended);

/* Returns after how many milliseconds to look again, -1 for not at all: where neither a saved file
 * nor the end of a process can be waited for, a follower looks now and then. */
int class_patience(const struct class *class, const struct watch *watch);

/* Lets followers know that this session has ended, and frees what it holds. */
void class_end(struct class *class);

#endif
