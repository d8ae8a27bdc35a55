#include "print/json.h"

#include "unit_store.h"

#define HEAD "%rec: Timeline\n\nGazetteer: g.rec\n\n%rec: Event\n\n"

static const char units[] =
    "%rec: Province\n\nId: dien-bien\nName_vi: Điện Biên\n"
    "Name_en: Dien Bien\nHistory: 1952/1955 lai-chau\n\n"
    "Id: lai-chau\nName_vi: Lai Châu\nName_en: Lai Chau\nHistory: 2000 x\n\n"
    "Id: x\n\nId: viet-nam\nName_vi: Việt Nam\nName_en: Viet Nam\n"
    "Kind: country\n";

/* Appends the first event of a timeline of one Event record as JSON. */
static void add_event(struct buffer *out, const char *fields)
{
    struct store store;
    struct buffer text = {0};
    buffer_add_string(&text, HEAD);
    buffer_add_string(&text, fields);
    store_of_bytes(&store, buffer_bytes(&text), units, NULL);
    assert_int_equal(store.count, 1);
    json_add_event(out, &store, &store.events[0]);
    buffer_free(&text);
    store_close(&store);
}

static void an_event_is_one_object_with_every_key_in_its_place(void **state)
{
    (void)state;
    struct buffer got = {0};
    add_event(&got,
              "# A comment.\n"
              "Id: tran-danh\nDate: 1954-03-13/1954-05-07~\nTitle_vi: Trận\nTitle_en: Battle\n"
              "Text_vi: Một\n+ hai.\n+\n+ Ba.\nText_en: One \"two\" \\ three.\n"
              "Province: dien-bien\nProvince: Atlantis\nPlace: Mường Thanh\nPlace: Him Lam\n"
              "Person: Võ Nguyên Giáp\nTag: battle\nFigure: guns ~24 pieces\n"
              "Note_en: Rival\tvalues.\nSource: book p. 3, 4\nSource: other\nSee: a\nSee: b\n");
    assert_row_bytes(
        0, buffer_bytes(&got),
        "{\"id\":\"tran-danh\",\"date\":\"1954-03-13/1954-05-07~\",\"first_day\":\"1954-03-13\","
        "\"last_day\":\"1954-05-07\",\"approximate\":true,\"uncertain\":false,\"lunar\":null,"
        "\"lunar_south\":null,\"title\":{\"vi\":\"Trận\",\"en\":\"Battle\"},"
        "\"text\":{\"vi\":\"Một\\nhai.\\n\\nBa.\",\"en\":\"One \\\"two\\\" \\\\ three.\"},"
        "\"note\":{\"en\":\"Rival values.\"},\"provinces\":[\"dien-bien\",\"Atlantis\"],"
        "\"province_names\":{\"vi\":[\"Lai Châu\",\"Atlantis\"],\"en\":[\"Lai "
        "Chau\",\"Atlantis\"]},"
        "\"places\":[\"Mường Thanh\",\"Him Lam\"],\"people\":[\"Võ Nguyên Giáp\"],"
        "\"tags\":[\"battle\"],\"figures\":[{\"what\":\"guns\",\"value\":24,\"unit\":\"pieces\","
        "\"qualifier\":\"~\"}],\"sources\":[{\"id\":\"book\",\"locator\":\"p. 3, 4\"},"
        "{\"id\":\"other\",\"locator\":\"\"}],\"see\":[\"a\",\"b\"],\"line\":8}");
    buffer_free(&got);
}

static void what_is_unknown_is_null_or_empty_but_there(void **state)
{
    (void)state;
    struct buffer got = {0};
    add_event(&got, "Date: ../1954?\nTitle: Bare\n");
    assert_row_bytes(
        0, buffer_bytes(&got),
        "{\"id\":\"\",\"date\":\"../1954?\",\"first_day\":null,\"last_day\":\"1954-12-31\","
        "\"approximate\":false,\"uncertain\":true,\"lunar\":null,\"lunar_south\":null,"
        "\"title\":{\"\":\"Bare\"},\"text\":{},\"note\":{},\"provinces\":[\"viet-nam\"],"
        "\"province_names\":{\"vi\":[\"Việt Nam\"],\"en\":[\"Viet Nam\"]},\"places\":[],"
        "\"people\":[],\"tags\":[],\"figures\":[],\"sources\":[],\"see\":[],\"line\":7}");
    buffer_free(&got);
}

