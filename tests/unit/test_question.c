#include "find/question.h"
#include "time/day.h"

#include "unit_store.h"

static const char events[] =
    "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\n"
    "Id: thuoc-dia\nDate: 1905\nTitle: At Điện Biên under Sơn La\nProvince: dien-bien\n\n"
    "Id: tran-danh\nDate: 1954-03-13/1954-05-07\nTitle: The battle\nProvince: dien-bien\nTag: "
    "battle\n"
    "Tag: siege\n\n"
    "Id: hai-noi\nDate: 1954-07~\nTitle: In two\nProvince: dien-bien\nProvince: bac-giang\n\n"
    "Id: ha-bac\nDate: 1970?\nTitle: Hà Bắc\nProvince: bac-giang\nTag: battle-field\n\n"
    "Id: bac-ninh\nDate: 1980\nTitle: Bắc Ninh\nProvince: bac-ninh\n\n"
    "Id: truoc\nDate: ../1890\nTitle: Before\nProvince: lai-chau\n\n"
    "Id: ca-nuoc\nDate: 1990/..\nTitle: Everywhere\n";

static const char units[] =
    "%rec: Province\n\n"
    "Id: dien-bien\nHistory: 1904/1909 son-la\nHistory: 1952/1955 lai-chau\n\n"
    "Id: lai-chau\nHistory: 1880/1895 xua\n\n"
    "Id: son-la\nHistory: 2025-07-01/.. son-la-2025\n\n"
    "Id: bac-giang\nHistory: 1962-10-27/1996-11-05 ha-bac\n\n"
    "Id: bac-ninh\nHistory: 1962-10-27/1996-11-05 ha-bac\n\n"
    "Id: ha-bac\nKind: former\n\n"
    "Id: xua\nKind: former\n\nId: son-la-2025\n\n"
    "Id: viet-nam\nKind: country\n";

static struct store store;

static int open_store(void **state)
{
    (void)state;
    store_of(&store, events, units);
    return 0;
}

