#include "show/map_command.h"
#include "show/map_dots.h"
#include "show/map_move.h"
#include "unit_browser.h"

/* The map of the shipped data, at every size and zoom. */

static struct browser map;
static struct store shipped;

static const int sizes[][2] = {{32, 14}, {34, 32}, {40, 33},  {48, 21},  {62, 14},
                               {66, 40}, {80, 21}, {100, 50}, {132, 39}, {300, 99}};

static int open_shipped(void **state)
{
    (void)state;
    store_of_shipped(&shipped);
    browser_init(&map, &shipped, LANGUAGE_VI);
    return 0;
}

static int close_shipped(void **state)
{
    (void)state;
    browser_free(&map);
    store_close(&shipped);
    return 0;
}

static uint32_t unit_of(const char *id)
{
    uint32_t unit = gazetteer_find(&shipped.gazetteer, bytes_of(id));
    assert_int_not_equal(unit, UNIT_NONE);
    return unit;
}

static void lay(size_t size, int zoom, uint32_t unit)
{
    map.map.zoom = zoom;
    map.map.unit = unit;
    map_pane_lay(&map.map, (struct area){0, 0, sizes[size][0], sizes[size][1]});
}

/* Calls `check` at every size and zoom, with every third province pointed at. */
static void everywhere(void (*check)(size_t size, int zoom))
{
    assert_true(map_pane_read(&map.map, &shipped));
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (int zoom = 0; zoom <= MAP_ZOOM_MAX; zoom++)
            for (size_t i = 0; i < map.map.outlines.unit_count; i += 3) {
                lay(size, zoom, map.map.outlines.units[i].unit);
                check(size, zoom);
            }
}

/* --- Dots --- */

static void check_places(size_t size, int zoom)
{
    const struct map_pane *pane = &map.map;
    const struct map_raster *raster = &pane->raster;
    char *taken = calloc((size_t)raster->width * (size_t)raster->height, 1);
    if (map_raster_place(raster, &pane->outlines, pane->unit) < 0)
        fail_msg("size %zu, zoom %d: the province pointed at is not shown", size, zoom);
    for (size_t i = 0; i < raster->place_count; i++) {
        int dot = raster->places[i];
        assert_true(dot >= 0 || zoom > 0);
        if (dot < 0)
            continue;
        assert_int_equal(raster->units[dot], pane->outlines.units[i].unit);
        assert_true(raster->edges[dot]);
        assert_false(taken[dot]);
        taken[dot] = 1;
    }
    free(taken);
}

static void every_province_has_a_dot_of_its_own(void **state)
{
    (void)state;
    everywhere(check_places);
}

/* Counts the dots of a unit in a cell. */
static int dots_in(const struct map_raster *raster, int column, int row, uint32_t unit)
{
    int count = 0;
    for (int i = 0; i < CELL_DOTS_WIDE * CELL_DOTS_TALL; i++) {
        int x = column * CELL_DOTS_WIDE + i % CELL_DOTS_WIDE;
        int y = row * CELL_DOTS_TALL + i / CELL_DOTS_WIDE;
        count += raster->units[y * raster->width + x] == unit;
    }
    return count;
}

static void check_owners(size_t size, int zoom)
{
    const struct map_raster *raster = &map.map.raster;
    (void)size;
    (void)zoom;
    for (int row = 0; row < raster->window.rows; row++) {
        for (int column = 0; column < raster->window.columns; column++) {
            uint32_t owner = raster->owners[row * raster->window.columns + column];
            int most = dots_in(raster, column, row, owner), sea = 8;
            for (size_t i = 0; i < map.map.outlines.unit_count; i++) {
                int dots = dots_in(raster, column, row, map.map.outlines.units[i].unit);
                assert_true(owner == UNIT_NONE ? dots == 0 : dots <= most);
                sea -= dots;
            }
            assert_true(owner != UNIT_NONE || sea == 8);
        }
    }
}

static void each_cell_belongs_to_the_province_drawn_there(void **state)
{
    (void)state;
    assert_true(map_pane_read(&map.map, &shipped));
    for (size_t size = 0; size < 5; size++)
        for (int zoom = 0; zoom <= MAP_ZOOM_MAX; zoom += 2) {
            lay(size, zoom, unit_of("ha-noi"));
            check_owners(size, zoom);
        }
}

