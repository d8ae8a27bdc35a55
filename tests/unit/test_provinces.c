#include "print/provinces.h"

#include "unit_store.h"

static const char events[] = "%rec: Timeline\n\nTitle: T\nGazetteer: g.rec\n\n%rec: Event\n\n"
                             "Date: 1898\nTitle: a\nProvince: da-nang\n\n"
                             "Date: 1904\nTitle: b\nProvince: bac-giang\nProvince: dien-bien\n\n"
                             "Date: 1905\nTitle: c\nProvince: bac-giang\n\n"
                             "Date: 1912\nTitle: d\nProvince: bac-ninh\n";

static const char units[] = "%rec: Province\n\n"
                            "Id: dien-bien\nName_vi: Điện Biên\n\n"
                            "Id: da-nang\nName_vi: Đà Nẵng\n\n"
                            "Id: bac-ninh\nName_vi: Bắc Ninh\nHistory: 2025/.. moi\n\n"
                            "Id: bac-giang\nName_vi: Bắc Giang\nHistory: 1900/1904 cu\n"
                            "History: 2025/.. moi\n\n"
                            "Id: moi\nName_vi: Bắc Ninh\nDate: 2025/..\n\n"
                            "Id: cu\nName_vi: Cũ\n";

/* Returns what is printed; good until the next call. */
static const char *printed(const struct store *store, enum names names, enum print_format format)
{
    static char text[2000];
    struct question question;
    struct print_job job = {
        .store = store, .language = LANGUAGE_VI, .names = names, .width = 80, .stream = tmpfile()};
    assert_non_null(job.stream);
    question_init(&question);
    assert_true(print_provinces(&job, &question, format));
    rewind(job.stream);
    text[fread(text, 1, sizeof text - 1, job.stream)] = '\0';
    fclose(job.stream);
    return text;
}

static void provinces_and_decades_are_a_table(void **state)
{
    (void)state;
    static const struct {
        enum names names;
        enum print_format format;
        const char *text;
    } rows[] = {
        {NAMES_GROUND, PRINT_TEXT,
         "             18 19\n"
         "             90 00 10\n"
         "Bắc Giang  2  ·  2  ·\n"
         "Bắc Ninh   1  ·  ·  1\n"
         "Đà Nẵng    1  1  ·  ·\n"
         "Điện Biên  1  ·  1  ·\n"},
        {NAMES_NOW, PRINT_TEXT,
         "                    18 19\n"
         "                    90 00 10\n"
         "Bắc Ninh (2025–)  3  ·  2  1\n"
         "Đà Nẵng           1  1  ·  ·\n"
         "Điện Biên         1  ·  1  ·\n"},
        {NAMES_THEN, PRINT_TSV,
         "id\tprovince\tevents\t1890s\t1900s\t1910s\n"
         "bac-giang\tBắc Giang\t2\t0\t2\t0\n"
         "bac-ninh\tBắc Ninh\t1\t0\t0\t1\n"
         "cu\tCũ\t2\t0\t2\t0\n"
         "da-nang\tĐà Nẵng\t1\t1\t0\t0\n"
         "dien-bien\tĐiện Biên\t1\t0\t1\t0\n"},
    };
    struct store store;
    store_of(&store, events, units);
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row(i, printed(&store, rows[i].names, rows[i].format), rows[i].text);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(provinces_and_decades_are_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
