#include "show/action.h"
#include "show/browser.h"
#include "show/command.h"
#include "show/key.h"
#include "show/prompt.h"

#include "unit_keys.h"

/* What a key came to. */
enum prompt_event { PROMPT_MOVED, PROMPT_CHANGED, PROMPT_ACCEPTED, PROMPT_CANCELLED };

struct typing {
    struct prompt prompt;
    enum prompt_event event; /* of the last key */
    bool ended;              /* some key accepted or cancelled it */
};

/* Gives a key to a prompt by the table of actions, as dispatch.c does for a browser. */
static enum prompt_event prompt_key(struct prompt *prompt, uint32_t key)
{
    const struct action *action = action_find(CONTEXT_PROMPT, key, true);
    if (key == KEY_CODE_PASTE_BEGIN || key == KEY_CODE_PASTE_END) {
        prompt->pasting = key == KEY_CODE_PASTE_BEGIN;
        return PROMPT_MOVED;
    }
    if (!action || prompt->pasting)
        return prompt_type(prompt, key) ? PROMPT_CHANGED : PROMPT_MOVED;
    if (action->run == command_accept)
        return PROMPT_ACCEPTED;
    bool empty = prompt->text.size == 0 && action->argument == PROMPT_ERASE;
    if (action->run == command_cancel || (action->run == command_edit && empty))
        return PROMPT_CANCELLED;
    bool changed = prompt_edit(prompt, (enum prompt_edit)action->argument);
    return changed ? PROMPT_CHANGED : PROMPT_MOVED;
}

static void take(void *context, uint32_t key)
{
    struct typing *typing = context;
    typing->event = prompt_key(&typing->prompt, key);
    typing->ended =
        typing->ended || typing->event == PROMPT_ACCEPTED || typing->event == PROMPT_CANCELLED;
}

#define NFD_E "e\xCC\xA3\xCC\x82" /* ệ in three code points */

static void what_is_typed_becomes_composed_text_with_the_caret_behind_it(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *text;
        size_t caret;
    } rows[] = {
        {"", "", 0},
        {"abc", "abc", 3},
        {"Điện", "Điện", 7},
        {"Đi" NFD_E "n", "Điện", 7},
        {"Đie\xCC\x82\xCC\xA3n", "Điện", 7},
        /* Telex and VNI engines send DEL and the letters anew (terminal.md 2.11). */
        {"go<Backspace>õ tieng<Backspace><Backspace><Backspace><Backspace>iếng", "gõ tiếng", 11},
        {"d<Backspace>đ", "đ", 2},
        {"d<Backspace>đie<Backspace>ê<Backspace>ện", "điện", 7},
        {"duong<Backspace><Backspace><Backspace><Backspace><Backspace>đường", "đường", 9},
        {"hoa<Backspace>à", "hoà", 4},
        {"tie6<Backspace><Backspace>ê1<Backspace><Backspace>ế", "tiế", 5},
        {"go<^H>õ", "gõ", 3},
        /* One stroke takes one grapheme. */
        {"ab<Backspace>", "a", 1},
        {"aĐi" NFD_E "<Backspace><Backspace>", "aĐ", 3},
        {"x\xCC\x81\xCC\x82<Backspace>", "", 0}, /* no letter has both: still one grapheme */
        {"文字<^H>", "文", 3},
        /* The caret moves by graphemes, and keys act on it. */
        {"abc<Left><Left>x", "axbc", 2},
        {"aệ<Left>b", "abệ", 2},
        {"abc<Home>x<End>y", "xabcy", 5},
        {"abc<^A>x<^E>y", "xabcy", 5},
        {"abc<^B><^B><^F>x", "abxc", 3},
        {"abc<Home><Del>", "bc", 0},
        {"abệc<Left><Left><^D>", "abc", 2},
        {"abc<Right><Del>", "abc", 3},
        {"<Left><Right><Home><End><Del>", "", 0},
        {"one two three<^W>", "one two ", 8},
        {"one two  <^W>", "one ", 4},
        {"one two<Left><^W>", "one o", 4},
        {"one two<^U>", "", 0},
        {"one two<Left><Left><Left><^U>", "two", 0},
        {"e<Left>\xCC\x82", "e", 0}, /* a mark without a base is dropped */
        /* What types nothing changes nothing. */
        {"a<F1><Up><Down><PgUp><PgDn><Tab><^N><^L>b", "ab", 2},
        {"\xCC\x82"
         "a",
         "a", 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct typing typing = {0};
        prompt_open(&typing.prompt, PROMPT_SEARCH, 0);
        each_key(rows[i].keys, take, &typing);
        assert_row_bytes(i, buffer_bytes(&typing.prompt.text), rows[i].text);
        assert_row_int(i, (long long)typing.prompt.caret, (long long)rows[i].caret);
        prompt_free(&typing.prompt);
    }
}

