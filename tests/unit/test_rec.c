#include "file/rec.h"

#include "unit.h"

/* Appends all tokens of a text: `name=value` for a field, with newlines as `/`; `;` for a gap. */
static void add_tokens(struct buffer *out, struct bytes text, struct diag_sink *sink)
{
    struct rec_reader reader;
    struct rec_field field;
    enum rec_token token;
    rec_start(&reader, text, 1, sink);
    while ((token = rec_next(&reader, &field)) != REC_END) {
        if (token == REC_GAP) {
            buffer_add_string(out, " ;");
            continue;
        }
        buffer_add_string(out, out->size ? " " : "");
        buffer_add(out, field.name);
        buffer_add_char(out, '=');
        size_t start = out->size;
        rec_value(out, &field);
        for (size_t i = start; i < out->size; i++)
            if (out->data[i] == '\n')
                out->data[i] = '/';
    }
    assert_int_equal(reader.at, text.size);
    assert_int_equal(rec_next(&reader, &field), REC_END);
}

static void a_text_is_fields_and_gaps(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"", ""},
        {"\n\n", ""},
        {"A: x\n", "A=x"},
        {"A: x", "A=x"},
        {"A: x\nB: y\n\nC: z\n", "A=x B=y ; C=z"},
        {"\n\nA: x\n\n\n\nB: y\n\n", "A=x ; B=y ;"},
        {"A: x\n \t \nB: y\n", "A=x ; B=y"},
        {"A:\n", "A="},
        {"A: \n", "A="},
        {"A:x\n", "A=x"},
        {"A:  x \n", "A= x "},
        {"A:\tx\n", "A=x"},
        {"A: x: y\n", "A=x: y"},
        {"%rec: Event\n", "%rec=Event"},
        {"%: x\n%1: y\n", "%=x %1=y"},
        {"Title_vi: x\na1_: y\n", "Title_vi=x a1_=y"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_tokens(&got, bytes_of(rows[i].text), NULL);
        assert_row_taken(i, &got, rows[i].tokens);
    }
    buffer_free(&got);
}

static void a_value_goes_on_behind_a_plus_or_a_backslash(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"A: x\n+ y\n", "A=x/y"},
        {"A: x\n+y\n", "A=x/y"},
        {"A: x\n+  y\n", "A=x/ y"},
        {"A: x\n+\n+ y\n", "A=x//y"},
        {"A: x\n+\n", "A=x/"},
        {"A: x\n+", "A=x/"},
        {"A:\n+ x\n", "A=/x"},
        {"A: x\n+ y\nB: z\n", "A=x/y B=z"},
        {"A: x\\\ny\n", "A=xy"},
        {"A: x \\\n  y\n", "A=x   y"},
        {"A: x\\\ny\\\nz\n", "A=xyz"},
        {"A: x\\\ny\n+ z\n", "A=xy/z"},
        {"A: x\\", "A=x\\"},
        {"A: x\\\n", "A=x\\"},
        {"A: x\\y\n", "A=x\\y"},
        {"A: x\\\nB: y\n", "A=xB: y"},
        {"A: x\\\n\nB: y\n", "A=x\\ ; B=y"},
        {"A: x\\\n# y\n", "A=x# y"},
        {"A: x\n# c\n+ y\n", "A=x"}, /* a comment ends a value */
        {"A: x\n\n+ y\n", "A=x ;"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_tokens(&got, bytes_of(rows[i].text), NULL);
        assert_row_taken(i, &got, rows[i].tokens);
    }
    buffer_free(&got);
}

