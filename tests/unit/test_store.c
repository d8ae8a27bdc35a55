#include "time/day.h"

#include "unit_store.h"

#define TIMELINE "%rec: Timeline\n\nTitle_vi: Thử\nTitle_en: Test\n"
#define EVENTS   "\n%rec: Event\n\n"

static int32_t day(int year, int month, int day_of_month)
{
    return day_from_civil(year, month, day_of_month);
}

static void events_are_ordered_by_first_day_then_last_day_then_place_in_the_file(void **state)
{
    (void)state;
    static const struct {
        const char *text, *ids;
    } rows[] = {
        {"Id: b\nDate: 1955\nTitle: x\n\nId: a\nDate: 1954\nTitle: x\n", "a b"},
        {"Id: year\nDate: 1954\nTitle: x\n\nId: day\nDate: 1954-01-01\nTitle: x\n", "day year"},
        {"Id: one\nDate: 1954\nTitle: x\n\nId: two\nDate: 1954\nTitle: x\n\nId: three\nDate: 1954\n"
         "Title: x\n",
         "one two three"},
        {"Id: late\nDate: 1954/..\nTitle: x\n\nId: open\nDate: ../1954\nTitle: x\n\nId: bc\n"
         "Date: -0043-03-15\nTitle: x\n",
         "open bc late"},
        {"Id: span\nDate: 1954-03-13/1954-05-07\nTitle: x\n\nId: one\nDate: 1954-03-13\nTitle: x\n",
         "one span"},
    };
    struct buffer ids = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store store;
        store_of(&store, rows[i].text, NULL);
        add_all_ids(&ids, &store);
        assert_row_taken(i, &ids, rows[i].ids);
        store_close(&store);
    }
    buffer_free(&ids);
}

/* Says whether two events stand in the order of the timeline. */
static bool are_ordered(const struct event *a, const struct event *b)
{
    if (a->first != b->first)
        return a->first < b->first;
    return a->last != b->last ? a->last < b->last : a->record.at < b->record.at;
}

static void any_file_is_ordered(void **state)
{
    (void)state;
    static const char *const dates[] = {"%d", "%d/..", "../%d", "-%04d", "%d-03-13", "%d/2024"};
    for (size_t round = 0; round < 60; round++) {
        struct store store;
        struct buffer text = {0};
        unsigned count = 1 + random_below(400), strayed = random_below(5);
        for (unsigned i = 0; i < count; i++) {
            bool strays = random_below(4) < strayed;
            int year = 1400 + (int)(strays ? random_below(600) : i);
            buffer_add_string(&text, "Date: ");
            buffer_printf(&text, dates[random_below(COUNT(dates))], year);
            buffer_add_string(&text, "\nTitle: x\n\n");
        }
        store_of_bytes(&store, buffer_bytes(&text), NULL, NULL);
        assert_row_int(round, (long long)store.count, count);
        for (size_t i = 1; i < store.count; i++)
            assert_row_int(round, are_ordered(&store.events[i - 1], &store.events[i]), true);
        store_close(&store);
        buffer_free(&text);
    }
}