/* Says whether a place is on the land of a unit, by rays to the east. */
static bool is_land_of(const struct outlines *outlines, uint32_t unit, double east, double north)
{
    bool inside = false;
    for (size_t r = 0; r < outlines->count; r++) {
        const struct ring *ring = &outlines->rings[r];
        for (uint32_t i = ring->at; ring->unit == unit && i + 1 < ring->at + ring->count; i++) {
            struct location a = outlines->points[i], b = outlines->points[i + 1];
            if ((a.north <= north) == (b.north <= north))
                continue;
            double share = (north - a.north) / ((double)b.north - a.north);
            if (a.east + share * ((double)b.east - a.east) > east)
                inside = !inside;
        }
    }
    return inside;
}

/* Where no province is too small for its dots, a dot is where its middle lies. */
static void a_dot_lies_in_its_province(void **state)
{
    (void)state;
    assert_true(map_pane_read(&map.map, &shipped));
    lay(7, 3, unit_of("ha-noi"));
    const struct map_raster *raster = &map.map.raster;
    const struct map_window *window = &raster->window;
    size_t land = 0, wrong = 0;
    for (int y = 0; y < raster->height; y += 3) {
        for (int x = 0; x < raster->width; x += 3) {
            uint32_t unit = raster->units[y * raster->width + x];
            double east = window->west + (x + 0.5) / window->rate / window->squash;
            double north = window->north - (y + 0.5) / window->rate;
            if (unit == UNIT_NONE)
                continue;
            land++;
            wrong += !is_land_of(&map.map.outlines, unit, east * DEGREE, north * DEGREE);
        }
    }
    assert_true(land > 3000);
    assert_int_equal(wrong, 0);
}

static void dots_are_square_and_to_scale(void **state)
{
    (void)state;
    assert_true(map_pane_read(&map.map, &shipped));
    assert_true(map_squash(&map.map.outlines) > 0.9605);
    assert_true(map_squash(&map.map.outlines) < 0.9625);
    lay(8, 0, unit_of("ha-noi"));
    /* From Cà Mau to Hà Giang the land is 1,650 km long, from Điện Biên to Quảng Ninh 600 wide. */
    const struct map_window *window = &map.map.raster.window;
    int west, north, east, south;
    map_window_dot(window, map.map.outlines.mainland.low, &west, &south);
    map_window_dot(window, map.map.outlines.mainland.high, &east, &north);
    assert_in_range((south - north) * 100 / (east - west), 200, 220);
}

/* --- Moving --- */

static void every_province_is_reached_from_every_other(void **state)
{
    (void)state;
    assert_true(map_pane_read(&map.map, &shipped));
    const struct outlines *outlines = &map.map.outlines;
    for (size_t from = 0; from < outlines->unit_count; from++) {
        uint32_t reached[64] = {outlines->units[from].unit};
        size_t count = 1;
        for (size_t i = 0; i < count; i++) {
            for (int direction = MAP_LEFT; direction <= MAP_DOWN; direction++) {
                uint32_t to = map_neighbour(outlines, reached[i], (enum map_direction)direction);
                size_t known = 0;
                while (known < count && reached[known] != to)
                    known++;
                if (known == count)
                    reached[count++] = to;
            }
        }
        assert_row_int(from, (long long)count, 63);
    }
}

/* A step goes the way it says and back again is a way, too; only at an end of
 * the land it stays. */
static void moving_never_sticks(void **state)
{
    (void)state;
    assert_true(map_pane_read(&map.map, &shipped));
    const struct outlines *outlines = &map.map.outlines;
    for (size_t i = 0; i < outlines->unit_count; i++) {
        struct location here = outlines->units[i].at;
        uint32_t unit = outlines->units[i].unit;
        int ways = 0;
        for (int direction = MAP_LEFT; direction <= MAP_DOWN; direction++) {
            uint32_t to = map_neighbour(outlines, unit, (enum map_direction)direction);
            struct location there = *outlines_place(outlines, to);
            if (to == unit)
                continue;
            ways++;
            assert_row_int(i, direction,
                           direction < MAP_UP ? (there.east < here.east ? MAP_LEFT : MAP_RIGHT)
                                              : (there.north > here.north ? MAP_UP : MAP_DOWN));
            enum map_direction back = (enum map_direction)(direction ^ 1);
            assert_true(map_neighbour(outlines, to, back) != to);
        }
        assert_true(ways >= 2);
    }
}

