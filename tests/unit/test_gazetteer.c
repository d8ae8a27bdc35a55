#include "time/day.h"

#include "unit_store.h"

static const char units[] = "%rec: Province\n"
                            "\n"
                            "Id: dien-bien\n"
                            "Code: VN-71\n"
                            "Name_vi: Điện Biên\n"
                            "Name_en: Dien Bien\n"
                            "Alias: Mường Thanh\n"
                            "Region_vi: Tây Bắc\n"
                            "Region_en: Northwest\n"
                            "Kind: province\n"
                            "Date: 2004-01-01/2025-06-30\n"
                            "History: 1952-01-12/1955-04-28 lai-chau\n"
                            "History: 1975/.. khu\n"
                            "History: 1970 Lai Châu\n" /* no id: ignored */
                            "\n"
                            "Id: lai-chau\n"
                            "Name_vi: Lai Châu\n"
                            "Alias: Dien Bien\n" /* taken by the unit above */
                            "History: ../1909-06-27 khu\n"
                            "\n"
                            "Id: khu\n"
                            "Name_en: Zone\n"
                            "\n"
                            "Id: viet-nam\n"
                            "Name_vi: Việt Nam\n"
                            "Kind: country\n"
                            "\n"
                            "Name_xx: Atlantis\n";

enum { DIEN_BIEN, LAI_CHAU, KHU, VIET_NAM, ATLANTIS, UNIT_COUNT };

static struct folder folder;
static struct gazetteer gazetteer;

static int open_units(void **state)
{
    (void)state;
    folder = folder_new();
    folder_write(&folder, "g.rec", bytes_of(units));
    gazetteer_init(&gazetteer);
    return gazetteer_open(&gazetteer, folder_file(&folder, "g.rec"), NULL) ? 0 : -1;
}

static int close_units(void **state)
{
    (void)state;
    gazetteer_close(&gazetteer);
    folder_remove(&folder);
    return 0;
}

static int32_t day(int year, int month, int day_of_month)
{
    return day_from_civil(year, month, day_of_month);
}

static void an_empty_gazetteer_knows_nothing(void **state)
{
    (void)state;
    struct gazetteer empty;
    gazetteer_init(&empty);
    assert_int_equal(gazetteer_find(&empty, BYTES("dien-bien")), UNIT_NONE);
    assert_int_equal(empty.nation, UNIT_NONE);
    assert_int_equal(empty.count, 0);
    gazetteer_close(&empty);
}

static void a_file_that_cannot_be_read_is_one_error(void **state)
{
    (void)state;
    struct diag_sink sink = {.file = "g"};
    struct gazetteer none;
    gazetteer_init(&none);
    assert_false(gazetteer_open(&none, "/nowhere/at/all.rec", &sink));
    assert_int_equal(sink.counts[SEVERITY_ERROR], 1);
    assert_int_equal(none.count, 0);
    gazetteer_close(&none);
}

static void units_are_found_by_every_spelling_the_first_one_first(void **state)
{
    (void)state;
    static const struct {
        const char *spelling;
        uint32_t unit;
    } rows[] = {
        {"dien-bien", DIEN_BIEN},   {"VN-71", DIEN_BIEN},
        {"Điện Biên", DIEN_BIEN},   {"Dien Bien", DIEN_BIEN},
        {"Mường Thanh", DIEN_BIEN}, {"lai-chau", LAI_CHAU},
        {"Lai Châu", LAI_CHAU},     {"Zone", KHU},
        {"Atlantis", ATLANTIS},     {"vn-71", UNIT_NONE},
        {"điện biên", UNIT_NONE},   {"", UNIT_NONE},
        {"Tây Bắc", UNIT_NONE},     {"province", UNIT_NONE},
    };
    assert_int_equal(gazetteer.count, UNIT_COUNT);
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, gazetteer_find(&gazetteer, bytes_of(rows[i].spelling)), rows[i].unit);
}

static void the_fields_of_a_unit_are_kept(void **state)
{
    (void)state;
    const struct unit *unit = &gazetteer.units[DIEN_BIEN];
    assert_row_bytes(0, unit->id, "dien-bien");
    assert_row_bytes(1, unit->code, "VN-71");
    assert_row_bytes(2, unit->kind, "province");
    assert_row_bytes(3, unit->region[LANGUAGE_VI], "Tây Bắc");
    assert_row_bytes(4, unit->region[LANGUAGE_EN], "Northwest");
    assert_int_equal(unit->first, day(2004, 1, 1));
    assert_int_equal(unit->last, day(2025, 6, 30));
    assert_int_equal(gazetteer.units[LAI_CHAU].first, DAY_OPEN_PAST);
    assert_int_equal(gazetteer.units[LAI_CHAU].last, DAY_OPEN_FUTURE);
    assert_false(unit->is_plain);
    assert_int_equal(gazetteer.nation, VIET_NAM);
}

