#include "base/memory.h"
#include "find/scan.h"

#include "unit.h"

/* Bytes that signs are of or that stand beside them, and some that neither are nor do. */
static const char *const pieces[] = {
    "a",        "A",        "n",
    "N",        "v",        "x",
    " ",        "\n+ ",     "\\\n",
    "ạ",        "Ặ",        "í",
    "Í",        "ò",        "ồ",
    "đ",        "ṽ",        "ñ",
    "\xCC\xA3", "\xCC\x81", "\xE1\xB8\xAF",
    "\xBA\xA1", "\xC3",     "the quick fox",
    "文",       "1",
};

/* Anchors of every kind: with one pair of signs, some or many, with one sign left over or none,
 * ASCII or never, with and without neighbours. */
static const char *const typed[] = {
    "vạn", "ạ", "ạ n", "ín", "xí", "òa", "ò", "đa", "vạ", "v", "va", "n", "xnv", "a", "1", "ñx",
};

static void add_bytes(struct buffer *text, unsigned count)
{
    while (count-- > 0)
        buffer_add_string(text, pieces[random_below(COUNT(pieces))]);
}

/* Fails unless both passes stop at the same bytes of `text`; returns how many these are. */
static size_t stops(size_t row, const struct scan *wide, struct bytes text)
{
    struct scan narrow = *wide;
    size_t count = 0;
    narrow.signs.is_wide = false;
    for (size_t from = 0; from < text.size; count++) {
        size_t place = scan_find(wide, text, from);
        assert_row_int(row, (long long)scan_find(&narrow, text, from), (long long)place);
        from = (place > from ? place : from) + 1;
    }
    return count;
}

/* A text is as long as a step, a block or some, give or take a few bytes. */
static void each_processor_stops_at_the_same_bytes(void **state)
{
    (void)state;
    struct fold *fold = fold_new();
    for (size_t row = 0; row < COUNT(typed); row++) {
        struct fold_letter *letters;
        struct scan scan;
        size_t count = fold_all(fold, bytes_of(typed[row]), &letters), stopped = 0;
        scan_init(&scan, fold, letters, count);
        assert_true(scan.has_anchor);
        for (size_t round = 0; round < 40; round++) {
            struct buffer text = {0};
            add_bytes(&text, random_below(round % 2 ? 100 : 3000));
            stopped += stops(row, &scan, buffer_bytes(&text));
            buffer_free(&text);
        }
        assert_true(stopped > 100);
        free(letters);
    }
    fold_free(fold);
}

/* Returns where the query stops first in `size` bytes x, of which some are `needle`. */
static size_t stop_at(const struct scan *scan, const char *needle, size_t at, size_t size)
{
    char *text = memory_new(size, 1); /* of just this size, so that what is read behind it shows */
    memset(text, 'x', size);
    memcpy(text + at, needle, strlen(needle));
    size_t place = scan_find(scan, (struct bytes){text, size}, 0);
    free(text);
    return place;
}

static void what_ends_with_the_text_is_found_and_nothing_behind_it_read(void **state)
{
    (void)state;
    static const char *const needles[] = {"vạc",
                                          "va\xCC\xA3"
                                          "c",
                                          "VẬC"};
    struct fold *fold = fold_new();
    struct fold_letter *letters;
    struct scan scan;
    size_t count = fold_all(fold, bytes_of("vạc"), &letters);
    scan_init(&scan, fold, letters, count);
    for (size_t i = 0; i < COUNT(needles); i++)
        for (size_t size = strlen(needles[i]); size < 5000; size += 1 + size / 2048 * 7) {
            size_t at = size - strlen(needles[i]);
            assert_row_int(size, (long long)stop_at(&scan, needles[i], at, size),
                           (long long)at + 1);
        }
    free(letters);
    fold_free(fold);
}

/* Returns how many bytes of a text shorter than a step are marked. */
static size_t marked_in(const struct scan *scan, const char *text)
{
    uint8_t block[SIGNS_STEP + SIGNS_BEHIND] = {0}, found[SIGNS_STEP];
    size_t marks = 0;
    memcpy(block, text, strlen(text));
    signs_mark(&scan->signs, block, SIGNS_STEP, found);
    for (size_t i = 0; i < SIGNS_STEP; i++)
        marks += found[i];
    return marks;
}

/* All these letters are E1 BA and a byte, and `ắ` stands between. */
static void a_letter_between_those_of_an_anchor_is_passed_over(void **state)
{
    (void)state;
    struct fold *fold = fold_new();
    struct fold_letter *letters;
    struct scan scan;
    size_t count = fold_all(fold, bytes_of("ạc"), &letters);
    scan_init(&scan, fold, letters, count);
    assert_int_equal(marked_in(&scan, "Bạc bậc bặc BẠC BẬC BẶC"), 6);
    assert_int_equal(marked_in(&scan, "bắc Bấc BẮC bằc bẫc"), 0);
    free(letters);
    fold_free(fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_processor_stops_at_the_same_bytes),
        cmocka_unit_test(what_ends_with_the_text_is_found_and_nothing_behind_it_read),
        cmocka_unit_test(a_letter_between_those_of_an_anchor_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