static void neighbours_are_where_a_teacher_looks_for_them(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        enum map_direction direction;
        const char *to;
    } rows[] = {
        {"dien-bien", MAP_DOWN, "son-la"},     {"dien-bien", MAP_LEFT, "dien-bien"},
        {"nghe-an", MAP_DOWN, "ha-tinh"},      {"ha-tinh", MAP_DOWN, "quang-binh"},
        {"quang-binh", MAP_DOWN, "quang-tri"}, {"quang-tri", MAP_UP, "quang-binh"},
        {"ha-noi", MAP_RIGHT, "bac-ninh"},     {"gia-lai", MAP_DOWN, "dak-lak"},
        {"gia-lai", MAP_UP, "kon-tum"},        {"gia-lai", MAP_RIGHT, "binh-dinh"},
        {"ca-mau", MAP_DOWN, "ca-mau"},        {"ha-giang", MAP_RIGHT, "cao-bang"},
        {"cao-bang", MAP_DOWN, "bac-kan"},     {"thanh-hoa", MAP_DOWN, "nghe-an"},
        {"lang-son", MAP_DOWN, "bac-giang"},   {"khanh-hoa", MAP_DOWN, "ninh-thuan"},
        {"ninh-thuan", MAP_LEFT, "lam-dong"},
    };
    assert_true(map_pane_read(&map.map, &shipped));
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t to = map_neighbour(&map.map.outlines, unit_of(rows[i].from), rows[i].direction);
        assert_row_bytes(i, shipped.gazetteer.units[to].id, rows[i].to);
    }
}

/* --- The pane --- */

static struct surface page;

static void press_keys(const char *keys, int width, int height)
{
    each_key(keys, take, &map);
    surface_resize(&page, width, height);
    browser_draw(&map, &page);
}

static void outlines_are_read_when_the_map_is_opened(void **state)
{
    (void)state;
    press_keys("jjp<Esc>a<Esc>", 80, 24);
    assert_false(map.map.was_read);
    press_keys("m", 80, 24);
    assert_true(map.map.was_read);
    assert_int_equal(browser_focus(&map), VIEW_MAP);
    press_keys("m", 80, 24);
    assert_int_equal(browser_focus(&map), VIEW_TIMELINE);
    surface_free(&page);
}

static void dots_are_made_once_for_a_size_and_a_zoom(void **state)
{
    (void)state;
    static const char walk[] = "lljjhk jjjjjjjjjjjjjjkkkkkkkhhlllll]]n[[";
    press_keys("m", 80, 24);
    assert_int_equal(map.map.filled, 1);
    for (const char *key = walk; *key; key++)
        press_keys((char[]){*key, 0}, 80, 24);
    assert_int_equal(map.map.filled, 1);
    press_keys("", 132, 43);
    press_keys("", 132, 43);
    assert_int_equal(map.map.filled, 2);
    press_keys("+", 132, 43); /* the land, and the islands in their corner */
    assert_int_equal(map.map.filled, 4);
    press_keys("", 132, 43);
    assert_int_equal(map.map.filled, 4);
    press_keys("0", 132, 43);
    assert_int_equal(map.map.filled, 5);
    surface_free(&page);
}

/* Zoomed in, the map moves only when the way leads out of it. */
static void a_step_within_sight_makes_no_dots(void **state)
{
    (void)state;
    press_keys("m", 80, 24);
    map.map.unit = unit_of("hung-yen");
    press_keys("++", 80, 24);
    size_t filled = map.map.filled;
    press_keys("h", 80, 24);
    press_keys("j", 80, 24);
    press_keys("l", 80, 24);
    press_keys("k", 80, 24);
    assert_int_equal(map.map.filled, filled);
    press_keys("jjjjjjjjjj", 80, 24);
    assert_int_equal(map.map.filled, filled + 1);
    assert_true(map_raster_place(&map.map.raster, &map.map.outlines, map.map.unit) >= 0);
    surface_free(&page);
}

static bool shows(const char *what)
{
    struct buffer shown = {0};
    surface_print(&page, &shown);
    bool found = bytes_find(buffer_bytes(&shown), bytes_of(what)) < shown.size;
    buffer_free(&shown);
    return found;
}

static void the_islands_are_always_there_and_named(void **state)
{
    (void)state;
    press_keys("m", 80, 24);
    for (int width = 40; width <= 140; width += 5) {
        for (int height = 17; height <= 60; height += 3) {
            for (int zoom = 0; zoom <= MAP_ZOOM_MAX; zoom++) {
                press_keys(zoom ? "+" : "0", width, height);
                assert_int_equal(map.panes.list, VIEW_MAP);
                if (!shows("Hoàng Sa") || !shows("Trường Sa"))
                    fail_msg("no islands at %dx%d, zoom %d", width, height, zoom);
            }
        }
    }
    surface_free(&page);
}

