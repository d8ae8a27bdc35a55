#include "base/text.h"
#include "show/surface.h"

#include "random_text.h"

/* Fails unless the surface prints as `expected`, and empties it. */
static void assert_shows(size_t row, struct surface *surface, const char *expected)
{
    struct buffer got = {0};
    surface_print(surface, &got);
    assert_row(row, buffer_string(&got), expected);
    buffer_free(&got);
    surface_clear(surface);
}

static void a_new_surface_is_blank_with_the_cursor_at_home(void **state)
{
    (void)state;
    struct surface surface = {0};
    surface_resize(&surface, 3, 2);
    assert_shows(0, &surface, "|   |\n|   |\ncursor 0,0\n");
    surface_put_string(&surface, surface_area(&surface), "abc", STYLE_BOLD);
    surface.cursor_x = 2;
    surface_resize(&surface, 2, 1);
    assert_shows(1, &surface, "|  |\ncursor 0,0\n");
    surface_free(&surface);
    assert_null(surface.cells);
}

static void no_size_is_too_small_or_too_large(void **state)
{
    (void)state;
    static const int sizes[][4] = {
        {0, 0, 1, 1}, {-5, 3, 1, 3}, {1, 1, 1, 1}, {500, 500, 500, 500}, {3, 2, 3, 2}};
    struct surface surface = {0};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        surface_resize(&surface, sizes[i][0], sizes[i][1]);
        assert_row_int(i, surface.width, sizes[i][2]);
        assert_row_int(i, surface.height, sizes[i][3]);
        surface_put_string(&surface, surface_area(&surface), "Điện", STYLE_PLAIN);
        assert_row_int(i, surface_at(&surface, surface.width - 1, surface.height - 1)->width, 1);
    }
    surface_free(&surface);
}

static void text_is_put_at_the_left_or_the_right_and_cut_to_its_area(void **state)
{
    (void)state;
    static const struct {
        struct area area;
        bool right;
        const char *text;
        int used;
        const char *shown;
    } rows[] = {
        {{0, 0, 6, 1}, false, "abc", 3, "|abc   |\ncursor 0,0\n"},
        {{0, 0, 6, 1}, true, "abc", 3, "|   abc|\ncursor 0,0\n"},
        {{2, 0, 3, 1}, false, "abcdef", 3, "|  ab… |\ncursor 0,0\n"},
        {{2, 0, 3, 1}, true, "abcdef", 3, "|  ab… |\ncursor 0,0\n"},
        {{0, 0, 6, 1}, false, "Điện", 4, "|Điện  |\ncursor 0,0\n"},
        {{0, 0, 6, 1}, false, "文字", 4, "|文字  |\ncursor 0,0\n"},
        {{0, 0, 3, 1}, false, "文字", 3, "|文…   |\ncursor 0,0\n"},
        {{5, 0, 1, 1}, false, "文", 1, "|     …|\ncursor 0,0\n"},
        {{0, 0, 6, 1}, false, "x" ACUTE "y", 2, "|x" ACUTE "y    |\ncursor 0,0\n"},
        {{0, 0, 0, 1}, false, "abc", 0, "|      |\ncursor 0,0\n"},
        {{0, 0, -3, 1}, false, "abc", 0, "|      |\ncursor 0,0\n"},
        {{0, 0, 6, 0}, false, "abc", 0, "|      |\ncursor 0,0\n"},
        {{0, 1, 6, 1}, false, "abc", 3, "|      |\ncursor 0,0\n"},  /* below the surface */
        {{-1, 0, 6, 1}, false, "abc", 3, "|bc    |\ncursor 0,0\n"}, /* beyond its left edge */
        {{4, 0, 6, 1}, false, "abcd", 4, "|    ab|\ncursor 0,0\n"}, /* beyond its right edge */
        {{5, 0, 6, 1}, false, "文", 2, "|      |\ncursor 0,0\n"},   /* no half of a wide one */
        {{0, 0, 6, 1}, false, "", 0, "|      |\ncursor 0,0\n"},
    };
    struct surface surface = {0};
    surface_resize(&surface, 6, 1);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes text = bytes_of(rows[i].text);
        int used = rows[i].right ? surface_put_right(&surface, rows[i].area, text, STYLE_PLAIN)
                                 : surface_put(&surface, rows[i].area, text, STYLE_PLAIN);
        assert_row_int(i, used, rows[i].used);
        assert_shows(i, &surface, rows[i].shown);
    }
    surface_free(&surface);
}

