/* What may stand in a file and must not reach the terminal, and what must look the same. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#define PREAMBLE                                                                               \
    "%rec: Timeline\n\nTitle_vi: Dòng\nTitle_en: Line\nLanguages: vi en\nDate: 1900/1999\n\n" \
    "%rec: Source\n\nId: book\nTitle: Sách\n\n%rec: Event\n\n"

/* Every kind that must be spelled out: C0, DEL, C1, bidi, zero width, byte order mark. */
#define HOSTILE                                                     \
    "\033]0;owned\007\033[31mred\177\302\23331m\302\2350;x\302\234" \
    "\342\200\256bidi\342\201\246\342\200\213\357\273\277\r\b\016z"

static char *hostile_file(void)
{
    static const char *const fields[] = {"Title_vi", "Title_en", "Text_vi", "Text_en",
                                         "Note_vi",  "Note_en",  "Place",   "Person",
                                         "Tag",      "Province", "Figure",  "See"};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs(PREAMBLE "Id: one\nDate: 1900-01-01\nSource: book " HOSTILE "\n", out);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        fprintf(out, "%s: A%s\n", fields[i], HOSTILE);
    fprintf(out, "\nId: two%s\nDate: 1901-01-01\nTitle_vi: B\nTitle_en: B\nSource: no%s\n", HOSTILE,
            HOSTILE);
    fclose(out);
    return text;
}

static bool is_forbidden(unsigned c)
{
    return (c >= 0x80 && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xAD ||
           c == 0xFEFF || c == 0x7F || c == 0x07;
}

/* Decodes one code point of well-formed UTF-8; a byte out of place is itself (and so, from 0x80
 * to 0x9F, a C1 control). */
static unsigned decode(const unsigned char **at)
{
    unsigned c = *(*at)++;
    int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC2 ? 1 : 0;
    if (more)
        c &= 0x3FU >> more;
    while (more-- > 0 && (**at & 0xC0) == 0x80)
        c = c << 6 | (*(*at)++ & 0x3FU);
    return c;
}

static void check_nothing_hostile(struct pty *pty)
{
    const unsigned char *at = (const unsigned char *)pty_log(pty);
    while (*at) {
        unsigned c = decode(&at);
        if (is_forbidden(c))
            fprintf(stderr, "U+%04X reached the terminal\n", c);
        pty_check(pty, !is_forbidden(c));
    }
    pty_check(pty, !pty_saw(pty, "\033]0;owned"));
    pty_check(pty, !pty_saw(pty, "\033[31mred"));
}

static void control_bytes_and_bidi_in_a_file_never_reach_the_terminal(void **state)
{
    static const char *const keys[] = {"j",      "k",  "\r", "jjjj", "\033",
                                       "/owned", "\r", "p",  "\033", "?"};
    struct stage *stage = *state;
    char *text = hostile_file();
    stage_open(stage, SHOW(.file = stage_write(stage, "hostile.rec", text)));
    free(text);
    pty_check(stage->pty, pty_shows(stage->pty, "<U+001B>"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        pty_keys(stage->pty, keys[i]);
    check_nothing_hostile(stage->pty);
}

static void what_is_hostile_is_spelled_out(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.cols = 132, .rows = 43,
                           .file = stage_write(stage, "spelled.rec",
                                               PREAMBLE "Id: a\nDate: 1900-01-01\n"
                                                        "Title_vi: a\342\200\256b\n"
                                                        "Title_en: a\342\200\256b\302\233c\n"
                                                        "Source: book\n")));
    pty_check(stage->pty, pty_shows(stage->pty, "a<U+202E>b<U+009B>c"));
}

static void check_file_is_clean(struct stage *stage, const char *path)
{
    char *text = stage_read(path);
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        unsigned c = decode(&at);
        if (is_forbidden(c) || (c < 0x20 && c != '\n' && c != '\t'))
            pty_fail(stage->pty, __FILE__, __LINE__, text);
    }
    free(text);
}

static void nothing_hostile_is_printed_either(void **state)
{
    static const char *const options[] = {"--list", "--check", "--format=tsv", "--format=json"};
    struct stage *stage = *state;
    char *text = hostile_file();
    const char *file = stage_write(stage, "hostile.rec", text);
    free(text);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        stage_print(stage, SHOW(.file = file, .args = {options[i]}));
        check_file_is_clean(stage, stage->output);
        check_file_is_clean(stage, stage->errors);
    }
}

