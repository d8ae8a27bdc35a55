#include "find/facet_naming.h"
#include "find/facet_table.h"
#include "time/day.h"

#include "unit_store.h"

static const char text[] =
    "%rec: Era\n\nId: dau\nDate: 1930/1945-09-01\nTitle_vi: Thời đầu\nTitle_en: First days\n\n"
    "Id: sau\nDate: 1945-09-02/..\nTitle_vi: Thời sau\nTitle_en: Later days\n\n"
    "Id: hong\nDate: never\nTitle: Broken\n\n"
    "%rec: Word\n\nId: war\nTitle_vi: chiến sự\nTitle_en: fighting\n\n"
    "%rec: Source\n\nId: s1\nTitle: Sách một\n\nId: s2\nTitle: Book two\n\n"
    "Id: s3\nTitle: Book three\n\n"
    "%rec: Event\n\n"
    "Id: a\nDate: 1930\nTitle: A\nTag: war\nSource: s1 p. 1\nSource: s1 p. 2\nNote: doubtful\n\n"
    "Id: b\nDate: 1945-08/1945-10\nTitle: B\nTag: war\nTag: peace\nSource: s1\nSource: s2\n"
    "Note_vi: hai số\n\n"
    "Id: c\nDate: 1950\nTitle: C\nTag: peace\nTag: peace\nSource: s2\nSource: lost x\n\n"
    "Id: d\nDate: ../1960\nTitle: D\n";

static struct store store;

static int open_store(void **state)
{
    (void)state;
    store_of(&store, text, NULL);
    return 0;
}

