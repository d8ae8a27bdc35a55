#include "letters.h"

static struct fold *fold;

static int make_fold(void **state)
{
    (void)state;
    fold = fold_new();
    return 0;
}

static int free_fold(void **state)
{
    (void)state;
    fold_free(fold);
    fold_free(NULL);
    return 0;
}

static void check_letter(size_t row, const struct spelling *letter)
{
    struct fold_letter got = fold_first(fold, bytes_of(letter->text));
    assert_row_int(row, got.base, letter->base[0]);
    assert_row_int(row, got.marks, letter->marks);
    assert_row_int(row, got.size, (long long)strlen(letter->text));
}

static void every_accented_letter_is_its_base_and_its_marks(void **state)
{
    (void)state;
    assert_int_equal(each_letter(check_letter), 134);
}

static void letters_are_read_one_at_a_time(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t base;
        uint16_t marks, size;
    } rows[] = {
        {"a", 'a', 0, 1},
        {"Zx", 'z', 0, 1},
        {" a", ' ', 0, 1},
        {"1", '1', 0, 1},
        {"\xC4\x90o", 'd', FOLD_STROKE, 2},  /* Đ */
        {"\xC3\x90o", 'd', FOLD_STROKE, 2},  /* Eth */
        {"\xC3\xB0o", 'd', FOLD_STROKE, 2},  /* eth */
        {"\xC6\x89o", 'd', FOLD_STROKE, 2},  /* African D */
        {"\xC9\x96o", 'd', FOLD_STROKE, 2},  /* its small letter */
        {"d\xCC\xB5o", 'd', FOLD_STROKE, 3}, /* d, stroke apart */
        {"o\xCC\x82\xCC\xA3n", 'o', FOLD_CIRCUMFLEX | FOLD_DOT, 5},
        {"o\xCC\xA3\xCC\x82n", 'o', FOLD_CIRCUMFLEX | FOLD_DOT, 5},    /* marks in either order */
        {"\xE1\xBB\x8D\xCC\x82n", 'o', FOLD_CIRCUMFLEX | FOLD_DOT, 5}, /* half composed */
        {"\xC3\xA7", 'c', 0, 2},                                       /* ç: no mark of ours */
        {"\xC3\x89", 'e', FOLD_ACUTE, 2},
        {"\xD0\x94", 0x434, 0, 2}, /* Cyrillic loses its case */
        {"\xE6\x96\x87x", 0x6587, 0, 3},
        {"\xF0\x9F\x98\x80", 0x1F600, 0, 4},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fold_letter got = fold_first(fold, bytes_of(rows[i].text));
        assert_row_int(i, got.base, rows[i].base);
        assert_row_int(i, got.marks, rows[i].marks);
        assert_row_int(i, got.size, rows[i].size);
    }
}

static void an_invalid_byte_is_a_letter_of_its_own(void **state)
{
    (void)state;
    static const char *const rows[] = {"\xFFo",    "\x80o", "\xC3o",
                                       "\xE1\xBB", "\xF5o", "\xED\xA0\x80"};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fold_letter got = fold_first(fold, bytes_of(rows[i]));
        if (got.size < 1 || got.size > strlen(rows[i]) || got.base < 0x80)
            fail_msg("row %zu: U+%04X in %u bytes", i, (unsigned)got.base, (unsigned)got.size);
    }
}

static void what_is_typed_asks_for_its_marks_and_no_others(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *letter;
        bool matches;
    } rows[] = {
        {"o", "ộ", true},  {"ô", "ộ", true},  {"ọ", "ộ", true},  {"ộ", "ộ", true},
        {"ộ", "ô", false}, {"ơ", "ô", false}, {"ó", "ò", false}, {"d", "đ", true},
        {"đ", "d", false}, {"O", "ộ", true},  {"a", "o", false}, {"Đ", "đ", true},
        {"ế", "Ế", true},  {"ê", "e", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i,
                       fold_matches(fold_first(fold, bytes_of(rows[i].typed)),
                                    fold_first(fold, bytes_of(rows[i].letter))),
                       rows[i].matches);
}

