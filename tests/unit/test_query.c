#include "find/query.h"

#include "letters.h"
#include "unit_store.h"

/* Says whether `typed` is found in `text`. */
static bool finds(const char *typed, const char *text, struct text_run *hit)
{
    struct query *query = query_new(bytes_of(typed));
    bool found = query && query_find(query, bytes_of(text), 0, hit);
    query_free(query);
    return found;
}

#define NFD_DIEN \
    "\xC4\x90i"  \
    "e\xCC\xA3\xCC\x82n"
#define NFD_DIEN_2 \
    "\xC4\x90i"    \
    "e\xCC\x82\xCC\xA3n"

static void case_never_counts_and_a_typed_mark_must_be_there(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *text;
        bool found;
    } rows[] = {
        {"dien bien phu", "Điện Biên Phủ", true},
        {"DIEN", "Điện Biên Phủ", true},
        {"điện", "Điện Biên Phủ", true},
        {"ĐIỆN", "điện biên phủ", true},
        {"Đien", "Điện Biên Phủ", true},
        {"điên", "Điện Biên Phủ", true},
        {"diện", "Điện Biên Phủ", true},
        {NFD_DIEN, "Điện Biên Phủ", true},
        {NFD_DIEN_2, "Điện Biên Phủ", true},
        {"Điện", NFD_DIEN " Bie\xCC\x82n", true},
        {"Điện", NFD_DIEN_2 " Bie\xCC\x82n", true},
        {"dien", NFD_DIEN, true},
        {"\xC3\x90iện", "Điện Biên Phủ", true}, /* Eth */
        {"Đien", "\xC3\x90iện Biên", true},
        {"đien", "Dien Bien Phu", false},
        {"dương", "Dương", true},
        {"dương", "Đường", true},
        {"đường", "Dương", false},
        {"đường", "Đương", false},
        {"đường", "ĐƯỜNG", true},
        {"duong", "Đường Dương Đương", true},
        {"thọc", "thóc", false},
        {"thóc", "thọc", false},
        {"thoc", "thóc", true},
        {"ma", "mà má mả mã mạ", true},
        {"mã", "mà má mả mạ", false},
        {"ơ", "o ô ò", false},
        {"ô", "ộ", true},
        {"phu", "Điện Biên Phủ", true},
        {"bien phu dien", "Điện Biên Phủ", false},
        {"biên", "Biênhoà", true},
        {"cafe", "Café", true},
        {"xyz", "", false},
        {"1954", "năm 1954", true},
        {"文", "文字", true},
        {"привет", "ПРИВЕТ", true},
    };
    struct text_run hit;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, finds(rows[i].typed, rows[i].text, &hit), rows[i].found);
}

static void check_letter(size_t row, const struct spelling *letter)
{
    struct text_run hit;
    char word[32], plain[4];
    snprintf(word, sizeof word, "x%sx", letter->text);
    snprintf(plain, sizeof plain, "x%sx", letter->base);
    if (!finds(letter->base, word, &hit) || hit.at != 1 || hit.size != strlen(letter->text))
        fail_msg("row %zu: %s does not find %s", row, letter->base, letter->text);
    if (!finds(letter->text, word, &hit))
        fail_msg("row %zu: %s does not find itself", row, letter->text);
    if (finds(letter->text, plain, &hit))
        fail_msg("row %zu: %s finds %s", row, letter->text, letter->base);
}

static void each_of_the_134_letters_is_found_by_its_base_and_finds_itself_alone(void **state)
{
    (void)state;
    assert_int_equal(each_letter(check_letter), 134);
}

static void every_spelling_of_a_letter_finds_every_other(void **state)
{
    (void)state;
    struct text_run hit;
    char typed[16], text[16];
    for (int forms = 0; forms < 16; forms++) {
        for (size_t v = 0; v < VOWEL_COUNT; v++) {
            spell(typed, sizeof typed, vowels[v].tones[5], forms & 1, forms & 2);
            spell(text, sizeof text, vowels[v].tones[5], forms & 4, forms & 8);
            if (!finds(typed, text, &hit))
                fail_msg("row %zu: %s does not find %s", v, typed, text);
        }
    }
}