static void a_byte_order_mark_and_crlf_and_comments_are_taken(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"\xEF\xBB\xBF"
         "A: x\n",
         "A=x"},
        {"\xEF\xBB\xBF", ""},
        {"A: x\n\xEF\xBB\xBF"
         "B: y\n",
         "A=x"}, /* in the middle it is no mark */
        {"A: x\r\nB: y\r\n\r\nC: z\r\n", "A=x B=y ; C=z"},
        {"A: x\r\n+ y\r\n+\r\n+ z\r\n", "A=x/y//z"},
        {"A: x\\\r\ny\r\n", "A=xy"},
        {"A: x\ry\n", "A=x\ry"},
        {"# c\nA: x\n# d\nB: y\n", "A=x B=y"},
        {"# c\n\n# d\n", ""},
        {"#\n#A: x\n", ""},
        {"A: # no comment\n", "A=# no comment"},
        {" # no comment\nA: x\n", "A=x"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_tokens(&got, bytes_of(rows[i].text), NULL);
        assert_row_taken(i, &got, rows[i].tokens);
    }
    buffer_free(&got);
}

/* A bad line that ends with a backslash does not take the next line with it, wanted or not. */
static void a_bad_line_goes_on_with_nothing_when_few_names_are_wanted(void **state)
{
    (void)state;
    static const char text[] =
        "A: x\nbad \\\nDate: 1\nbad \\\n\nA: y\nText: \\\nDate: 2\nDate: 3\n";
    struct buffer got = {0};
    struct rec_reader reader;
    struct rec_field field;
    rec_start(&reader, bytes_of(text), 1, NULL);
    reader.wanted = rec_names(BYTES("Da"));
    for (enum rec_token token; (token = rec_next(&reader, &field)) != REC_END;) {
        if (token == REC_FIELD)
            rec_value(&got, &field);
        else
            buffer_add_char(&got, ';');
    }
    assert_row_taken(0, &got, "1;3");
    buffer_free(&got);
}

static void a_bad_line_is_named_by_line_and_costs_itself_alone(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tokens, *faults;
    } rows[] = {
        {"A: x\nno field\nB: y\n", "A=x B=y",
         "f:2:1: error: neither a field nor a continuation, "
         "line skipped: no field\n"},
        {"1A: x\n", "", "f:1:1: error: neither a field nor a continuation, line skipped: 1A: x\n"},
        {"_A: x\n", "", "f:1:1: error: neither a field nor a continuation, line skipped: _A: x\n"},
        {" A: x\n", "", "f:1:1: error: neither a field nor a continuation, line skipped: A: x\n"},
        {": x\n", "", "f:1:1: error: neither a field nor a continuation, line skipped: : x\n"},
        {"A-B: x\n", "",
         "f:1:1: error: neither a field nor a continuation, line skipped: A-B: x\n"},
        {"A x\n", "", "f:1:1: error: neither a field nor a continuation, line skipped: A x\n"},
        {"Tựa: x\r\n", "",
         "f:1:1: error: neither a field nor a continuation, line skipped: Tựa: x\n"},
        {"+ x\nA: y\n", "A=y",
         "f:1:1: error: a continuation that follows no field, line skipped: "
         "+ x\n"},
        {"A: x\n\n\n+ y\n+ z\n", "A=x ;",
         "f:4:1: error: a continuation that follows no field, line skipped: + y\n"
         "f:5:1: error: a continuation that follows no field, line skipped: + z\n"},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *faults = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&faults, &size);
        struct diag_sink sink = {.stream = stream, .file = "f", .language = LANGUAGE_EN};
        add_tokens(&got, bytes_of(rows[i].text), &sink);
        fclose(stream);
        assert_row_taken(i, &got, rows[i].tokens);
        assert_row(i, faults, rows[i].faults);
        free(faults);
    }
    buffer_free(&got);
}

static void a_field_knows_its_line_and_the_column_of_its_value(void **state)
{
    (void)state;
    static const struct {
        size_t line, column;
    } rows[] = {{2, 4}, {3, 3}, {4, 10}, {8, 4}};
    struct rec_reader reader;
    struct rec_field field;
    rec_start(&reader, BYTES("# c\nA: x\nB:y\nTitle_vi:z\n+ more\n+ more\n\nC: w\n"), 1, NULL);
    for (size_t i = 0; i < COUNT(rows); i++) {
        while (rec_next(&reader, &field) != REC_FIELD)
            continue;
        assert_row_int(i, (long long)field.line, (long long)rows[i].line);
        assert_row_int(i, (long long)field.column, (long long)rows[i].column);
    }
    rec_start(&reader, BYTES("A: x\n"), 100, NULL);
    assert_int_equal(rec_next(&reader, &field), REC_FIELD);
    assert_int_equal(field.line, 100);
}

