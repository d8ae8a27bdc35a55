#include "find/naming.h"
#include "show/axis_command.h"
#include "show/axis_eras.h"
#include "show/axis_shape.h"
#include "show/axis_ticks.h"
#include "unit_browser.h"

/* The axis as a whole: at every zoom, place and size nothing overlaps and everything is counted. */

static const char file[] = "data/dien-bien-phu.rec";

static struct browser axis;
static struct store shipped;

static int open_shipped(void **state)
{
    (void)state;
    assert_true(store_open(&shipped, file, NULL, NULL));
    browser_init(&axis, &shipped, LANGUAGE_VI);
    return 0;
}

static int close_shipped(void **state)
{
    (void)state;
    browser_free(&axis);
    store_close(&shipped);
    return 0;
}

/* Notes the cells from `x` up to `end`, each of which must be inside and free. */
static void occupy(char *cells, const struct axis_layout *layout, int y, int x, int end)
{
    if (x < 0 || end > layout->width || y < 0 || y >= layout->height || x > end)
        fail_msg("%d..%d in row %d lies outside of %dx%d", x, end, y, layout->width,
                 layout->height);
    for (; x < end; x++) {
        char *cell = &cells[y * layout->width + x];
        if (*cell)
            fail_msg("two things in column %d of row %d", x, y);
        *cell = 1;
    }
}

/* Notes what a piece covers: its sign, and its title unless that is inside the sign. */
static void occupy_piece(char *cells, const struct axis_layout *layout,
                         const struct axis_piece *piece)
{
    bool inside = piece->label_x >= piece->x && piece->label_end <= piece->end;
    occupy(cells, layout, piece->y, piece->x, piece->end);
    if (!inside)
        occupy(cells, layout, piece->y, piece->label_x, piece->label_end);
    assert_true(piece->solid_x >= piece->x || piece->kind == AXIS_MARK);
    assert_true(piece->solid_end <= piece->end || piece->kind == AXIS_MARK);
}

/* Counts what is in view and beyond it event by event. */
static void count_events(const struct browser *b, size_t counts[3])
{
    const struct axis_scale *scale = &b->axis.scale;
    for (size_t i = 0; i < b->answer.count; i++) {
        const struct event *event = &b->store->events[b->answer.events[i]];
        counts[event->last < scale->first ? 0 : event->first > scale->last ? 2 : 1]++;
    }
}

static void check_ticks(const struct browser *b)
{
    struct axis_ticks ticks = {.count = 0};
    int end = -1;
    axis_ticks_fill(&ticks, &b->axis.scale, b->axis.scale.width, b->language);
    for (size_t i = 0; i < ticks.count; i++) {
        struct axis_tick tick = ticks.items[i];
        struct bytes label = {ticks.labels.data + tick.label.at, tick.label.size};
        assert_true(tick.x > end);
        end = tick.x + text_width(label);
        assert_true(end <= b->axis.scale.width);
    }
    buffer_free(&ticks.labels);
}

static void check_eras(const struct browser *b)
{
    struct axis_eras eras;
    int end[AXIS_ERA_ROWS] = {0};
    axis_eras_fill(&eras, b->store, &b->axis.scale, AXIS_ERA_ROWS);
    for (size_t i = 0; i < eras.count; i++) {
        assert_true(eras.items[i].x >= end[eras.items[i].row]);
        end[eras.items[i].row] = eras.items[i].end;
    }
}

/* Says whether an event is of a group, read from the file. */
static bool is_of_group(const struct browser *b, const struct event *event, size_t number)
{
    const struct axis_group *group = &b->axis.index.groups.items[number];
    if (group->kind == AXIS_UNIT && b->question.unit_count)
        return question_event_in_unit(b->store, event, group->number);
    for (size_t i = 0; group->kind == AXIS_UNIT && i < event->unit_count; i++)
        if (naming_event_unit(b->store, event, i, b->names) == group->number)
            return true;
    struct rec_reader reader;
    struct rec_field field;
    store_read(b->store, event->record, &reader);
    while (group->kind == AXIS_TAG && rec_next(&reader, &field) == REC_FIELD)
        if (bytes_equal(field.name, BYTES("Tag")) && bytes_equal(bytes_trim(field.raw), group->tag))
            return true;
    return false;
}

