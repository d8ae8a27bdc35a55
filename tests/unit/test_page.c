#include "base/text.h"
#include "show/page.h"

#include "unit.h"

/* Appends the lines of a page, indents as dots, parted by bars. */
static void add_lines(struct buffer *out, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct page_line *line = &page->lines[i];
        buffer_add_string(out, i ? "|" : "");
        buffer_add_repeat(out, '.', (size_t)line->indent);
        buffer_add(out, bytes_first(bytes_after(buffer_bytes(&page->text), line->at), line->size));
    }
}

static void text_is_laid_out_in_lines_and_paragraphs(void **state)
{
    (void)state;
    static const struct {
        int width, first, rest;
        const char *text, *lines;
    } rows[] = {
        {20, 0, 0, "one two", "one two"},
        {8, 0, 0, "one two three", "one two|three"},
        {8, 2, 2, "one two three", "..one|..two|..three"},
        {8, 0, 2, "one two three", "one two|..three"},
        {8, 4, 1, "one two three", "....one|.two|.three"},
        {20, 0, 0, "one\ntwo", "one two"},
        {20, 0, 0, "one\n\ntwo\nthree", "one||two three"},
        {20, 1, 3, "one\n\ntwo", ".one||.two"},
        {20, 0, 0, "", ""},
        {1, 0, 0, "ab", "a|b"},
        {0, 0, 0, "ab", "a|b"},
        {3, 5, 5, "ab", ".....a|.....b"},
        {6, 0, 0, "Điện Biên", "Điện|Biên"},
    };
    struct page page = {0};
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        page_begin(&page, rows[i].width);
        page_add(&page, bytes_of(rows[i].text), rows[i].first, rows[i].rest, STYLE_PLAIN);
        add_lines(&got, &page);
        assert_row_taken(i, &got, rows[i].lines);
    }
    buffer_free(&got);
    page_free(&page);
}

static void gaps_never_begin_a_page_or_stand_twice(void **state)
{
    (void)state;
    struct page page = {0};
    struct buffer got = {0};
    page_begin(&page, 20);
    page_add_gap(&page);
    page_add(&page, BYTES("a"), 0, 0, STYLE_PLAIN);
    page_add_gap(&page);
    page_add_gap(&page);
    page_add(&page, BYTES("b"), 0, 0, STYLE_BOLD);
    add_lines(&got, &page);
    assert_row_taken(0, &got, "a||b");
    assert_int_equal(page.lines[2].style, STYLE_BOLD);
    page_begin(&page, 20);
    assert_int_equal(page.count, 0);
    buffer_free(&got);
    page_free(&page);
}

static void a_page_is_drawn_from_any_line_with_its_hits_underlined(void **state)
{
    (void)state;
    static const struct {
        size_t top;
        const char *words, *shown;
    } rows[] = {
        {0, "", "|Điện  |\n bbbb\n|  Biên|\ncursor 0,0\n"},
        {1, "", "|  Biên|\n|Phủ   |\ncursor 0,0\n"},
        {2, "", "|Phủ   |\n|      |\ncursor 0,0\n"},
        {9, "", "|      |\n|      |\ncursor 0,0\n"},
        {0, "ien", "|Điện  |\n b###\n|  Biên|\n    uuu\ncursor 0,0\n"},
        {0, "điện", "|Điện  |\n ####\n|  Biên|\ncursor 0,0\n"},
        {2, "p", "|Phủ   |\n u\n|      |\ncursor 0,0\n"},
    };
    struct page page = {0};
    struct surface surface = {0};
    struct buffer got = {0};
    surface_resize(&surface, 6, 2);
    page_begin(&page, 6);
    page_add(&page, BYTES("Điện"), 0, 0, STYLE_BOLD);
    page_add(&page, BYTES("Biên"), 2, 2, STYLE_PLAIN);
    page_add(&page, BYTES("Phủ"), 0, 0, STYLE_PLAIN);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query *query = query_new(bytes_of(rows[i].words));
        surface_clear(&surface);
        page_draw(&page, rows[i].top, &surface, surface_area(&surface), query);
        surface_print(&surface, &got);
        assert_row_taken(i, &got, rows[i].shown);
        query_free(query);
    }
    buffer_free(&got);
    surface_free(&surface);
    page_free(&page);
}

static void hits_are_marked_no_farther_than_the_area(void **state)
{
    (void)state;
    struct surface surface = {0};
    struct buffer got = {0};
    struct query *query = query_new(BYTES("dai"));
    surface_resize(&surface, 8, 1);
    struct area area = {1, 0, 5, 1};
    page_mark_hits(&surface, area, BYTES("đại đại"), query);
    surface_print(&surface, &got);
    assert_row_taken(0, &got, "|        |\n  uuu u\ncursor 0,0\n");
    page_mark_hits(&surface, area, BYTES("đại"), NULL);
    query_free(query);
    buffer_free(&got);
    surface_free(&surface);
}

static void a_long_text_is_laid_out_whole_at_any_width(void **state)
{
    (void)state;
    struct page page = {0};
    struct buffer text = {0};
    for (int i = 0; i < 300; i++)
        buffer_add_string(&text, i % 40 ? "chiến dịch " : "\n\nĐiện Biên Phủ ");
    for (int width = 1; width <= 140; width++) {
        size_t letters = 0;
        page_begin(&page, width);
        page_add(&page, buffer_bytes(&text), 1, 3, STYLE_PLAIN);
        for (size_t i = 0; i < page.count; i++) {
            const struct page_line *line = &page.lines[i];
            struct bytes shown =
                bytes_first(bytes_after(buffer_bytes(&page.text), line->at), line->size);
            bool fits = line->indent + text_width(shown) <= width || text_width(shown) <= 1;
            assert_row_int((size_t)width, fits, true);
            for (size_t at = 0; at < shown.size; at++)
                letters += shown.at[at] != ' ';
        }
        for (size_t at = 0; at < text.size; at++)
            letters -= text.data[at] != ' ' && text.data[at] != '\n';
        assert_row_int((size_t)width, (long long)letters, 0);
    }
    buffer_free(&text);
    page_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_laid_out_in_lines_and_paragraphs),
        cmocka_unit_test(gaps_never_begin_a_page_or_stand_twice),
        cmocka_unit_test(a_page_is_drawn_from_any_line_with_its_hits_underlined),
        cmocka_unit_test(hits_are_marked_no_farther_than_the_area),
        cmocka_unit_test(a_long_text_is_laid_out_whole_at_any_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