static void an_event_without_a_readable_date_or_a_title_is_left_out_with_one_error(void **state)
{
    (void)state;
    static const struct {
        const char *event, *fault; /* NULL: it stays */
    } rows[] = {
        {"Title: x\n", "t:5:1: error: an event without a date, left out\n"},
        {"Date: once\nTitle: x\n", "t:5:7: error: no EDTF date, left out: once\n"},
        {"Date: 1954-02-31\nTitle: x\n",
         "t:5:15: error: the calendar has no such day, left out: 1954-02-31\n"},
        {"Date: 1955/1954\nTitle: x\n",
         "t:5:12: error: the interval ends before it begins, left out: 1955/1954\n"},
        {"Date: 1954\n", "t:5:1: error: an event without a title, left out\n"},
        {"Date: 1954\nTitle_en:  \n", "t:5:1: error: an event without a title, left out\n"},
        {"Date: 1954\nTitles: x\n", "t:5:1: error: an event without a title, left out\n"},
        {"Date:\nTitle: x\n", "t:5:1: error: an event without a date, left out\n"},
        {"Id: x\n", "t:5:1: error: an event without a date, left out\n"},
        {"Date: once\nDate: 1954\nTitle: x\n", "t:5:7: error: no EDTF date, left out: once\n"},
        {"Date:\nDate: 1954\nTitle: x\n", NULL},
        {"Date: 1954\nTitle_fr: x\n", NULL},
        {"Date:  1954 \nTitle: x\n", NULL},
        {"Date: 1954\r\nTitle: x\r\n", NULL},
        {"Date: 1954\nbad line\nTitle: x\n", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *faults = NULL;
        size_t size = 0;
        struct store store;
        struct buffer text = {0};
        struct diag_sink sink = {
            .stream = open_memstream(&faults, &size), .file = "t", .language = LANGUAGE_EN};
        buffer_printf(&text, "Date: 1950\nTitle: good\n\n# A comment.\n%s", rows[i].event);
        store_of_bytes(&store, buffer_bytes(&text), NULL, &sink);
        fclose(sink.stream);
        assert_row(i, faults, rows[i].fault ? rows[i].fault : "");
        assert_row_int(i, (long long)store.count, rows[i].fault ? 1 : 2);
        assert_row_int(i, (long long)store.left_out, rows[i].fault ? 1 : 0);
        free(faults);
        buffer_free(&text);
        store_close(&store);
    }
}

static void an_event_knows_its_days_its_doubt_and_where_it_stands(void **state)
{
    (void)state;
    struct store store;
    store_of(&store, TIMELINE EVENTS "# Of the spring.\nDate: 1954-03~/1954-05?\nTitle: x\n", NULL);
    const struct event *event = &store.events[0];
    assert_int_equal(event->first, day(1954, 3, 1));
    assert_int_equal(event->last, day(1954, 5, 31));
    assert_int_equal(event->doubt, EVENT_APPROXIMATE | EVENT_UNCERTAIN);
    assert_int_equal(event->record.line, 9);
    struct bytes record = bytes_after(store.content.bytes, event->record.at);
    assert_row_bytes(0, bytes_first(record, event->record.size),
                     "# Of the spring.\nDate: 1954-03~/1954-05?\nTitle: x\n");
    store_close(&store);
}

static void provinces_are_units_each_once(void **state)
{
    (void)state;
    struct store store;
    store_of(&store,
             TIMELINE "Gazetteer: g.rec\n" EVENTS "Date: 1954\nTitle: x\nProvince: a\nProvince: An "
                      "Giang\nProvince: Atlantis\nProvince:\nProvince: A\xCC\x81n\n\n"
                      "Date: 1955\nTitle: y\n",
             "%rec: Province\n\nId: a\nName_vi: An Giang\n\nId: b\nName_vi: Án\n\nId: nation\n"
             "Kind: country\n");
    const uint32_t *mine = store_units(&store, &store.events[0]);
    assert_int_equal(store.events[0].unit_count, 3);
    assert_int_equal(mine[0], 0);
    assert_true(store.gazetteer.units[mine[1]].is_plain);
    assert_row_bytes(0, store.gazetteer.units[mine[1]].id, "Atlantis");
    assert_int_equal(mine[2], 1);
    assert_int_equal(store.events[1].unit_count, 1);
    assert_int_equal(store_units(&store, &store.events[1])[0], 2);
    store_close(&store);
}

static void without_a_gazetteer_provinces_are_plain_names_and_no_province_is_none(void **state)
{
    (void)state;
    struct store store;
    store_of(&store,
             "Date: 1954\nTitle: x\nProvince: Đà Lạt\n\nDate: 1955\nTitle: y\nProvince: \xC4\x90"
             "a\xCC\x80 La\xCC\xA3t\n\nDate: 1956\nTitle: z\n",
             NULL);
    assert_int_equal(store.gazetteer.count, 1);
    assert_int_equal(store_units(&store, &store.events[0])[0], 0);
    assert_int_equal(store_units(&store, &store.events[1])[0], 0);
    assert_int_equal(store.events[2].unit_count, 0);
    store_close(&store);
}

static void the_span_is_that_of_the_timeline_or_of_its_events(void **state)
{
    (void)state;
    const struct {
        const char *date;
        int32_t first, last;
    } rows[] = {
        {"Date: 1858/2024\n", day(1858, 1, 1), day(2024, 12, 31)},
        {"Date: 1954-05-07\n", day(1954, 5, 7), day(1954, 5, 7)},
        {"", day(1950, 1, 1), day(1960, 12, 31)},
        {"Date: once\n", day(1950, 1, 1), day(1960, 12, 31)},
        {"Date: 1970-01-01\n", day(1970, 1, 1), day(1970, 1, 1)},
        {"Date: 1940/..\n", day(1940, 1, 1), day(1960, 12, 31)},
        {"Date: ../1970\n", day(1950, 1, 1), day(1970, 12, 31)},
        {"Date: 1990/..\n", day(1990, 1, 1), day(1990, 1, 1)}, /* behind all its events */
        {"Date: ../1800\n", day(1800, 12, 31), day(1800, 12, 31)},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store store;
        store_of_parts(&store, TIMELINE, rows[i].date,
                       EVENTS "Date: ../1950\nTitle: x\n\nDate: 1950\nTitle: x\n\n"
                              "Date: 1960\nTitle: y\n\nDate: 1955/..\nTitle: z\n");
        assert_row_int(i, store.first, rows[i].first);
        assert_row_int(i, store.last, rows[i].last);
        store_close(&store);
    }
}

static void text_is_given_in_the_language_or_in_none_then_the_primary_then_any(void **state)
{
    (void)state;
    static const struct {
        const char *fields;
        enum language language;
        const char *text;
    } rows[] = {
        {"Text_vi: V\nText_en: E\nText: N\n", LANGUAGE_EN, "E"},
        {"Text_vi: V\nText_en: E\nText: N\n", LANGUAGE_VI, "V"},
        {"Text_fr: F\nText_vi: V\nText: N\n", LANGUAGE_EN, "N"},
        {"Text_vi: V\nText: N\nText_en: E\n", LANGUAGE_EN, "N"},
        {"Text_vi: V\nText: N\nText_en: E\n", LANGUAGE_VI, "V"},
        {"Text_fr: F\nText_vi: V\n", LANGUAGE_EN, "V"},
        {"Text_fr: F\nText_de: D\n", LANGUAGE_EN, "F"},
        {"Text_en:\nText_vi: V\n", LANGUAGE_EN, "V"},
        {"Text_en: E\nText_en: F\n", LANGUAGE_EN, "E"},
        {"Text_vi: Một\n+ hai\n+\n+ ba\n", LANGUAGE_VI, "Một\nhai\n\nba"},
        {"Text_vi: a\tb\x1b\n", LANGUAGE_VI, "a b<U+001B>"},
        {"Texts_vi: V\n", LANGUAGE_VI, ""},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store store;
        store_of_parts(&store, TIMELINE "Languages: vi en\n", EVENTS "Date: 1954\nTitle: x\n",
                       rows[i].fields);
        struct record record = store.events[0].record;
        assert_row_int(i, store_text(&store, record, BYTES("Text"), rows[i].language, &got),
                       *rows[i].text != '\0');
        assert_row_taken(i, &got, rows[i].text);
        store_close(&store);
    }
    buffer_free(&got);
}

static void the_primary_language_is_the_first_of_the_timeline(void **state)
{
    (void)state;
    static const struct {
        const char *languages;
        enum language primary;
    } rows[] = {
        {"vi en", LANGUAGE_VI}, {"en vi", LANGUAGE_EN}, {"en", LANGUAGE_EN}, {"fr", LANGUAGE_VI}};
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store store;
        store_of_parts(&store, TIMELINE "Languages: ", rows[i].languages,
                       "\n" EVENTS "Date: 1954\nTitle: x\nText_vi: V\n");
        assert_row_int(i, store.primary, rows[i].primary);
        assert_row_int(
            i, store_text_in(&store, store.events[0].record, BYTES("Text"), LANGUAGE_EN, &got),
            false);
        store_close(&store);
    }
    buffer_free(&got);
}