/* Fails unless a lane shows as many events as are of its group. */
static void check_lane(const struct browser *b, const struct axis_lane *lane)
{
    size_t shown = 0, expected = 0;
    for (size_t i = 0; i < b->axis.layout.count; i++) {
        const struct axis_piece *piece = &b->axis.layout.pieces[i];
        shown += piece->y >= lane->y && piece->y < lane->y + lane->rows ? piece->count : 0;
    }
    assert_int_equal(shown, lane->inside);
    if (lane->group == AXIS_OTHERS || b->axis.by == AXIS_BY_ERA || b->answer.count > AXIS_CROWD)
        return;
    for (size_t i = 0; i < b->answer.count; i++) {
        const struct event *event = &b->store->events[b->answer.events[i]];
        if (event->first <= b->axis.scale.last && event->last >= b->axis.scale.first)
            expected += is_of_group(b, event, lane->group);
    }
    assert_int_equal(lane->inside, expected);
}

/* Fails unless what is laid out adds up, each event counted once, and nothing shares a cell. */
static void check_layout(const struct browser *b)
{
    const struct axis_layout *layout = &b->axis.layout;
    const struct axis_lanes *lanes = &b->axis.lanes;
    char *cells = calloc((size_t)layout->width * (size_t)layout->height, 1);
    size_t shown = 0, selected = 0, guests = 0, counts[3] = {0};
    for (size_t i = 0; i < layout->count; i++) {
        occupy_piece(cells, layout, &layout->pieces[i]);
        shown += layout->pieces[i].count;
        selected += layout->pieces[i].selected;
    }
    for (size_t i = 0; i < lanes->count; i++)
        guests += lanes->items[i].guests;
    for (size_t i = 0; i < lanes->count && random_below(20) == 0; i++)
        check_lane(b, &lanes->items[i]);
    count_events(b, counts);
    assert_int_equal(lanes->all.before, counts[0]);
    assert_int_equal(lanes->all.inside, counts[1]);
    assert_int_equal(lanes->all.after, counts[2]);
    assert_int_equal(shown, counts[1] + guests);
    assert_true(selected >= 1);
    check_ticks(b);
    check_eras(b);
    free(cells);
}

static const struct {
    int width, height;
} sizes[] = {{65, 16}, {112, 34}, {29, 1}, {40, 5}, {180, 50}, {65, 2}};

/* Goes through all zooms around some event after another. */
static void walk_zooms(struct browser *b, size_t stride)
{
    for (size_t s = 0; s < COUNT(sizes); s++) {
        for (size_t place = s; place < b->answer.count; place += stride) {
            browser_go(b, place, false);
            axis_zoom(b, 0);
            for (int zoom = 0; zoom < 26; zoom++) {
                axis_prepare(b, sizes[s].width, sizes[s].height);
                check_layout(b);
                axis_zoom(b, 1);
            }
            assert_true(b->axis.scale.rate >= sizes[s].width / 2.0);
        }
    }
}

static void nothing_overlaps_and_all_is_counted(void **state)
{
    (void)state;
    for (int squeeze = 0; squeeze < 2; squeeze++) {
        for (int by = 0; by < AXIS_BY_COUNT; by++) {
            walk_zooms(&axis, 29);
            axis_next_lanes(&axis, 0);
        }
        axis_squeeze(&axis, 0);
    }
}

static void set_names(struct browser *b, enum names names)
{
    b->names = names;
    b->axis.is_built = false;
}

static void so_it_is_by_the_names_of_any_time(void **state)
{
    (void)state;
    for (int names = 0; names < NAMES_COUNT; names++) {
        set_names(&axis, (enum names)names);
        walk_zooms(&axis, 61);
    }
    set_names(&axis, NAMES_GROUND);
}

static void so_it_is_with_chosen_provinces(void **state)
{
    (void)state;
    const struct gazetteer *gazetteer = &shipped.gazetteer;
    const char *const ids[] = {"dien-bien", "cao-bang", "son-la", "nuoc-ngoai"};
    for (size_t i = 0; i < COUNT(ids); i++) {
        question_toggle_unit(&axis.question, gazetteer_find(gazetteer, bytes_of(ids[i])));
        browser_ask(&axis);
        walk_zooms(&axis, 61);
    }
    axis.question.unit_count = 0;
    browser_ask(&axis);
}

/* Random keys, so that commands follow each other before anything is drawn. */
static void so_it_is_after_any_keys(void **state)
{
    (void)state;
    static void (*const commands[])(struct browser *, int) = {
        axis_zoom, axis_pan, axis_step, axis_change_lane, axis_end,
    };
    for (size_t i = 0; i < 6000; i++) {
        int argument = random_below(2) ? 1 : -1;
        unsigned which = random_below(50);
        if (which == 0)
            axis_squeeze(&axis, 0);
        else if (which == 1)
            axis_next_lanes(&axis, 0);
        else if (which == 2)
            set_names(&axis, (enum names)random_below(NAMES_COUNT));
        else
            commands[which < 5 ? 4 : which % 4](&axis, argument);
        size_t s = random_below(COUNT(sizes));
        if (random_below(3) == 0) {
            axis_prepare(&axis, sizes[s].width, sizes[s].height);
            check_layout(&axis);
        }
    }
}