static void a_name_is_given_in_the_language_or_another_or_is_the_id(void **state)
{
    (void)state;
    static const struct {
        uint32_t unit;
        enum language language;
        const char *name;
    } rows[] = {
        {DIEN_BIEN, LANGUAGE_VI, "Điện Biên"},
        {DIEN_BIEN, LANGUAGE_EN, "Dien Bien"},
        {LAI_CHAU, LANGUAGE_EN, "Lai Châu"},
        {KHU, LANGUAGE_VI, "Zone"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_bytes(i, gazetteer_name(&gazetteer, rows[i].unit, rows[i].language),
                         rows[i].name);
}

static void the_ground_belonged_to_what_history_says_of_that_day(void **state)
{
    (void)state;
    const struct {
        uint32_t unit;
        int32_t day;
        uint32_t owner;
    } rows[] = {
        {DIEN_BIEN, day(1954, 5, 7), LAI_CHAU},   {DIEN_BIEN, day(1952, 1, 12), LAI_CHAU},
        {DIEN_BIEN, day(1955, 4, 28), LAI_CHAU},  {DIEN_BIEN, day(1952, 1, 11), DIEN_BIEN},
        {DIEN_BIEN, day(1955, 4, 29), DIEN_BIEN}, {DIEN_BIEN, day(1975, 1, 1), KHU},
        {DIEN_BIEN, day(9000, 1, 1), KHU},        {DIEN_BIEN, day(1970, 5, 1), DIEN_BIEN},
        {DIEN_BIEN, DAY_OPEN_FUTURE, KHU},        {LAI_CHAU, day(1909, 6, 27), KHU},
        {LAI_CHAU, day(-500, 1, 1), KHU},         {LAI_CHAU, day(1909, 6, 28), LAI_CHAU},
        {VIET_NAM, day(1954, 5, 7), VIET_NAM},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, gazetteer_on_day(&gazetteer, rows[i].unit, rows[i].day), rows[i].owner);
}

static void ground_units_are_those_that_events_happen_in(void **state)
{
    (void)state;
    static const bool ground[UNIT_COUNT] = {[DIEN_BIEN] = true,
                                            [LAI_CHAU] = true, /* named, but has a history */
                                            [KHU] = false,
                                            [VIET_NAM] = true,
                                            [ATLANTIS] = true};
    for (uint32_t i = 0; i < UNIT_COUNT; i++)
        assert_row_int(i, gazetteer_is_ground(&gazetteer, i), ground[i]);
    assert_true(gazetteer_is_part(&gazetteer, DIEN_BIEN, KHU));
    assert_true(gazetteer_is_part(&gazetteer, DIEN_BIEN, LAI_CHAU));
    assert_true(gazetteer_is_part(&gazetteer, KHU, KHU));
    assert_false(gazetteer_is_part(&gazetteer, KHU, DIEN_BIEN));
    assert_false(gazetteer_is_part(&gazetteer, VIET_NAM, KHU));
}

static void a_name_nobody_knows_becomes_a_plain_unit_once(void **state)
{
    (void)state;
    uint32_t first = gazetteer_place(&gazetteer, BYTES("Hồng Kông"));
    assert_int_equal(first, UNIT_COUNT);
    assert_int_equal(gazetteer_place(&gazetteer, BYTES("Hồng Kông")), first);
    assert_int_equal(gazetteer_place(&gazetteer, BYTES("Ho\xCC\x82\xCC\x80ng Ko\xCC\x82ng")),
                     first);
    assert_int_equal(gazetteer_place(&gazetteer, BYTES("Hồng  Kông")), first);
    assert_int_equal(gazetteer.count, UNIT_COUNT + 1);
    assert_true(gazetteer.units[first].is_plain);
    assert_true(gazetteer_is_ground(&gazetteer, first));
    assert_row_bytes(0, gazetteer_name(&gazetteer, first, LANGUAGE_EN), "Hồng Kông");
    assert_int_equal(gazetteer_on_day(&gazetteer, first, 0), first);
}

static void a_decomposed_spelling_is_the_composed_one(void **state)
{
    (void)state;
    static const char *const spellings[] = {
        "Điện Biên",
        "\xC4\x90ie\xCC\xA3\xCC\x82n Bie\xCC\x82n",
        "\xC4\x90ie\xCC\x82\xCC\xA3n Bie\xCC\x82n",
        "Mu\xCC\x9Bo\xCC\x9B\xCC\x80ng Thanh",
    };
    for (size_t i = 0; i < COUNT(spellings); i++)
        assert_row_int(i, gazetteer_place(&gazetteer, bytes_of(spellings[i])), DIEN_BIEN);
    assert_int_equal(gazetteer.count, UNIT_COUNT);
}

static void a_spelling_decomposed_in_the_gazetteer_is_found_composed(void **state)
{
    (void)state;
    struct store store;
    store_of(
        &store,
        "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\nDate: 1954\nTitle: x\n"
        "Province: Điện Biên\n",
        "%rec: Province\n\nId: dien-bien\nName_vi: \xC4\x90ie\xCC\xA3\xCC\x82n Bie\xCC\x82n\n");
    assert_int_equal(store.gazetteer.count, 1);
    store_close(&store);
}

static void only_province_records_are_units(void **state)
{
    (void)state;
    struct store store;
    store_of(&store,
             "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\nDate: 1954\nTitle: x\n"
             "Province: a\n",
             "Id: a\n\n%rec: Source\n\nId: book\nTitle: A book\n\n%rec: Province\n\nId: b\n");
    assert_int_equal(gazetteer_find(&store.gazetteer, BYTES("book")), UNIT_NONE);
    assert_int_equal(store.gazetteer.count, 2);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_gazetteer_knows_nothing),
        cmocka_unit_test(a_file_that_cannot_be_read_is_one_error),
        cmocka_unit_test(a_spelling_decomposed_in_the_gazetteer_is_found_composed),
        cmocka_unit_test(only_province_records_are_units),
#define OVER_UNITS(test) cmocka_unit_test_setup_teardown(test, open_units, close_units)
        OVER_UNITS(units_are_found_by_every_spelling_the_first_one_first),
        OVER_UNITS(the_fields_of_a_unit_are_kept),
        OVER_UNITS(a_name_is_given_in_the_language_or_another_or_is_the_id),
        OVER_UNITS(the_ground_belonged_to_what_history_says_of_that_day),
        OVER_UNITS(ground_units_are_those_that_events_happen_in),
        OVER_UNITS(a_name_nobody_knows_becomes_a_plain_unit_once),
        OVER_UNITS(a_decomposed_spelling_is_the_composed_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