static void old_and_new_places_of_the_tone_are_one(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } rows[] = {
        {"hòa", "hoà", true},           {"khỏe", "khoẻ", true},
        {"thúy", "thuý", true},         {"HÒA", "hoà", true},
        {"hòa bình", "Hoà Bình", true}, {"Thanh Hóa", "Thanh Hoá", true},
        {"tòa án", "toà án", true},     {"lũy", "luỹ", true},
        {"ủy ban", "uỷ ban", true},     {"qúy", "quý", false},
        {"hòan", "hoàn", false},        {"mùa", "muà", false},
    };
    struct text_run hit;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row_int(i, finds(rows[i].a, rows[i].b, &hit), rows[i].same);
        assert_row_int(i, finds(rows[i].b, rows[i].a, &hit), rows[i].same);
    }
}

/* What is typed letter by letter must not lose what it goes on to find. */
static void every_beginning_of_a_word_finds_the_word(void **state)
{
    (void)state;
    static const char *const words[] = {
        "toàn quốc", "hoàn toàn", "khoẻ", "khỏe",     "thuỷ",  "thủy",   "quý",
        "quỳnh",     "hoạch",     "loạn", "Hoà Bình", "tuyến", "thuyền", "huỳnh",
        "khuya",     "xoè",       "xòe",  "nguyễn",   "đoàn",  "suýt",
    };
    struct text_run hit;
    for (size_t i = 0; i < COUNT(words); i++) {
        char typed[32] = "";
        for (size_t size = 0; words[i][size];) {
            size += text_grapheme(bytes_after(bytes_of(words[i]), size));
            memcpy(typed, words[i], size);
            typed[size] = '\0';
            if (!finds(typed, words[i], &hit))
                fail_msg("row %zu: %s does not find %s", i, typed, words[i]);
        }
    }
}

static void a_blank_stands_for_any_blanks(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *text;
        bool found;
    } rows[] = {
        {"điện biên", "Điện  Biên", true}, {"điện biên", "Điện\nBiên", true},
        {"điện  biên", "Điện Biên", true}, {"điện\tbiên", "Điện \r\n Biên", true},
        {" biên ", "Điện Biên", true},     {"điện biên", "ĐiệnBiên", false},
        {"điệnbiên", "Điện Biên", false},
    };
    struct text_run hit;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, finds(rows[i].typed, rows[i].text, &hit), rows[i].found);
}

static void blanks_alone_are_no_query(void **state)
{
    (void)state;
    assert_null(query_new(BYTES("")));
    assert_null(query_new(BYTES(" \t ")));
    assert_null(query_new(bytes_of(NULL)));
    assert_null(query_new_with_blank(BYTES(" ")));
    query_free(NULL);
}

static void a_hit_is_the_bytes_of_what_was_found(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *text;
        size_t from, at, size;
    } rows[] = {
        {"bien", "Điện Biên Phủ", 0, 8, 5},
        {"n", "Điện Biên", 0, 6, 1},
        {"n", "Điện Biên", 7, 12, 1},
        {"dien", NFD_DIEN "!", 0, 0, 9},
        {"a b", "xa  \n by", 0, 1, 6},
        {"hoà", "là hòa", 0, 4, 4},
        {"aa", "aaa", 1, 1, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query *query = query_new(bytes_of(rows[i].typed));
        struct text_run hit = {99, 99};
        assert_row_int(i, query_find(query, bytes_of(rows[i].text), rows[i].from, &hit), true);
        assert_row_int(i, (long long)hit.at, (long long)rows[i].at);
        assert_row_int(i, (long long)hit.size, (long long)rows[i].size);
        query_free(query);
    }
}

