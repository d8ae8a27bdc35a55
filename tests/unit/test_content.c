#include "file/content.h"

#include "unit_store.h"

/* Opens a path and returns the one line that was said, NULL when it opened; the caller frees it. */
static char *complaint(const char *path)
{
    char *said = NULL;
    size_t size = 0;
    struct content content;
    struct diag_sink sink = {
        .stream = open_memstream(&said, &size), .file = "f", .language = LANGUAGE_EN};
    bool opened = content_open(&content, path, &sink);
    fclose(sink.stream);
    assert_int_equal(opened, sink.counts[SEVERITY_ERROR] == 0);
    if (!opened)
        return said;
    content_close(&content);
    free(said);
    return NULL;
}

static void what_cannot_be_read_is_one_error(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    folder_write(&folder, "t.rec", BYTES(""));
    char *said = complaint("/nowhere/at/all.rec");
    assert_string_equal(said, "f: error: cannot read the file: No such file or directory\n");
    free(said);
    said = complaint(folder.path);
    assert_string_equal(said, "f: error: this is a directory, not an event file\n");
    free(said);
    said = complaint(folder_file(&folder, "t.rec"));
    assert_string_equal(said, "f: error: the file is empty\n");
    free(said);
    said = complaint("/dev/null");
    assert_string_equal(said, "f: error: the file is empty\n");
    free(said);
    folder_remove(&folder);
}

static void the_bytes_of_a_file_are_those_written(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 2, 4095, 4096, 4097, 1 << 20};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct folder folder = folder_new();
        struct content content;
        struct buffer text = {0};
        buffer_add_repeat(&text, 'x', sizes[i] - 1);
        buffer_add_char(&text, '\0');
        folder_write(&folder, "t.rec", buffer_bytes(&text));
        assert_row_int(i, content_open(&content, folder_file(&folder, "t.rec"), NULL), true);
        assert_row_int(i, bytes_equal(content.bytes, buffer_bytes(&text)), true);
        content_close(&content);
        assert_row_int(i, (long long)content.bytes.size, 0);
        buffer_free(&text);
        folder_remove(&folder);
    }
}

static void a_large_file_is_mapped(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    struct content content;
    FILE *file = fopen(folder_file(&folder, "t.rec"), "w");
    assert_non_null(file);
    assert_int_equal(fseek(file, (9 << 20) - 1, SEEK_SET), 0);
    fputc('z', file);
    fclose(file);
    assert_true(content_open(&content, folder_file(&folder, "t.rec"), NULL));
    assert_true(content.mapped);
    assert_int_equal(content.bytes.size, 9 << 20);
    assert_int_equal(content.bytes.at[content.bytes.size - 1], 'z');
    content_close(&content);
    folder_remove(&folder);
}

static void closing_twice_is_safe(void **state)
{
    (void)state;
    struct content content = {0};
    content_close(&content);
    content_close(&content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_read_is_one_error),
        cmocka_unit_test(the_bytes_of_a_file_are_those_written),
        cmocka_unit_test(a_large_file_is_mapped),
        cmocka_unit_test(closing_twice_is_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