static int close_store(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static const char *const names[FACET_COUNT] = {"tag", "era", "source", "standing"};

/* Picks values written as `tag=war era=dau`. */
static void pick(struct picks *picks, const char *written)
{
    for (struct bytes left = bytes_of(written); left.size;) {
        struct bytes id, facet = bytes_split(bytes_split(left, ' ', &left), '=', &id);
        for (int i = 0; i < FACET_COUNT; i++)
            if (bytes_equal(facet, bytes_of(names[i])))
                picks_toggle(picks, &store, (enum facet)i, id);
    }
}

static void any_of_a_facet_and_all_facets_are_met(void **state)
{
    (void)state;
    static const struct {
        const char *picks, *ids;
    } rows[] = {
        {"", "d a b c"},
        {"tag=war", "a b"},
        {"tag=war tag=peace", "a b c"},
        {"tag=wa", ""},
        {"era=dau", "d a b"},
        {"era=sau", "d b c"},
        {"era=dau era=sau", "d a b c"},
        {"era=hong", "d a b c"}, /* cannot be picked */
        {"source=s1", "a b"},
        {"source=lost", "c"},
        {"source=s3", ""},
        {"source=s1 source=lost", "a b c"},
        {"standing=single-source", "a"},
        {"standing=disputed", "b"},
        {"standing=disputed standing=single-source", "a b"},
        {"tag=peace source=s2 era=sau", "b c"},
        {"tag=peace source=s2 era=dau", "b"},
        {"tag=war tag=war", "d a b c"}, /* picked and no longer */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct picks picks = {0};
        struct buffer got = {0};
        pick(&picks, rows[i].picks);
        for (uint32_t event = 0; event < store.count; event++) {
            if (picks_unmet(&picks, &store, &store.events[event]))
                continue;
            buffer_add_string(&got, got.size ? " " : "");
            add_ids(&got, &store, &event, 1);
        }
        assert_row_taken(i, &got, rows[i].ids);
        buffer_free(&got);
        picks_free(&picks);
    }
}

static void picks_are_taken_back_by_facet(void **state)
{
    (void)state;
    struct picks picks = {0};
    pick(&picks, "tag=war source=s1 tag=peace era=dau");
    picks_clear(&picks, FACET_TAG);
    assert_int_equal(picks.count, 2);
    assert_true(picks_has(&picks, FACET_SOURCE, BYTES("s1")));
    assert_false(picks_has(&picks, FACET_ERA, BYTES("s1")));
    assert_true(picks_has(&picks, FACET_ERA, BYTES("dau")));
    picks_free(&picks);
}

static void eras_are_found_again_in_another_file(void **state)
{
    (void)state;
    struct store other;
    struct picks picks = {0};
    store_of(&other,
             "%rec: Era\n\nId: sau\nDate: 1999\nTitle: x\n\n"
             "%rec: Event\n\nId: e\nDate: 1999-05\nTitle: y\nTag: war\n",
             NULL);
    pick(&picks, "era=dau era=sau tag=war");
    picks_move(&picks, &other);
    assert_int_equal(picks.count, 2);
    assert_false(picks_has(&picks, FACET_ERA, BYTES("dau")));
    assert_int_equal(picks_unmet(&picks, &other, &other.events[0]), 0);
    assert_int_equal(picks_unmet(&picks, &store, &store.events[1]), 1U << FACET_ERA);
    picks_free(&picks);
    store_close(&other);
}

static void a_table_counts_what_each_value_would_leave(void **state)
{
    (void)state;
    static const struct {
        const char *picks, *counts;
    } rows[] = {
        {"", "era dau 3/3, era sau 3/3, source s1 2/2, source s2 2/2, source s3 0/0, "
             "standing single-source 1/1, standing disputed 1/1, tag war 2/2, tag peace 2/2, "
             "source lost 1/1"},
        {"tag=war", "era dau 2/3, era sau 1/3, source s1 2/2, source s2 1/2, source s3 0/0, "
                    "standing single-source 1/1, standing disputed 1/1, tag war 2/2, "
                    "tag peace 2/2, source lost 0/1"},
        {"tag=war era=sau", "era dau 2/3, era sau 1/3, source s1 1/2, source s2 1/2, "
                            "source s3 0/0, standing single-source 0/1, standing disputed 1/1, "
                            "tag war 1/2, tag peace 2/2, source lost 0/1"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct facet_table table = {0};
        struct question question;
        struct buffer got = {0};
        question_init(&question);
        pick(&question.picks, rows[i].picks);
        facet_table_fill(&table, &store, &question);
        for (size_t v = 0; v < table.count; v++)
            buffer_printf(&got, "%s%s %.*s %zu/%zu", v ? ", " : "", names[table.values[v].facet],
                          BYTES_ARGS(table.values[v].id), table.values[v].left,
                          table.values[v].all);
        assert_row_taken(i, &got, rows[i].counts);
        buffer_free(&got);
        facet_table_free(&table);
        question_free(&question);
    }
}

static void a_table_knows_the_events_of_a_source(void **state)
{
    (void)state;
    static const struct {
        const char *source, *ids;
    } rows[] = {{"s1", "a b"}, {"s2", "b c"}, {"s3", ""}, {"lost", "c"}};
    struct facet_table table = {0};
    struct question question;
    question_init(&question);
    facet_table_fill(&table, &store, &question);
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t number = map_get(&table.ids[FACET_SOURCE], bytes_of(rows[i].source));
        struct buffer got = {0};
        assert_true(number != MAP_NONE);
        const struct facet_value *value = &table.values[number];
        add_ids(&got, &store, table.events + value->events_at, value->all);
        assert_row_taken(i, &got, rows[i].ids);
        buffer_free(&got);
    }
    facet_table_free(&table);
}

static void a_value_is_found_by_id_or_title(void **state)
{
    (void)state;
    static const struct {
        enum facet facet;
        const char *typed, *id, *candidates;
    } rows[] = {
        {FACET_TAG, "war", "war", ""},
        {FACET_TAG, "CHIEN SU", "war", ""},
        {FACET_TAG, "fighting", "war", ""},
        {FACET_TAG, "fight", "fight", ""}, /* a tag is known by no beginning */
        {FACET_TAG, "peace", "peace", ""},
        {FACET_ERA, "dau", "dau", ""},
        {FACET_ERA, "first days", "dau", ""},
        {FACET_ERA, "Thời đ", "dau", ""},
        {FACET_ERA, "thoi", NULL, "First days, Later days"},
        {FACET_ERA, "xyz", NULL, ""},
        {FACET_SOURCE, "s3", "s3", ""},
        {FACET_SOURCE, "sach", "s1", ""},
        {FACET_SOURCE, "book", NULL, "Book two, Book three"},
        {FACET_SOURCE, "lost", "lost", ""}, /* cited, though nothing describes it */
        {FACET_SOURCE, "nowhere", NULL, ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer id = {0}, candidates = {0};
        bool found = facet_find(&id, &store, rows[i].facet, bytes_of(rows[i].typed), LANGUAGE_EN,
                                &candidates);
        assert_row_int(i, found, rows[i].id != NULL);
        assert_row(i, buffer_string(&id), rows[i].id ? rows[i].id : "");
        assert_row(i, buffer_string(&candidates), rows[i].candidates);
        buffer_free(&id);
        buffer_free(&candidates);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_of_a_facet_and_all_facets_are_met),
        cmocka_unit_test(picks_are_taken_back_by_facet),
        cmocka_unit_test(eras_are_found_again_in_another_file),
        cmocka_unit_test(a_table_counts_what_each_value_would_leave),
        cmocka_unit_test(a_table_knows_the_events_of_a_source),
        cmocka_unit_test(a_value_is_found_by_id_or_title),
    };
    return cmocka_run_group_tests(tests, open_store, close_store);
}
