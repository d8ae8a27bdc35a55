#ifndef SHOW_COMMAND_H
#define SHOW_COMMAND_H

#include "show/browser.h"

/* What the actions of the table do; each takes the argument that its row gives. */

enum motion {
    MOTION_DOWN,
    MOTION_UP,
    MOTION_HALF_DOWN,
    MOTION_HALF_UP,
    MOTION_PAGE_DOWN,
    MOTION_PAGE_UP,
    MOTION_FIRST,
    MOTION_LAST,
};

/* Moves in the pane in focus; `motion` is an enum motion. */
void command_move(struct browser *browser, int motion);

/* Steps into a level of the timeline (1) or out of it (-1); the selected moment stays. */
void command_level(struct browser *browser, int step);

/* Goes `years` years on (back when negative), to the first event of the year there is. */
void command_year(struct browser *browser, int years);

/* Goes to the next match (1) or the one before (-1). */
void command_match(struct browser *browser, int direction);

/* Opens a prompt; `kind` is an enum prompt_kind. */
void command_prompt(struct browser *browser, int kind);

/* Opens the selected event, or steps into the selected period. */
void command_enter(struct browser *browser, int unused);

/* Leaves the uppermost pane; at the last one nothing happens. */
void command_back(struct browser *browser, int unused);

/* Leaves the uppermost pane; at the last one the program. */
void command_close(struct browser *browser, int unused);

/* Leaves the program. */
void command_quit(struct browser *browser, int unused);

/* Opens a pane, an enum view_id, or closes it when it has the focus. */
void command_open(struct browser *browser, int view);

/* Takes the keys to the other pane, where two stand side by side. */
void command_next_pane(struct browser *browser, int unused);

/* Gives the pane in focus the whole room, or no longer. */
void command_maximise(struct browser *browser, int unused);

/* Clears the part of the filter that was most likely set last. */
void command_clear(struct browser *browser, int unused);

/* Goes back to where the last jump began. */
void command_visited(struct browser *browser, int unused);

/* Lays a ruler at the selected event; the second time, says how far it is from there. */
void command_ruler(struct browser *browser, int unused);

/* Follows link number `number` of the selected event. */
void command_follow(struct browser *browser, int number);

/* Switches the language; shows both languages or one. */
void command_language(struct browser *browser, int unused);
void command_both(struct browser *browser, int unused);

/* Shows places by the next names: of the 63 units, of the day, of today. */
void command_names(struct browser *browser, int unused);

/* Asks the terminal to paint everything anew; to stop the program. */
void command_repaint(struct browser *browser, int unused);
void command_suspend(struct browser *browser, int unused);

/* A prompt: takes what was typed, leaves without effect, edits the text (an enum prompt_edit). */
void command_accept(struct browser *browser, int unused);
void command_cancel(struct browser *browser, int unused);
void command_edit(struct browser *browser, int edit);

/* Types a code point into the prompt. */
void command_type(struct browser *browser, uint32_t key);

/* The panes that filter: chooses the selected row, filters by what is chosen, takes back the last
 * character typed. */
void command_choose(struct browser *browser, int unused);
void command_apply(struct browser *browser, int unused);
void command_untype(struct browser *browser, int unused);

#endif
