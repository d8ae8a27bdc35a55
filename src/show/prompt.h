#ifndef SHOW_PROMPT_H
#define SHOW_PROMPT_H

#include "base/buffer.h"
#include "show/surface.h"

/* A line being typed. The text is valid UTF-8 in NFC at any time. */

enum prompt_kind { PROMPT_NONE, PROMPT_GOTO, PROMPT_SEARCH, PROMPT_KEEP };

struct prompt {
    enum prompt_kind kind;
    struct buffer text;
    size_t caret;  /* byte in the text, between graphemes */
    size_t count;  /* graphemes in the text */
    bool pasting;  /* newlines are text now */
    size_t origin; /* the place in the list where the prompt was opened */
};

/* What a key did to a prompt. */
enum prompt_event { PROMPT_MOVED, PROMPT_CHANGED, PROMPT_ACCEPTED, PROMPT_CANCELLED };

/* Opens a prompt with an empty text. */
void prompt_open(struct prompt *prompt, enum prompt_kind kind, size_t origin);

/* Closes it and forgets the text. */
void prompt_close(struct prompt *prompt);

/* Frees the text. */
void prompt_free(struct prompt *prompt);

/* Gives a key to the prompt. */
enum prompt_event prompt_key(struct prompt *prompt, uint32_t key);

/* Draws label and text in the first row of `area`, as much of the text as leaves the caret in
 * sight, and puts the surface's cursor on the caret. Returns the columns used. */
int prompt_draw(const struct prompt *prompt, const char *label, struct surface *surface,
                struct area area);

#endif