static void a_key_moves_changes_accepts_or_cancels(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        enum prompt_event event;
    } rows[] = {
        {"a", PROMPT_CHANGED},
        {"a<Left>", PROMPT_MOVED},
        {"a<Backspace>", PROMPT_CHANGED},
        {"a<Enter>", PROMPT_ACCEPTED},
        {"<Enter>", PROMPT_ACCEPTED},
        {"a<Esc>", PROMPT_CANCELLED},
        {"a<^C>", PROMPT_CANCELLED},
        {"a<^G>", PROMPT_CANCELLED},
        {"<Backspace>", PROMPT_CANCELLED},
        {"a<Backspace><Backspace>", PROMPT_CANCELLED},
        {"a<^J>", PROMPT_ACCEPTED},
        {"a<PasteBegin>", PROMPT_MOVED},
        {"a<Home><Backspace>", PROMPT_MOVED},
        {"a<Up>", PROMPT_MOVED},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct typing typing = {0};
        prompt_open(&typing.prompt, PROMPT_GOTO, 0);
        each_key(rows[i].keys, take, &typing);
        assert_row_int(i, typing.event, rows[i].event);
        prompt_free(&typing.prompt);
    }
}

static void pasted_text_is_text_whatever_it_holds(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *text;
    } rows[] = {
        {"<PasteBegin>q<Enter>G/x<Enter><PasteEnd>", "q G/x "},
        {"<PasteBegin>a<^J>b<Tab>c<PasteEnd>", "a b c"},
        {"a<PasteBegin>b<PasteEnd>c", "abc"},
        {"<PasteBegin>a<Esc>b<PasteEnd>", "ab"},
        {"<PasteBegin>a<^C>b<^G>c<PasteEnd>", "abc"},
        {"<PasteBegin><Backspace>a<^U>b<^W>c<Backspace><PasteEnd>", "abc"},
        {"<PasteBegin>Đi" NFD_E "n<PasteEnd>", "Điện"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct typing typing = {0};
        prompt_open(&typing.prompt, PROMPT_SEARCH, 0);
        each_key(rows[i].keys, take, &typing);
        assert_row_bytes(i, buffer_bytes(&typing.prompt.text), rows[i].text);
        assert_row_int(i, typing.ended, false);
        take(&typing, KEY_CODE_ENTER);
        assert_row_int(i, typing.event, PROMPT_ACCEPTED); /* it is over: Enter is Enter again */
        prompt_free(&typing.prompt);
    }
}

static size_t count_graphemes(struct bytes text)
{
    size_t count = 0;
    for (; text.size; count++)
        text = bytes_after(text, text_grapheme(text));
    return count;
}

static void a_paste_is_cut_at_256_graphemes(void **state)
{
    (void)state;
    struct typing typing = {0};
    prompt_open(&typing.prompt, PROMPT_SEARCH, 0);
    take(&typing, KEY_CODE_PASTE_BEGIN);
    for (int i = 0; i < 5000; i++)
        take(&typing, 0x1EC7);
    take(&typing, KEY_CODE_PASTE_END);
    assert_int_equal(count_graphemes(buffer_bytes(&typing.prompt.text)), 256);
    take(&typing, KEY_CODE_BACKSPACE);
    take(&typing, 'x');
    take(&typing, 'y');
    assert_int_equal(count_graphemes(buffer_bytes(&typing.prompt.text)), 256);
    prompt_free(&typing.prompt);
}

static void opening_forgets_what_was_typed_before(void **state)
{
    (void)state;
    struct typing typing = {0};
    prompt_open(&typing.prompt, PROMPT_SEARCH, 3);
    assert_int_equal(typing.prompt.kind, PROMPT_SEARCH);
    assert_int_equal(typing.prompt.origin, 3);
    each_key("abc<PasteBegin>", take, &typing);
    prompt_open(&typing.prompt, PROMPT_GOTO, 5);
    assert_int_equal(typing.prompt.text.size + typing.prompt.caret, 0);
    assert_false(typing.prompt.pasting);
    prompt_close(&typing.prompt);
    assert_int_equal(typing.prompt.kind, PROMPT_NONE);
    prompt_free(&typing.prompt);
}

