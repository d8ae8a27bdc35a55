#include "find/answer.h"
#include "find/search.h"

#include "letters.h"
#include "unit_store.h"

/* What words are made of, in every spelling a file may have. */
static const char *const pieces[] = {
    "a",
    "o",
    "A",
    "n",
    "h",
    "N",
    "H",
    "c",
    "C",
    "v",
    "V",
    "x",
    "d",
    "D",
    "y",
    "q",
    "u",
    "1",
    "9",
    "-",
    "+",
    " ",
    " ",
    "  ",
    "\n+ ",
    "\r\n+ ",
    "\\\n",
    "\\\r\n",
    "\n+",
    " \n+  ",
    "\t",
    "à",
    "ạ",
    "Ạ",
    "ò",
    "ộ",
    "Ộ",
    "ơ",
    "ỡ",
    "ă",
    "đ",
    "Đ",
    "\xC3\x90",
    "a\xCC\x80",
    "o\xCC\x82\xCC\xA3",
    "O\xCC\x9B",
    "a\xCC\x86\\\n\xCC\x81",
    "y\xCC\x81",
    "ñ",
    "ç",
    "Ç",
    "n\xCC\x83",
    "ṽ",
    "ẖ",
    "ȟ",
    "ħ",
    "ẋ",
    "\xE2\x84\xAA",
    "=",
    "≠",
    "文",
    "\xF0\x9F\x98\x80",
    "г",
    "Г",
    "\\",
    "\xCC\x81",
    "\xCC\xA3",
    "ậ",
    "Ặ",
    "í",
    "Í",
    "\xE1\xB8\xAF",
    "i\xCC\x81",
    "i\\\n\xCC\x81",
    "ế",
    "Ế",
    "ê\xCC\x81",
    "ẹ\xCC\x82",
    "oà",
    "uý",
    "ắ",
};

/* What is typed is spelt in other ways than what is written. */
static const char *const typed_pieces[] = {
    "a",  "o", "n",  "h", "c", "v",         "x", "d",         "y", "q",   "u", "1",  "9",
    "-",  "+", "\\", " ", "à", "ạ",         "ộ", "o\xCC\x82", "ơ", "đ",   "ñ", "k",  "=",
    "文", "Г", "N",  "Đ", "í", "I\xCC\x81", "ế", "ắ",         "Ơ", "hoà", "ò", "uý", "ú",
};

static void add_pieces(struct buffer *out, const char *const *from, size_t count, unsigned most)
{
    for (unsigned left = 1 + random_below(most); left > 0; left--)
        buffer_add_string(out, from[random_below((unsigned)count)]);
}

/* Appends events whose fields hold a few letters or many, in the order of the timeline or none. */
static void add_events(struct buffer *out, unsigned count, bool in_order)
{
    static const char *const names[] = {"Title",  "Text_vi", "Note",   "Place",
                                        "Person", "Figure",  "Source", "Tag"};
    for (unsigned i = 0; i < count; i++) {
        buffer_printf(out, "Date: %u\nTitle_en: t\n", 1900 + (in_order ? i : random_below(100)));
        for (unsigned left = random_below(4); left > 0; left--) {
            buffer_printf(out, "%s: ", names[random_below(COUNT(names))]);
            add_pieces(out, pieces, COUNT(pieces), random_below(8) ? 12 : 300);
            buffer_add_string(out, "\n");
        }
        buffer_add_string(out, random_below(5) ? "\n" : "\n\n# between\n\n");
    }
}

/* Says which fields of an event hold a query, each value folded letter by letter. */
static unsigned read_slowly(const struct query *query, const struct store *store, uint32_t number)
{
    static const char *const names[] = {"Title", "Text", "Note", "Place", "Person", "Figure"};
    struct rec_reader reader;
    struct rec_field field;
    struct text_run hit;
    unsigned found = 0;
    store_read(store, store->events[number].record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes code;
        struct buffer value = {0};
        rec_value(&value, &field);
        for (unsigned i = 0; i < COUNT(names); i++)
            if (bytes_equal(schema_split(field.name, &code), bytes_of(names[i])) &&
                query_find(query, buffer_bytes(&value), 0, &hit))
                found |= 1U << i;
        buffer_free(&value);
    }
    return found;
}

/* Fails unless the search has found what reading slowly finds. */
static void assert_found(size_t row, const struct search *search, struct bytes typed)
{
    size_t in_field[QUERY_FIELD_COUNT] = {0}, count = 0;
    for (size_t i = 0; i < search->among->count; i++) {
        uint32_t number = search->among->events[i];
        unsigned found = read_slowly(search->query, search->store, number);
        bool is_match = count < search->matches.count && search->matches.events[count] == number;
        if (is_match != (found != 0))
            fail_msg("row %zu: \"%.*s\" in event %u: %d, not %d", row, BYTES_ARGS(typed), number,
                     is_match, found != 0);
        count += is_match;
        for (unsigned f = 0; f < QUERY_FIELD_COUNT; f++)
            in_field[f] += found >> f & 1;
    }
    assert_row_int(row, (long long)search->matches.count, (long long)count);
    assert_memory_equal(search->in_field, in_field, sizeof in_field);
}

