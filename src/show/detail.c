#include "show/detail.h"

#include "file/figure.h"
#include "find/facet.h"
#include "find/naming.h"
#include "time/lunar.h"

#define LIST_INDENT   2
#define NUMBER_INDENT 5

struct layout {
    const struct browser *browser;
    struct page *page;
    struct record record;
    const struct event *event;
    enum language language;
    int skipped;        /* citations of a source listed already */
    struct buffer text; /* to work in */
};

static void add_line(struct layout *layout, unsigned style)
{
    page_add(layout->page, buffer_bytes(&layout->text), 0, 0, style);
    buffer_clear(&layout->text);
}

static void add_multilingual(struct layout *layout, struct bytes stem, unsigned style)
{
    const struct store *store = layout->browser->store;
    if (!layout->browser->both_languages) {
        store_text(store, layout->record, stem, layout->language, &layout->text);
        add_line(layout, style);
        return;
    }
    for (unsigned i = 0; i < LANGUAGE_COUNT; i++) {
        enum language language = (enum language)((layout->language + i) % LANGUAGE_COUNT);
        if (!store_text_in(store, layout->record, stem, language, &layout->text))
            continue;
        if (i > 0 && style == STYLE_PLAIN)
            page_add_gap(layout->page);
        add_line(layout, style);
    }
}

static void add_lunar(struct layout *layout)
{
    struct lunar north, south;
    struct buffer words = {0};
    bool differs;
    if (layout->event->first != layout->event->last || layout->event->doubt ||
        !lunar_from_day(&north, &south, &differs, layout->event->first))
        return;
    lunar_print(&layout->text, &north, layout->language);
    if (differs) {
        lunar_print(&words, &south, layout->language);
        buffer_add_string(&layout->text, "; ");
        buffer_printf(&layout->text, browser_text(layout->browser, MESSAGE_SOUTH),
                      buffer_string(&words));
    }
    buffer_free(&words);
    add_line(layout, STYLE_FAINT);
}

static void add_dates(struct layout *layout)
{
    store_date(layout->browser->store, layout->record, layout->language, &layout->text);
    add_line(layout, STYLE_PLAIN);
    add_lunar(layout);
}

static void add_name(const struct layout *layout, struct bytes value, struct buffer *out)
{
    (void)layout;
    text_clean_line(out, value);
}

static void add_word(const struct layout *layout, struct bytes value, struct buffer *out)
{
    store_word(layout->browser->store, value, layout->language, out);
}

/* Appends what `add` makes of the values of a repeated field, parted by commas. */
static void join_values(const struct layout *layout, struct bytes name, struct buffer *out,
                        void (*add)(const struct layout *layout, struct bytes value,
                                    struct buffer *out))
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(layout->browser->store, layout->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        if (!bytes_equal(field.name, name))
            continue;
        buffer_add_string(out, out->size ? ", " : "");
        add(layout, bytes_trim(field.raw), out);
    }
}

static void add_where(struct layout *layout)
{
    const struct browser *browser = layout->browser;
    struct buffer tags = {0};
    naming_add_event(&layout->text, browser->store, layout->event, layout->language,
                     browser->names);
    join_values(layout, BYTES("Tag"), &tags, add_word);
    if (tags.size && layout->text.size)
        buffer_add_string(&layout->text, "\xC2\xA0· "); /* a blank that does not break */
    buffer_add(&layout->text, buffer_bytes(&tags));
    buffer_free(&tags);
    add_line(layout, STYLE_PLAIN);
}

/* A single source is marked at the sources, several that differ at the note that says how. */
static void add_standing(struct layout *layout, enum message heading)
{
    const struct store *store = layout->browser->store;
    struct bytes standing = facet_standing(store, layout->event);
    bool is_single = bytes_equal(standing, BYTES(STANDING_SINGLE));
    if (standing.size == 0 || heading != (is_single ? MESSAGE_SOURCES : MESSAGE_NOTE))
        return;
    buffer_add_string(&layout->text, " · ");
    facet_add_name(&layout->text, store, FACET_STANDING, standing, layout->language);
}

static void add_heading(struct layout *layout, enum message heading)
{
    page_add_gap(layout->page);
    buffer_add_string(&layout->text, browser_text(layout->browser, heading));
    add_standing(layout, heading);
    add_line(layout, STYLE_BOLD);
}

static bool has_field(const struct layout *layout, struct bytes stem)
{
    struct rec_reader reader;
    struct rec_field field;
    struct bytes language;
    store_read(layout->browser->store, layout->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD)
        if (bytes_equal(schema_split(field.name, &language), stem))
            return true;
    return false;
}

static void add_joined(struct layout *layout, struct bytes name, enum message heading)
{
    if (!has_field(layout, name))
        return;
    add_heading(layout, heading);
    join_values(layout, name, &layout->text, add_name);
    add_line(layout, STYLE_PLAIN);
}

/* Calls `add` for each value of a field, numbered from 1, under a heading. */
static void add_list(struct layout *layout, struct bytes name, enum message heading,
                     void (*add)(struct layout *layout, struct bytes value, int number))
{
    struct rec_reader reader;
    struct rec_field field;
    int number = 0;
    store_read(layout->browser->store, layout->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        if (!bytes_equal(field.name, name))
            continue;
        if (number++ == 0)
            add_heading(layout, heading);
        add(layout, bytes_trim(field.raw), number);
        buffer_clear(&layout->text);
    }
}