static void a_record_reaches_from_the_comment_above_it_to_its_last_field(void **state)
{
    (void)state;
    static const struct {
        const char *text, *record;
        size_t line;
    } rows[] = {
        {"A: x\nB: y\n\nC: z\n", "A: x\nB: y\n", 1},
        {"\n# c\nA: x\n\n", "# c\nA: x\n", 3},
        {"# far\n\n# near\nA: x\n+ y\n# tail\n\n", "# near\nA: x\n+ y\n", 4},
        {"\xEF\xBB\xBF"
         "A: x\r\n\r\n",
         "A: x\r\n", 1},
        {"bad line\nA: x\n\n", "bad line\nA: x\n", 2},
        {"A: x", "A: x", 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct rec_reader reader;
        struct rec_field field;
        rec_start(&reader, bytes_of(rows[i].text), 1, NULL);
        while (rec_next(&reader, &field) == REC_FIELD)
            continue;
        struct bytes record = bytes_after(reader.text, reader.record_at);
        record = bytes_first(record, reader.record_end - reader.record_at);
        assert_row_bytes(i, record, rows[i].record);
        assert_row_int(i, (long long)reader.record_line, (long long)rows[i].line);
    }
}

/* --- Any bytes whatever --- */

static struct bytes random_bytes(char *text, size_t room)
{
    static const char likely[] = "A:%+\\# \n\n\n\r\t_1\xEF\xBB\xBF";
    size_t size = random_below((unsigned)room);
    for (size_t i = 0; i < size; i++)
        text[i] =
            random_below(10) ? likely[random_below(sizeof likely - 1)] : (char)random_below(256);
    return (struct bytes){text, size};
}

static void assert_in_text(size_t round, struct bytes text, struct bytes part)
{
    if (part.size && (part.at < text.at || part.at + part.size > text.at + text.size))
        fail_msg("round %zu: a field lies outside the text", round);
}

/* Fails unless a field lies in the text on the line and column it says. */
static void assert_placed(size_t round, struct bytes text, const struct rec_field *field)
{
    size_t line = 1;
    const char *start = text.at;
    for (const char *at = text.at; at < field->name.at; at++) {
        line += *at == '\n';
        start = *at == '\n' ? at + 1 : start;
    }
    start += start == text.at && bytes_start(text, BYTES("\xEF\xBB\xBF")) ? 3 : 0;
    assert_row_int(round, (long long)field->line, (long long)line);
    assert_row_int(round, field->name.at - start, 0);
    if (field->raw.size)
        assert_row_int(round, field->raw.at - start + 1, (long long)field->column);
}

static void random_bytes_never_crash_and_are_all_consumed(void **state)
{
    (void)state;
    char text[80];
    struct buffer value = {0};
    for (size_t round = 0; round < 30000; round++) {
        struct bytes all = random_bytes(text, sizeof text);
        struct rec_reader reader;
        struct rec_field field;
        enum rec_token token;
        size_t at = 0, steps = 0, lines = 1;
        rec_start(&reader, all, 1, NULL);
        while ((token = rec_next(&reader, &field)) != REC_END) {
            assert_row_int(round, reader.at > at, true);
            at = reader.at;
            if (token != REC_FIELD)
                continue;
            assert_in_text(round, all, field.name);
            assert_in_text(round, all, field.raw);
            assert_placed(round, all, &field);
            buffer_clear(&value);
            rec_value(&value, &field);
            assert_row_int(round, value.size <= field.raw.size, true);
            assert_row_int(round, ++steps <= all.size, true);
        }
        for (size_t i = 0; i < all.size; i++)
            lines += all.at[i] == '\n' && i + 1 < all.size;
        assert_row_int(round, (long long)reader.at, (long long)all.size);
        if (all.size > 3 && all.at[all.size - 1] != '\n')
            assert_row_int(round, (long long)reader.line, (long long)lines + 1);
    }
    buffer_free(&value);
}

/* Appends lines of all kinds that there are. */
static void add_random_lines(struct buffer *out)
{
    static const char *const lines[] = {
        "AA: 1", "AA:2\\", "AB: 3", "BA: 4", "BB: 5",  "BB: 6\\", "B: 7", "AA:", "bad", "bad\\",
        "A",     "+ 8",    "+ 9\\", "+",     "# text", "%AA: 0",  "\\",   "",    "",    " ",
    };
    buffer_clear(out);
    for (unsigned left = random_below(12); left > 0; left--) {
        buffer_add_string(out, lines[random_below(COUNT(lines))]);
        buffer_add_string(out, random_below(8) ? "\n" : left > 1 ? "\r\n" : "");
    }
}

/* Reads on to the next field that begins with `AA` or a percent sign, or the next other token. Adds
 * to `pauses` where the reader wants to pause, which it may do again soon. */
static enum rec_token next_wanted(struct rec_reader *reader, struct rec_field *field,
                                  size_t *pauses)
{
    for (;;) {
        enum rec_token token = rec_next(reader, field);
        if (token == REC_PAUSE) {
            assert_true(reader->at >= reader->pause);
            reader->pause = reader->at + random_below(9);
            ++*pauses;
            continue;
        }
        bool wanted =
            field->name.at && (field->name.at[0] == '%' || bytes_start(field->name, BYTES("AA")));
        if (token != REC_FIELD || wanted)
            return token;
    }
}

static void wanted_fields_come_as_if_all_were_read(void **state)
{
    (void)state;
    struct buffer text = {0};
    size_t pauses = 0;
    for (size_t round = 0; round < 100000; round++) {
        struct rec_reader all, some;
        struct rec_field field = {0}, wanted = {0};
        enum rec_token token;
        add_random_lines(&text);
        rec_start(&all, buffer_bytes(&text), 1, NULL);
        rec_start(&some, buffer_bytes(&text), 1, NULL);
        some.wanted = rec_names(BYTES("AA"));
        some.pause = random_below(40);
        do {
            token = next_wanted(&all, &field, &pauses);
            assert_row_int(round, next_wanted(&some, &wanted, &pauses), token);
            assert_row_int(round, (long long)some.record_at, (long long)all.record_at);
            assert_row_int(round, (long long)some.record_line, (long long)all.record_line);
            assert_row_int(round, some.record_end >= all.record_end, true);
            if (token == REC_FIELD) {
                assert_ptr_equal(wanted.name.at, field.name.at);
                assert_true(bytes_equal(wanted.raw, field.raw));
                assert_row_int(round, (long long)wanted.line, (long long)field.line);
            }
        } while (token != REC_END);
    }
    assert_in_range(pauses, 1000, 1000000);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_fields_and_gaps),
        cmocka_unit_test(a_value_goes_on_behind_a_plus_or_a_backslash),
        cmocka_unit_test(a_byte_order_mark_and_crlf_and_comments_are_taken),
        cmocka_unit_test(a_bad_line_goes_on_with_nothing_when_few_names_are_wanted),
        cmocka_unit_test(a_bad_line_is_named_by_line_and_costs_itself_alone),
        cmocka_unit_test(a_field_knows_its_line_and_the_column_of_its_value),
        cmocka_unit_test(a_record_reaches_from_the_comment_above_it_to_its_last_field),
        cmocka_unit_test(random_bytes_never_crash_and_are_all_consumed),
        cmocka_unit_test(wanted_fields_come_as_if_all_were_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
