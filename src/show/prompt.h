#ifndef SHOW_PROMPT_H
#define SHOW_PROMPT_H

#include "base/buffer.h"
#include "base/message.h"
#include "show/surface.h"

/* A line being typed. The text is valid UTF-8 in NFC at any time. */

enum prompt_kind { PROMPT_NONE, PROMPT_GOTO, PROMPT_SEARCH, PROMPT_KEEP, PROMPT_SPAN };

struct prompt {
    enum prompt_kind kind;
    struct buffer text;
    size_t caret;  /* byte in the text, between graphemes */
    size_t count;  /* graphemes in the text */
    bool pasting;  /* newlines are text now */
    size_t origin; /* the place in the list where the prompt was opened */
};

/* What can be done to the text. */
enum prompt_edit {
    PROMPT_ERASE,      /* the grapheme before the caret */
    PROMPT_ERASE_WORD, /* the word before it */
    PROMPT_ERASE_LINE, /* all before it */
    PROMPT_ERASE_NEXT, /* the grapheme behind it */
    PROMPT_LEFT,
    PROMPT_RIGHT,
    PROMPT_FIRST,
    PROMPT_LAST,
    PROMPT_EDIT_COUNT,
};

/* Opens a prompt with an empty text. */
void prompt_open(struct prompt *prompt, enum prompt_kind kind, size_t origin);

/* Returns what stands in front of the text. */
enum message prompt_label(enum prompt_kind kind);

/* Replaces the text by a clean one, the caret behind it. */
void prompt_fill(struct prompt *prompt, struct bytes text);

/* Closes it and forgets the text. */
void prompt_close(struct prompt *prompt);

/* Frees the text. */
void prompt_free(struct prompt *prompt);

/* Edits the text; true when it is another afterwards. */
bool prompt_edit(struct prompt *prompt, enum prompt_edit edit);

/* Types a code point at the caret; true when the text is another afterwards. In what is pasted,
 * newlines and tabs are blanks; what types no text is nothing. */
bool prompt_type(struct prompt *prompt, uint32_t key);

/* Draws label and text in the first row of `area`, as much of the text as leaves the caret in
 * sight, and puts the surface's cursor on the caret. Returns the columns used. */
int prompt_draw(const struct prompt *prompt, const char *label, struct surface *surface,
                struct area area);

#endif
