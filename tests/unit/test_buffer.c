#include "unit.h"

static void an_empty_buffer_has_no_memory_and_reads_as_an_empty_string(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    assert_null(buffer.data);
    assert_string_equal(buffer_string(&buffer), "");
    assert_int_equal(buffer_bytes(&buffer).size, 0);
    buffer_clear(&buffer);
    buffer_cut(&buffer, 0);
    assert_null(buffer.data);
    buffer_free(&buffer);
}

static void nothing_added_makes_a_string_of_nothing(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add(&buffer, BYTES(""));
    buffer_add_string(&buffer, NULL);
    buffer_add_repeat(&buffer, 'x', 0);
    buffer_printf(&buffer, "%s", "");
    assert_int_equal(buffer.size, 0);
    assert_string_equal(buffer_string(&buffer), "");
    buffer_free(&buffer);
}

static void a_nul_stands_behind_the_last_byte_after_every_change(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_char(&buffer, 'a');
    assert_string_equal(buffer.data, "a");
    buffer_add(&buffer, BYTES("bc"));
    assert_string_equal(buffer.data, "abc");
    buffer_add_string(&buffer, "de");
    assert_string_equal(buffer.data, "abcde");
    buffer_add_repeat(&buffer, '-', 3);
    assert_string_equal(buffer.data, "abcde---");
    buffer_printf(&buffer, "%d %s", 7, "x");
    assert_string_equal(buffer.data, "abcde---7 x");
    buffer_cut(&buffer, 2);
    assert_string_equal(buffer.data, "ab");
    assert_int_equal(buffer.size, 2);
    buffer_free(&buffer);
}

static void clearing_keeps_the_memory_and_freeing_gives_it_back(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_repeat(&buffer, 'x', 1000);
    const char *data = buffer.data;
    buffer_clear(&buffer);
    assert_int_equal(buffer.size, 0);
    assert_string_equal(buffer_string(&buffer), "");
    buffer_add_repeat(&buffer, 'y', 1000);
    assert_ptr_equal(buffer.data, data);
    buffer_free(&buffer);
    assert_null(buffer.data);
    assert_int_equal(buffer.size + buffer.room, 0);
    buffer_free(&buffer);
}

static void bytes_are_kept_whatever_they_are(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add(&buffer, BYTES("a\0b"));
    buffer_add_char(&buffer, '\0');
    buffer_add_char(&buffer, '\xFF');
    assert_true(bytes_equal(buffer_bytes(&buffer), BYTES("a\0b\0\xFF")));
    buffer_free(&buffer);
}

static void growing_byte_by_byte_loses_nothing(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    for (int i = 0; i < 100000; i++)
        buffer_add_char(&buffer, (char)('a' + i % 26));
    assert_int_equal(buffer.size, 100000);
    for (int i = 0; i < 100000; i++)
        if (buffer.data[i] != 'a' + i % 26)
            fail_msg("byte %d is %c", i, buffer.data[i]);
    assert_true(buffer.room >= buffer.size + 1);
    buffer_free(&buffer);
}

static void printing_makes_room_for_what_is_longer_than_all_before(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    char text[5000];
    memset(text, 'z', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (int i = 1; i <= 20; i++) {
        buffer_printf(&buffer, "%s%d", text, i % 10);
        assert_int_equal(buffer.size, (size_t)i * sizeof text);
        assert_int_equal(buffer.data[buffer.size - 1], '0' + i % 10);
    }
    buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_buffer_has_no_memory_and_reads_as_an_empty_string),
        cmocka_unit_test(nothing_added_makes_a_string_of_nothing),
        cmocka_unit_test(a_nul_stands_behind_the_last_byte_after_every_change),
        cmocka_unit_test(clearing_keeps_the_memory_and_freeing_gives_it_back),
        cmocka_unit_test(bytes_are_kept_whatever_they_are),
        cmocka_unit_test(growing_byte_by_byte_loses_nothing),
        cmocka_unit_test(printing_makes_room_for_what_is_longer_than_all_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