static int close_store(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

/* Adds the units named, parted by blanks, to the chosen ones. */
static void choose(struct question *question, const char *names)
{
    for (struct bytes left = bytes_of(names); left.size;)
        question_toggle_unit(question,
                             gazetteer_find(&store.gazetteer, bytes_split(left, ' ', &left)));
}

/* Fails unless the question leaves just these events, and frees it. */
static void assert_leaves(size_t row, struct question *question, const char *ids)
{
    struct buffer got = {0}, scratch = {0};
    for (uint32_t i = 0; i < store.count; i++) {
        if (!question_accepts(question, &store, &store.events[i], &scratch))
            continue;
        buffer_add_string(&got, got.size ? " " : "");
        add_ids(&got, &store, &i, 1);
    }
    assert_row(row, buffer_string(&got), ids);
    buffer_free(&got);
    buffer_free(&scratch);
    question_free(question);
}

#define ALL "truoc thuoc-dia tran-danh hai-noi ha-bac bac-ninh ca-nuoc"

static void an_open_question_leaves_every_event(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    assert_false(question_is_open(&question)); /* that is, nothing is asked */
    assert_leaves(0, &question, ALL);
}

static void a_province_finds_what_happened_on_its_ground_through_time(void **state)
{
    (void)state;
    static const struct {
        const char *units, *ids;
        bool all_of;
    } rows[] = {
        {"dien-bien", "thuoc-dia tran-danh hai-noi", false},
        {"lai-chau", "truoc tran-danh hai-noi", false}, /* Điện Biên lay in it in 1954 */
        {"son-la", "thuoc-dia", false},
        {"bac-giang", "hai-noi ha-bac", false},
        {"bac-ninh", "bac-ninh", false},
        {"ha-bac", "hai-noi ha-bac bac-ninh", false}, /* all of its ground, also before it was */
        {"xua", "truoc", false},
        {"viet-nam", "ca-nuoc", false},
        {"bac-ninh son-la", "thuoc-dia bac-ninh", false},
        {"dien-bien bac-giang", "thuoc-dia tran-danh hai-noi ha-bac", false},
        {"dien-bien bac-giang", "hai-noi", true},
        {"dien-bien lai-chau", "tran-danh hai-noi", true},
        {"dien-bien ha-bac bac-giang", "hai-noi", true},
        {"bac-ninh bac-giang", "", true},
        {"dien-bien", "thuoc-dia tran-danh hai-noi", true},
        {"", ALL, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct question question;
        question_init(&question);
        choose(&question, rows[i].units);
        question.all_of = rows[i].all_of;
        assert_row_int(i, question_is_open(&question), *rows[i].units != '\0');
        assert_leaves(i, &question, rows[i].ids);
    }
}

static void a_province_is_chosen_and_no_longer(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    for (uint32_t unit = 0; unit < 100; unit++)
        question_toggle_unit(&question, unit);
    for (uint32_t unit = 0; unit < 100; unit += 2)
        question_toggle_unit(&question, unit);
    assert_int_equal(question.unit_count, 50);
    for (uint32_t unit = 0; unit < 100; unit++)
        assert_row_int(unit, question_has_unit(&question, unit), unit % 2);
    for (size_t i = 0; i < question.unit_count; i++)
        assert_row_int(i, question.units[i], (long long)i * 2 + 1); /* their order stays */
    question_free(&question);
    assert_int_equal(question.unit_count, 0);
}

static void the_provinces_of_one_question_replace_those_of_another(void **state)
{
    (void)state;
    struct question from, to;
    question_init(&from);
    question_init(&to);
    for (uint32_t unit = 0; unit < 3; unit++)
        question_toggle_unit(&to, unit);
    question_toggle_unit(&from, 7);
    question_toggle_unit(&from, 2);
    question_copy_units(&to, &from);
    assert_int_equal(to.unit_count, 2);
    assert_int_equal(to.units[0], 7);
    assert_int_equal(to.units[1], 2);
    question_free(&from);
    question_copy_units(&to, &from);
    assert_int_equal(to.unit_count, 0);
    question_free(&to);
}

static void a_span_keeps_the_events_that_touch_it(void **state)
{
    (void)state;
    const int32_t may = day_from_civil(1954, 5, 7), march = day_from_civil(1954, 3, 13);
    const struct {
        int32_t from, to;
        const char *ids;
    } rows[] = {
        {DAY_OPEN_PAST, DAY_OPEN_FUTURE, ALL},
        {may, may, "tran-danh"},
        {may + 1, may + 1, ""},
        {march, march, "tran-danh"},
        {march - 1, march - 1, ""},
        {march + 5, may - 5, "tran-danh"},
        {DAY_OPEN_PAST, march, "truoc thuoc-dia tran-danh"},
        {may, DAY_OPEN_FUTURE, "tran-danh hai-noi ha-bac bac-ninh ca-nuoc"},
        {day_from_civil(2020, 1, 1), DAY_OPEN_FUTURE, "ca-nuoc"},
        {DAY_OPEN_PAST, day_from_civil(-500, 1, 1), "truoc"},
        {day_from_civil(1905, 6, 1), day_from_civil(1905, 6, 1), "thuoc-dia"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct question question;
        question_init(&question);
        question.from = rows[i].from;
        question.to = rows[i].to;
        assert_row_int(i, question_is_open(&question), i > 0);
        assert_leaves(i, &question, rows[i].ids);
    }
}

static void a_span_is_typed_as_dates_are(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *from, *to; /* no `from`: no span */
    } rows[] = {
        {"1954", "1954-01-01", "1954-12-31"},
        {" 1950-1954 ", "1950-01-01", "1954-12-31"},
        {"1950–1954", "1950-01-01", "1954-12-31"},
        {"1950..1954", "1950-01-01", "1954-12-31"},
        {"1950 - 1954", "1950-01-01", "1954-12-31"},
        {"1950/1954", "1950-01-01", "1954-12-31"},
        {"13/3/1954-7/5/1954", "1954-03-13", "1954-05-07"},
        {"1954-03-13..1954-05-07", "1954-03-13", "1954-05-07"},
        {"1954-03-13 - 1954-05-07", "1954-03-13", "1954-05-07"},
        {"5/1954", "1954-05-01", "1954-05-31"},
        {"1954-05", "1954-05-01", "1954-05-31"},
        {"195X", "1950-01-01", "1959-12-31"},
        {"1954-1950", NULL, NULL},
        {"dien bien", NULL, NULL},
        {"1950-", NULL, NULL},
        {"-", NULL, NULL},
    };
    struct question question;
    struct buffer from = {0}, to = {0};
    question_init(&question);
    for (size_t i = 0; i < COUNT(rows); i++) {
        question.from = question.to = 0;
        assert_row_int(i, question_set_span(&question, bytes_of(rows[i].typed)),
                       rows[i].from != NULL);
        if (!rows[i].from)
            continue;
        day_print(&from, question.from);
        day_print(&to, question.to);
        assert_row_taken(i, &from, rows[i].from);
        assert_row_taken(i, &to, rows[i].to);
    }
    assert_true(question_set_span(&question, BYTES(" ")));
    assert_false(question_is_open(&question));
    buffer_free(&from);
    buffer_free(&to);
}

static void certain_leaves_no_event_in_doubt(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    question.certain = true;
    assert_true(question_is_open(&question));
    assert_leaves(0, &question, "truoc thuoc-dia tran-danh bac-ninh ca-nuoc");
}

static void a_tag_is_the_whole_tag(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *ids;
    } rows[] = {
        {"battle", "tran-danh"},
        {"siege", "tran-danh"},
        {"battle-field", "ha-bac"},
        {"Battle", ""},
        {"bat", ""},
        {"", ALL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct question question;
        question_init(&question);
        if (*rows[i].tag)
            picks_toggle(&question.picks, &store, FACET_TAG, bytes_of(rows[i].tag));
        assert_leaves(i, &question, rows[i].ids);
    }
}

static void words_are_cleaned_and_blanks_take_them_away(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *words, *ids;
    } rows[] = {
        {" bac  ninh", "bac ninh", "bac-ninh"},
        {"BẮC", "BẮC", "ha-bac bac-ninh"},
        {"bắc", "bắc", "ha-bac bac-ninh"},
        {"", "", ALL},
        {"  ", "", ALL},
        {"bă\xCC\x81"
         "c",
         "bắc", "ha-bac bac-ninh"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct question question;
        question_init(&question);
        question_set_words(&question, BYTES("something before"));
        question_set_words(&question, bytes_of(rows[i].typed));
        assert_row(i, buffer_string(&question.words), rows[i].words);
        assert_row_int(i, question_is_open(&question), *rows[i].words != '\0');
        assert_leaves(i, &question, rows[i].ids);
    }
}

static void all_parts_of_a_question_must_be_met(void **state)
{
    (void)state;
    struct question question;
    question_init(&question);
    choose(&question, "ha-bac dien-bien");
    question.from = day_from_civil(1954, 6, 1);
    question_set_words(&question, BYTES("bắc"));
    assert_leaves(0, &question, "ha-bac bac-ninh");
    question_init(&question);
    choose(&question, "ha-bac dien-bien");
    question_set_words(&question, BYTES("bắc"));
    question.certain = true;
    assert_leaves(1, &question, "bac-ninh");
}

static void an_anniversary_is_a_month_and_a_day_by_either_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int month, day;
        bool read, lunar;
    } rows[] = {
        {"05-07", 5, 7, true, false},       {"12-31", 12, 31, true, false},
        {"lunar:01-02", 1, 2, true, true},  {"lunar:12-30", 12, 30, true, true},
        {"lunar:12-31", 0, 0, false, true}, {"13-01", 0, 0, false, false},
        {"00-01", 0, 0, false, false},      {"5-7", 0, 0, false, false},
        {"05-32", 0, 0, false, false},      {"", 0, 0, false, false},
        {"lunar:", 0, 0, false, true},      {"05-07-1954", 0, 0, false, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct anniversary anniversary = {0};
        assert_row_int(i, anniversary_read(&anniversary, bytes_of(rows[i].typed)), rows[i].read);
        assert_row_int(i, anniversary.lunar, rows[i].lunar);
        if (!rows[i].read)
            continue;
        assert_row_int(i, anniversary.month, rows[i].month);
        assert_row_int(i, anniversary.day, rows[i].day);
    }
}

/* Tet Mau Than was on 29 January 1968 in the North, on 30 January in the South. */
static void an_anniversary_leaves_events_of_that_day_alone(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *dates;
    } rows[] = {
        {"01-29", "Date: 1968-01-29"},       {"lunar:01-01", "Date: 1968-01-29"},
        {"lunar:01-01", "Date: 1968-01-30"}, {"lunar:01-02", "Date: 1968-01-30"},
        {"05-07", "Date: 1954-05-07"},
    };
    static const char *const others[] = {"Date: 1954-05-07~", "Date: 1954-05", "Date: 1954",
                                         "Date: 1954-05-07/1954-05-08", "Date: ../1954-05-07"};
    struct buffer scratch = {0};
    for (size_t i = 0; i < COUNT(rows) + COUNT(others); i++) {
        bool meant = i < COUNT(rows);
        struct store one;
        struct question question;
        store_of_parts(&one, "%rec: Event\n\n", meant ? rows[i].dates : others[i - COUNT(rows)],
                       "\nTitle: x\n");
        question_init(&question);
        anniversary_read(&question.anniversary, bytes_of(meant ? rows[i].typed : "05-07"));
        assert_row_int(i, question_accepts(&question, &one, &one.events[0], &scratch), meant);
        question_free(&question);
        store_close(&one);
    }
    buffer_free(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_open_question_leaves_every_event),
        cmocka_unit_test(a_province_finds_what_happened_on_its_ground_through_time),
        cmocka_unit_test(a_province_is_chosen_and_no_longer),
        cmocka_unit_test(the_provinces_of_one_question_replace_those_of_another),
        cmocka_unit_test(a_span_keeps_the_events_that_touch_it),
        cmocka_unit_test(a_span_is_typed_as_dates_are),
        cmocka_unit_test(certain_leaves_no_event_in_doubt),
        cmocka_unit_test(a_tag_is_the_whole_tag),
        cmocka_unit_test(words_are_cleaned_and_blanks_take_them_away),
        cmocka_unit_test(all_parts_of_a_question_must_be_met),
        cmocka_unit_test(an_anniversary_is_a_month_and_a_day_by_either_calendar),
        cmocka_unit_test(an_anniversary_leaves_events_of_that_day_alone),
    };
    return cmocka_run_group_tests(tests, open_store, close_store);
}
