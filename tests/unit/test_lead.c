#include "show/lead.h"

#include <limits.h>

#include "unit.h"

#define LINE(units)                                                                            \
    "dbp-timeline 1 leader=4711 event=him-lam number=30 level=4 pane=axis read=1 from=-5 to=7" \
    " all_of=1 lesson=rice stop=3 units=" units " picks=0.battle\n"

static void a_line_is_read_and_printed_the_same(void **state)
{
    (void)state;
    static const char *const rows[] = {
        LINE(""),
        LINE("dien-bien"),
        LINE("dien-bien,son-la"),
        LINE("H%C3%A0%20N%E1%BB%99i"),
        "dbp-timeline 1 leader=0 event= number=-1 level=0 pane= read=0 from=-2147483648 "
        "to=2147483647 all_of=0 lesson= stop=0 units= picks=\n",
    };
    struct lead_state lead;
    struct buffer printed = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_int(i, lead_parse(&lead, bytes_of(rows[i])), true);
        lead_print(&lead, &printed);
        assert_row_taken(i, &printed, rows[i]);
    }
    buffer_free(&printed);
}

static void the_fields_are_those_of_the_line(void **state)
{
    (void)state;
    struct lead_state lead;
    assert_true(lead_parse(&lead, BYTES(LINE("a,H%C3%A0"))));
    assert_int_equal(lead.leader, 4711);
    assert_string_equal(lead.event.text, "him-lam");
    assert_int_equal(lead.number, 30);
    assert_int_equal(lead.level, 4);
    assert_string_equal(lead.pane.text, "axis");
    assert_int_equal(lead.from, -5);
    assert_int_equal(lead.to, 7);
    assert_int_equal(lead.units.count, 2);
    assert_string_equal(lead.units.items[1].text, "Hà");
    assert_string_equal(lead.lesson.text, "rice");
    assert_int_equal(lead.stop, 3);
}

/* Each row is a good line with one thing wrong. */
static void whatever_is_no_such_line_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "\n",
        "dbp-timeline 1\n",
        "dbp-timeline 2 leader=1\n",
        LINE("") "x",
        LINE("") "\n",
        LINE(","),
        LINE("a,"),
        LINE(",a"),
        LINE("a,,b"),
        LINE("a b"),
        LINE("a%2"),
        LINE("a%zz"),
        LINE("a%41"), /* a letter that need not be escaped */
        LINE("a%c3"), /* small digits */
        LINE("a%00"),
        LINE("a%1B%5B2J"),
        LINE("a;rm"),
        LINE("a\033[2J"),
        "dbp-timeline 1 leader=01 event= number=0 level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=+1 event= number=0 level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=-1 event= number=0 level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=99999999999 event= number=0 level=0 pane= read=0 from=0 to=0 "
        "all_of=0 lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=1 event= number=-0 level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=1 event= number=0 level=99 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=1 number=0 event= level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
        "dbp-timeline 1 leader=1  event= number=0 level=0 pane= read=0 from=0 to=0 all_of=0 "
        "lesson= stop=0 units= picks=\n",
    };
    struct lead_state lead;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, lead_parse(&lead, bytes_of(rows[i])), false);
}

static void a_line_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct lead_state lead;
    struct bytes whole = BYTES(LINE("dien-bien"));
    for (size_t size = 0; size < whole.size; size++)
        assert_row_int(size, lead_parse(&lead, bytes_first(whole, size)), false);
    assert_true(lead_parse(&lead, whole));
}

static void a_line_has_bounds(void **state)
{
    (void)state;
    struct lead_state lead = {.from = INT_MIN, .to = INT_MAX, .units.count = LEAD_IDS_MAX};
    struct buffer line = {0};
    char longest[LEAD_ID_MAX + 1];
    memset(longest, 'x', sizeof longest);
    assert_false(lead_set_id(&lead.event, (struct bytes){longest, sizeof longest}));
    assert_string_equal(lead.event.text, "");
    assert_false(lead_set_id(&lead.event, (struct bytes){"a\0b", 3}));
    assert_true(lead_set_id(&lead.event, (struct bytes){longest, LEAD_ID_MAX}));
    for (int i = 0; i < LEAD_IDS_MAX; i++)
        assert_true(lead_set_id(&lead.units.items[i], BYTES("mot-tinh-co-ten-dai-nhat-nuoc")));
    lead_print(&lead, &line);
    assert_true(line.size <= LEAD_LINE_MAX);
    assert_true(lead_parse(&lead, buffer_bytes(&line)));
    buffer_clear(&line);
    for (int i = 0; i <= LEAD_IDS_MAX; i++)
        buffer_add_string(&line, i ? ",x"
                                   : "dbp-timeline 1 leader=1 event= number=0 level=0 pane= "
                                     "read=0 from=0 to=0 all_of=0 lesson= stop=0 units=x");
    buffer_add_string(&line, " picks=\n");
    assert_false(lead_parse(&lead, buffer_bytes(&line)));
    buffer_free(&line);
}

/* What was changed at random is refused, or is another line that prints as it was read. */
static void any_bytes_are_refused_or_printed_the_same(void **state)
{
    (void)state;
    struct lead_state lead;
    struct buffer printed = {0};
    for (size_t round = 0; round < 200000; round++) {
        char line[] = LINE("dien-bien,H%C3%A0");
        for (unsigned edits = 1 + random_below(2); edits > 0; edits--)
            line[random_below(sizeof line - 1)] = (char)random_below(256);
        struct bytes bytes = {line, sizeof line - 1};
        if (!lead_parse(&lead, bytes))
            continue;
        lead_print(&lead, &printed);
        assert_row_int(round, bytes_equal(buffer_bytes(&printed), bytes), true);
        buffer_clear(&printed);
    }
    buffer_free(&printed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_read_and_printed_the_same),
        cmocka_unit_test(the_fields_are_those_of_the_line),
        cmocka_unit_test(whatever_is_no_such_line_is_refused),
        cmocka_unit_test(a_line_cut_anywhere_is_refused),
        cmocka_unit_test(a_line_has_bounds),
        cmocka_unit_test(any_bytes_are_refused_or_printed_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
