#include "base/path.h"
#include "unit.h"

static void a_path_is_a_folder_and_a_name(void **state)
{
    (void)state;
    static const struct {
        const char *path, *folder, *name, *opened;
    } rows[] = {
        {"t.rec", "", "t.rec", "."},
        {"./t.rec", "./", "t.rec", "./"},
        {"/t.rec", "/", "t.rec", "/"},
        {"/data/t.rec", "/data/", "t.rec", "/data/"},
        {"a//t.rec", "a//", "t.rec", "a//"},
        {"a/b/", "a/b/", "", "a/b/"},
        {"", "", "", "."},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer opened = {0};
        const char *path = rows[i].path;
        assert_row_int(i, bytes_equal(path_folder(path), bytes_of(rows[i].folder)), true);
        assert_row_int(i, strcmp(path_name(path), rows[i].name), 0);
        path_add_folder(&opened, path);
        assert_row_taken(i, &opened, rows[i].opened);
        buffer_free(&opened);
    }
    assert_int_equal(path_folder(NULL).size, 0);
}

static void a_bare_name_leads_nowhere_else(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool bare;
    } rows[] = {
        {"t.rec", true}, {"t", true},     {"a..b", true},    {"t.", true},  {"", false},
        {".", false},    {"..", false},   {".t", false},     {"/t", false}, {"a/t", false},
        {"t/", false},   {"../t", false}, {"a/../t", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row_int(i, path_is_bare(bytes_of(rows[i].name)), rows[i].bare);
    assert_true(path_is_bare(bytes_first(BYTES("t/a"), 1)));
    assert_false(path_is_bare(BYTES("t\0/a")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_a_folder_and_a_name),
        cmocka_unit_test(a_bare_name_leads_nowhere_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