/* The cursor is on the selected province's dot; name and count stand in words. */
static void the_cursor_is_on_the_province(void **state)
{
    (void)state;
    press_keys("m", 100, 30);
    for (int i = 0; i < 120; i++) {
        const struct map_raster *raster = &map.map.raster;
        press_keys((const char *const[]){"l", "j", "h", "k", "+", "-"}[random_below(6)], 100, 30);
        int dot = map_raster_place(raster, &map.map.outlines, map.map.unit);
        assert_true(dot >= 0);
        assert_int_equal(page.cursor_x, dot % raster->width / CELL_DOTS_WIDE);
        assert_int_equal(page.cursor_y, 2 + dot / raster->width / CELL_DOTS_TALL);
        assert_true(surface_at(&page, page.cursor_x, page.cursor_y)->style & STYLE_REVERSE);
        struct bytes name = gazetteer_name(&shipped.gazetteer, map.map.unit, LANGUAGE_VI);
        struct buffer count = {0};
        buffer_add(&count, name);
        assert_true(shows(buffer_string(&count)));
        buffer_clear(&count);
        buffer_printf(&count, "%u sự kiện", map.map.tally.left[map.map.unit]);
        assert_true(shows(buffer_string(&count)));
        buffer_free(&count);
    }
    surface_free(&page);
}

static void enter_filters_and_leaves(void **state)
{
    (void)state;
    press_keys(":1954-03-13<Enter>m<Enter>", 80, 24);
    assert_int_equal(browser_focus(&map), VIEW_TIMELINE);
    assert_int_equal(map.question.unit_count, 1);
    assert_true(question_has_unit(&map.question, unit_of("dien-bien")));
    assert_int_equal(map.answer.count, map.map.tally.left[unit_of("dien-bien")]);
    press_keys("mj<Space>", 80, 24);
    assert_int_equal(map.question.unit_count, 1);
    press_keys("<Enter>", 80, 24);
    assert_int_equal(map.question.unit_count, 2);
    assert_true(question_has_unit(&map.question, unit_of("son-la")));
    press_keys("m<Space>j<Space>q", 80, 24);
    assert_int_equal(map.question.unit_count, 2);
    surface_free(&page);
}

static void a_province_without_events_is_no_filter(void **state)
{
    (void)state;
    press_keys("m", 80, 24);
    map.map.unit = unit_of("ca-mau");
    press_keys("", 80, 24);
    assert_int_equal(map.map.tally.left[map.map.unit], 0);
    press_keys("<Enter>", 80, 24);
    assert_int_equal(browser_focus(&map), VIEW_MAP);
    assert_int_equal(map.question.unit_count, 0);
    assert_true(map.notice.size > 0);
    surface_free(&page);
}

/* Counts follow the filters that are not provinces. */
static void counts_are_those_of_the_filter(void **state)
{
    (void)state;
    uint32_t unit = unit_of("cao-bang");
    press_keys("m", 80, 24);
    size_t before = map.map.tally.left[unit];
    press_keys("&gạo<Enter>", 80, 24);
    size_t after = map.map.tally.left[unit];
    assert_true(after > 0 && after < before);
    press_keys("x", 80, 24);
    assert_int_equal(map.map.tally.left[unit], before);
    surface_free(&page);
}

static void a_press_points_at_the_owner_of_the_cell(void **state)
{
    (void)state;
    press_keys("m+++", 80, 24);
    const struct map_raster *raster = &map.map.raster;
    for (int i = 0; i < 200; i++) {
        int x = (int)random_below((unsigned)raster->window.columns);
        int y = (int)random_below((unsigned)raster->window.rows);
        uint32_t owner = raster->owners[y * raster->window.columns + x], before = map.map.unit;
        view_ops(VIEW_MAP)->press(&map, x, y);
        assert_int_equal(map.map.unit, owner == UNIT_NONE ? before : owner);
    }
    view_ops(VIEW_MAP)->press(&map, 79, 20);
    surface_free(&page);
}

