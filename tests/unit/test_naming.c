#include "find/naming.h"
#include "find/query.h"
#include "time/edtf.h"

#include "unit_shipped.h"

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

/* Returns the first day of a date in a table. */
static int32_t day_of(const char *date)
{
    struct edtf parsed;
    if (!edtf_parse(&parsed, bytes_of(date), NULL))
        fail_msg("%s is no date", date);
    return parsed.first;
}

static uint32_t unit_of(const char *id)
{
    uint32_t unit = gazetteer_find(&store.gazetteer, bytes_of(id));
    if (unit == UNIT_NONE)
        fail_msg("there is no unit %s", id);
    return unit;
}

/* Merges, splits and renamings from both sides, by the decisions that data/vietnam.rec cites: the
 * ground unit, the day, the unit that held it, and what a reader sees. */
static const struct {
    const char *ground, *day, *owner, *shown;
} through_time[] = {
#define NAMED(ground, day, owner, shown) {ground, day, owner, shown},
#include "test_naming.def"
#undef NAMED
};

static void a_unit_is_named_as_it_is_as_it_was_and_as_it_became(void **state)
{
    (void)state;
    struct buffer got = {0};
    assert_true(COUNT(through_time) >= 60);
    for (size_t i = 0; i < COUNT(through_time); i++) {
        uint32_t unit = unit_of(through_time[i].ground);
        int32_t day = day_of(through_time[i].day);
        uint32_t owner = gazetteer_on_day(&store.gazetteer, unit, day);
        assert_row_bytes(i, store.gazetteer.units[owner].id, through_time[i].owner);
        naming_add(&got, &store.gazetteer, unit, day, LANGUAGE_VI, NAMES_GROUND);
        assert_row_taken(i, &got, through_time[i].shown);
    }
    buffer_free(&got);
}

static void a_unit_is_found_under_all_that_held_it(void **state)
{
    (void)state;
    static const struct {
        const char *unit, *ground, *day;
        bool holds;
    } rows[] = {
#define HOLDS(unit, ground, day, holds) {unit, ground, day, holds},
#include "test_holding.def"
#undef HOLDS
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i,
                       gazetteer_holds(&store.gazetteer, unit_of(rows[i].unit),
                                       unit_of(rows[i].ground), day_of(rows[i].day)),
                       rows[i].holds);
    /* Whatever held a ground on a day finds it. */
    for (size_t i = 0; i < COUNT(through_time); i++)
        assert_row_int(i,
                       gazetteer_holds(&store.gazetteer, unit_of(through_time[i].owner),
                                       unit_of(through_time[i].ground),
                                       day_of(through_time[i].day)),
                       true);
}

static void a_unit_is_named_by_the_names_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *unit, *day, *ground, *then, *now;
    } rows[] = {
        {"bac-giang", "1950", "Bắc Giang (nay: Bắc Ninh)", "Bắc Giang (nay: Bắc Ninh)",
         "Bắc Ninh (trước: Bắc Giang)"},
        {"bac-giang", "1970", "Bắc Giang (khi đó: Hà Bắc; nay: Bắc Ninh)",
         "Hà Bắc (sau: Bắc Giang; nay: Bắc Ninh)", "Bắc Ninh (trước: Bắc Giang; khi đó: Hà Bắc)"},
        {"bac-giang", "2026", "Bắc Giang (khi đó: Bắc Ninh)", "Bắc Ninh (trước: Bắc Giang)",
         "Bắc Ninh (trước: Bắc Giang)"},
        {"dien-bien", "1954", "Điện Biên (khi đó: Lai Châu)", "Lai Châu (sau: Điện Biên)",
         "Điện Biên (khi đó: Lai Châu)"},
        {"hai-phong", "1953", "Hải Phòng", "Hải Phòng", "Hải Phòng"},
        {"quang-ninh", "1953", "Quảng Ninh (khi đó: Quảng Yên và Hải Ninh)",
         "Quảng Yên và Hải Ninh (sau: Quảng Ninh)", "Quảng Ninh (khi đó: Quảng Yên và Hải Ninh)"},
        {"viet-nam", "1954", "Việt Nam", "Việt Nam", "Việt Nam"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *const expected[NAMES_COUNT] = {[NAMES_GROUND] = rows[i].ground,
                                                   [NAMES_THEN] = rows[i].then,
                                                   [NAMES_NOW] = rows[i].now};
        for (int names = 0; names < NAMES_COUNT; names++) {
            naming_add(&got, &store.gazetteer, unit_of(rows[i].unit), day_of(rows[i].day),
                       LANGUAGE_VI, (enum names)names);
            assert_row_taken(i, &got, expected[names]);
        }
    }
    naming_add(&got, &store.gazetteer, unit_of("bac-giang"), day_of("1970"), LANGUAGE_EN,
               NAMES_GROUND);
    assert_row_taken(0, &got, "Bac Giang (then: Ha Bac; now: Bac Ninh)");
    buffer_free(&got);
}

