#include "find/naming.h"
#include "find/query.h"
#include "time/day.h"

#include "unit_store.h"

static struct store store;

static int open_shipped(void **state)
{
    (void)state;
    store_of_shipped(&store);
    return 0;
}

static int close_shipped(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

/* Returns the id of the unit that is meant, or `?` and how many it could be. */
static void add_meant(struct buffer *out, const char *typed)
{
    uint32_t *candidates;
    size_t count;
    uint32_t unit = naming_find(&store.gazetteer, bytes_of(typed), &candidates, &count);
    if (unit == UNIT_NONE)
        buffer_printf(out, "?%zu", count);
    else
        buffer_add(out, store.gazetteer.units[unit].id);
    free(candidates);
}

static void a_unit_is_meant_by_any_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *meant;
    } rows[] = {
        {"dien-bien", "dien-bien"},
        {"Điện Biên", "dien-bien"},
        {"điện biên", "dien-bien"},
        {"DIEN BIEN", "dien-bien"},
        {"dien bien", "dien-bien"},
        {" dien  bien ", "dien-bien"},
        {"\xC4\x90ie\xCC\xA3\xCC\x82n Bie\xCC\x82n", "dien-bien"},
        {"VN-71", "dien-bien"},
        {"vn-71", "dien-bien"},
        {"Mường Thanh", "dien-bien"},
        {"muong thanh", "dien-bien"},
        {"dien b", "dien-bien"},
        {"Lai Châu", "lai-chau"}, /* the ground unit, not its namesake of 2025 */
        {"lai chau", "lai-chau"},
        {"lai-chau-2025", "lai-chau-2025"},
        {"Thừa Thiên-Huế", "thua-thien-hue"},
        {"bắc ninh", "bac-ninh"},
        {"ha bac", "ha-bac"}, /* only an older unit has this name */
        {"Khánh Hòa", "khanh-hoa"},
        {"khanh hoà", "khanh-hoa"},
        {"cả nước", "viet-nam"},
        {"abroad", "nuoc-ngoai"},
        {"Atlantis", "?0"},
        {"", "?0"},
        {"   ", "?0"},
        {"điên bien", "dien-bien"},
        {"diển bien", "?0"},
        {"ien bien", "?0"}, /* no spelling begins so */
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_meant(&got, rows[i].typed);
        assert_row_taken(i, &got, rows[i].meant);
    }
    buffer_free(&got);
}

/* Says whether a unit is a ground unit and has this spelling. */
static bool is_ground_called(uint32_t unit, struct bytes spelling)
{
    const struct gazetteer *gazetteer = &store.gazetteer;
    for (size_t i = 0; i < gazetteer->name_count; i++)
        if (gazetteer->names[i].unit == unit && bytes_equal(gazetteer->names[i].text, spelling))
            return gazetteer_is_ground(gazetteer, unit);
    return false;
}

static void every_id_and_code_and_vietnamese_name_means_its_unit(void **state)
{
    (void)state;
    const struct gazetteer *gazetteer = &store.gazetteer;
    for (uint32_t i = 0; i < gazetteer->count; i++) {
        const struct unit *unit = &gazetteer->units[i];
        const struct bytes spellings[] = {unit->id, unit->code, unit->name[LANGUAGE_VI]};
        for (size_t s = 0; s < COUNT(spellings); s++) {
            uint32_t *candidates;
            size_t count;
            if (spellings[s].size == 0)
                continue;
            uint32_t meant = naming_find(gazetteer, spellings[s], &candidates, &count);
            bool namesake = meant != UNIT_NONE && is_ground_called(meant, spellings[s]);
            if (meant != i && !namesake)
                fail_msg("%.*s means another than %.*s", BYTES_ARGS(spellings[s]),
                         BYTES_ARGS(unit->id));
            free(candidates);
        }
    }
}

static void a_beginning_shared_by_several_lists_them_once_each(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *units;
    } rows[] = {
        {"bac", "bac-lieu bac-giang bac-kan bac-ninh"},
        {" BAC ", "bac-lieu bac-giang bac-kan bac-ninh"},
        {"bắc", "bac-giang bac-kan bac-ninh"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t *units;
        size_t count;
        assert_row_int(i, naming_find(&store.gazetteer, bytes_of(rows[i].typed), &units, &count),
                       UNIT_NONE);
        for (size_t j = 0; j < count; j++) {
            buffer_add_string(&got, j ? " " : "");
            buffer_add(&got, store.gazetteer.units[units[j]].id);
        }
        assert_row_taken(i, &got, rows[i].units);
        free(units);
    }
    buffer_free(&got);
}