static void styles_are_printed_below_their_row(void **state)
{
    (void)state;
    struct surface surface = {0};
    surface_resize(&surface, 6, 2);
    struct area all = surface_area(&surface);
    surface_put_string(&surface, all, "ab", STYLE_BOLD);
    surface_put_string(&surface, area_after(all, 2), "c", STYLE_FAINT | STYLE_UNDERLINE);
    surface_add_style(&surface, (struct area){4, 0, 1, 1}, STYLE_REVERSE);
    surface_add_style(&surface, (struct area){1, 0, 1, 1}, STYLE_ACCENT);
    surface.cursor_x = 4;
    surface.cursor_y = 1;
    assert_shows(0, &surface, "|abc   |\n b## r\n|      |\ncursor 4,1\n");
    surface_put_string(&surface, all, "xy", STYLE_ACCENT);
    surface_put_string(&surface, all, "x", STYLE_PLAIN); /* what is put anew has its style alone */
    assert_shows(1, &surface, "|xy    |\n  a\n|      |\ncursor 0,0\n");
    surface_add_style(&surface, (struct area){-3, -3, 100, 100}, STYLE_UNDERLINE);
    assert_shows(2, &surface, "|      |\n uuuuuu\n|      |\n uuuuuu\ncursor 0,0\n");
    surface_free(&surface);
}

static void areas_are_parts_of_areas(void **state)
{
    (void)state;
    struct area area = {2, 3, 10, 4}, row = area_row(area, 2), rest = area_after(area, 4);
    assert_true(row.x == 2 && row.y == 5 && row.width == 10 && row.height == 1);
    assert_int_equal(area_row(area, 4).height, 0);
    assert_true(rest.x == 6 && rest.y == 3 && rest.width == 6 && rest.height == 4);
    rest = area_after(area, 99);
    assert_true(rest.x == 12 && rest.width == 0);
}

static void a_grapheme_too_long_for_a_cell_is_a_blank(void **state)
{
    (void)state;
    struct surface surface = {0};
    struct buffer text = {0};
    surface_resize(&surface, 4, 1);
    for (int i = 0; i < 12; i++)
        buffer_add_string(&text, "\xE1\x84\x80"); /* leading consonants, all one grapheme */
    surface_put(&surface, surface_area(&surface), buffer_bytes(&text), STYLE_PLAIN);
    for (int x = 0; x < 4; x++)
        assert_true(surface_at(&surface, x, 0)->size <= CELL_BYTES);
    buffer_free(&text);
    surface_free(&surface);
}

/* Fails unless the cells of every row together are as wide as the surface. */
static void assert_covered(size_t round, const struct surface *surface)
{
    for (int y = 0; y < surface->height; y++) {
        for (int x = 0; x < surface->width;) {
            const struct cell *cell = surface_at(surface, x, y);
            struct bytes text = {cell->text, cell->size};
            bool fits = x + cell->width <= surface->width;
            if (cell->width < 1 || cell->width > 2 || cell->size < 1 || !fits ||
                text_width(text) != cell->width)
                fail_msg("round %zu: cell %d is %d wide: \"%.*s\"", round, x, cell->width,
                         BYTES_ARGS(text));
            if (cell->width == 2 && surface_at(surface, x + 1, y)->width != 0)
                fail_msg("round %zu: half of cell %d is lost", round, x);
            x += cell->width;
        }
    }
}

static void whatever_is_drawn_every_row_is_covered_exactly(void **state)
{
    (void)state;
    struct surface surface = {0};
    struct buffer raw = {0}, clean = {0};
    for (size_t round = 0; round < 3000; round++) {
        surface_resize(&surface, 1 + (int)random_below(12), 1 + (int)random_below(3));
        for (unsigned left = 1 + random_below(5); left > 0; left--) {
            struct area area = {(int)random_below(16) - 3, (int)random_below(5) - 1,
                                (int)random_below(16) - 2, (int)random_below(3)};
            buffer_clear(&raw);
            buffer_clear(&clean);
            add_random(&raw);
            text_clean_line(&clean, buffer_bytes(&raw));
            surface_put(&surface, area, buffer_bytes(&clean), STYLE_PLAIN);
        }
        assert_covered(round, &surface);
    }
    buffer_free(&raw);
    buffer_free(&clean);
    surface_free(&surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_surface_is_blank_with_the_cursor_at_home),
        cmocka_unit_test(no_size_is_too_small_or_too_large),
        cmocka_unit_test(text_is_put_at_the_left_or_the_right_and_cut_to_its_area),
        cmocka_unit_test(styles_are_printed_below_their_row),
        cmocka_unit_test(areas_are_parts_of_areas),
        cmocka_unit_test(a_grapheme_too_long_for_a_cell_is_a_blank),
        cmocka_unit_test(whatever_is_drawn_every_row_is_covered_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
