#include "file/schema.h"

#define MUST FIELD_MANDATORY
#define MANY FIELD_REPEATS
#define LANG FIELD_MULTILINGUAL

static const struct field_rule rules[] = {
    {RECORD_TIMELINE, BYTES_INIT("Title"), VALUE_TEXT, MUST | LANG},
    {RECORD_TIMELINE, BYTES_INIT("Languages"), VALUE_TEXT, MUST},
    {RECORD_TIMELINE, BYTES_INIT("Date"), VALUE_DATE, MUST},
    {RECORD_TIMELINE, BYTES_INIT("Gazetteer"), VALUE_GAZETTEER, 0},
    {RECORD_TIMELINE, BYTES_INIT("Outlines"), VALUE_OUTLINES, 0},
    {RECORD_TIMELINE, BYTES_INIT("About"), VALUE_TEXT, LANG},
    {RECORD_TIMELINE, BYTES_INIT("License"), VALUE_TEXT, 0},
    {RECORD_ERA, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_ERA, BYTES_INIT("Date"), VALUE_DATE, MUST},
    {RECORD_ERA, BYTES_INIT("Title"), VALUE_TEXT, MUST | LANG},
    {RECORD_EVENT, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_EVENT, BYTES_INIT("Date"), VALUE_DATE, MUST},
    {RECORD_EVENT, BYTES_INIT("Title"), VALUE_TEXT, MUST | LANG},
    {RECORD_EVENT, BYTES_INIT("Text"), VALUE_TEXT, MUST | LANG},
    {RECORD_EVENT, BYTES_INIT("Province"), VALUE_PROVINCE, MANY},
    {RECORD_EVENT, BYTES_INIT("Place"), VALUE_TEXT, MANY},
    {RECORD_EVENT, BYTES_INIT("Person"), VALUE_TEXT, MANY},
    {RECORD_EVENT, BYTES_INIT("Tag"), VALUE_WORD, MANY},
    {RECORD_EVENT, BYTES_INIT("Figure"), VALUE_FIGURE, MANY},
    {RECORD_EVENT, BYTES_INIT("Note"), VALUE_TEXT, LANG},
    {RECORD_EVENT, BYTES_INIT("Source"), VALUE_CITATION, MUST | MANY},
    {RECORD_EVENT, BYTES_INIT("See"), VALUE_EVENT, MANY},
    {RECORD_SOURCE, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_SOURCE, BYTES_INIT("Title"), VALUE_TEXT, MUST},
    {RECORD_SOURCE, BYTES_INIT("Author"), VALUE_TEXT, 0},
    {RECORD_SOURCE, BYTES_INIT("Publisher"), VALUE_TEXT, 0},
    {RECORD_SOURCE, BYTES_INIT("Date"), VALUE_DATE, 0},
    {RECORD_SOURCE, BYTES_INIT("Language"), VALUE_TEXT, 0},
    {RECORD_SOURCE, BYTES_INIT("Address"), VALUE_TEXT, 0},
    {RECORD_SOURCE, BYTES_INIT("Note"), VALUE_TEXT, LANG},
    {RECORD_LESSON, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_LESSON, BYTES_INIT("Title"), VALUE_TEXT, MUST | LANG},
    {RECORD_LESSON, BYTES_INIT("Stop"), VALUE_STOP, MUST | MANY},
    {RECORD_WORD, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_WORD, BYTES_INIT("Title"), VALUE_TEXT, MUST | LANG},
    {RECORD_PROVINCE, BYTES_INIT("Id"), VALUE_ID, MUST},
    {RECORD_PROVINCE, BYTES_INIT("Code"), VALUE_TEXT, 0},
    {RECORD_PROVINCE, BYTES_INIT("Name"), VALUE_TEXT, MUST | LANG},
    {RECORD_PROVINCE, BYTES_INIT("Alias"), VALUE_TEXT, MANY},
    {RECORD_PROVINCE, BYTES_INIT("Region"), VALUE_TEXT, LANG},
    {RECORD_PROVINCE, BYTES_INIT("Kind"), VALUE_TEXT, 0},
    {RECORD_PROVINCE, BYTES_INIT("Date"), VALUE_DATE, 0},
    {RECORD_PROVINCE, BYTES_INIT("History"), VALUE_HISTORY, MANY},
    {RECORD_PROVINCE, BYTES_INIT("Centre"), VALUE_CENTRE, 0},
    {RECORD_PROVINCE, BYTES_INIT("Outline"), VALUE_OUTLINE, MANY},
    {RECORD_PROVINCE, BYTES_INIT("Label"), VALUE_LABEL, MANY | LANG},
};

#define RULE_COUNT (sizeof rules / sizeof *rules)

_Static_assert(RULE_COUNT <= SCHEMA_RULES_MAX, "check.c has room for these at most");

static const char *const type_names[] = {
    [RECORD_TIMELINE] = "Timeline", [RECORD_ERA] = "Era",       [RECORD_EVENT] = "Event",
    [RECORD_SOURCE] = "Source",     [RECORD_LESSON] = "Lesson", [RECORD_WORD] = "Word",
    [RECORD_PROVINCE] = "Province",
};

const struct field_rule *schema_rules(size_t *count)
{
    *count = RULE_COUNT;
    return rules;
}

enum record_type schema_type(struct bytes name)
{
    for (int type = 0; type < RECORD_UNKNOWN; type++)
        if (bytes_equal(name, bytes_of(type_names[type])))
            return (enum record_type)type;
    return RECORD_UNKNOWN;
}

struct bytes schema_split(struct bytes name, struct bytes *language)
{
    struct bytes stem = bytes_split(name, '_', language);
    bool is_code = language->size == 2 || language->size == 3;
    for (size_t i = 0; i < language->size; i++)
        is_code = is_code && language->at[i] >= 'a' && language->at[i] <= 'z';
    if (is_code)
        return stem;
    *language = BYTES("");
    return name;
}

const struct field_rule *schema_rule(enum record_type type, struct bytes name)
{
    struct bytes language;
    struct bytes stem = schema_split(name, &language);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (rules[i].type != type || !bytes_equal(rules[i].name, stem))
            continue;
        bool multilingual = rules[i].traits & FIELD_MULTILINGUAL;
        return language.size == 0 || multilingual ? &rules[i] : NULL;
    }
    return NULL;
}
