#include "base/message.h"
#include "base/text.h"
#include "show/action.h"
#include "show/key.h"
#include "show/view.h"

#include "unit.h"

#define LIMIT   ((unsigned)CONTEXT_UNRESTRICTED)
#define READING (CONTEXT_TIMELINE | CONTEXT_DETAIL | CONTEXT_AXIS | CONTEXT_MAP)

static void every_key_of_the_table_can_be_typed(void **state)
{
    (void)state;
    size_t count;
    const struct action *table = action_table(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        size_t keys = 0;
        for (struct bytes left = bytes_of(table[i].keys); left.size; keys++) {
            struct bytes name = bytes_split(left, ' ', &left);
            if (key_parse(name) == KEY_CODE_NONE)
                fail_msg("%s: no key \"%.*s\"", table[i].id, BYTES_ARGS(name));
        }
        if (keys == 0)
            fail_msg("%s has no key", table[i].id);
    }
}

static bool has_key(const struct action *action, uint32_t key)
{
    for (struct bytes left = bytes_of(action->keys); left.size;)
        if (key_parse(bytes_split(left, ' ', &left)) == key)
            return true;
    return false;
}

/* Says whether an action belongs to one pane alone, or to those alone that take typed text. */
static bool is_own(const struct action *action)
{
    unsigned panes = action->context & ~LIMIT;
    return (panes & (panes - 1)) == 0 || (panes & ~(unsigned)CONTEXT_CHOOSERS) == 0;
}

/* An action of its own hides one of many panes there; among equals no key may stand twice. */
static void no_key_stands_twice_in_one_context(void **state)
{
    (void)state;
    size_t count;
    const struct action *table = action_table(&count);
    for (size_t i = 0; i < count; i++) {
        for (struct bytes left = bytes_of(table[i].keys); left.size;) {
            struct bytes name = bytes_split(left, ' ', &left);
            uint32_t key = key_parse(name);
            for (struct bytes rest = left; rest.size;)
                if (key_parse(bytes_split(rest, ' ', &rest)) == key)
                    fail_msg("%s has %.*s twice", table[i].id, BYTES_ARGS(name));
            for (size_t j = 0; j < i; j++) {
                unsigned shared = table[i].context & table[j].context & ~LIMIT;
                bool both = is_own(&table[i]) == is_own(&table[j]);
                if (shared && has_key(&table[j], key) && both)
                    fail_msg("%s and %s both have %.*s", table[j].id, table[i].id,
                             BYTES_ARGS(name));
            }
        }
    }
}

static void every_action_has_a_name_of_its_own_a_context_and_help_in_both_languages(void **state)
{
    (void)state;
    size_t count;
    const struct action *table = action_table(&count);
    for (size_t i = 0; i < count; i++) {
        const struct action *action = &table[i];
        assert_row_int(i, *action->id && action->run && action->group < GROUP_COUNT, true);
        unsigned context = action->context & ~LIMIT;
        assert_row_int(i, context && !(context & ~(unsigned)(CONTEXT_ALL | CONTEXT_PROMPT)), true);
        assert_row_int(i, !action->hint.in[LANGUAGE_VI], !action->hint.in[LANGUAGE_EN]);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            const char *help = action->help.in[language];
            if (!help || !*help || !text_is_composed(bytes_of(help)) || strchr(help, '\n'))
                fail_msg("%s has no help in %s", action->id,
                         language_code((enum language)language));
        }
        for (size_t j = 0; j < i; j++)
            if (strcmp(action->id, table[j].id) == 0)
                fail_msg("two actions are called %s", action->id);
    }
}

static void every_group_has_a_title_and_an_action(void **state)
{
    (void)state;
    size_t count, members[GROUP_COUNT] = {0};
    const struct action *table = action_table(&count);
    for (size_t i = 0; i < count; i++)
        members[table[i].group]++;
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        assert_row_int(group, members[group] > 0, true);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            assert_row_int(group,
                           *action_group_title((enum action_group)group, (enum language)language) !=
                               '\0',
                           true);
    }
}

/* Returns the id of the action that a key has in a pane, "" for none. */
static const char *id_of(enum view_id view, uint32_t key)
{
    enum context context = (enum context)(1U << view);
    const struct action *own = action_find(context, key, true);
    const struct action *action = own ? own : action_find(context, key, false);
    return action ? action->id : "";
}

