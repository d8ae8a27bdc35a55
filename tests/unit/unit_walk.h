#ifndef UNIT_WALK_H
#define UNIT_WALK_H

#include "show/action.h"
#include "unit_browser.h"

/* A walk through everything a reader can do, at random but the same each time. */

/* Draws a number below `count`; `*lots` is where the sequence stands. */
static inline size_t draw_lot(uint64_t *lots, size_t count)
{
    *lots = *lots * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(*lots >> 33) % count;
}

/* Says whether a key would run `action` in the pane in focus, and type no text. */
static inline bool means(const struct browser *in, const struct action *action, uint32_t key)
{
    enum view_id focus = browser_focus(in);
    const struct action *own = action_find((enum context)(1U << focus), key, true);
    const struct action *any = action_find((enum context)(1U << focus), key, false);
    bool typed = !own && view_ops(focus)->typed && key_is_text(key);
    return !typed && (own ? own : any) == action;
}

/* An action, one of its keys, and which that is, counted from 1. */
struct step {
    const struct action *action;
    uint32_t key;
    int number;
};

/* Draws a key that runs an action in the pane in focus. */
static inline struct step draw_step(const struct browser *in, uint64_t *lots)
{
    size_t count;
    const struct action *table = action_table(&count);
    for (;;) {
        const struct action *action = &table[draw_lot(lots, count)];
        int wanted = (int)draw_lot(lots, 9) + 1, number = 1;
        for (struct bytes left = bytes_of(action->keys); left.size; number++) {
            uint32_t key = key_parse(bytes_split(left, ' ', &left));
            if (number == wanted && means(in, action, key))
                return (struct step){action, key, number};
        }
    }
}

/* Draws something to type at a prompt. */
static inline const char *draw_text(uint64_t *lots)
{
    static const char *const texts[] = {"one", "gạo", "dien bien", "1954",
                                        "zzz", "50%", "7/5/1954"};
    return texts[draw_lot(lots, COUNT(texts))];
}

#endif