static void parts_are_as_the_manual_says(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *part;
    } rows[] = {
        {"Date: 1941-01-28\nTitle: x\n", "\"lunar\":{\"day\":2,\"month\":1,\"leap\":false,\"year\":"
                                         "\"Tân Tỵ\"},\"lunar_south\":null"},
        {"Date: 1968-01-29\nTitle: x\n", /* Tết Mậu Thân, a day later in the South */
         "\"lunar\":{\"day\":1,\"month\":1,\"leap\":false,\"year\":\"Mậu "
         "Thân\"},\"lunar_south\":{"},
        {"Date: 1941-01-28~\nTitle: x\n", "\"lunar\":null"},
        {"Date: 1941-01\nTitle: x\n", "\"lunar\":null"},
        {"Date: 1800-01-01\nTitle: x\n", "\"lunar\":null"},
        {"Date: -0043-03-15\nTitle: x\n", "\"first_day\":\"-0043-03-15\""},
        {"Date: 1954/..\nTitle: x\n", "\"last_day\":null"},
        {"Date: 1954%\nTitle: x\n", "\"approximate\":true,\"uncertain\":true"},
        {"Date: 1954\nTitle: x\nFigure: rice 2666 t\n",
         "{\"what\":\"rice\",\"value\":2666,\"unit\":\"t\",\"qualifier\":null}"},
        {"Date: 1954\nTitle: x\nFigure: rice >2.50 t of it\n",
         "{\"what\":\"rice\",\"value\":2.50,\"unit\":\"t of it\",\"qualifier\":\">\"}"},
        {"Date: 1954\nTitle: x\nFigure: rice <0.5 t\n", "\"value\":0.5,"},
        {"Date: 1954\nTitle: x\nFigure: rice many t\n",
         "{\"what\":\"rice many t\",\"value\":null,\"unit\":\"\",\"qualifier\":null}"},
        {"Date: 1954\nTitle: x\nFigure: rice 1. t\n", "\"value\":null"},
        {"Date: 1954\nTitle: x\nFigure: rice .5 t\n", "\"value\":null"},
        {"Date: 1954\nTitle: x\nFigure: rice 1e9 t\n", "\"value\":null"},
        {"Date: 1954\nTitle: a\x1b[31m\xFF\n", "\"title\":{\"\":\"a<U+001B>[31m\xEF\xBF\xBD\"}"},
        {"Date: 1954\nTitle: \xE2\x80\xAE\n", "\"title\":{\"\":\"<U+202E>\"}"},
        {"Date: 1954\nTitle_vi: \xC4\x90ie\xCC\xA3\xCC\x82n\n", "\"title\":{\"vi\":\"Điện\"}"},
        /* The first of a repeated field is used, an empty one is taken as missing. */
        {"Date: 1954\nTitle_vi: x\nTitle_vi: y\n", "\"title\":{\"vi\":\"x\"}"},
        {"Date: 1954\nTitle_vi: x\nTitle_en:\n", "\"title\":{\"vi\":\"x\"}"},
        {"Date: 1954\nTitle_vi: x\nPlace:\nTag:\n", "\"places\":[],\"people\":[],\"tags\":[]"},
        {"Id: a\nId: b\nDate: 1954\nTitle: x\n", "{\"id\":\"a\","},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_event(&got, rows[i].fields);
        if (!strstr(buffer_string(&got), rows[i].part))
            fail_msg("row %zu: no %s in %s", i, rows[i].part, buffer_string(&got));
        buffer_clear(&got);
    }
    buffer_free(&got);
}

/* --- A reader of JSON (RFC 8259) that only says yes or no --- */

