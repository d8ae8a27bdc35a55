#include "show/command.h"
#include "show/lesson_view.h"
#include "show/order.h"
#include "show/report.h"

#include "unit_walk.h"

/* What typed lines do, one after another in one browser. */
static void lines_go_where_they_say(void **state)
{
    (void)state;
    static const struct {
        const char *line, *id;
        enum view_id focus;
    } rows[] = {
        {"next", "b", VIEW_TIMELINE},
        {"", "c", VIEW_TIMELINE},
        {"tiep", "d", VIEW_TIMELINE},
        {"tiếp", "e", VIEW_TIMELINE},
        {"previous", "d", VIEW_TIMELINE},
        {"Trước", "c", VIEW_TIMELINE},
        {"8", "h", VIEW_DETAIL},
        {"next", "i", VIEW_DETAIL},
        {"back", "i", VIEW_TIMELINE},
        {"open 1", "a", VIEW_DETAIL},
        {"2", "b", VIEW_DETAIL}, /* its second link */
        {"visited", "a", VIEW_DETAIL},
        {"follow 1", "j", VIEW_DETAIL},
        {"follow 99", "j", VIEW_DETAIL},
        {"q", "j", VIEW_TIMELINE},
        {"go 1945-09", "d", VIEW_TIMELINE},
        {"đến 7/5/1954", "e", VIEW_TIMELINE},
        {"den 50%", "e", VIEW_TIMELINE},
        {"1975", "h", VIEW_TIMELINE},
        {"g", "a", VIEW_TIMELINE},
        {"last", "j", VIEW_TIMELINE},
        {"fir", "a", VIEW_TIMELINE},
        {"/one", "a", VIEW_TIMELINE},
        {"n", "c", VIEW_TIMELINE},
        {"search two", "f", VIEW_TIMELINE},
        {"search", "f", VIEW_TIMELINE}, /* asks for the text */
        {"kappa", "j", VIEW_TIMELINE},
        {":3", "c", VIEW_TIMELINE},
        {"99", "c", VIEW_TIMELINE},
        {"no-such", "c", VIEW_TIMELINE},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        order_take(&browser, bytes_of(rows[i].line));
        assert_at(i, rows[i].id);
        assert_row_int(i, browser_focus(&browser), rows[i].focus);
    }
}

static void provinces_filter_by_name_and_by_number(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        size_t count;
        enum view_id focus;
    } rows[] = {
        {"province Sơn La", 3, VIEW_TIMELINE},
        {"tinh dien bien", 4, VIEW_TIMELINE},
        {"province nowhere", 4, VIEW_TIMELINE},
        {"clear", 10, VIEW_TIMELINE},
        {"provinces", 10, VIEW_PROVINCES},
        {"1", 4, VIEW_TIMELINE},
        {"bỏ", 10, VIEW_TIMELINE},
        {"p", 10, VIEW_PROVINCES},
        {"choose 1", 10, VIEW_PROVINCES},
        {"choose 3", 10, VIEW_PROVINCES},
        {"apply", 6, VIEW_TIMELINE},
        {"provinces", 6, VIEW_PROVINCES},
        {"all-of", 6, VIEW_PROVINCES},
        {"Enter", 1, VIEW_TIMELINE},
        {"x", 10, VIEW_TIMELINE},
        {"p", 10, VIEW_PROVINCES},
        {"ha", 10, VIEW_PROVINCES}, /* names are narrowed, not prefixes of commands */
        {"sơn", 10, VIEW_PROVINCES},
        {"1", 3, VIEW_TIMELINE},
        {"keep epsilon", 1, VIEW_TIMELINE},
        {"help", 1, VIEW_HELP},
        {"clear", 3, VIEW_TIMELINE}, /* help is closed on the way */
        {"clear", 10, VIEW_TIMELINE},
        {"choose", 10, VIEW_TIMELINE}, /* not here */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        order_take(&browser, bytes_of(rows[i].line));
        assert_row_int(i, (long long)browser.answer.count, (long long)rows[i].count);
        assert_row_int(i, browser_focus(&browser), rows[i].focus);
    }
    assert_true(browser.notice.size > 0);
}