static void add_figure(struct layout *layout, struct bytes value, int number)
{
    struct figure figure;
    (void)number;
    if (figure_read(&figure, value)) {
        add_word(layout, figure.what, &layout->text);
        buffer_add_string(&layout->text, ": ");
        figure_add_amount(&layout->text, &figure, layout->language);
        if (!bytes_equal(figure.what, figure.unit)) {
            buffer_add_char(&layout->text, ' ');
            add_word(layout, figure.unit, &layout->text);
        }
    } else {
        text_clean_line(&layout->text, value);
    }
    page_add(layout->page, buffer_bytes(&layout->text), LIST_INDENT, LIST_INDENT + 2, STYLE_PLAIN);
}

static void add_field_of(struct layout *layout, struct record record, struct bytes name,
                         const char *separator)
{
    struct buffer value = {0};
    if (store_value(layout->browser->store, record, name, &value) && value.size) {
        buffer_add_string(&layout->text, separator);
        text_clean_line(&layout->text, buffer_bytes(&value));
    }
    buffer_free(&value);
}

/* Appends the locators of all citations of `id`; false when it was cited before `value`. */
static bool add_locators(struct layout *layout, struct bytes id, struct bytes value,
                         struct buffer *out)
{
    struct rec_reader reader;
    struct rec_field field;
    store_read(layout->browser->store, layout->record, &reader);
    while (rec_next(&reader, &field) == REC_FIELD) {
        struct bytes locator, text = bytes_trim(field.raw);
        if (!bytes_equal(field.name, BYTES("Source")) ||
            !bytes_equal(bytes_split(text, ' ', &locator), id))
            continue;
        if (out->size == 0 && text.at < value.at)
            return false;
        buffer_add_string(out, locator.size ? ", " : "");
        text_clean_line(out, locator);
    }
    return true;
}

/* Appends what a source is and all the places where the event cites it. */
static void add_known_source(struct layout *layout, struct record source,
                             const struct buffer *locators)
{
    size_t start = layout->text.size;
    add_field_of(layout, source, BYTES("Author"), "");
    add_field_of(layout, source, BYTES("Title"), layout->text.size > start ? ", " : "");
    add_field_of(layout, source, BYTES("Publisher"), ", ");
    buffer_add(&layout->text, buffer_bytes(locators));
}

/* A source cited at several places is one entry; one that no record describes is shown as it is
 * written. */
static void add_source(struct layout *layout, struct bytes value, int number)
{
    struct bytes locator;
    struct bytes id = bytes_split(value, ' ', &locator);
    struct buffer locators = {0};
    struct record source;
    size_t index;
    bool known = store_find_record(layout->browser->store, RECORD_SOURCE, id, &source, &index);
    if (known && !add_locators(layout, id, value, &locators)) {
        layout->skipped++;
        return;
    }
    buffer_printf(&layout->text, "[%d]  ", number - layout->skipped);
    if (known)
        add_known_source(layout, source, &locators);
    else
        text_clean_line(&layout->text, value);
    buffer_free(&locators);
    page_add(layout->page, buffer_bytes(&layout->text), 0, NUMBER_INDENT, STYLE_PLAIN);
}

static void add_link(struct layout *layout, struct bytes value, int number)
{
    const struct store *store = layout->browser->store;
    uint32_t event = store_find(store, value);
    if (event == EVENT_NONE)
        return;
    struct record record = store->events[event].record;
    buffer_printf(&layout->text, "%d  ", number);
    store_title(store, record, layout->language, &layout->text);
    buffer_add_string(&layout->text, ", ");
    store_date(store, record, layout->language, &layout->text);
    page_add(layout->page, buffer_bytes(&layout->text), 0, LIST_INDENT + 1, STYLE_PLAIN);
}

static void add_text(struct layout *layout)
{
    page_add_gap(layout->page);
    add_multilingual(layout, BYTES("Text"), STYLE_PLAIN);
}

static void add_rest(struct layout *layout)
{
    if (has_field(layout, BYTES("Note"))) {
        add_heading(layout, MESSAGE_NOTE);
        add_multilingual(layout, BYTES("Note"), STYLE_PLAIN);
    }
    add_list(layout, BYTES("Figure"), MESSAGE_FIGURES, add_figure);
    add_joined(layout, BYTES("Place"), MESSAGE_PLACES);
    add_joined(layout, BYTES("Person"), MESSAGE_PEOPLE);
    add_list(layout, BYTES("Source"), MESSAGE_SOURCES, add_source);
}

void detail_add(const struct browser *browser, uint32_t number, unsigned parts, struct page *page)
{
    const struct event *event = &browser->store->events[number];
    struct layout layout = {.browser = browser,
                            .page = page,
                            .record = event->record,
                            .event = event,
                            .language = browser->language};
    if (parts & DETAIL_TITLE)
        add_multilingual(&layout, BYTES("Title"), STYLE_BOLD);
    if (parts & DETAIL_DATES)
        add_dates(&layout);
    if (parts & DETAIL_WHERE)
        add_where(&layout);
    if (parts & DETAIL_TEXT)
        add_text(&layout);
    if (parts & DETAIL_REST)
        add_rest(&layout);
    if (parts & DETAIL_LINKS)
        add_list(&layout, BYTES("See"), MESSAGE_SEE_ALSO, add_link);
    buffer_free(&layout.text);
}
