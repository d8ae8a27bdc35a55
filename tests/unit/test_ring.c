#include "file/ring.h"
#include "unit.h"

static void a_box_grows_as_far_as_it_must(void **state)
{
    (void)state;
    struct extent box = {{0, 0}, {10, 10}};
    extent_widen(&box, (struct location){5, 10});
    assert_int_equal(box.low.east, 0);
    assert_int_equal(box.low.north, 0);
    assert_int_equal(box.high.east, 10);
    assert_int_equal(box.high.north, 10);
    extent_widen(&box, (struct location){-3, 4});
    extent_widen(&box, (struct location){12, -7});
    extent_widen(&box, (struct location){1, 11});
    assert_int_equal(box.low.east, -3);
    assert_int_equal(box.low.north, -7);
    assert_int_equal(box.high.east, 12);
    assert_int_equal(box.high.north, 11);
}

/* The second ring has a bay in the east, in which the middle by area lies; the third is the second
 * seen in a mirror; the fourth crosses itself in its middle, with land in the west and the east. */
static void a_ring_has_a_place_on_its_land(void **state)
{
    (void)state;
    static const struct {
        struct location points[9];
        uint32_t count;
        struct location place;
    } rows[] = {
        {{{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 0}}, 5, {15, 15}},
        {{{0, 0}, {30, 0}, {30, 10}, {10, 10}, {10, 20}, {30, 20}, {30, 30}, {0, 30}, {0, 0}},
         9,
         {5, 15}},
        {{{30, 0}, {0, 0}, {0, 10}, {20, 10}, {20, 20}, {0, 20}, {0, 30}, {30, 30}, {30, 0}},
         9,
         {25, 15}},
        {{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, 5, {2, 5}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ring ring = {.count = rows[i].count,
                            .extent = {rows[i].points[0], rows[i].points[0]}};
        for (uint32_t p = 0; p < ring.count; p++)
            extent_widen(&ring.extent, rows[i].points[p]);
        struct location place = ring_place(&ring, rows[i].points);
        assert_row_int(i, place.east, rows[i].place.east);
        assert_row_int(i, place.north, rows[i].place.north);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_grows_as_far_as_it_must),
        cmocka_unit_test(a_ring_has_a_place_on_its_land),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
