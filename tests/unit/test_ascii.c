#include "base/ascii.h"

#include "random_text.h"

static void every_grapheme_has_its_ascii(void **state)
{
    (void)state;
    static const struct {
        const char *grapheme, *ascii;
    } rows[] = {
        {"a", "a"}, {"đ", "d"}, {"Đ", "D"},   {"Ð", "D"},  {"ộ", "o"}, {"Ữ", "U"}, {"x" ACUTE, "x"},
        {"–", "-"}, {"—", "-"}, {"…", "~"},   {"“", "\""}, {"’", "'"}, {"·", "."}, {"│", "|"},
        {"─", "-"}, {"█", "#"}, {"文", "??"}, {"→", ">"},  {"é", "e"}, {"Å", "A"}, {"", ""},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        ascii_add(&out, bytes_of(rows[i].grapheme));
        assert_row_taken(i, &out, rows[i].ascii);
    }
    buffer_free(&out);
}

static void lines_stay_lines_and_what_stood_in_the_buffer_is_replaced(void **state)
{
    (void)state;
    static const struct {
        const char *text, *ascii;
    } rows[] = {
        {"", ""},
        {"Điện Biên Phủ – 1954…", "Dien Bien Phu - 1954~"},
        {"gạo\n\nmuối\n", "gao\n\nmuoi\n"},
        {"│ 文 │", "| ?? |"},
        {"a" ACUTE ACUTE "b", "ab"},
    };
    struct buffer text = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        buffer_add_string(&text, rows[i].text);
        ascii_replace(&text);
        assert_row_taken(i, &text, rows[i].ascii);
    }
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_grapheme_has_its_ascii),
        cmocka_unit_test(lines_stay_lines_and_what_stood_in_the_buffer_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
