#ifndef RESTRICTED_H
#define RESTRICTED_H

#include <stdbool.h>

/* Restricted mode, for people who may look at the shipped timeline and do nothing else on the
 * machine. Nothing leads out of it. */

/* Says whether the program is restricted before any option is read: by the way it was built, by
 * $DBP_TIMELINE_SECURE, or by the name it was started by, which is `rdbp-timeline` or, as login
 * programs have it, begins with a hyphen. `program` may be NULL, which is no name to trust. */
bool restricted_is_asked(const char *program);

/* Says whether a file may be named in restricted mode: it has to lie in the directory of the data,
 * so it is a plain name, neither hidden nor a path. */
bool restricted_allows_file(const char *name);

/* Takes from the environment and from the terminal what could reach beyond the program: variables
 * that are not on a list or name files, core dumps, the signal that would stop it. Has to come
 * before the locale and the terminal are opened. */
void restricted_begin(void);

#endif