static void the_line_is_drawn_with_the_cursor_on_the_caret(void **state)
{
    (void)state;
    static const struct {
        int width;
        const char *keys, *shown;
    } rows[] = {
        {10, "", "|: |cursor 2,0"},
        {10, "abc", "|: abc|cursor 5,0"},
        {10, "abc<Left>", "|: abc|cursor 4,0"},
        {10, "Điện", "|: Điện|cursor 6,0"},
        {10, "文字", "|: 文字|cursor 6,0"},
        {6, "abcdef", "|: def|cursor 5,0"},
        {6, "abcdef<Home>", "|: abcd|cursor 2,0"},
        {6, "文字文", "|: 文|cursor 4,0"},
        {6, "abcdef<Left><Left>", "|: bcde|cursor 5,0"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct typing typing = {0};
        struct surface surface = {0};
        surface_resize(&surface, rows[i].width, 1);
        prompt_open(&typing.prompt, PROMPT_GOTO, 0);
        each_key(rows[i].keys, take, &typing);
        prompt_draw(&typing.prompt, ": ", &surface, surface_area(&surface));
        for (int x = 0; x < surface.width; x++) {
            const struct cell *cell = surface_at(&surface, x, 0);
            buffer_add(&got, (struct bytes){cell->text, cell->size});
        }
        size_t size = got.size;
        while (size > 2 && got.data[size - 1] == ' ')
            size--;
        buffer_cut(&got, size);
        struct buffer line = {0};
        buffer_printf(&line, "|%s|cursor %d,%d", buffer_string(&got), surface.cursor_x,
                      surface.cursor_y);
        assert_row(i, buffer_string(&line), rows[i].shown);
        buffer_free(&line);
        buffer_clear(&got);
        surface_free(&surface);
        prompt_free(&typing.prompt);
    }
    buffer_free(&got);
}

static void whatever_is_typed_the_text_is_composed_and_the_caret_between_graphemes(void **state)
{
    (void)state;
    static const uint32_t keys[] = {'a',
                                    'e',
                                    ' ',
                                    0x302,
                                    0x323,
                                    0x301,
                                    0x111,
                                    0x1EC7,
                                    0x6587,
                                    0x202E,
                                    0xD800,
                                    KEY_CODE_BACKSPACE,
                                    KEY_CODE_DELETE,
                                    KEY_CODE_LEFT,
                                    KEY_CODE_RIGHT,
                                    KEY_CODE_HOME,
                                    KEY_CODE_END,
                                    KEY_CODE_CONTROL('W'),
                                    KEY_CODE_TAB,
                                    KEY_CODE_UP,
                                    0x9B,
                                    'o',
                                    'u',
                                    0x31B};
    for (size_t round = 0; round < 300; round++) {
        struct typing typing = {0};
        prompt_open(&typing.prompt, PROMPT_SEARCH, 0);
        for (int i = 0; i < 40; i++) {
            take(&typing, keys[random_below(COUNT(keys))]);
            struct bytes text = buffer_bytes(&typing.prompt.text);
            size_t offset, at = 0;
            while (at < typing.prompt.caret)
                at += text_grapheme(bytes_after(text, at));
            if (at != typing.prompt.caret || !text_is_utf8(text, &offset) ||
                !text_is_composed(bytes_first(text, typing.prompt.caret)))
                fail_msg("round %zu: \"%.*s\", caret %zu", round, BYTES_ARGS(text),
                         typing.prompt.caret);
        }
        prompt_free(&typing.prompt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_becomes_composed_text_with_the_caret_behind_it),
        cmocka_unit_test(a_key_moves_changes_accepts_or_cancels),
        cmocka_unit_test(pasted_text_is_text_whatever_it_holds),
        cmocka_unit_test(a_paste_is_cut_at_256_graphemes),
        cmocka_unit_test(opening_forgets_what_was_typed_before),
        cmocka_unit_test(the_line_is_drawn_with_the_cursor_on_the_caret),
        cmocka_unit_test(whatever_is_typed_the_text_is_composed_and_the_caret_between_graphemes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