static void every_action_is_a_command_under_its_id(void **state)
{
    (void)state;
    size_t count;
    const struct action *table = action_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].context == CONTEXT_PROMPT)
            continue; /* the terminal edits what is typed */
        for (int view = 0; view < VIEW_COUNT; view++) {
            struct browser fresh;
            struct report report;
            struct buffer out = {0};
            if (!(table[i].context & 1U << view))
                continue;
            browser_init(&fresh, &store, LANGUAGE_VI);
            if (view == VIEW_SOURCE)
                command_open(&fresh, VIEW_SOURCES);
            else if (view == VIEW_LESSON)
                assert_true(lesson_show(&fresh, BYTES("walk"), 0));
            else if (view != VIEW_TIMELINE && view != VIEW_DETAIL)
                command_open(&fresh, view);
            fresh.panes.detail_focus = view == VIEW_DETAIL || view == VIEW_SOURCE;
            report_init(&report, 80, 24);
            report_add(&report, &fresh, &out);
            order_take(&fresh, bytes_of(table[i].id));
            const char *refused = message(MESSAGE_ORDER_NOT_HERE, LANGUAGE_VI);
            size_t same = strcspn(refused, "%");
            if (fresh.notice.size >= same && strncmp(fresh.notice.data, refused, same) == 0)
                fail_msg("%s is refused in pane %d", table[i].id, view);
            report_add(&report, &fresh, &out);
            assert_null(memchr(out.data, '\033', out.size));
            buffer_free(&out);
            report_free(&report);
            browser_free(&fresh);
        }
    }
}

