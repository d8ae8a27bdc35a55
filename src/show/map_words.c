#include "show/map_words.h"

#include <stdlib.h>

#include "base/text_wrap.h"
#include "find/naming.h"
#include "show/map_dots.h"
#include "show/summary.h"
#include "time/day.h"

#define ROOM_FOR_HEADING 60 /* columns below the map for a legend with all its words */
#define GAP              2  /* columns between parts */

/* Lines of words, each a part of its own; below the map parts stand side by side in two rows. */
struct words {
    const struct browser *browser;
    struct surface *surface;
    struct area left; /* room that is left */
    bool beside;
};

/* Puts one part: a row of its own, or what is left of the present one. */
static void put(struct words *words, struct bytes text, unsigned style)
{
    int used = surface_put(words->surface, words->left, text, style);
    if (!words->beside) {
        words->left = area_after(words->left, used + GAP);
    } else if (words->left.height > 0) {
        words->left.y++;
        words->left.height--;
    }
}

/* The same in as many rows as it needs, where parts have rows of their own. */
static void put_wrapped(struct words *words, struct bytes text, unsigned style)
{
    struct text_run *lines;
    if (!words->beside) {
        put(words, text, style);
        return;
    }
    size_t count = text_wrap(text, words->left.width, &lines);
    for (size_t i = 0; i < count; i++)
        put(words, (struct bytes){text.at + lines[i].at, lines[i].size}, style);
    free(lines);
}

/* The province pointed at, as it is called now and was on the day of the selected event. Below the
 * map its names are cut before its number is. */
static void put_unit(struct words *words)
{
    const struct browser *browser = words->browser;
    const struct map_pane *pane = &browser->map;
    uint32_t selected = browser_selected(browser);
    bool any = selected != EVENT_NONE;
    int32_t day = any ? event_day(&browser->store->events[selected]) : DAY_OPEN_FUTURE;
    struct buffer names = {0}, count = {0}, shown = {0};
    naming_add(&names, &browser->store->gazetteer, pane->unit, day, browser->language,
               browser->names);
    summary_add_count(browser, &count, pane->tally.left[pane->unit]);
    int room = words->left.width - text_width(buffer_bytes(&count)) - GAP;
    if (words->beside)
        buffer_add(&shown, buffer_bytes(&names));
    else
        text_add_cut(&shown, buffer_bytes(&names), room);
    put_wrapped(words, buffer_bytes(&shown), STYLE_BOLD);
    put(words, buffer_bytes(&count), STYLE_PLAIN);
    buffer_free(&names);
    buffer_free(&count);
    buffer_free(&shown);
}

static void put_chosen(struct words *words)
{
    const struct browser *browser = words->browser;
    const struct question *chosen = &browser->map.chosen;
    struct buffer names = {0}, text = {0};
    if (chosen->unit_count == 0)
        return;
    for (size_t i = 0; i < chosen->unit_count; i++) {
        buffer_add_string(&names, i ? ", " : "");
        text_clean_line(&names, gazetteer_name(&browser->store->gazetteer, chosen->units[i],
                                               browser->language));
    }
    buffer_printf(&text, browser_text(browser, MESSAGE_MAP_CHOSEN), buffer_string(&names));
    put_wrapped(words, buffer_bytes(&text), STYLE_UNDERLINE);
    buffer_free(&names);
    buffer_free(&text);
}

/* What is counted but has no outline: the whole country, lands abroad. */
static void put_off_map(struct words *words)
{
    const struct browser *browser = words->browser;
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    const struct map_pane *pane = &browser->map;
    struct buffer names = {0}, text = {0};
    for (uint32_t unit = 0; unit < gazetteer->count; unit++) {
        if (pane->tally.left[unit] == 0 || !gazetteer_is_ground(gazetteer, unit) ||
            outlines_place(&pane->outlines, unit))
            continue;
        buffer_add_string(&names, names.size ? ", " : "");
        naming_add_unit(&names, gazetteer, unit, browser->language);
        buffer_printf(&names, " %u", pane->tally.left[unit]);
    }
    buffer_printf(&text, browser_text(browser, MESSAGE_MAP_OFF), buffer_string(&names));
    if (names.size)
        put_wrapped(words, buffer_bytes(&text), STYLE_FAINT);
    buffer_free(&names);
    buffer_free(&text);
}

/* Appends `4–14`. */
static void add_range(struct buffer *out, const struct map_pane *pane, int shade)
{
    size_t from = map_shade_from(pane, shade), to = pane->peak;
    if (shade < MAP_SHADES - 1 && map_shade_from(pane, shade + 1) <= pane->peak)
        to = map_shade_from(pane, shade + 1) - 1;
    buffer_printf(out, from < to ? "%zu–%zu" : "%zu", from, to);
}

/* What the dots stand for: counts from the highest down. */
static void put_shades(struct words *words)
{
    const struct map_pane *pane = &words->browser->map;
    struct buffer text = {0};
    if (words->left.width >= ROOM_FOR_HEADING || words->beside)
        put(words, bytes_of(browser_text(words->browser, MESSAGE_MAP_COUNTS)), STYLE_FAINT);
    for (int shade = MAP_SHADES - 1; shade > 0; shade--) {
        if (map_shade_from(pane, shade) > pane->peak)
            continue;
        buffer_clear(&text);
        map_dots_add_sample(&text, shade);
        buffer_add_char(&text, ' ');
        add_range(&text, pane, shade);
        put(words, buffer_bytes(&text), STYLE_PLAIN);
    }
    buffer_free(&text);
}

/* What the lit provinces are lit for; beside the map with the title of the event. */
static void put_lit(struct words *words)
{
    const struct browser *browser = words->browser;
    uint32_t selected = browser_selected(browser);
    struct buffer text = {0};
    if (selected == EVENT_NONE)
        return;
    const struct event *event = &browser->store->events[selected];
    map_dots_add_sample(&text, MAP_LIT);
    buffer_printf(&text, " %s", browser_text(browser, MESSAGE_MAP_LIT));
    naming_add_short(&text, browser->store, event, browser->language, browser->names);
    put_wrapped(words, buffer_bytes(&text), STYLE_ACCENT);
    buffer_clear(&text);
    store_title(browser->store, event->record, browser->language, &text);
    if (words->beside)
        put_wrapped(words, buffer_bytes(&text), STYLE_PLAIN);
    buffer_free(&text);
}

static void put_gap(struct words *words)
{
    if (words->beside)
        put(words, BYTES(""), STYLE_PLAIN);
}

void map_words_draw(const struct browser *browser, struct surface *surface,
                    const struct map_layout *layout)
{
    struct words words = {browser, surface, layout->words, layout->words_beside};
    put_unit(&words);
    put_chosen(&words);
    put_gap(&words);
    if (!words.beside)
        words.left = area_row(layout->words, 1);
    put_shades(&words);
    if (words.beside)
        put_off_map(&words);
    put_gap(&words);
    put_lit(&words);
}