static void what_is_passed_over_holds_nothing(void **state)
{
    (void)state;
    struct search search = {0};
    size_t matches = 0;
    for (size_t round = 0; round < 60; round++) {
        struct buffer text = {0}, typed = {0};
        struct store store;
        struct answer among = {0};
        buffer_add_string(&text, "%rec: Event\n\n");
        add_events(&text, 60, round % 2);
        store_of_bytes(&store, buffer_bytes(&text), NULL, NULL);
        for (uint32_t i = 0; i < store.count; i++)
            if (round % 3 || random_below(4))
                answer_add(&among, i);
        for (size_t i = 0; i < 60; i++) {
            buffer_clear(&typed);
            add_pieces(&typed, typed_pieces, COUNT(typed_pieces), 4);
            struct query *query = query_new(buffer_bytes(&typed));
            if (!query)
                continue;
            search_begin(&search, &store, query, &among);
            assert_row_int(round, search_is_ordered(&search), round % 2);
            while (search_on(&search, 1 + random_below(3000)))
                assert_row_int(round, search_percent(&search) < 100, true);
            assert_row_int(round, search_percent(&search), 100);
            assert_found(round, &search, buffer_bytes(&typed));
            matches += search.matches.count;
            query_free(query);
        }
        buffer_free(&text);
        buffer_free(&typed);
        answer_free(&among);
        store_close(&store);
    }
    assert_true(matches > 1000);
    search_free(&search);
}

/* A file of some megabytes is worth a helper. */
static void a_helper_finds_what_one_finds_alone(void **state)
{
    (void)state;
    static const char *const typed[] = {"ậ", "Việt", "hoà", "a", "xx", "needle"};
    struct search alone = {0}, helped = {.helper = helper_start()};
    assert_non_null(helped.helper);
    for (size_t round = 0; round < 4; round++) {
        struct buffer text = {0};
        struct store store;
        struct answer all = {0};
        buffer_add_string(&text, "%rec: Event\n\n");
        while (text.size < (3U << 20)) {
            add_events(&text, 50, round % 2);
            buffer_add_string(&text, "Date: 2000\nTitle: Needle in a haystack\n\n");
        }
        store_of_bytes(&store, buffer_bytes(&text), NULL, NULL);
        for (uint32_t i = 0; i < store.count; i++)
            answer_add(&all, i);
        for (size_t i = 0; i < COUNT(typed); i++) {
            struct query *query = query_new(bytes_of(typed[i]));
            search_begin(&alone, &store, query, &all);
            search_on(&alone, SIZE_MAX);
            search_begin(&helped, &store, query, &all);
            while (search_on(&helped, 1 << 16))
                ;
            assert_row_int(i, (long long)helped.matches.count, (long long)alone.matches.count);
            assert_memory_equal(helped.matches.events, alone.matches.events,
                                alone.matches.count * sizeof *alone.matches.events);
            assert_memory_equal(helped.in_field, alone.in_field, sizeof alone.in_field);
            query_free(query);
        }
        assert_true(alone.matches.count > 100);
        buffer_free(&text);
        answer_free(&all);
        store_close(&store);
    }
    helper_stop(helped.helper);
    search_free(&alone);
    search_free(&helped);
}

/* Searches "xLETTERx", so that the letter can be the anchor only if it is rarer than x. */
static void check_letter(size_t row, const struct spelling *letter)
{
    char typed[8], text[64];
    struct answer among = {0}, found = {0};
    struct store store;
    for (int anchored = 0; anchored < 2; anchored++) {
        snprintf(typed, sizeof typed, anchored ? "%s" : "x%sx", letter->base);
        snprintf(text, sizeof text, "Date: 1954\nTitle: x%sx\n", letter->text);
        store_of(&store, text, NULL);
        answer_add(&among, 0);
        struct query *query = query_new(bytes_of(typed));
        answer_narrow(&found, &among, &store, query);
        assert_row_int(row, (long long)found.count, 1);
        query_free(query);
        among.count = 0;
        store_close(&store);
    }
    answer_free(&among);
    answer_free(&found);
}

static void each_of_the_134_letters_is_found_in_a_file(void **state)
{
    (void)state;
    assert_int_equal(each_letter(check_letter), 134);
}

/* Says whether query `typed` may be in `text` of a file. */
static bool may_hold(const char *typed, const char *text)
{
    struct query *query = query_new(bytes_of(typed));
    bool may = query_pass_over(query, bytes_of(text), 0) < strlen(text);
    query_free(query);
    return may;
}

static void a_mark_behind_a_line_join_is_of_the_letter_before_it(void **state)
{
    (void)state;
    assert_true(may_hold("ax", "a\\\n\xCC\x81x"));
    assert_true(may_hold("ax", "a\xCC\x86\\\r\n\xCC\x81x"));
    assert_true(may_hold("xa", "xa\\\n\xCC\x81"));
    assert_false(may_hold("ax", "a\xCC\x81\\o\xCC\x81x"));
}

