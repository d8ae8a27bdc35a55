#include "show/prompt.h"

#include "base/text.h"
#include "show/key.h"

/* More than anyone types; a paste is cut there. */
#define GRAPHEMES_MAX 256

void prompt_open(struct prompt *prompt, enum prompt_kind kind, size_t origin)
{
    buffer_clear(&prompt->text);
    prompt->kind = kind;
    prompt->caret = prompt->count = 0;
    prompt->pasting = false;
    prompt->origin = origin;
}

enum message prompt_label(enum prompt_kind kind)
{
    static const enum message labels[] = {
        [PROMPT_GOTO] = MESSAGE_GOTO_PROMPT,
        [PROMPT_SEARCH] = MESSAGE_SEARCH_PROMPT,
        [PROMPT_KEEP] = MESSAGE_KEEP_PROMPT,
        [PROMPT_SPAN] = MESSAGE_SPAN_PROMPT,
    };
    return labels[kind];
}

void prompt_close(struct prompt *prompt)
{
    prompt_open(prompt, PROMPT_NONE, 0);
}

void prompt_free(struct prompt *prompt)
{
    buffer_free(&prompt->text);
}

static struct bytes before_caret(const struct prompt *prompt)
{
    return bytes_first(buffer_bytes(&prompt->text), prompt->caret);
}

static struct bytes after_caret(const struct prompt *prompt)
{
    return bytes_after(buffer_bytes(&prompt->text), prompt->caret);
}

static size_t count_graphemes(struct bytes text)
{
    size_t count = 0;
    for (; text.size; count++)
        text = bytes_after(text, text_grapheme(text));
    return count;
}

/* Replaces the text by `before` and `after`, composed again, with the caret between them. */
static void set_text(struct prompt *prompt, struct bytes before, struct bytes after)
{
    struct buffer text = {0};
    text_clean(&text, before);
    prompt->caret = text.size;
    text_clean(&text, after);
    buffer_free(&prompt->text);
    prompt->text = text;
    prompt->count = count_graphemes(buffer_bytes(&text));
}

void prompt_fill(struct prompt *prompt, struct bytes text)
{
    set_text(prompt, text, BYTES(""));
}

/* A combining mark typed behind its base joins it, because the text before the caret is composed
 * as a whole. */
static void insert(struct prompt *prompt, uint32_t key)
{
    struct buffer before = {0};
    if (prompt->count >= GRAPHEMES_MAX)
        return;
    buffer_add(&before, before_caret(prompt));
    text_add_point(&before, key);
    set_text(prompt, buffer_bytes(&before), after_caret(prompt));
    buffer_free(&before);
}

static void delete_back(struct prompt *prompt)
{
    struct bytes before = before_caret(prompt);
    set_text(prompt, bytes_first(before, text_last_grapheme(before)), after_caret(prompt));
}

static void delete_word(struct prompt *prompt)
{
    struct bytes before = before_caret(prompt);
    while (before.size && before.at[before.size - 1] == ' ')
        before.size--;
    while (before.size && before.at[before.size - 1] != ' ')
        before.size--;
    set_text(prompt, before, after_caret(prompt));
}

static void delete_here(struct prompt *prompt)
{
    struct bytes after = after_caret(prompt);
    set_text(prompt, before_caret(prompt), bytes_after(after, text_grapheme(after)));
}

static void delete_all(struct prompt *prompt)
{
    set_text(prompt, BYTES(""), after_caret(prompt));
}

static void go_left(struct prompt *prompt)
{
    prompt->caret = text_last_grapheme(before_caret(prompt));
}

static void go_right(struct prompt *prompt)
{
    prompt->caret += text_grapheme(after_caret(prompt));
}

static void go_first(struct prompt *prompt)
{
    prompt->caret = 0;
}

static void go_last(struct prompt *prompt)
{
    prompt->caret = prompt->text.size;
}

static void (*const edits[PROMPT_EDIT_COUNT])(struct prompt *prompt) = {
    [PROMPT_ERASE] = delete_back,     [PROMPT_ERASE_WORD] = delete_word,
    [PROMPT_ERASE_LINE] = delete_all, [PROMPT_ERASE_NEXT] = delete_here,
    [PROMPT_LEFT] = go_left,          [PROMPT_RIGHT] = go_right,
    [PROMPT_FIRST] = go_first,        [PROMPT_LAST] = go_last,
};

bool prompt_edit(struct prompt *prompt, enum prompt_edit edit)
{
    size_t size = prompt->text.size;
    edits[edit](prompt);
    return prompt->text.size != size;
}

bool prompt_type(struct prompt *prompt, uint32_t key)
{
    bool is_blank = key == KEY_CODE_ENTER || key == '\n' || key == KEY_CODE_TAB;
    if (prompt->pasting && is_blank)
        key = ' ';
    if (!key_is_text(key))
        return false;
    insert(prompt, key);
    return true;
}

int prompt_draw(const struct prompt *prompt, const char *label, struct surface *surface,
                struct area area)
{
    int used = surface_put_string(surface, area, label, STYLE_BOLD);
    struct area field = area_after(area, used);
    struct bytes shown = buffer_bytes(&prompt->text);
    size_t caret = prompt->caret;
    while (text_width(bytes_first(shown, caret)) >= field.width && caret) {
        size_t size = text_grapheme(shown);
        shown = bytes_after(shown, size);
        caret -= size;
    }
    surface_set_cursor(surface, field.x + text_width(bytes_first(shown, caret)), area.y);
    return used + surface_put(surface, field, text_fit(shown, field.width), STYLE_PLAIN);
}
