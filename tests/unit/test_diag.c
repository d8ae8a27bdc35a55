#include "base/diag.h"
#include "base/text.h"

#include "unit.h"

/* Reports one fault and returns what was printed; the caller frees it. */
static char *printed(enum language language, const char *file, enum diagnostic what,
                     struct place place, struct bytes offending)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    struct diag_sink sink = {.stream = stream, .file = file, .language = language};
    assert_false(diag(&sink, what, place, offending));
    fclose(stream);
    return text;
}

static void a_fault_is_one_line_of_place_level_words_and_what_offends(void **state)
{
    (void)state;
    static const struct {
        enum language language;
        enum diagnostic what;
        struct place place;
        const char *offending, *line;
    } rows[] = {
        {LANGUAGE_EN,
         DIAG_BAD_ID,
         {3, 5},
         "A b",
         "f.rec:3:5: warning: an id is made of a-z, 0-9 and hyphens, kept as it is: A b\n"},
        {LANGUAGE_VI,
         DIAG_BAD_ID,
         {3, 5},
         "A b",
         "f.rec:3:5: warning: mã gồm a-z, 0-9 và gạch nối, vẫn giữ nguyên: A b\n"},
        {LANGUAGE_EN, DIAG_FILE_EMPTY, {0, 0}, "", "f.rec: error: the file is empty\n"},
        {LANGUAGE_EN,
         DIAG_NO_TYPE,
         {1, 1},
         "",
         "f.rec:1:1: note: no %rec before this record, taken for an event\n"},
        {LANGUAGE_EN,
         DIAG_BAD_LINE,
         {12, 1},
         "a\x1b[31m\nb\xFF",
         "f.rec:12:1: error: neither a field nor a continuation, line skipped: "
         "a<U+001B>[31m b\xEF\xBF\xBD\n"},
        {LANGUAGE_EN,
         DIAG_FILE_UNREADABLE,
         {0, 0},
         "%s%n",
         "f.rec: error: cannot read the file: %s%n\n"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *line = printed(rows[i].language, "f.rec", rows[i].what, rows[i].place,
                             bytes_of(rows[i].offending));
        assert_row(i, line, rows[i].line);
        free(line);
    }
}

static void the_name_of_the_file_is_cleaned(void **state)
{
    (void)state;
    char *line =
        printed(LANGUAGE_EN, "a\x1b]0;x\a\n.rec", DIAG_FILE_EMPTY, (struct place){0, 0}, BYTES(""));
    assert_string_equal(line, "a<U+001B>]0;x<U+0007> .rec: error: the file is empty\n");
    free(line);
}

static void what_offends_is_cut_to_sixty_columns(void **state)
{
    (void)state;
    struct buffer offending = {0}, expected = {0};
    for (int i = 0; i < 100; i++)
        buffer_add_string(&offending, "ộ");
    buffer_add_string(&expected, "f.rec:1:1: error: no EDTF date, left out: ");
    for (int i = 0; i < 59; i++)
        buffer_add_string(&expected, "ộ");
    buffer_add_string(&expected, "…\n");
    char *line = printed(LANGUAGE_EN, "f.rec", DIAG_BAD_DATE, (struct place){1, 1},
                         buffer_bytes(&offending));
    assert_string_equal(line, buffer_string(&expected));
    free(line);
    buffer_free(&offending);
    buffer_free(&expected);
}

static void faults_are_counted_whether_printed_or_not(void **state)
{
    (void)state;
    struct diag_sink sink = {.file = "f.rec"};
    assert_false(diag(&sink, DIAG_BAD_LINE, (struct place){1, 1}, BYTES("x")));
    diag(&sink, DIAG_BAD_DATE, (struct place){2, 1}, BYTES("x"));
    diag(&sink, DIAG_NO_TYPE, (struct place){1, 1}, BYTES(""));
    assert_int_equal(sink.counts[SEVERITY_ERROR], 2);
    assert_int_equal(sink.counts[SEVERITY_WARNING], 0);
    assert_int_equal(sink.counts[SEVERITY_NOTE], 1);
}

static void held_faults_come_in_the_order_of_lines_each_line_in_the_order_reported(void **state)
{
    (void)state;
    static const size_t lines[] = {5, 3, 9, 3, 5, 1};
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    struct diag_sink sink = {.stream = stream, .file = "f", .language = LANGUAGE_EN};
    diag_hold(&sink);
    for (size_t i = 0; i < COUNT(lines); i++) {
        char offending[] = {(char)('a' + i), '\0', 'x'};
        diag(&sink, DIAG_BAD_DATE, (struct place){lines[i], 1},
             (struct bytes){offending, sizeof offending});
    }
    fflush(stream);
    assert_int_equal(size, 0);
    diag_release(&sink);
    diag(&sink, DIAG_FILE_EMPTY, (struct place){0, 0}, BYTES(""));
    fclose(stream);
#define LINE(number, letter) "f:" number ":1: error: no EDTF date, left out: " letter "<U+0000>x\n"
    assert_string_equal(text, LINE("1", "f") LINE("3", "b") LINE("3", "d") LINE("5", "a")
                                  LINE("5", "e") LINE("9", "c") "f: error: the file is empty\n");
    assert_int_equal(sink.counts[SEVERITY_ERROR], COUNT(lines) + 1);
    free(text);
}

static void no_sink_hears_nothing(void **state)
{
    (void)state;
    assert_false(diag(NULL, DIAG_BAD_LINE, (struct place){1, 1}, BYTES("x")));
}

static void every_diagnostic_has_words_in_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_COUNT; i++) {
        enum diagnostic what = (enum diagnostic)i;
        const char *english = diag_text(what, LANGUAGE_EN),
                   *vietnamese = diag_text(what, LANGUAGE_VI);
        assert_row_int((size_t)i, *english && *vietnamese, true);
        assert_row_int((size_t)i, text_is_composed(bytes_of(vietnamese)), true);
        assert_row_int((size_t)i, strcmp(english, vietnamese) == 0, false);
        assert_row_int((size_t)i, strchr(english, '\n') || strchr(vietnamese, '\n'), false);
        assert_row_int((size_t)i, diag_severity(what) < SEVERITY_COUNT, true);
        for (int j = 0; j < i; j++)
            if (strcmp(diag_text((enum diagnostic)j, LANGUAGE_EN), english) == 0)
                fail_msg("row %d says what row %d says", i, j);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_is_one_line_of_place_level_words_and_what_offends),
        cmocka_unit_test(the_name_of_the_file_is_cleaned),
        cmocka_unit_test(what_offends_is_cut_to_sixty_columns),
        cmocka_unit_test(faults_are_counted_whether_printed_or_not),
        cmocka_unit_test(held_faults_come_in_the_order_of_lines_each_line_in_the_order_reported),
        cmocka_unit_test(no_sink_hears_nothing),
        cmocka_unit_test(every_diagnostic_has_words_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