static void words_and_ids_are_apart(void **state)
{
    (void)state;
    size_t count, action_count;
    const struct order *orders = order_table(&count);
    const struct action *table = action_table(&action_count);
    for (size_t i = 0; i < action_count; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(table[i].id, table[j].id);
    for (size_t i = 0; i < count; i++) {
        size_t known = 0;
        for (size_t j = 0; j < action_count && orders[i].action; j++)
            known += strcmp(table[j].id, orders[i].action) == 0;
        assert_row_int(i, (long long)known, orders[i].action ? 1 : 0);
        for (size_t j = 0; j < action_count; j++)
            if (strcmp(table[j].id, orders[i].words.in[LANGUAGE_EN]) == 0 && orders[i].action)
                assert_string_equal(table[j].id, orders[i].action);
    }
}

static void the_manual_explains_every_word(void **state)
{
    (void)state;
    static char manual[100000];
    size_t count;
    const struct order *orders = order_table(&count);
    FILE *file = fopen("man/dbp-timeline.1", "r");
    assert_non_null(file);
    size_t size = fread(manual, 1, sizeof manual - 1, file);
    assert_true(size > 0 && size < sizeof manual - 1);
    fclose(file);
    for (size_t i = 0; i < count; i++) {
        char item[64];
        snprintf(item, sizeof item, "\n.It Ic %s ", orders[i].words.in[LANGUAGE_EN]);
        if (!strstr(manual, item))
            fail_msg("no item in the manual: %s", item);
    }
}

/* --- Both front ends --- */

struct pair {
    struct browser keys, lines;
    struct surface surface;
    struct report report;
    struct buffer out;
    uint64_t lots;
};

static void add_state(struct buffer *out, const struct browser *of)
{
    const struct question *question = &of->question;
    buffer_printf(out, "selected %u wanted %u focus %d list %d below %d max %d level %d\n",
                  browser_selected(of), of->wanted, browser_focus(of), of->panes.list,
                  of->panes.below, of->panes.maximised, of->levels.level);
    for (int i = 0; i < VIEW_COUNT; i++)
        buffer_printf(out, "view %d: %zu %zu %d\n", i, of->views[i].cursor, of->views[i].top,
                      of->views[i].page);
    buffer_printf(out, "language %d both %d answer %zu matches %zu prompt %d\n", of->language,
                  of->both_languages, of->answer.count, of->seeking.search.matches.count,
                  of->prompt.kind);
    buffer_printf(out, "words '%s' keep '%s' typed '%s' notice '%s'\n",
                  buffer_string(&of->seeking.words), buffer_string(&question->words),
                  buffer_string(&of->provinces.typed), buffer_string(&of->notice));
    buffer_printf(out, "ruler %d %u visited %zu all %d/%d\n", of->ruler.is_laid, of->ruler.from,
                  of->visited.count, question->all_of, of->provinces.chosen.all_of);
    for (size_t i = 0; i < question->unit_count; i++)
        buffer_printf(out, "unit %u\n", question->units[i]);
    for (size_t i = 0; i < of->provinces.chosen.unit_count; i++)
        buffer_printf(out, "chosen %u\n", of->provinces.chosen.units[i]);
    buffer_printf(out, "lesson '%s' %zu quiz %d %zu %zu/%zu\n", buffer_string(&of->lesson.id),
                  of->lesson.stop, of->quiz.kind, of->quiz.asked, of->quiz.right,
                  of->quiz.answered);
    buffer_printf(out, "axis %d %d %g %g\n", of->axis.by, of->axis.squeeze, of->axis.rate,
                  of->axis.column);
    buffer_printf(out, "facets '%s'", buffer_string(&of->facets.typed));
    for (size_t i = 0; i < of->facets.chosen.count; i++)
        buffer_printf(out, " %s", buffer_string(&of->facets.chosen.items[i].id));
    for (size_t i = 0; i < question->picks.count; i++)
        buffer_printf(out, " picked %s", buffer_string(&question->picks.items[i].id));
    buffer_printf(out, "wants %d %d\n", of->wants.quit, of->wants.suspend);
}

static void type_text(struct pair *pair, const char *typed)
{
    each_key(typed, take, &pair->keys);
}

/* Gives the key to one browser and the id to the other, and both the text that is asked for. */
static void do_action(struct pair *pair, const struct action *action, uint32_t key, int number)
{
    struct buffer line = {0};
    buffer_add_string(&line, action->id);
    if (action->argument == ARGUMENT_COUNTS)
        buffer_printf(&line, " %d", number);
    browser_key(&pair->keys, key);
    if (pair->keys.prompt.kind != PROMPT_NONE) {
        const char *asked = draw_text(&pair->lots);
        type_text(pair, asked);
        browser_key(&pair->keys, KEY_CODE_ENTER);
        buffer_printf(&line, " %s", asked);
    }
    order_take(&pair->lines, buffer_bytes(&line));
    buffer_free(&line);
}

/* Narrows a list by the same text; in the pane of keys the old one is taken back first. */
static void do_text(struct pair *pair)
{
    static const char *const names[] = {"son", "hà", "điện", "x", "la"};
    const char *name = names[draw_lot(&pair->lots, COUNT(names))];
    bool of_provinces = browser_focus(&pair->keys) == VIEW_PROVINCES;
    if ((of_provinces ? &pair->keys.provinces.typed : &pair->keys.facets.typed)->size)
        browser_key(&pair->keys, KEY_CODE_ESCAPE);
    type_text(pair, name);
    order_take(&pair->lines, bytes_of(name));
}

static void do_something(struct pair *pair)
{
    if ((CONTEXT_CHOOSERS & 1U << browser_focus(&pair->keys)) && draw_lot(&pair->lots, 4) == 0) {
        do_text(pair);
        return;
    }
    struct step step = draw_step(&pair->keys, &pair->lots);
    do_action(pair, step.action, step.key, step.number);
}

static void compare(struct pair *pair, size_t step)
{
    struct buffer keys = {0}, lines = {0};
    browser_draw(&pair->keys, &pair->surface);
    buffer_clear(&pair->out);
    report_add(&pair->report, &pair->lines, &pair->out);
    if (memchr(pair->out.data, '\033', pair->out.size))
        fail_msg("step %zu: an escape", step);
    add_state(&keys, &pair->keys);
    add_state(&lines, &pair->lines);
    if (!bytes_equal(buffer_bytes(&keys), buffer_bytes(&lines)))
        fail_msg("step %zu\nkeys:\n%s\nlines:\n%s", step, buffer_string(&keys),
                 buffer_string(&lines));
    buffer_free(&keys);
    buffer_free(&lines);
    pair->keys.wants.quit = pair->lines.wants.quit = false;
    pair->keys.wants.suspend = pair->lines.wants.suspend = false;
    pair->keys.wants.repaint = false;
}

static void walk_both(const struct store *over, size_t steps)
{
    struct pair pair = {.lots = 1954};
    browser_init(&pair.keys, over, LANGUAGE_EN);
    browser_init(&pair.lines, over, LANGUAGE_EN);
    surface_resize(&pair.surface, 80, 24);
    report_init(&pair.report, 80, 24);
    compare(&pair, 0);
    for (size_t step = 1; step <= steps; step++) {
        do_something(&pair);
        compare(&pair, step);
    }
    browser_free(&pair.keys);
    browser_free(&pair.lines);
    surface_free(&pair.surface);
    report_free(&pair.report);
    buffer_free(&pair.out);
}

static void keys_and_lines_lead_to_the_same_in_a_small_timeline(void **state)
{
    (void)state;
    walk_both(&store, 5000);
}

static void keys_and_lines_lead_to_the_same_in_the_shipped_timeline(void **state)
{
    (void)state;
    struct store shipped;
    store_of_shipped(&shipped);
    walk_both(&shipped, 5000);
    store_close(&shipped);
}

/* Lines of anything must not end it, nor bring anything but text. */
static void random_lines_do_no_harm(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "/",       ":",    "&", " ",    "1",  "99999999999", "-",    "p",   "open",         "q",
        "\033[2J", "\xFF", "đ", "next", "\t", "axis",        "help", "all", "\xE2\x80\xAE", "=",
        "#"};
    struct pair pair = {.lots = 7};
    struct buffer line = {0};
    report_init(&pair.report, 60, 10);
    for (size_t i = 0; i < 5000; i++) {
        buffer_clear(&line);
        for (size_t n = draw_lot(&pair.lots, 5); n > 0; n--)
            buffer_add_string(&line, parts[draw_lot(&pair.lots, COUNT(parts))]);
        order_take(&browser, buffer_bytes(&line));
        buffer_clear(&pair.out);
        report_add(&pair.report, &browser, &pair.out);
        for (size_t at = 0; at < pair.out.size; at++)
            if ((unsigned char)pair.out.data[at] < ' ' && pair.out.data[at] != '\n')
                fail_msg("line %zu brings byte %d", i, pair.out.data[at]);
        assert_true(text_is_utf8(buffer_bytes(&pair.out), &(size_t){0}));
    }
    buffer_free(&line);
    buffer_free(&pair.out);
    report_free(&pair.report);
}

int main(void)
{
#define WALK(test) cmocka_unit_test_setup_teardown(test, open_browser, close_browser)
    const struct CMUnitTest tests[] = {
        WALK(lines_go_where_they_say),
        WALK(provinces_filter_by_name_and_by_number),
        WALK(every_action_is_a_command_under_its_id),
        WALK(words_and_ids_are_apart),
        WALK(the_manual_explains_every_word),
        WALK(keys_and_lines_lead_to_the_same_in_a_small_timeline),
        WALK(keys_and_lines_lead_to_the_same_in_the_shipped_timeline),
        WALK(random_lines_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
