#include <locale.h>

#include "base/collate.h"

#include "unit_store.h"

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
    return 0;
}

static int compare(struct bytes a, struct bytes b)
{
    struct buffer x = {0}, y = {0};
    collate_add_key(&x, fold, a);
    collate_add_key(&y, fold, b);
    int order = bytes_compare(buffer_bytes(&x), buffer_bytes(&y));
    buffer_free(&x);
    buffer_free(&y);
    return order;
}

/* Each word of a row comes before all that follow it. */
static void words_stand_in_the_order_of_the_alphabet_then_tones_then_case(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
        "e è ẻ ẽ é ẹ ê ề ể ễ ế ệ",
        "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ",
        "u ù ủ ũ ú ụ ư ừ ử ữ ứ ự",
        "y ỳ ỷ ỹ ý ỵ",
        "i ì ỉ ĩ í ị",
        "a A à À ạ Ạ ă Ă â Â b B d D đ Đ e",
        "ha hà hă hắ hâ hấ he hê", /* vi_VN of glibc 2.36 has hắ hấ hă hâ he */
        "ho hò hoa hòa hoang hô hộ hơ",
        "ma mà mả mã má mạ mai mát mắt mặt mất",
        "ban bàn bản bán bạn bang bàng ca",
        "1 10 2 9 a", /* a number is read sign by sign */
        "di đi địa địch e",
        "z \xE4\xB8\xAD", /* other scripts behind */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes left = bytes_of(rows[i]);
        struct bytes before = bytes_split(left, ' ', &left);
        while (left.size) {
            struct bytes word = bytes_split(left, ' ', &left);
            if (compare(before, word) >= 0 || compare(word, before) <= 0)
                fail_msg("row %zu: %.*s is not before %.*s", i, BYTES_ARGS(before),
                         BYTES_ARGS(word));
            before = word;
        }
    }
}

static void ways_to_write_one_word_have_one_key(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } rows[] = {
        {"\u0110i\u1EC7n", "\u0110ie\u0323\u0302n", true}, /* composed or not */
        {"Hòa Bình", "Hoà Bình", true},                    /* the tone on either vowel */
        {"\u00D0à Nẵng", "Đà Nẵng", true},                 /* Eth typed for Đ */
        {"Hòa Bình", "Hóa Bình", false},
        {"", "", true},
        {"a", "A", false},
        {"ba", "ba ", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, compare(bytes_of(rows[i].a), bytes_of(rows[i].b)) == 0, rows[i].same);
}

static void a_word_comes_before_what_goes_on_from_it(void **state)
{
    (void)state;
    assert_true(compare(BYTES("ba"), BYTES("ba bể")) < 0);
    assert_true(compare(BYTES("bạ"), BYTES("ba bể")) < 0); /* letters before tones */
    assert_true(compare(BYTES("ba vì"), BYTES("bac")) < 0);
    assert_true(compare(BYTES(""), BYTES("a")) < 0);
}

/* The 63 units as the alphabet of the schools has them. */
static const char provinces[] =
    "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|"
    "Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|"
    "Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|"
    "Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|"
    "Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|"
    "Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|"
    "Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái";

/* A name with its key. */
struct keyed {
    struct bytes name;
    struct buffer key;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    return bytes_compare(buffer_bytes(&x->key), buffer_bytes(&y->key));
}

/* Sorts the ground units of the shipped gazetteer and writes their names. */
static void add_sorted_provinces(struct buffer *out, const struct gazetteer *gazetteer)
{
    static struct keyed rows[63];
    for (uint32_t i = 0; i < COUNT(rows); i++) {
        rows[i] = (struct keyed){
            gazetteer_name(gazetteer, (uint32_t)COUNT(rows) - 1 - i, LANGUAGE_VI), {0}};
        collate_add_key(&rows[i].key, fold, rows[i].name);
    }
    qsort(rows, COUNT(rows), sizeof *rows, by_key);
    for (size_t i = 0; i < COUNT(rows); i++) {
        buffer_add_string(out, i ? "|" : "");
        buffer_add(out, rows[i].name);
        buffer_free(&rows[i].key);
    }
}

static void the_provinces_stand_in_one_order_in_every_locale(void **state)
{
    (void)state;
    static const char *const locales[] = {"C", "C.UTF-8", "vi_VN", "en_US.UTF-8"};
    struct gazetteer gazetteer;
    struct buffer got = {0};
    gazetteer_init(&gazetteer);
    assert_true(gazetteer_open(&gazetteer, "data/vietnam.rec", NULL));
    for (size_t i = 0; i < COUNT(locales); i++) {
        setlocale(LC_ALL, locales[i]); /* one that is not installed leaves the one before */
        add_sorted_provinces(&got, &gazetteer);
        assert_row_taken(i, &got, provinces);
    }
    setlocale(LC_ALL, "C");
    gazetteer_close(&gazetteer);
    buffer_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_in_the_order_of_the_alphabet_then_tones_then_case),
        cmocka_unit_test(ways_to_write_one_word_have_one_key),
        cmocka_unit_test(a_word_comes_before_what_goes_on_from_it),
        cmocka_unit_test(the_provinces_stand_in_one_order_in_every_locale),
    };
    return cmocka_run_group_tests(tests, make_fold, free_fold);
}
