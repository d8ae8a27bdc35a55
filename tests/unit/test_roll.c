#include "find/roll.h"

#include "unit_store.h"

static struct gazetteer gazetteer;

static int open_gazetteer(void **state)
{
    (void)state;
    gazetteer_init(&gazetteer);
    return gazetteer_open(&gazetteer, "data/vietnam.rec", NULL) ? 0 : -1;
}

static int close_gazetteer(void **state)
{
    (void)state;
    gazetteer_close(&gazetteer);
    return 0;
}

static uint32_t unit_of(const char *id)
{
    return gazetteer_find(&gazetteer, bytes_of(id));
}

static uint32_t weights[512]; /* of the units, which are fewer */

static void names_say_how_many_units_there_are(void **state)
{
    (void)state;
    assert_int_equal(roll_count(&gazetteer, NAMES_GROUND), 63);
    assert_int_equal(roll_count(&gazetteer, NAMES_NOW), 34);
    assert_true(roll_count(&gazetteer, NAMES_THEN) > 63);
    for (int names = 0; names < NAMES_COUNT; names++) {
        struct roll_item *items = roll_new(&gazetteer, LANGUAGE_VI, (enum names)names, weights);
        bool *seen = calloc(gazetteer.count, sizeof *seen);
        size_t listed = 0;
        for (size_t i = 0; i < gazetteer.count; i++) {
            assert_row_int(i, seen[items[i].unit], false); /* each unit once */
            seen[items[i].unit] = true;
            listed += items[i].class == ROLL_LISTED;
        }
        assert_int_equal(listed, roll_count(&gazetteer, (enum names)names) + 2);
        free(seen);
        free(items);
    }
}

static void a_unit_is_of_one_class_by_each_of_the_names(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        enum roll_class ground, then, now;
    } rows[] = {
        {"bac-giang", ROLL_LISTED, ROLL_LISTED, ROLL_GROUND},
        {"ha-bac", ROLL_FORMER, ROLL_LISTED, ROLL_FORMER},
        {"kien-an", ROLL_FORMER, ROLL_LISTED, ROLL_FORMER},
        {"bac-ninh-2025", ROLL_NOW, ROLL_NOW, ROLL_LISTED},
        {"viet-nam", ROLL_LISTED, ROLL_LISTED, ROLL_LISTED},
        {"nuoc-ngoai", ROLL_LISTED, ROLL_LISTED, ROLL_LISTED},
    };
    for (int names = 0; names < NAMES_COUNT; names++) {
        struct roll_item *items = roll_new(&gazetteer, LANGUAGE_VI, (enum names)names, NULL);
        for (size_t i = 0; i < COUNT(rows); i++) {
            const enum roll_class classes[NAMES_COUNT] = {[NAMES_GROUND] = rows[i].ground,
                                                          [NAMES_THEN] = rows[i].then,
                                                          [NAMES_NOW] = rows[i].now};
            for (size_t j = 0; j < gazetteer.count; j++)
                if (items[j].unit == unit_of(rows[i].unit))
                    assert_row_int(i, items[j].class, classes[names]);
        }
        free(items);
    }
}

/* Every unit but the country and abroad lies in a region, so that none stands outside a group. */
static void assert_regions(size_t row, const char *regions)
{
    for (int names = 0; names < NAMES_COUNT; names++) {
        struct roll_item *items = roll_new(&gazetteer, LANGUAGE_VI, (enum names)names, weights);
        struct buffer got = {0};
        assert_int_equal(items[0].unit, unit_of("nuoc-ngoai"));
        assert_int_equal(items[1].unit, unit_of("viet-nam"));
        for (size_t i = 1; items[i].class == ROLL_LISTED; i++) {
            if (i > 1 && bytes_equal(items[i].region, items[i - 1].region))
                continue;
            buffer_add_string(&got, i > 1 ? "|" : "");
            buffer_add(&got, items[i].region);
        }
        assert_row(row, buffer_string(&got), regions);
        buffer_free(&got);
        free(items);
    }
}

static void the_list_is_by_regions_the_country_first_then_those_that_weigh_most(void **state)
{
    (void)state;
    assert_true(gazetteer.count <= COUNT(weights));
    assert_regions(0, "|Bắc Trung Bộ|Duyên hải Nam Trung Bộ|Đông Bắc|Đồng bằng sông Cửu Long|"
                      "Đồng bằng sông Hồng|Đông Nam Bộ|Tây Bắc|Tây Nguyên");
    for (uint32_t unit = 0; unit < gazetteer.count; unit++) {
        struct bytes region = gazetteer_region(&gazetteer, unit, LANGUAGE_VI);
        weights[unit] = bytes_equal(region, BYTES("Tây Bắc"))    ? 3
                        : bytes_equal(region, BYTES("Đông Bắc")) ? 1
                                                                 : 0;
    }
    assert_regions(1, "|Tây Bắc|Đông Bắc|Bắc Trung Bộ|Duyên hải Nam Trung Bộ|"
                      "Đồng bằng sông Cửu Long|Đồng bằng sông Hồng|Đông Nam Bộ|Tây Nguyên");
    memset(weights, 0, sizeof weights);
}

static void some_units_are_sorted_by_name(void **state)
{
    (void)state;
    uint32_t units[] = {unit_of("dien-bien"),  unit_of("an-giang"), unit_of("bac-ninh-2025"),
                        unit_of("da-nang"),    unit_of("bac-ninh"), unit_of("dak-lak"),
                        unit_of("binh-duong"), unit_of("ca-mau"),   unit_of("bac-lieu")};
    static const char *const sorted[] = {"an-giang",      "bac-lieu",   "bac-ninh",
                                         "bac-ninh-2025", "binh-duong", "ca-mau",
                                         "da-nang",       "dak-lak",    "dien-bien"};
    uint32_t *ranks = roll_ranks(&gazetteer, LANGUAGE_VI);
    assert_int_equal(ranks[unit_of("bac-ninh")], ranks[unit_of("bac-ninh-2025")]);
    roll_sort(&gazetteer, LANGUAGE_VI, units, COUNT(units));
    for (size_t i = 0; i < COUNT(sorted); i++) {
        assert_row_int(i, units[i], unit_of(sorted[i]));
        assert_row_int(i, i == 0 || ranks[units[i - 1]] <= ranks[units[i]], true);
    }
    free(ranks);
}

static void an_empty_gazetteer_has_an_empty_roll(void **state)
{
    (void)state;
    struct gazetteer empty;
    gazetteer_init(&empty);
    free(roll_new(&empty, LANGUAGE_EN, NAMES_NOW, weights));
    roll_sort(&empty, LANGUAGE_EN, NULL, 0);
    assert_int_equal(roll_count(&empty, NAMES_THEN), 0);
    gazetteer_close(&empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_say_how_many_units_there_are),
        cmocka_unit_test(a_unit_is_of_one_class_by_each_of_the_names),
        cmocka_unit_test(the_list_is_by_regions_the_country_first_then_those_that_weigh_most),
        cmocka_unit_test(some_units_are_sorted_by_name),
        cmocka_unit_test(an_empty_gazetteer_has_an_empty_roll),
    };
    return cmocka_run_group_tests(tests, open_gazetteer, close_gazetteer);
}