/* --- Crowds --- */

static void add_event(struct buffer *out, unsigned number)
{
    unsigned year = 1900 + random_below(100), month = 1 + random_below(12);
    buffer_printf(out, "Id: e%u\nTitle: Event %u\nProvince: p%u\nDate: %u-%02u-%02u", number,
                  number, random_below(7), year, month, 1 + random_below(28));
    if (random_below(10) == 0)
        buffer_printf(out, "/%u", year + 1 + random_below(50));
    buffer_add_string(out, random_below(200) ? "\n\n" : "/..\n\n");
}

static void a_crowd_is_counted_too(void **state)
{
    (void)state;
    struct buffer crowd = {0};
    struct store many;
    struct browser b;
    buffer_add_string(&crowd, "%rec: Event\n\n");
    for (unsigned i = 0; i < 5000; i++)
        add_event(&crowd, i);
    store_of_bytes(&many, buffer_bytes(&crowd), NULL, NULL);
    browser_init(&b, &many, LANGUAGE_EN);
    assert_true(b.answer.count > AXIS_CROWD);
    walk_zooms(&b, 997);
    browser_free(&b);
    store_close(&many);
    buffer_free(&crowd);
}

/* In a lane of one row the selected bar is as long as it lasts, as far as marks do not need the
 * row. */
static void a_selected_bar_is_whole_beside_marks(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        int x, end;
    } rows[] = {
        {"1900/1949", 0, 50}, {"1950/1999", 49, 100}, {"1930/1969", 29, 69},
        {"1900/1999", 0, 89}, {"1905/1994", 4, 89},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer file_text = {0};
        struct store few;
        struct browser b;
        buffer_printf(&file_text, "%%rec: Event\n\nTitle: bar\nDate: %s\n", rows[i].date);
        for (int year = 1900; year < 2000; year++)
            buffer_printf(&file_text, "\nTitle: year\nDate: %d-12-31\n", year);
        store_of_bytes(&few, buffer_bytes(&file_text), NULL, NULL);
        browser_init(&b, &few, LANGUAGE_EN);
        while (few.events[browser_selected(&b)].first == few.events[browser_selected(&b)].last)
            axis_step(&b, 1);
        axis_prepare(&b, 100, 1);
        check_layout(&b);
        assert_row_int(i, b.axis.layout.pieces[0].selected, true);
        assert_row_int(i, b.axis.layout.pieces[0].x, rows[i].x);
        assert_row_int(i, b.axis.layout.pieces[0].end, rows[i].end);
        browser_free(&b);
        store_close(&few);
        buffer_free(&file_text);
    }
}

/* --- Moving --- */

static void zooming_keeps_the_selected_event_where_it_is(void **state)
{
    (void)state;
    browser_go(&axis, axis.answer.count / 2, false);
    axis.axis.squeeze = false;
    axis_zoom(&axis, 0);
    axis_prepare(&axis, 80, 20);
    int before = (int)axis.axis.column;
    for (int i = 0; i < 12; i++) {
        axis_zoom(&axis, 1);
        axis_prepare(&axis, 80, 20);
        assert_true(abs((int)axis.axis.column - before) <= 1);
    }
}

static void keys_move_as_the_help_says(void **state)
{
    (void)state;
    static const struct walk rows[] = {
        {"a", "a"},      {"l", "b"},       {"ll", "d"},      {"h", "c"},       {"<End>", "j"},
        {"<Home>", "a"}, {"<Space>", "j"}, {"g<Down>", "f"}, {"<Up>", "c"},    {"G", "j"},
        {"+++++", "j"},  {"<PgUp>", "h"},  {"0", "h"},       {"<Enter>", "h"}, {"<Esc>", "h"},
    };
    open_browser(NULL);
    walk(rows, COUNT(rows));
    close_browser(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_overlaps_and_all_is_counted),
        cmocka_unit_test(so_it_is_by_the_names_of_any_time),
        cmocka_unit_test(so_it_is_with_chosen_provinces),
        cmocka_unit_test(so_it_is_after_any_keys),
        cmocka_unit_test(a_crowd_is_counted_too),
        cmocka_unit_test(a_selected_bar_is_whole_beside_marks),
        cmocka_unit_test(zooming_keeps_the_selected_event_where_it_is),
        cmocka_unit_test(keys_move_as_the_help_says),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_shipped);
}
