#include "show/key.h"

#include "base/text.h"
#include "unit.h"

static void what_the_mouse_did_is_a_number_like_a_key(void **state)
{
    (void)state;
    static const struct {
        enum pointer what;
        int x, y;
        bool is_on_screen;
    } rows[] = {
        {POINTER_PRESS, 0, 0, true},          {POINTER_WHEEL_UP, 79, 23, true},
        {POINTER_WHEEL_DOWN, 16383, 1, true}, {POINTER_WHEEL_DOWN, 1, 16383, true},
        {POINTER_PRESS, 16384, 0, false},     {POINTER_PRESS, 0, 16384, false},
        {POINTER_PRESS, -1, 0, false},        {POINTER_PRESS, 0, -1, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t key = key_of_pointer(rows[i].what, rows[i].x, rows[i].y);
        enum pointer what = POINTER_COUNT;
        int x = 0, y = 0;
        assert_row_int(i, key_read_pointer(key, &what, &x, &y), rows[i].is_on_screen);
        assert_row_int(i, key == KEY_CODE_NONE, !rows[i].is_on_screen);
        if (rows[i].is_on_screen) {
            assert_row_int(i, what, rows[i].what);
            assert_row_int(i, x, rows[i].x);
            assert_row_int(i, y, rows[i].y);
            assert_row_int(i, key_is_text(key), false);
        }
    }
    enum pointer what;
    int x, y;
    assert_false(key_read_pointer(KEY_CODE_PASTE_END, &what, &x, &y));
}

static void keys_are_read_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t key;
    } rows[] = {
        {"j", 'j'},
        {"G", 'G'},
        {"?", '?'},
        {"^", '^'},
        {"^N", 14},
        {"^C", 3},
        {"^Z", 26},
        {"^H", 8},
        {"^L", 12},
        {"Space", ' '},
        {"Tab", KEY_CODE_TAB},
        {"Enter", KEY_CODE_ENTER},
        {"Esc", KEY_CODE_ESCAPE},
        {"Backspace", KEY_CODE_BACKSPACE},
        {"Up", KEY_CODE_UP},
        {"Down", KEY_CODE_DOWN},
        {"Left", KEY_CODE_LEFT},
        {"Right", KEY_CODE_RIGHT},
        {"Home", KEY_CODE_HOME},
        {"End", KEY_CODE_END},
        {"PgUp", KEY_CODE_PAGE_UP},
        {"PgDn", KEY_CODE_PAGE_DOWN},
        {"Del", KEY_CODE_DELETE},
        {"F1", KEY_CODE_F1},
        {"PasteBegin", KEY_CODE_PASTE_BEGIN},
        {"PasteEnd", KEY_CODE_PASTE_END},
        {"đ", 0x111},
        {"ộ", 0x1ED9},
        {"文", 0x6587},
        {"", KEY_CODE_NONE},
        {"jj", KEY_CODE_NONE},
        {"F2", KEY_CODE_NONE},
        {"down", KEY_CODE_NONE},
        {"^NN", KEY_CODE_NONE},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, key_parse(bytes_of(rows[i].name)), rows[i].key);
}

static void broken_bytes_name_no_text(void **state)
{
    (void)state;
    static const char *const names[] = {"\xFF", "\xC3", "\xE1\xBB", "\xED\xA0\x80"};
    for (size_t i = 0; i < COUNT(names); i++) {
        uint32_t key = key_parse(bytes_of(names[i]));
        assert_row_int(i, key == KEY_CODE_NONE || key == 0xFFFD, true);
    }
}

static void what_types_text_is_told_from_what_does_not(void **state)
{
    (void)state;
    static const struct {
        uint32_t key;
        bool text;
    } rows[] = {
        {'a', true},
        {' ', true},
        {'~', true},
        {0x111, true},
        {0x301, true},
        {0x1F600, true},
        {0, false},
        {3, false},
        {9, false},
        {13, false},
        {27, false},
        {127, false},
        {0x80, false},
        {0x9B, false},
        {0x9F, false},
        {0xA0, true},
        {KEY_CODE_UP, false},
        {KEY_CODE_NONE, false},
        {KEY_CODE_PASTE_END, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, key_is_text(rows[i].key), rows[i].text);
}

static void every_key_that_types_text_is_read_back_from_it(void **state)
{
    (void)state;
    struct buffer out = {0};
    for (uint32_t key = ' '; key < KEY_CODE_NONE; key += key < 0x3000 ? 1 : 97) {
        size_t offset;
        if (!key_is_text(key) || key == ' ' || (key >= 0xD800 && key < 0xE000))
            continue;
        buffer_clear(&out);
        text_add_point(&out, key);
        assert_true(text_is_utf8(buffer_bytes(&out), &offset));
        if (key_parse(buffer_bytes(&out)) != key)
            fail_msg("U+%04X is not read back", (unsigned)key);
    }
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_mouse_did_is_a_number_like_a_key),
        cmocka_unit_test(keys_are_read_by_name),
        cmocka_unit_test(broken_bytes_name_no_text),
        cmocka_unit_test(what_types_text_is_told_from_what_does_not),
        cmocka_unit_test(every_key_that_types_text_is_read_back_from_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