/* The shared key map of terminal.md, section 1. */
static void the_keys_that_hands_expect_do_what_they_expect(void **state)
{
    (void)state;
    static const struct {
        enum view_id view;
        const char *keys, *id; /* NULL: nothing */
    } rows[] = {
        {VIEW_TIMELINE, "j Down ^N", "down"},
        {VIEW_TIMELINE, "k Up ^P", "up"},
        {VIEW_TIMELINE, "^D", "half-down"},
        {VIEW_TIMELINE, "^U", "half-up"},
        {VIEW_TIMELINE, "Space PgDn ^F", "page-down"},
        {VIEW_TIMELINE, "b PgUp ^B", "page-up"},
        {VIEW_TIMELINE, "g Home", "first"},
        {VIEW_TIMELINE, "G End", "last"},
        {VIEW_TIMELINE, "/", "search"},
        {VIEW_TIMELINE, "n", "next-match"},
        {VIEW_TIMELINE, "N", "previous-match"},
        {VIEW_TIMELINE, "&", "keep"},
        {VIEW_TIMELINE, "Enter l Right", "open"},
        {VIEW_TIMELINE, "q", "close"},
        {VIEW_TIMELINE, "Esc", "back"},
        {VIEW_TIMELINE, "- Left h", "level-out"},
        {VIEW_DETAIL, "Esc", "back"},
        {VIEW_DETAIL, "Left h", "left"},
        {VIEW_DETAIL, "q", "close"},
        {VIEW_DETAIL, "j Down", "down"},
        {VIEW_TIMELINE, "Tab", "next-pane"},
        {VIEW_TIMELINE, "O", "maximise"},
        {VIEW_TIMELINE, "Q", "quit"},
        {VIEW_TIMELINE, "^C", "interrupt"},
        {VIEW_PROVINCES, "^C", "interrupt"},
        {VIEW_TIMELINE, "? F1", "help"},
        {VIEW_TIMELINE, "^L R", "repaint"},
        {VIEW_TIMELINE, "^Z", "suspend"},
        {VIEW_TIMELINE, ":", "go-to"},
        {VIEW_TIMELINE, "[", "previous-year"},
        {VIEW_TIMELINE, "]", "next-year"},
        {VIEW_TIMELINE, "{", "previous-decade"},
        {VIEW_TIMELINE, "}", "next-decade"},
        {VIEW_TIMELINE, "L", "language"},
        {VIEW_TIMELINE, "B", "both"},
        {VIEW_TIMELINE, "p", "provinces"},
        {VIEW_TIMELINE, "x", "clear"},
        {VIEW_TIMELINE, "u", "visited"},
        {VIEW_TIMELINE, "1 5 9", "follow"},
        {VIEW_PROVINCES, "Space", "choose"},
        {VIEW_PROVINCES, "Enter", "apply"},
        {VIEW_TIMELINE, "0 Z F5 đ", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (struct bytes left = bytes_of(rows[i].keys); left.size;) {
            uint32_t key = key_parse(bytes_split(left, ' ', &left));
            assert_row(i, id_of(rows[i].view, key), rows[i].id ? rows[i].id : "");
        }
    }
}

static void an_own_action_is_of_that_pane_alone_or_of_those_that_take_text(void **state)
{
    (void)state;
    const struct action *choose = action_find(CONTEXT_PROVINCES, ' ', true);
    assert_non_null(choose);
    assert_int_equal(choose->context, CONTEXT_CHOOSERS);
    assert_null(action_find(CONTEXT_PROVINCES, KEY_CODE_DOWN, true));
    assert_null(action_find(CONTEXT_DETAIL, ' ', true));
    assert_null(action_find(CONTEXT_HELP, KEY_CODE_NONE, false));
}

/* The keys that messages name, the actions they mean, and the panes in which they are said. A
 * message lies below the table of actions and cannot ask it. */
static const struct {
    enum message message;
    const char *key, *id;
    unsigned panes;
} named[] = {
    {MESSAGE_NO_EVENTS_LEFT, "x", "clear", READING},
    {MESSAGE_LAST_STOP, "Esc", "back", CONTEXT_LESSON},
    {MESSAGE_MORE_BELOW, "j", "down", CONTEXT_LESSON},
    {MESSAGE_NO_SEARCH, "/", "search", READING},
    {MESSAGE_RULER, "=", "ruler", READING},
    {MESSAGE_FOLLOW_AWAY, ".", "rejoin", READING | CONTEXT_LESSON},
};

static bool is_listed(enum message message, struct bytes word)
{
    for (size_t i = 0; i < COUNT(named); i++)
        if (named[i].message == message && bytes_equal(bytes_of(named[i].key), word))
            return true;
    return false;
}

/* Takes a word off the front of a message, without what parts sentences behind it. */
static struct bytes take_word(struct bytes *left)
{
    struct bytes word = bytes_split(*left, ' ', left);
    while (word.size && strchr(",;:", word.at[word.size - 1]))
        word.size--;
    return word;
}

static bool has_word(struct bytes text, struct bytes word)
{
    while (text.size)
        if (bytes_equal(take_word(&text), word))
            return true;
    return false;
}

static void a_key_named_in_a_message_does_there_what_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(named); i++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            const char *text = message(named[i].message, (enum language)language);
            assert_row_int(i, has_word(bytes_of(text), bytes_of(named[i].key)), true);
        }
        for (int view = 0; view < VIEW_COUNT; view++)
            if (named[i].panes & 1U << view)
                assert_row(i, id_of((enum view_id)view, key_parse(bytes_of(named[i].key))),
                           named[i].id);
    }
}

static void no_message_names_a_key_that_is_not_listed(void **state)
{
    (void)state;
    static const struct bytes no_keys = BYTES_INIT("a s 1 % | -"); /* words of one letter */
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        const char *text = message((enum message)i, LANGUAGE_EN);
        for (struct bytes left = bytes_of(text); left.size;) {
            struct bytes word = take_word(&left);
            if (key_parse(word) != KEY_CODE_NONE && !has_word(no_keys, word) &&
                !is_listed((enum message)i, word))
                fail_msg("\"%s\" names the key %.*s", text, BYTES_ARGS(word));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_of_the_table_can_be_typed),
        cmocka_unit_test(no_key_stands_twice_in_one_context),
        cmocka_unit_test(every_action_has_a_name_of_its_own_a_context_and_help_in_both_languages),
        cmocka_unit_test(every_group_has_a_title_and_an_action),
        cmocka_unit_test(the_keys_that_hands_expect_do_what_they_expect),
        cmocka_unit_test(an_own_action_is_of_that_pane_alone_or_of_those_that_take_text),
        cmocka_unit_test(a_key_named_in_a_message_does_there_what_is_said),
        cmocka_unit_test(no_message_names_a_key_that_is_not_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
