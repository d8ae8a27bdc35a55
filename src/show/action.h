#ifndef SHOW_ACTION_H
#define SHOW_ACTION_H

#include "base/bytes.h"
#include "base/language.h"
#include "show/view.h"

/* Everything a key can do, in one table. The help, the footer and the KEYS section of the manual
 * are made from it. */

/* The argument of an action whose keys count: the first of them is 1. */
#define ARGUMENT_COUNTS (-1000)

enum action_group {
    GROUP_MOVE,
    GROUP_FIND,
    GROUP_PANES,
    GROUP_PROVINCES,
    GROUP_AXIS,
    GROUP_MAP,
    GROUP_TEACHING,
    GROUP_PROMPT,
    GROUP_REST,
    GROUP_COUNT
};

struct action {
    const char *id;
    const char *keys; /* names, as key_parse() reads them, parted by blanks */
    unsigned context; /* enum context */
    enum action_group group;
    void (*run)(struct browser *browser, int argument);
    int argument;
    struct bilingual hint; /* one word for the footer, NULL for none */
    struct bilingual help; /* a line */
};

/* Returns the table and its length. */
const struct action *action_table(size_t *count);

/* Returns the action of `key` in a context, or NULL. With `own` only actions of that context alone,
 * or of the panes alone that take typed text, are meant. */
const struct action *action_find(enum context context, uint32_t key, bool own);

/* Returns the action of panes that has this id, or NULL. */
const struct action *action_named(struct bytes id);

/* Says whether the action can be used; if not, neither help nor footer has it. */
bool action_is_on(const struct action *action, const struct browser *browser);

/* Runs an action that `key` called, if it is on. */
void action_run(const struct action *action, struct browser *browser, uint32_t key);

/* Returns the title of a group of actions. */
const char *action_group_title(enum action_group group, enum language language);

#endif
