#include "base/message.h"
#include "base/text.h"

#include "unit.h"

static const char *const names[MESSAGE_COUNT] = {
#define M(name, english, vietnamese) [MESSAGE_##name] = #name,
    MESSAGES(M)
#undef M
};

static void no_message_is_empty_in_either_language(void **state)
{
    (void)state;
    for (int i = 0; i < MESSAGE_COUNT; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (!*message((enum message)i, (enum language)language))
                fail_msg("%s is empty in %s", names[i], language_code((enum language)language));
}

static void every_message_is_composed_and_has_nothing_to_clean(void **state)
{
    (void)state;
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            struct bytes text = bytes_of(message((enum message)i, (enum language)language));
            size_t offset;
            struct text_run control;
            if (!text_is_utf8(text, &offset) || !text_is_composed(text) ||
                text_find_control(text, &control) || memchr(text.at, '\n', text.size))
                fail_msg("%s is not clean: %.*s", names[i], BYTES_ARGS(text));
        }
    }
}

/* Appends the conversions of a format, one behind another: `%zu%s`. A per cent sign that begins
 * none is no conversion. */
static void add_conversions(struct buffer *out, const char *format)
{
    while ((format = strchr(format, '%')) != NULL) {
        if (format[1] == '%') {
            format += 2;
            continue;
        }
        size_t size = 1 + strspn(format + 1, "-+#0123456789.*hlzjt");
        if (format[size] && strchr("diouxXeEfgGcsp", format[size]))
            buffer_add(out, (struct bytes){format, size + 1});
        format += size;
    }
}

static void both_languages_have_the_same_conversions_in_the_same_order(void **state)
{
    (void)state;
    struct buffer english = {0}, vietnamese = {0};
    size_t formats = 0;
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        buffer_clear(&english);
        buffer_clear(&vietnamese);
        add_conversions(&english, message((enum message)i, LANGUAGE_EN));
        add_conversions(&vietnamese, message((enum message)i, LANGUAGE_VI));
        formats += english.size > 0;
        if (strcmp(buffer_string(&english), buffer_string(&vietnamese)) != 0)
            fail_msg("%s has %s in English, %s in Vietnamese", names[i], buffer_string(&english),
                     buffer_string(&vietnamese));
    }
    assert_true(formats > 10);
    buffer_free(&english);
    buffer_free(&vietnamese);
}

static void conversions_are_told_from_other_signs(void **state)
{
    (void)state;
    static const struct {
        const char *format, *conversions;
    } rows[] = {
        {"%zu of %zu: %s", "%zu%zu%s"}, {"50%% of %d", "%d"},
        {"number, %, id", ""},          {"%", ""},
        {"%-5s|%*d", "%-5s%*d"},        {"", ""},
    };
    struct buffer got = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        add_conversions(&got, rows[i].format);
        assert_row_taken(i, &got, rows[i].conversions);
    }
    buffer_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_message_is_empty_in_either_language),
        cmocka_unit_test(every_message_is_composed_and_has_nothing_to_clean),
        cmocka_unit_test(both_languages_have_the_same_conversions_in_the_same_order),
        cmocka_unit_test(conversions_are_told_from_other_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