/* Says whether two texts are the same letters with the same marks. */
static bool folds_the_same(const char *a, const char *b)
{
    struct fold_letter *x, *y;
    size_t x_count = fold_all(fold, bytes_of(a), &x), y_count = fold_all(fold, bytes_of(b), &y);
    bool same = x_count == y_count;
    for (size_t i = 0; same && i < x_count; i++)
        same = x[i].base == y[i].base && x[i].marks == y[i].marks;
    free(x);
    free(y);
    return same;
}

static void the_tone_of_an_open_pair_may_stand_on_either_vowel(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } rows[] = {
        {"hòa", "hoà", true},
        {"khỏe", "khoẻ", true},
        {"thúy", "thuý", true},
        {"HÒA", "hoà", true},
        {"hòa bình", "hoà bình", true},
        {"hóa.", "hoá.", true},
        {"tòa-án", "toà-án", true},
        {"xõa", "xoã", true},
        {"họa", "hoạ", true},
        {"ủy", "uỷ", true},
        {"hòan", "hoàn", false},
        {"qúy", "quý", false},
        {"Qúy", "Quý", false},
        {"hoa", "hoà", false},
        {"hòa", "hóa", false},
        {"húê", "huế", false},
        {"mùa", "muà", false},
        {"thưở", "thửơ", false},
        {"hòa",
         "ho\xCC\x80"
         "a",
         true},
        {"hoa\xCC\x80", "hòa", true},
        {"hoà1", "hòa1", true},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, folds_the_same(rows[i].a, rows[i].b), rows[i].same);
}

static void a_q_in_front_of_the_letters_counts(void **state)
{
    (void)state;
    struct fold_letter *letters;
    size_t count = fold_all(fold, BYTES("xy"), &letters);
    letters[0] = (struct fold_letter){'u', 0, 1};
    letters[1] = (struct fold_letter){'y', FOLD_ACUTE, 1};
    fold_settle_tones(letters, count, 'q');
    assert_int_equal(letters[1].marks, FOLD_ACUTE);
    fold_settle_tones(letters, count, 't');
    assert_int_equal(letters[0].marks, FOLD_ACUTE);
    assert_int_equal(letters[1].marks, 0);
    free(letters);
}

static void the_letters_of_a_text_take_all_its_bytes(void **state)
{
    (void)state;
    static const char bytes[] = "aZ \xCC\xC3\xE1\xBB\x8D\x80\xFF\xF0\x9F\x98\n1\xC4\x91";
    for (size_t round = 0; round < 5000; round++) {
        char text[24];
        size_t size = random_below(sizeof text), taken = 0;
        for (size_t i = 0; i < size; i++)
            text[i] = bytes[random_below(sizeof bytes - 1)];
        struct fold_letter *letters;
        size_t count = fold_all(fold, (struct bytes){text, size}, &letters);
        for (size_t i = 0; i < count; i++)
            taken += letters[i].size;
        free(letters);
        assert_row_int(round, (long long)taken, (long long)size);
    }
}

/* One base, and marks of two bytes for more than twice what a size can say. */
static void marks_beyond_the_size_of_a_letter_are_letters_of_their_own(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_char(&text, 'a');
    for (size_t i = 0; i < 70000; i++)
        buffer_add_string(&text, "\xCC\x81");
    size_t count = 0;
    for (struct bytes left = buffer_bytes(&text); left.size; count++) {
        struct fold_letter letter = fold_first(fold, left);
        assert_true(letter.size > 0);
        left = bytes_after(left, letter.size);
    }
    assert_int_equal(count, 3);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_accented_letter_is_its_base_and_its_marks),
        cmocka_unit_test(letters_are_read_one_at_a_time),
        cmocka_unit_test(an_invalid_byte_is_a_letter_of_its_own),
        cmocka_unit_test(what_is_typed_asks_for_its_marks_and_no_others),
        cmocka_unit_test(the_tone_of_an_open_pair_may_stand_on_either_vowel),
        cmocka_unit_test(a_q_in_front_of_the_letters_counts),
        cmocka_unit_test(the_letters_of_a_text_take_all_its_bytes),
        cmocka_unit_test(marks_beyond_the_size_of_a_letter_are_letters_of_their_own),
    };
    return cmocka_run_group_tests(tests, make_fold, free_fold);
}