static void beginning_and_being_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *text;
        bool begins, equals;
    } rows[] = {
        {"dien bien", "Điện Biên", true, true},
        {"dien", "Điện Biên", true, false},
        {"bien", "Điện Biên", false, false},
        {"dien bien phu", "Điện Biên", false, false},
        {"hòa", "Hoà", true, true},
        {"điên", "Dien", false, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query *query = query_new(bytes_of(rows[i].typed));
        assert_row_int(i, query_begins(query, bytes_of(rows[i].text)), rows[i].begins);
        assert_row_int(i, query_equals(query, bytes_of(rows[i].text)), rows[i].equals);
        query_free(query);
    }
    struct query *query = query_new_with_blank(BYTES("ha"));
    assert_true(query_begins(query, BYTES("Hà Nội")));
    assert_false(query_begins(query, BYTES("Hải Phòng")));
    assert_false(query_begins(query, BYTES("Hà")));
    query_free(query);
}

static void an_event_is_searched_in_its_words_and_no_other_field(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool found;
    } rows[] = {
        {"tua", true},       {"heading", true},       {"van ban", true},   {"body", true},
        {"ghi chu", true},   {"muong", true},         {"giap", true},      {"rice", true},
        {"two lines", true}, {"joined", true},        {"the-id", false},   {"a-tag", false},
        {"a-book", false},   {"1954", false},         {"province", false}, {"title", false},
        {"other", false},    {"heading body", false},
    };
    struct buffer scratch = {0};
    struct store store;
    store_of(&store,
             "Id: the-id\nDate: 1954\nTitle_vi: Tựa\nTitle_en: Heading\nText_vi: Văn bản\n"
             "Text_en: Body in two\n+ lines\nNote_fr: Ghi chú jo\\\nined\nPlace: Mường Thanh\n"
             "Person: Võ Nguyên Giáp\nFigure: rice 1 t\nTag: a-tag\nSource: a-book\n"
             "Province: Nowhere province\n\nId: b\nDate: 1955\nTitle: Other\n",
             NULL);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct query *query = query_new(bytes_of(rows[i].typed));
        assert_row_int(i, query_in_event(query, &store, &store.events[0], &scratch) != 0,
                       rows[i].found);
        query_free(query);
    }
    buffer_free(&scratch);
    store_close(&store);
}

static void queries_and_texts_of_any_bytes_and_length_are_safe(void **state)
{
    (void)state;
    static const char bytes[] = "aA \n\xC4\x90\xCC\x81\xE1\xBB\x87\xFF"
                                "oye";
    for (size_t round = 0; round < 1500; round++) {
        char typed[12], text[700];
        size_t typed_size = random_below(sizeof typed), size = random_below(40);
        size = round % 100 ? size : sizeof text;
        for (size_t i = 0; i < typed_size; i++)
            typed[i] = bytes[random_below(sizeof bytes - 1)];
        for (size_t i = 0; i < size; i++)
            text[i] = bytes[random_below(sizeof bytes - 1)];
        struct query *query = query_new(round % 100 ? (struct bytes){typed, typed_size}
                                                    : (struct bytes){text, sizeof text});
        struct text_run hit;
        for (size_t from = 0; query && query_find(query, (struct bytes){text, size}, from, &hit);
             from = hit.at + hit.size)
            assert_row_int(round, hit.at >= from && hit.size && hit.at + hit.size <= size, true);
        query_free(query);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_never_counts_and_a_typed_mark_must_be_there),
        cmocka_unit_test(each_of_the_134_letters_is_found_by_its_base_and_finds_itself_alone),
        cmocka_unit_test(every_spelling_of_a_letter_finds_every_other),
        cmocka_unit_test(old_and_new_places_of_the_tone_are_one),
        cmocka_unit_test(every_beginning_of_a_word_finds_the_word),
        cmocka_unit_test(a_blank_stands_for_any_blanks),
        cmocka_unit_test(blanks_alone_are_no_query),
        cmocka_unit_test(a_hit_is_the_bytes_of_what_was_found),
        cmocka_unit_test(beginning_and_being_are_told_apart),
        cmocka_unit_test(an_event_is_searched_in_its_words_and_no_other_field),
        cmocka_unit_test(queries_and_texts_of_any_bytes_and_length_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