static void a_byte_that_is_no_letter_is_left_open(void **state)
{
    (void)state;
    assert_true(may_hold("\xFF&", "u\xBC&"));
    assert_true(may_hold("\xEF\xBF\xBD&", "u\xBC&"));
    assert_false(may_hold("u&", "a&"));
}

/* What an accented anchor is looked for by: composed, in part or not at all, small and capital, a
 * line join in the middle or behind, more marks than were typed. */
static void an_accented_letter_is_looked_for_in_every_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        const char *text;
        bool may;
    } rows[] = {
        {"ạn", "Bạn", true},
        {"ạn", "BẠN", true},
        {"ạn", "bận", true},
        {"ạn", "BẶN", true},
        {"ạn", "ba\xCC\xA3n", true},
        {"ạn", "bâ\xCC\xA3n", true},
        {"ạn", "ba\xCC\x82\xCC\xA3n", true},
        {"ạn", "ba\xCC\xA3\xCC\x82n", true},
        {"ạn", "bạ\\\nn", true},
        {"ạn", "ba\\\n\xCC\xA3n", true},
        {"ạn", "ba\xCC\x82\\\r\n\xCC\xA3n", true},
        {"ạn", "bạń", true},
        {"a\xCC\xA3n", "bạn", true},
        {"ạn", "ban", false},
        {"ạn", "bán", false},
        {"ạn", "bấn", false},
        {"ạn", "ba\xCC\x81n", false},
        {"ạn", "bạc", false},
        {"Ín", "chín", true},
        {"ín", "CHÍN", true},
        {"ín", "ch\xE1\xB8\xAFn", true},
        {"ín", "chi\xCC\x81n", true},
        {"ín", "chìn", false},
        {"ế", "êm Ế", true},
        {"ế", "ẽ ê é", false},
        {"ế", "e\xCC\x81\xCC\x82", true},
        {"đx", "Đx", true},
        {"đx", "\xC3\x90x", true},
        {"đx", "d\xCC\xB5x", true},
        {"đx", "dx", false},
        {"hò", "hoà", true},
        {"hò", "hòa", true},
        {"toà", "tòa", true},
        {"toà", "toàn", true},
        {"toàn", "tòan", false},
        {"uý", "úy", true},
        {"ồ", "oà", false},
        {"vạc", "VẠC", true},
        {"vạc", "ṽạc", true},
        {"vạc", "v\xCC\x83ạc", true},
        {"vạc", "v\\\nạc", true},
        {"vạc", "v\\\r\n+ạc", true},
        {"vạc", "mạc", false},
        {"vạc", "v ạc", false},
        {"k ạc", "k\tạc", true},
        {"k ạc", "k\n+ ạc", true},
        {"k ạc", "k\n+ạc", true},
        {"k ạc", "kạc", false},
        {"kạc", "\xE2\x84\xAAạc", true},
        {"1ạc", "1ạc", true},
        {"1ạc", "2ạc", false},
        {"文ạc", "文ạc", true},
        {"\\ạc", "\\ạc", true},
        {"gò Chín Vạc", "sáo trên gò Chín Vạc", true},
        {"gò Chín Vạc", "sáo trên gò\n+ Chín\n+ Vạc", true},
        {"gò Chín Vạc", "sáo trên gò Chin Vạc", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, may_hold(rows[i].typed, rows[i].text), rows[i].may);
}

/* What the signs of a query are made of leaves out no letter. */
static void no_letter_beyond_those_looked_at_is_folded_to_ascii(void **state)
{
    (void)state;
    struct fold *fold = fold_new();
    for (uint32_t point = 0x2300; point < 0x110000; point++) {
        struct buffer text = {0};
        text_add_point(&text, point);
        if (text.size && fold_first(fold, buffer_bytes(&text)).base < 0x80)
            fail_msg("U+%04X", (unsigned)point);
        buffer_free(&text);
    }
    fold_free(fold);
}

static void without_a_query_there_is_nothing_to_do(void **state)
{
    (void)state;
    struct answer none = {0};
    struct store store;
    struct search search = {0};
    store_of(&store, "Date: 1954\nTitle: x\n", NULL);
    search_begin(&search, &store, NULL, &none);
    assert_false(search_on(&search, 1));
    assert_int_equal(search_percent(&search), 100);
    assert_int_equal(search.matches.count, 0);
    search_free(&search);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_passed_over_holds_nothing),
        cmocka_unit_test(a_helper_finds_what_one_finds_alone),
        cmocka_unit_test(each_of_the_134_letters_is_found_in_a_file),
        cmocka_unit_test(a_mark_behind_a_line_join_is_of_the_letter_before_it),
        cmocka_unit_test(a_byte_that_is_no_letter_is_left_open),
        cmocka_unit_test(an_accented_letter_is_looked_for_in_every_spelling),
        cmocka_unit_test(no_letter_beyond_those_looked_at_is_folded_to_ascii),
        cmocka_unit_test(without_a_query_there_is_nothing_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