static void a_list_is_narrowed_by_the_beginnings_of_words(void **state)
{
    (void)state;
    static const struct {
        const char *unit, *typed;
        bool matches;
    } rows[] = {
        {"dien-bien", "dien b", true},   {"dien-bien", "bien", true},
        {"dien-bien", "ien", false},     {"dien-bien", "điện", true},
        {"dien-bien", "diễn", false},    {"dien-bien", "muong", true},
        {"thua-thien-hue", "hue", true}, {"ba-ria-vung-tau", "vung", true},
        {"ha-noi", "noi", true},         {"ha-noi", "oi", false},
        {"ho-chi-minh", "minh", true},   {"dien-bien", "vn-71", true},
        {"dien-bien", "71", true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query *query = query_new(bytes_of(rows[i].typed));
        uint32_t unit = gazetteer_find(&store.gazetteer, bytes_of(rows[i].unit));
        assert_row_int(i, unit != UNIT_NONE, true);
        assert_row_int(i, naming_matches(&store.gazetteer, unit, query), rows[i].matches);
        query_free(query);
    }
}

static void a_unit_is_named_as_it_is_and_as_it_was(void **state)
{
    (void)state;
    const int32_t day_of_victory = day_from_civil(1954, 5, 7);
    const struct {
        const char *unit;
        int32_t day;
        enum language language;
        const char *name;
    } rows[] = {
        {"dien-bien", day_of_victory, LANGUAGE_VI, "Điện Biên (then: Lai Châu)"},
        {"dien-bien", day_of_victory, LANGUAGE_EN, "Dien Bien (then: Lai Chau)"},
        {"dien-bien", day_from_civil(2010, 1, 1), LANGUAGE_VI, "Điện Biên"},
        {"dien-bien", day_from_civil(2025, 7, 1), LANGUAGE_VI, "Điện Biên"}, /* the same name */
        {"bac-giang", day_from_civil(1970, 1, 1), LANGUAGE_VI, "Bắc Giang (then: Hà Bắc)"},
        {"bac-giang", day_from_civil(2025, 7, 1), LANGUAGE_VI, "Bắc Giang (then: Bắc Ninh)"},
        {"lai-chau", day_of_victory, LANGUAGE_VI, "Lai Châu"},
        {"viet-nam", day_of_victory, LANGUAGE_VI, "Việt Nam"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t unit = gazetteer_find(&store.gazetteer, bytes_of(rows[i].unit));
        naming_add(&got, &store.gazetteer, unit, rows[i].day, rows[i].language, "then");
        assert_row_taken(i, &got, rows[i].name);
    }
    buffer_free(&got);
}

static void the_units_of_an_event_are_named_by_its_first_known_day(void **state)
{
    (void)state;
    static const struct {
        const char *event, *names;
    } rows[] = {
        {"Date: 1954\nProvince: a\nProvince: b\n", "A (then: C), B"},
        {"Date: ../1954\nProvince: a\n", "A (then: C)"},
        {"Date: 1954/..\nProvince: a\n", "A (then: C)"},
        {"Date: 1953-12-31/1954-05-07\nProvince: a\n", "A"},
        {"Date: 1954\nProvince: x\x1by\n", "x<U+001B>y"},
        {"Date: 1954\n", ""},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store small;
        struct buffer text = {0};
        buffer_add_string(&text, "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\nTitle: x\n");
        buffer_add_string(&text, rows[i].event);
        store_of_bytes(&small, buffer_bytes(&text),
                       "Id: a\nName_vi: A\nHistory: 1954/1955 c\n\nId: b\nName_vi: B\n\n"
                       "Id: c\nName_vi: C\n",
                       NULL);
        naming_add_event(&got, &small, &small.events[0], LANGUAGE_VI, "then");
        assert_row_taken(i, &got, rows[i].names);
        buffer_free(&text);
        store_close(&small);
    }
    buffer_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_is_meant_by_any_spelling),
        cmocka_unit_test(every_id_and_code_and_vietnamese_name_means_its_unit),
        cmocka_unit_test(a_beginning_shared_by_several_lists_them_once_each),
        cmocka_unit_test(a_list_is_narrowed_by_the_beginnings_of_words),
        cmocka_unit_test(a_unit_is_named_as_it_is_and_as_it_was),
        cmocka_unit_test(the_units_of_an_event_are_named_by_its_first_known_day),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