static void records_are_found_by_id(void **state)
{
    (void)state;
    struct store store;
    struct record record;
    struct buffer value = {0};
    size_t number;
    store_of(&store,
             "Id: b\nDate: 1955\nTitle: B\n\nId: a\nDate: 1954\nTitle: A\n\nId: b\nDate: 1956\n"
             "Title: second\n\n%rec: Source\n\nId: s\nTitle: S\n\nId: t\nTitle: T\nNote: n\n+ m\n",
             NULL);
    assert_int_equal(store_find(&store, BYTES("a")), 0);
    assert_int_equal(store_find(&store, BYTES("b")), 1);
    assert_int_equal(store_find(&store, BYTES("c")), EVENT_NONE);
    assert_int_equal(store_find(&store, BYTES("s")), EVENT_NONE);
    assert_true(store_find_record(&store, RECORD_SOURCE, BYTES("t"), &record, &number));
    assert_int_equal(number, 1);
    assert_true(store_value(&store, record, BYTES("Note"), &value));
    assert_row_taken(0, &value, "n\nm");
    assert_false(store_value(&store, record, BYTES("Author"), &value));
    assert_false(store_find_record(&store, RECORD_SOURCE, BYTES("a"), &record, &number));
    assert_false(store_find_record(&store, RECORD_ERA, BYTES("t"), &record, &number));
    buffer_free(&value);
    store_close(&store);
}