static void namesakes_are_told_apart_by_their_years(void **state)
{
    (void)state;
    static const struct {
        const char *unit, *name;
    } rows[] = {
        {"bac-ninh", "Bắc Ninh"},   {"bac-ninh-2025", "Bắc Ninh (2025–)"},
        {"hau-giang", "Hậu Giang"}, {"hau-giang-1976", "Hậu Giang (1976–1991)"},
        {"hue-2025", "Huế"},        {"kien-an", "Hải Phòng và Kiến An"},
        {"viet-nam", "Việt Nam"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        naming_add_unit(&got, &store.gazetteer, unit_of(rows[i].unit), LANGUAGE_VI);
        assert_row_taken(i, &got, rows[i].name);
    }
    buffer_free(&got);
}

static void an_event_is_named_in_short_by_its_first_unit(void **state)
{
    (void)state;
    static const struct {
        const char *units;
        enum names names;
        const char *name;
    } rows[] = {
        {"Province: bac-giang\n", NAMES_GROUND, "Bắc Giang"},
        {"Province: bac-giang\nProvince: bac-ninh\n", NAMES_GROUND, "Bắc Giang +1"},
        {"Province: bac-giang\nProvince: bac-ninh\n", NAMES_THEN, "Hà Bắc"},
        {"Province: bac-giang\nProvince: bac-ninh\n", NAMES_NOW, "Bắc Ninh"},
        {"Province: bac-giang\nProvince: ha-noi\nProvince: bac-ninh\n", NAMES_NOW, "Bắc Ninh +1"},
    };
    struct buffer got = {0}, units = {0};
    struct content content;
    assert_true(content_open(&content, "data/vietnam.rec", NULL));
    buffer_add(&units, content.bytes);
    content_close(&content);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store small;
        struct buffer text = {0};
        buffer_add_string(&text, "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\nTitle: x\n"
                                 "Date: 1970\n");
        buffer_add_string(&text, rows[i].units);
        store_of_bytes(&small, buffer_bytes(&text), buffer_string(&units), NULL);
        naming_add_short(&got, &small, &small.events[0], LANGUAGE_VI, rows[i].names);
        assert_row_taken(i, &got, rows[i].name);
        buffer_free(&text);
        store_close(&small);
    }
    buffer_free(&got);
    buffer_free(&units);
}

static void the_units_of_an_event_are_named_by_its_first_known_day(void **state)
{
    (void)state;
    static const struct {
        const char *event, *names;
    } rows[] = {
        {"Date: 1954\nProvince: a\nProvince: b\n", "A (khi đó: C), B"},
        {"Date: ../1954\nProvince: a\n", "A (khi đó: C)"},
        {"Date: 1954/..\nProvince: a\n", "A (khi đó: C)"},
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
        naming_add_event(&got, &small, &small.events[0], LANGUAGE_VI, NAMES_GROUND);
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
        cmocka_unit_test(a_unit_is_named_as_it_is_as_it_was_and_as_it_became),
        cmocka_unit_test(a_unit_is_found_under_all_that_held_it),
        cmocka_unit_test(a_unit_is_named_by_the_names_asked_for),
        cmocka_unit_test(namesakes_are_told_apart_by_their_years),
        cmocka_unit_test(an_event_is_named_in_short_by_its_first_unit),
        cmocka_unit_test(the_units_of_an_event_are_named_by_its_first_known_day),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