static void a_list_stands_in_where_no_map_can_be(void **state)
{
    (void)state;
    press_keys("m", 40, 16);
    assert_int_equal(browser_focus(&map), VIEW_PROVINCES);
    press_keys("<Esc>", 80, 24);
    map.ascii = true;
    press_keys("m", 80, 24);
    assert_int_equal(browser_focus(&map), VIEW_PROVINCES);
    surface_free(&page);
}

/* --- Shades --- */

static void shades_are_told_apart_by_their_dots(void **state)
{
    (void)state;
    int dots[MAP_LIT + 1] = {0};
    for (int shade = 0; shade <= MAP_LIT; shade++)
        for (int i = 0; i < 16; i++)
            dots[shade] += map_dot_is_on(shade, i % 4, i / 4);
    assert_int_equal(dots[0], 0);
    assert_int_equal(dots[1], 2);
    assert_int_equal(dots[2], 4);
    assert_int_equal(dots[3], 8);
    assert_int_equal(dots[MAP_LIT], 16);
}

static void shades_part_the_counts(void **state)
{
    (void)state;
    static const size_t peaks[] = {0, 1, 2, 3, 5, 8, 27, 57, 138, 1000, 1000000};
    struct map_pane pane = {0};
    for (size_t i = 0; i < COUNT(peaks); i++) {
        pane.peak = peaks[i];
        assert_row_int(i, map_shade(&pane, 0), 0);
        for (int shade = 1; shade < MAP_SHADES; shade++) {
            size_t from = map_shade_from(&pane, shade);
            assert_true(from > map_shade_from(&pane, shade - 1));
            assert_row_int(i, map_shade(&pane, from), shade);
            assert_row_int(i, map_shade(&pane, from - 1), shade - 1);
        }
        if (peaks[i] > 2)
            assert_row_int(i, map_shade(&pane, peaks[i]), MAP_SHADES - 1);
    }
    pane.peak = 1000;
    assert_int_equal(map_shade_from(&pane, 2), 10);
    assert_int_equal(map_shade_from(&pane, 3), 100);
}

/* The event's province is solid, as no shade is. */
static void the_province_of_the_event_is_lit(void **state)
{
    (void)state;
    press_keys(":1954-03-13<Enter>m++", 80, 24);
    uint32_t lit = unit_of("dien-bien");
    const struct map_raster *raster = &map.map.raster;
    size_t cells = 0;
    assert_true(map_is_lit(&map, lit));
    assert_false(map_is_lit(&map, unit_of("son-la")));
    press_keys("j", 80, 24);
    for (int row = 0; row < raster->window.rows; row++) {
        for (int column = 0; column < raster->window.columns; column++) {
            const struct cell *cell = surface_at(&page, column, row + 2);
            bool all = dots_in(raster, column, row, lit) == 8;
            cells += all;
            if (all)
                assert_memory_equal(cell->text, "⣿", 3);
            if (raster->owners[row * raster->window.columns + column] == lit)
                assert_true(cell->style & STYLE_ACCENT);
        }
    }
    assert_true(cells > 10);
    surface_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_province_has_a_dot_of_its_own, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(each_cell_belongs_to_the_province_drawn_there, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(a_dot_lies_in_its_province, open_shipped, close_shipped),
        cmocka_unit_test_setup_teardown(dots_are_square_and_to_scale, open_shipped, close_shipped),
        cmocka_unit_test_setup_teardown(every_province_is_reached_from_every_other, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(moving_never_sticks, open_shipped, close_shipped),
        cmocka_unit_test_setup_teardown(neighbours_are_where_a_teacher_looks_for_them, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(outlines_are_read_when_the_map_is_opened, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(dots_are_made_once_for_a_size_and_a_zoom, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(a_step_within_sight_makes_no_dots, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(the_islands_are_always_there_and_named, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(the_cursor_is_on_the_province, open_shipped, close_shipped),
        cmocka_unit_test_setup_teardown(enter_filters_and_leaves, open_shipped, close_shipped),
        cmocka_unit_test_setup_teardown(a_province_without_events_is_no_filter, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(counts_are_those_of_the_filter, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(a_press_points_at_the_owner_of_the_cell, open_shipped,
                                        close_shipped),
        cmocka_unit_test_setup_teardown(a_list_stands_in_where_no_map_can_be, open_shipped,
                                        close_shipped),
        cmocka_unit_test(shades_are_told_apart_by_their_dots),
        cmocka_unit_test(shades_part_the_counts),
        cmocka_unit_test_setup_teardown(the_province_of_the_event_is_lit, open_shipped,
                                        close_shipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