static const char composed_file[] =
    PREAMBLE "Id: a\nDate: 1954-03-13\n"
             "Title_vi: Trận Điện Biên Phủ\nTitle_en: Trận Điện Biên Phủ\n"
             "Text_vi: Bộ đội kéo pháo.\nText_en: Bộ đội kéo pháo.\n"
             "Place: Mường Thanh\nSource: book\n";

static const struct {
    const char *composed, *apart;
} letters[] = {{"ậ", "a\314\243\314\202"}, {"ệ", "e\314\243\314\202"}, {"ê", "e\314\202"},
               {"ủ", "u\314\211"},         {"ộ", "o\314\243\314\202"}, {"é", "e\314\201"},
               {"á", "a\314\201"},         {"ờ", "o\314\233\314\200"}, {"ư", "u\314\233"},
               {"ò", "o\314\200"}};

/* Returns how many bytes of `text` one letter takes, and writes it taken apart if it is known. */
static size_t take_apart(const char *text, FILE *out)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        size_t size = strlen(letters[i].composed);
        if (strncmp(text, letters[i].composed, size) == 0) {
            fputs(letters[i].apart, out);
            return size;
        }
    }
    fputc(*text, out);
    return 1;
}

static char *decompose(const char *text)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    while (*text)
        text += take_apart(text, out);
    fclose(out);
    return result;
}

/* Returns the frames of the list, the detail and a search, one after another. */
static char *frames_of(struct stage *stage, const char *text, int cols)
{
    static const char *const keys[] = {"", "\r", "\033", "/bo doi\r"};
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    stage_open(stage, SHOW(.file = stage_write(stage, "same.rec", text), .cols = cols));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        pty_keys(stage->pty, keys[i]);
        char *frame = pty_frame(stage->pty);
        fputs(frame, out);
        free(frame);
    }
    fclose(out);
    return result;
}

static void composed_and_decomposed_files_give_identical_screens(void **state)
{
    static const int widths[] = {40, 80, 132};
    struct stage *stage = *state;
    char *apart = decompose(composed_file);
    assert_string_not_equal(apart, composed_file);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        char *expected = frames_of(stage, composed_file, widths[i]);
        assert_non_null(strstr(expected, "Điện Biên Phủ"));
        stage_same_frame(expected, frames_of(stage, apart, widths[i]));
    }
    free(apart);
}

/* Writes letters of one column, of two, and with marks, so that on the next page another kind
 * stands in the same cells. */
static char *mixed_file(void)
{
    static const char *const kinds[] = {"a", "\346\274\242", "ệ", "e\314\243\314\202", "-"};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs(PREAMBLE, out);
    for (int i = 0; i < 60; i++) {
        fprintf(out, "Id: e%d\nDate: %d\nSource: book\nTitle: ", i, 1900 + i);
        for (int letter = 0; letter < 25; letter++)
            fputs(kinds[(i * 7 + letter * (i % 3 + 1)) % 5], out);
        fputs("\n\n", out);
    }
    fclose(out);
    return text;
}

static void a_page_does_not_show_what_was_there_before(void **state)
{
    static const char *const keys[] = {"G", " ", "gG", "b ", "jjjjjkkkkk"};
    static const char *const options[] = {"--lang=en", "--ascii"};
    struct stage *stage = *state;
    char *text = mixed_file();
    const char *file = stage_write(stage, "mixed.rec", text);
    free(text);
    for (size_t option = 0; option < sizeof options / sizeof *options; option++) {
        stage_open(stage, SHOW(.file = file, .args = {options[option]}));
        char *first = pty_frame(stage->pty);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            pty_keys(stage->pty, keys[i]);
            pty_keys(stage->pty, "g");
            stage_same_frame(strdup(first), pty_frame(stage->pty));
        }
        free(first);
        stage_quit(stage);
    }
}

static void a_file_of_two_field_records_is_a_timeline(void **state)
{
    struct stage *stage = *state;
    stage_open(stage, SHOW(.file = stage_write(stage, "two.rec",
                                               "Date: 1954-03-13\nTitle_en: Him Lam\n\n"
                                               "Date: 1954-05-07\nTitle_en: The end\n")));
    pty_check(stage->pty, pty_shows(stage->pty, "Him Lam"));
    pty_check(stage->pty, stage_total(stage) == 2);
    stage_quit(stage);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(control_bytes_and_bidi_in_a_file_never_reach_the_terminal),
        STAGE_TEST(what_is_hostile_is_spelled_out),
        STAGE_TEST(nothing_hostile_is_printed_either),
        STAGE_TEST(composed_and_decomposed_files_give_identical_screens),
        STAGE_TEST(a_page_does_not_show_what_was_there_before),
        STAGE_TEST(a_file_of_two_field_records_is_a_timeline),
    };
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
