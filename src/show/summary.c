#include "show/summary.h"

#include "find/naming.h"
#include "show/follow.h"
#include "time/day.h"

#define SEPARATOR  " · "
#define NAME_WIDTH 24 /* columns that one long title may take */
#define NAMED_MAX  3  /* provinces; of more, one less and their number */

static void add_units(const struct browser *browser, struct buffer *out)
{
    const struct question *question = &browser->question;
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    if (question->all_of && question->unit_count > 1)
        buffer_printf(out, "%s ", browser_text(browser, MESSAGE_ALL_OF));
    size_t named = question->unit_count > NAMED_MAX ? NAMED_MAX - 1 : question->unit_count;
    for (size_t i = 0; i < named; i++) {
        buffer_add_string(out, i ? ", " : "");
        naming_add_unit(out, gazetteer, question->units[i], browser->language);
    }
    if (named < question->unit_count)
        buffer_printf(out, " +%zu", question->unit_count - named);
    if (question->unit_count)
        buffer_add_string(out, SEPARATOR);
}

static void add_span(const struct browser *browser, struct buffer *out)
{
    const struct question *question = &browser->question;
    struct buffer from = {0}, to = {0};
    if (question->from == DAY_OPEN_PAST && question->to == DAY_OPEN_FUTURE)
        return;
    day_print(&from, question->from);
    day_print(&to, question->to);
    buffer_printf(out, browser_text(browser, MESSAGE_SPAN), buffer_string(&from),
                  buffer_string(&to));
    buffer_add_string(out, SEPARATOR);
    buffer_free(&from);
    buffer_free(&to);
}

static void add_words(const struct browser *browser, struct buffer *out)
{
    const struct question *question = &browser->question;
    if (question->query)
        buffer_printf(out, "“%s”" SEPARATOR, buffer_string(&question->words));
    if (question->certain)
        buffer_printf(out, "%s" SEPARATOR, browser_text(browser, MESSAGE_CERTAIN));
}

void summary_add_count(const struct browser *browser, struct buffer *out, size_t count)
{
    if (count == 1)
        buffer_add_string(out, browser_text(browser, MESSAGE_ONE_EVENT));
    else
        buffer_printf(out, browser_text(browser, MESSAGE_EVENTS), count);
}

/* Adds the values picked of one facet. */
static void add_picks(const struct browser *browser, struct buffer *out, enum facet facet)
{
    const struct picks *picks = &browser->question.picks;
    struct buffer names = {0}, name = {0};
    for (size_t i = 0; i < picks->count; i++) {
        if (picks->items[i].facet != facet)
            continue;
        buffer_clear(&name);
        facet_add_name(&name, browser->store, facet, buffer_bytes(&picks->items[i].id),
                       browser->language);
        buffer_add_string(&names, names.size ? ", " : "");
        text_add_cut(&names, buffer_bytes(&name), NAME_WIDTH);
    }
    if (names.size && facet == FACET_SOURCE)
        buffer_printf(out, browser_text(browser, MESSAGE_FROM_SOURCE), buffer_string(&names));
    else
        buffer_add(out, buffer_bytes(&names));
    buffer_add_string(out, names.size ? SEPARATOR : "");
    buffer_free(&names);
    buffer_free(&name);
}

static void add_count(const struct browser *browser, struct buffer *out)
{
    size_t all = browser->store->count;
    follow_add_words(browser, out);
    buffer_add_string(out, out->size ? SEPARATOR : "");
    if (!search_is_over(&browser->seeking.search) && browser->prompt.kind == PROMPT_NONE)
        buffer_printf(out, browser_text(browser, MESSAGE_SEARCHING),
                      search_percent(&browser->seeking.search));
    else if (browser->reading)
        buffer_printf(out, browser_text(browser, MESSAGE_READING),
                      store_percent_read(browser->reading));
    else if (question_is_open(&browser->question))
        buffer_printf(out, browser_text(browser, MESSAGE_EVENTS_OF), browser->answer.count, all);
    else
        summary_add_count(browser, out, all);
}

void summary_add(const struct browser *browser, struct buffer *out, int width)
{
    struct buffer filters = {0}, count = {0};
    add_units(browser, &filters);
    add_span(browser, &filters);
    for (int facet = 0; facet < FACET_COUNT; facet++)
        add_picks(browser, &filters, (enum facet)facet);
    add_words(browser, &filters);
    add_count(browser, &count);
    if (filters.size) {
        buffer_cut(&filters, filters.size - sizeof SEPARATOR + 1);
        text_add_cut(out, buffer_bytes(&filters),
                     width - text_width(buffer_bytes(&count)) - text_width(BYTES(SEPARATOR)));
        buffer_add_string(out, SEPARATOR);
    }
    buffer_add(out, buffer_bytes(&count));
    buffer_free(&filters);
    buffer_free(&count);
}

void summary_add_title(const struct browser *browser, struct buffer *out)
{
    const struct store *store = browser->store;
    bool titled = store_text(store, store->timeline, BYTES("Title"), browser->language, out);
    if (!titled && browser->name)
        buffer_add_string(out, browser->name);
}

/* Appends `: 5 title · 9 text`. */
static void add_fields(const struct browser *browser, struct buffer *out)
{
    static const enum message names[] = {
        [QUERY_TITLE] = MESSAGE_FOUND_TITLE,   [QUERY_TEXT] = MESSAGE_FOUND_TEXT,
        [QUERY_NOTE] = MESSAGE_FOUND_NOTE,     [QUERY_PLACE] = MESSAGE_FOUND_PLACE,
        [QUERY_PERSON] = MESSAGE_FOUND_PERSON, [QUERY_FIGURE] = MESSAGE_FOUND_FIGURE,
    };
    const char *separator = ": ";
    for (int i = 0; i < QUERY_FIELD_COUNT; i++) {
        if (browser->seeking.search.in_field[i] == 0)
            continue;
        buffer_printf(out, "%s%zu %s", separator, browser->seeking.search.in_field[i],
                      browser_text(browser, names[i]));
        separator = SEPARATOR;
    }
}

void summary_add_found(const struct browser *browser, struct buffer *out, int columns)
{
    const struct search *search = &browser->seeking.search;
    buffer_printf(out, browser_text(browser, MESSAGE_FOUND), search->matches.count);
    if (!search_is_over(search)) {
        buffer_add_string(out, SEPARATOR);
        buffer_printf(out, browser_text(browser, MESSAGE_SEARCHING), search_percent(search));
    }
    size_t size = out->size;
    add_fields(browser, out);
    if (text_width(buffer_bytes(out)) > columns)
        buffer_cut(out, size);
}