static void an_id_stands_without_blanks_and_may_lack(void **state)
{
    (void)state;
    struct store store;
    struct record record;
    size_t number;
    store_of(&store,
             "Id:  b \t\nDate: 1954\nTitle: B\n\nDate: 1955\nTitle: none\nId1: c\n\n"
             "Id:\nDate: 1956\nTitle: empty\n\n%rec: Source\n\nTitle: S\nId: s\n",
             NULL);
    assert_true(bytes_equal(store_id(&store, store.events[0].record), BYTES("b")));
    assert_int_equal(store_id(&store, store.events[1].record).size, 0);
    assert_int_equal(store_id(&store, store.events[2].record).size, 0);
    assert_int_equal(store_find(&store, BYTES("")), EVENT_NONE);
    assert_true(store_find_record(&store, RECORD_SOURCE, BYTES("s"), &record, &number));
    assert_true(bytes_equal(store_id(&store, record), BYTES("s")));
    store_close(&store);
}

static void a_gazetteer_is_a_bare_name_beside_the_file(void **state)
{
    (void)state;
    static const struct {
        const char *field, *path, *found; /* NULL: none */
    } rows[] = {
        {"Gazetteer: g.rec\n", "/data/t.rec", "/data/g.rec"},
        {"Gazetteer: g.rec\n", "t.rec", "g.rec"},
        {"Gazetteer:  g.rec \n", "./t.rec", "./g.rec"},
        {"Gazetteer: ../g.rec\n", "t.rec", NULL},
        {"Gazetteer: /etc/passwd\n", "t.rec", NULL},
        {"Gazetteer: .g.rec\n", "t.rec", NULL},
        {"Gazetteer:\n", "t.rec", NULL},
        {"", "t.rec", NULL},
    };
    struct buffer path = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct store store;
        store_of_parts(&store, TIMELINE, rows[i].field, "");
        assert_row_int(i, store_add_path(&store, rows[i].path, BYTES("Gazetteer"), &path),
                       rows[i].found != NULL);
        assert_row_taken(i, &path, rows[i].found ? rows[i].found : "");
        store_close(&store);
    }
    buffer_free(&path);
}

static void any_bytes_make_a_store(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "%rec: ",
        "Event\n",
        "Timeline\n",
        "Source\n",
        "Date: ",
        "1954",
        "1954-05-07",
        "~",
        "/..",
        "\n",
        "\n\n",
        "Title: ",
        "Title_vi: ",
        "x",
        "Province: ",
        "a\n",
        "+ ",
        "\\\n",
        "Id: ",
        "\xFF",
        "Gazetteer: g.rec\n",
        "Languages: en\n",
        "# ",
        "\r\n",
        "See: a\n",
    };
    struct buffer text = {0};
    for (size_t round = 0; round < 300; round++) {
        struct store store;
        buffer_clear(&text);
        buffer_add_char(&text, 'A');
        for (unsigned left = random_below(60); left > 0; left--)
            buffer_add_string(&text, pieces[random_below(COUNT(pieces))]);
        store_of_bytes(&store, buffer_bytes(&text), "Id: a\nHistory: 1954 a\n", NULL);
        for (size_t i = 1; i < store.count; i++)
            assert_row_int(round, store.events[i - 1].first <= store.events[i].first, true);
        assert_row_int(round, store.count == 0 || store.first <= store.last, true);
        store_close(&store);
    }
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_are_ordered_by_first_day_then_last_day_then_place_in_the_file),
        cmocka_unit_test(any_file_is_ordered),
        cmocka_unit_test(an_event_without_a_readable_date_or_a_title_is_left_out_with_one_error),
        cmocka_unit_test(an_event_knows_its_days_its_doubt_and_where_it_stands),
        cmocka_unit_test(provinces_are_units_each_once),
        cmocka_unit_test(without_a_gazetteer_provinces_are_plain_names_and_no_province_is_none),
        cmocka_unit_test(the_span_is_that_of_the_timeline_or_of_its_events),
        cmocka_unit_test(text_is_given_in_the_language_or_in_none_then_the_primary_then_any),
        cmocka_unit_test(the_primary_language_is_the_first_of_the_timeline),
        cmocka_unit_test(records_are_found_by_id),
        cmocka_unit_test(an_id_stands_without_blanks_and_may_lack),
        cmocka_unit_test(a_gazetteer_is_a_bare_name_beside_the_file),
        cmocka_unit_test(any_bytes_make_a_store),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
