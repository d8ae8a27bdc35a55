#include "base/map.h"

#include "unit.h"

static void an_empty_map_has_nothing(void **state)
{
    (void)state;
    struct map map = {0};
    assert_int_equal(map_get(&map, BYTES("a")), MAP_NONE);
    assert_int_equal(map_get(&map, BYTES("")), MAP_NONE);
    map_free(&map);
}

static void the_first_value_of_a_key_wins(void **state)
{
    (void)state;
    struct map map = {0};
    assert_true(map_put(&map, BYTES("lai-chau"), 7));
    assert_false(map_put(&map, BYTES("lai-chau"), 8));
    assert_true(map_put(&map, BYTES(""), 0));
    assert_int_equal(map_get(&map, BYTES("lai-chau")), 7);
    assert_int_equal(map_get(&map, BYTES("")), 0);
    assert_int_equal(map_get(&map, BYTES("lai")), MAP_NONE);
    assert_int_equal(map_get(&map, BYTES("Lai-chau")), MAP_NONE);
    assert_int_equal(map.count, 2);
    map_free(&map);
}

static void keys_are_compared_by_their_bytes_not_by_where_they_stand(void **state)
{
    (void)state;
    struct map map = {0};
    char key[] = "a\0b";
    map_put(&map, (struct bytes){key, 3}, 1);
    assert_int_equal(map_get(&map, BYTES("a\0b")), 1);
    assert_int_equal(map_get(&map, BYTES("a\0c")), MAP_NONE);
    assert_int_equal(map_get(&map, BYTES("a")), MAP_NONE);
    map_free(&map);
}

#define KEYS 20000

static void many_keys_are_all_found_again(void **state)
{
    (void)state;
    static char keys[KEYS][8];
    struct map map = {0};
    for (uint32_t i = 0; i < KEYS; i++) {
        snprintf(keys[i], sizeof keys[i], "k%x", i);
        map_put(&map, bytes_of(keys[i]), i);
    }
    assert_int_equal(map.count, KEYS);
    assert_true(map.room > map.count);
    assert_int_equal(map.room & (map.room - 1), 0);
    for (uint32_t i = 0; i < KEYS; i++)
        assert_row_int(i, map_get(&map, bytes_of(keys[i])), i);
    assert_int_equal(map_get(&map, BYTES("k")), MAP_NONE);
    map_free(&map);
    assert_int_equal(map.room, 0);
    assert_int_equal(map_get(&map, BYTES("k1")), MAP_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_has_nothing),
        cmocka_unit_test(the_first_value_of_a_key_wins),
        cmocka_unit_test(keys_are_compared_by_their_bytes_not_by_where_they_stand),
        cmocka_unit_test(many_keys_are_all_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
