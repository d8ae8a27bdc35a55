#include "base/text_wrap.h"

#include "random_text.h"

static void text_is_wrapped_at_blanks_and_inside_a_word_only_where_it_is_too_wide(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
        const char *lines; /* joined by bars */
    } rows[] = {
        {"one two three", 7, "one two|three"},
        {"one two three", 13, "one two three"},
        {"one  two", 4, "one|two"},
        {"abcdefghij", 4, "abcd|efgh|ij"},
        {"a bcdefghij", 4, "a|bcde|fghi|j"},
        {"one   two", 8, "one|two"},
        {"one   two", 9, "one   two"},
        {"  one two", 7, "one two"},
        {"one (  two", 7, "one|(  two"},
        {"one\ntwo", 20, "one|two"},
        {"one\n\ntwo\n", 20, "one||two"},
        {"Điện Biên Phủ", 9, "Điện Biên|Phủ"},
        {"well-known word", 6, "well-|known|word"},
        {"文字文字", 5, "文字|文字"},
        {"文字", 1, "文|字"},
        {"a, b", 2, "a,|b"},
        {"(13 March)", 5, "(13|March|)"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text_run *lines;
        struct buffer got = {0};
        size_t count = text_wrap(bytes_of(rows[i].text), rows[i].columns, &lines);
        for (size_t line = 0; line < count; line++) {
            buffer_add_string(&got, line ? "|" : "");
            buffer_add(&got, (struct bytes){rows[i].text + lines[line].at, lines[line].size});
        }
        assert_row_taken(i, &got, rows[i].lines);
        buffer_free(&got);
        free(lines);
    }
    struct text_run *none;
    assert_int_equal(text_wrap(BYTES(""), 10, &none), 0);
    free(none);
}

static void assert_is_wrapped(size_t round, struct bytes text, int columns)
{
    struct text_run *lines;
    size_t at = 0, count = text_wrap(text, columns, &lines);
    for (size_t i = 0; i <= count; i++) {
        size_t next = i < count ? lines[i].at : text.size;
        for (; at < next; at++)
            if (text.at[at] != ' ' && text.at[at] != '\n')
                fail_msg("round %zu: lost \"%c\" of \"%.*s\"", round, text.at[at],
                         BYTES_ARGS(text));
        if (i == count)
            break;
        struct bytes line = {text.at + lines[i].at, lines[i].size};
        bool single = line.size == text_grapheme(line);
        if (next < at || (text_width(line) > columns && !single) ||
            bytes_find(line, BYTES("\n")) < line.size || bytes_start(line, BYTES("\xCC")))
            fail_msg("round %zu: %d columns, line %zu \"%.*s\" of \"%.*s\"", round, columns, i,
                     BYTES_ARGS(line), BYTES_ARGS(text));
        at = next + line.size;
    }
    free(lines);
}

static void wrapped_lines_fit_and_hold_all_but_the_blanks(void **state)
{
    (void)state;
    struct buffer raw = {0}, clean = {0};
    for (size_t round = 0; round < 10000; round++) {
        buffer_clear(&raw);
        buffer_clear(&clean);
        add_random(&raw);
        text_clean(&clean, buffer_bytes(&raw));
        assert_is_wrapped(round, buffer_bytes(&clean), 1 + (int)random_below(12));
    }
    buffer_free(&raw);
    buffer_free(&clean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_wrapped_at_blanks_and_inside_a_word_only_where_it_is_too_wide),
        cmocka_unit_test(wrapped_lines_fit_and_hold_all_but_the_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
