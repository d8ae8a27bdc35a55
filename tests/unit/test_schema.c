#include "file/schema.h"

#include "unit.h"

static void types_are_known_by_their_names(void **state)
{
    (void)state;
    static const char *const names[RECORD_UNKNOWN] = {
        [RECORD_TIMELINE] = "Timeline", [RECORD_ERA] = "Era",       [RECORD_EVENT] = "Event",
        [RECORD_SOURCE] = "Source",     [RECORD_LESSON] = "Lesson", [RECORD_WORD] = "Word",
        [RECORD_PROVINCE] = "Province",
    };
    for (size_t type = 0; type < COUNT(names); type++)
        assert_row_int(type, schema_type(bytes_of(names[type])), (long long)type);
    static const char *const strangers[] = {"", "event", "Events", "Even", "Battle", " Event"};
    for (size_t i = 0; i < COUNT(strangers); i++)
        assert_row_int(i, schema_type(bytes_of(strangers[i])), RECORD_UNKNOWN);
}

static void a_name_is_a_stem_and_perhaps_a_language(void **state)
{
    (void)state;
    static const struct {
        const char *name, *stem, *language;
    } rows[] = {
        {"Title_vi", "Title", "vi"},
        {"Title_fra", "Title", "fra"},
        {"Title", "Title", ""},
        {"Title_", "Title_", ""},
        {"Title_v", "Title_v", ""},
        {"Title_VI", "Title_VI", ""},
        {"Title_viet", "Title_viet", ""},
        {"Title_v1", "Title_v1", ""},
        {"", "", ""},
        {"A_b_vi", "A_b_vi", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bytes language;
        assert_row_bytes(i, schema_split(bytes_of(rows[i].name), &language), rows[i].stem);
        assert_row_bytes(i, language, rows[i].language);
    }
}

/* What the manual says of a field: `!` mandatory, `*` repeats, `_` in languages. */
static void fields_have_the_rules_of_the_manual(void **state)
{
    (void)state;
    static const struct {
        enum record_type type;
        const char *name, *traits;
        enum value_kind kind;
    } rows[] = {
        {RECORD_TIMELINE, "Title_vi", "!_", VALUE_TEXT},
        {RECORD_TIMELINE, "Languages", "!", VALUE_TEXT},
        {RECORD_TIMELINE, "Date", "!", VALUE_DATE},
        {RECORD_TIMELINE, "Gazetteer", "", VALUE_GAZETTEER},
        {RECORD_TIMELINE, "Outlines", "", VALUE_OUTLINES},
        {RECORD_TIMELINE, "About_en", "_", VALUE_TEXT},
        {RECORD_TIMELINE, "License", "", VALUE_TEXT},
        {RECORD_ERA, "Id", "!", VALUE_ID},
        {RECORD_ERA, "Date", "!", VALUE_DATE},
        {RECORD_ERA, "Title", "!_", VALUE_TEXT},
        {RECORD_EVENT, "Id", "!", VALUE_ID},
        {RECORD_EVENT, "Date", "!", VALUE_DATE},
        {RECORD_EVENT, "Title_xx", "!_", VALUE_TEXT},
        {RECORD_EVENT, "Text_vi", "!_", VALUE_TEXT},
        {RECORD_EVENT, "Province", "*", VALUE_PROVINCE},
        {RECORD_EVENT, "Place", "*", VALUE_TEXT},
        {RECORD_EVENT, "Person", "*", VALUE_TEXT},
        {RECORD_EVENT, "Figure", "*", VALUE_FIGURE},
        {RECORD_EVENT, "Note_vi", "_", VALUE_TEXT},
        {RECORD_EVENT, "Source", "!*", VALUE_CITATION},
        {RECORD_EVENT, "See", "*", VALUE_EVENT},
        {RECORD_SOURCE, "Id", "!", VALUE_ID},
        {RECORD_SOURCE, "Title", "!", VALUE_TEXT},
        {RECORD_SOURCE, "Author", "", VALUE_TEXT},
        {RECORD_SOURCE, "Publisher", "", VALUE_TEXT},
        {RECORD_SOURCE, "Date", "", VALUE_DATE},
        {RECORD_SOURCE, "Language", "", VALUE_TEXT},
        {RECORD_SOURCE, "Address", "", VALUE_TEXT},
        {RECORD_SOURCE, "Note_en", "_", VALUE_TEXT},
        {RECORD_LESSON, "Id", "!", VALUE_ID},
        {RECORD_LESSON, "Title_vi", "!_", VALUE_TEXT},
        {RECORD_LESSON, "Stop", "!*", VALUE_STOP},
        {RECORD_PROVINCE, "Id", "!", VALUE_ID},
        {RECORD_PROVINCE, "Code", "", VALUE_TEXT},
        {RECORD_PROVINCE, "Name_vi", "!_", VALUE_TEXT},
        {RECORD_PROVINCE, "Alias", "*", VALUE_TEXT},
        {RECORD_PROVINCE, "Region_vi", "_", VALUE_TEXT},
        {RECORD_PROVINCE, "Kind", "", VALUE_TEXT},
        {RECORD_PROVINCE, "Date", "", VALUE_DATE},
        {RECORD_PROVINCE, "History", "*", VALUE_HISTORY},
        {RECORD_PROVINCE, "Centre", "", VALUE_CENTRE},
        {RECORD_PROVINCE, "Outline", "*", VALUE_OUTLINE},
        {RECORD_PROVINCE, "Label_en", "*_", VALUE_LABEL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct field_rule *rule = schema_rule(rows[i].type, bytes_of(rows[i].name));
        if (!rule)
            fail_msg("row %zu: no rule for %s", i, rows[i].name);
        unsigned traits = (strchr(rows[i].traits, '!') ? FIELD_MANDATORY : 0U) |
                          (strchr(rows[i].traits, '*') ? FIELD_REPEATS : 0U) |
                          (strchr(rows[i].traits, '_') ? FIELD_MULTILINGUAL : 0U);
        assert_row_int(i, rule->traits, traits);
        assert_row_int(i, rule->kind, rows[i].kind);
    }
}

static void other_fields_have_no_rule(void **state)
{
    (void)state;
    static const struct {
        enum record_type type;
        const char *name;
    } rows[] = {
        {RECORD_EVENT, "Colour"},   {RECORD_EVENT, "Place_vi"},  {RECORD_EVENT, "Titles"},
        {RECORD_EVENT, "title_vi"}, {RECORD_EVENT, "Gazetteer"}, {RECORD_SOURCE, "Title_vi"},
        {RECORD_UNKNOWN, "Id"},     {RECORD_EVENT, ""},          {RECORD_EVENT, "Date_vi"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        if (schema_rule(rows[i].type, bytes_of(rows[i].name)))
            fail_msg("row %zu: %s has a rule", i, rows[i].name);
}

static void every_type_has_rules_and_no_rule_stands_twice(void **state)
{
    (void)state;
    size_t count, of_type[RECORD_UNKNOWN] = {0};
    const struct field_rule *rules = schema_rules(&count);
    for (size_t i = 0; i < count; i++) {
        of_type[rules[i].type]++;
        assert_ptr_equal(schema_rule(rules[i].type, rules[i].name), &rules[i]);
    }
    for (size_t type = 0; type < RECORD_UNKNOWN; type++)
        assert_row_int(type, of_type[type] > 0, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_are_known_by_their_names),
        cmocka_unit_test(a_name_is_a_stem_and_perhaps_a_language),
        cmocka_unit_test(fields_have_the_rules_of_the_manual),
        cmocka_unit_test(other_fields_have_no_rule),
        cmocka_unit_test(every_type_has_rules_and_no_rule_stands_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
