#include <stdlib.h>

#include "file/check.h"
#include "show/browser.h"

/* The file that is shown, saved meanwhile, and what of the reader's place outlives that. */

/* Read, or at most looked through for faults, in some milliseconds. */
#define PART_BYTES    ((size_t)4 << 20)
#define CHECKED_BYTES ((size_t)8 << 20)

/* Faults on their way to the status line. */
struct faults {
    char *text;
    size_t size;
    struct diag_sink sink;
};

static void open_faults(struct faults *faults, const struct browser *browser)
{
    *faults = (struct faults){.sink = {.file = browser->name, .language = browser->language}};
    faults->sink.stream = open_memstream(&faults->text, &faults->size);
}

/* Tells the first fault, and how many others there are; false when there is none. */
static bool say_faults(struct faults *faults, struct browser *browser)
{
    struct bytes rest;
    size_t count = 0;
    struct buffer first = {0};
    if (faults->sink.stream)
        fclose(faults->sink.stream);
    for (int i = 0; i < SEVERITY_COUNT; i++)
        count += faults->sink.counts[i];
    buffer_add(&first, bytes_split(bytes_of(faults->text), '\n', &rest));
    if (count > 1)
        browser_say(browser, MESSAGE_FAULTS, buffer_string(&first), count - 1);
    else if (count == 1)
        browser_say(browser, MESSAGE_FAULT, buffer_string(&first));
    buffer_free(&first);
    free(faults->text);
    return count > 0;
}

void browser_take_file(struct browser *browser, struct store *store, const char *path)
{
    browser->reread.store = store;
    browser->reread.path = path;
}

void browser_reread(struct browser *browser)
{
    struct reread *reread = &browser->reread;
    struct faults faults;
    if (!reread->store)
        return;
    browser_read_whole(browser);
    reread_free(reread);
    open_faults(&faults, browser);
    reread->reading = store_begin(&reread->fresh, reread->path, &faults.sink, NULL);
    say_faults(&faults, browser);
}

/* What another reading gives other numbers, by name. */
struct place_kept {
    struct buffer selected; /* ids */
    struct buffer ruler;
    struct buffer units; /* one a line */
    int32_t day;
};

static void add_id(const struct browser *browser, uint32_t event, struct buffer *out)
{
    if (event < browser->store->count)
        buffer_add(out, store_id(browser->store, browser->store->events[event].record));
}

static struct place_kept keep_place(const struct browser *browser)
{
    const struct store *store = browser->store;
    struct place_kept kept = {.day = store->first};
    uint32_t selected = browser_selected(browser);
    add_id(browser, selected, &kept.selected);
    if (selected != EVENT_NONE)
        kept.day = event_day(&store->events[selected]);
    if (browser->ruler.is_laid)
        add_id(browser, browser->ruler.from, &kept.ruler);
    for (size_t i = 0; i < browser->question.unit_count; i++) {
        buffer_add(&kept.units, store->gazetteer.units[browser->question.units[i]].id);
        buffer_add_char(&kept.units, '\n');
    }
    return kept;
}

static void find_units(struct browser *browser, struct bytes ids)
{
    browser->question.unit_count = 0;
    while (ids.size) {
        struct bytes id = bytes_split(ids, '\n', &ids);
        uint32_t unit = gazetteer_find(&browser->store->gazetteer, id);
        if (unit != UNIT_NONE)
            question_toggle_unit(&browser->question, unit);
    }
}

static void find_event(struct browser *browser, const struct place_kept *kept)
{
    uint32_t event = kept->selected.size ? store_find(browser->store, buffer_bytes(&kept->selected))
                                         : EVENT_NONE;
    size_t place = event == EVENT_NONE
                       ? answer_place_of_day(&browser->answer, browser->store, kept->day)
                       : answer_place(&browser->answer, event);
    browser_go(browser, place, false);
}

static void find_ruler(struct browser *browser, const struct place_kept *kept)
{
    browser->ruler.from = store_find(browser->store, buffer_bytes(&kept->ruler));
    browser->ruler.is_laid = browser->ruler.from != EVENT_NONE;
}

/* Goes to where one stood. Where one came from is forgotten. */
static void find_place(struct browser *browser, struct place_kept *kept)
{
    const struct view_ops *ops = view_ops(browser->panes.list);
    map_pane_free(&browser->map);
    find_units(browser, buffer_bytes(&kept->units));
    picks_move(&browser->question.picks, browser->store);
    browser->visited.count = 0;
    browser->detail_key.event = EVENT_NONE;
    browser_ask(browser);
    find_event(browser, kept);
    if (browser->ruler.is_laid)
        find_ruler(browser, kept);
    if (ops->open)
        ops->open(browser);
    buffer_free(&kept->selected);
    buffer_free(&kept->ruler);
    buffer_free(&kept->units);
}

static void take_over(struct browser *browser)
{
    struct reread *reread = &browser->reread;
    struct place_kept kept = keep_place(browser);
    store_close(reread->store);
    *reread->store = reread->fresh;
    find_place(browser, &kept);
    browser_say(browser, MESSAGE_REREAD, reread->store->count);
    reread->is_unchecked = true;
}

/* A file that is being written may be empty for a moment; the old one stays until it is not. */
static void come_to_end(struct browser *browser)
{
    struct reread *reread = &browser->reread;
    if (reread->fresh.count == 0) {
        reread_free(reread);
        browser_say(browser, MESSAGE_FAULT, diag_text(DIAG_NO_EVENTS, browser->language));
        return;
    }
    store_end_reading(reread->reading);
    reread->reading = NULL;
    take_over(browser);
}

static enum browser_work tell_faults(struct browser *browser)
{
    struct faults faults;
    browser->reread.is_unchecked = false;
    if (browser->store->content.bytes.size > CHECKED_BYTES)
        return BROWSER_IDLE;
    open_faults(&faults, browser);
    check_timeline(browser->store, &faults.sink);
    return say_faults(&faults, browser) ? BROWSER_DONE : BROWSER_IDLE;
}

enum browser_work browser_refresh(struct browser *browser)
{
    struct reread *reread = &browser->reread;
    if (!reread->reading)
        return reread->is_unchecked ? tell_faults(browser) : BROWSER_IDLE;
    if (store_read_on(reread->reading, PART_BYTES))
        return BROWSER_WORKING;
    come_to_end(browser);
    return BROWSER_DONE;
}