static bool take_value(const char **at, int depth);

static bool take(const char **at, char c)
{
    bool there = **at == c;
    *at += there;
    return there;
}

static bool take_string(const char **at)
{
    if (!take(at, '"'))
        return false;
    while (**at != '"') {
        if ((unsigned char)**at < 0x20 || (**at == '\\' && !strchr("\"\\/bfnrtu", (*at)[1])))
            return false;
        *at += **at == '\\' ? 2 : 1;
    }
    return take(at, '"');
}

static bool take_digits(const char **at)
{
    size_t count = strspn(*at, "0123456789");
    *at += count;
    return count > 0;
}

static bool take_number(const char **at)
{
    take(at, '-');
    if (**at == '0' && strchr("0123456789", (*at)[1]) && (*at)[1])
        return false;
    return take_digits(at) && (!take(at, '.') || take_digits(at));
}

static bool take_word(const char **at)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strncmp(*at, words[i], strlen(words[i])) == 0) {
            *at += strlen(words[i]);
            return true;
        }
    }
    return false;
}

/* Takes an array, or an object, whose members have names. */
static bool take_members(const char **at, char end, bool named, int depth)
{
    ++*at;
    if (take(at, end))
        return true;
    do {
        if ((named && !(take_string(at) && take(at, ':'))) || !take_value(at, depth + 1))
            return false;
    } while (take(at, ','));
    return take(at, end);
}

static bool take_value(const char **at, int depth)
{
    if (depth > 5)
        return false;
    if (**at == '{')
        return take_members(at, '}', true, depth);
    if (**at == '[')
        return take_members(at, ']', false, depth);
    return **at == '"' ? take_string(at) : take_word(at) || take_number(at);
}

static void assert_is_json(size_t row, const struct buffer *text)
{
    const char *at = buffer_string(text);
    if (!take_value(&at, 0) || *at || strlen(buffer_string(text)) != text->size)
        fail_msg("row %zu: no JSON: %s", row, buffer_string(text));
}

static void every_shipped_event_is_json_in_one_line(void **state)
{
    (void)state;
    struct store store;
    struct buffer got = {0};
    store_of_shipped(&store);
    for (size_t i = 0; i < store.count; i++) {
        buffer_clear(&got);
        json_add_event(&got, &store, &store.events[i]);
        assert_is_json(i, &got);
        assert_null(strchr(buffer_string(&got), '\n'));
    }
    buffer_free(&got);
    store_close(&store);
}

static void any_bytes_make_json(void **state)
{
    (void)state;
    static const char bytes[] = "\"\\\x01\x7F\xC2\x85\xFF\xE2\x80\xA8{}[],:~<>.0159 x\t/\0";
    static const char *const names[] = {
        "Id: ", "Text_vi: ", "Place: ", "Figure: ", "Source: ", "See: ", "Province: "};
    struct buffer text = {0}, got = {0};
    for (size_t round = 0; round < 300; round++) {
        buffer_clear(&text);
        buffer_clear(&got);
        buffer_add_string(&text, "Date: 1954\nTitle: x\n");
        for (unsigned fields = random_below(6); fields > 0; fields--) {
            buffer_add_string(&text, names[random_below(COUNT(names))]);
            for (unsigned left = random_below(20); left > 0; left--)
                buffer_add_char(&text, bytes[random_below(sizeof bytes - 1)]);
            buffer_add_char(&text, '\n');
        }
        struct store store;
        store_of_bytes(&store, buffer_bytes(&text), NULL, NULL);
        json_add_event(&got, &store, &store.events[0]);
        assert_is_json(round, &got);
        store_close(&store);
    }
    buffer_free(&text);
    buffer_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_is_one_object_with_every_key_in_its_place),
        cmocka_unit_test(what_is_unknown_is_null_or_empty_but_there),
        cmocka_unit_test(parts_are_as_the_manual_says),
        cmocka_unit_test(every_shipped_event_is_json_in_one_line),
        cmocka_unit_test(any_bytes_make_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
