#include "show/province_table.h"

#include "base/text.h"
#include "show/rows.h"
#include "show/strip.h"

#define MARKER_WIDTH 2
#define BOX_WIDTH    4
#define INDENT       2 /* of units below a heading */
#define NAME_MIN     18
#define NAME_MAX     24
#define FORMER_MAX   34 /* of names with years behind them */
#define SPARKS_MIN   5
#define YEAR_WIDTH   4

/* Where the columns stand, counted from the left of a row. */
struct columns {
    int name;  /* columns of it */
    int count; /* where the number ends */
    int spark;
    int sparks; /* cells of the decades; 0 when there is no room for them */
    int merged; /* decades in a cell */
};

/* Returns the columns of the longest number: `138`, or `12/138` where a filter hides some. */
static int count_width(const struct tally *tally)
{
    uint32_t most = 0;
    for (size_t unit = 0; unit < tally->unit_count; unit++)
        most = tally->all[unit] > most ? tally->all[unit] : most;
    return tally->is_all ? text_digits(most) : 2 * text_digits(most) + 1;
}

/* Gives the decades as many cells as there are, or half as many, and so on. */
static struct columns lay_out(const struct province_pane *pane, int width)
{
    int before = MARKER_WIDTH + INDENT + BOX_WIDTH, number = count_width(&pane->tally) + 1;
    int longest = pane->has_former ? FORMER_MAX : NAME_MAX;
    struct columns columns = {.merged = 1, .sparks = pane->tally.decade_count};
    int room = width - before - number - 2 - NAME_MIN;
    while (columns.sparks > room && columns.sparks >= SPARKS_MIN) {
        columns.merged++;
        columns.sparks = (pane->tally.decade_count + columns.merged - 1) / columns.merged;
    }
    if (columns.sparks > room)
        columns.sparks = 0;
    columns.name = width - before - number - (columns.sparks ? columns.sparks + 2 : 0);
    columns.name = columns.name > longest ? longest : columns.name;
    columns.count = before + columns.name + number;
    columns.spark = columns.count + 2;
    return columns;
}

/* Returns the most events that a unit of the list has in a cell. */
static uint32_t cell_number(const struct tally *tally, uint32_t unit, int cell, int merged)
{
    const uint32_t *decades = tally_decades(tally, unit);
    uint32_t sum = 0;
    for (int d = cell * merged; d < (cell + 1) * merged && d < tally->decade_count; d++)
        sum += decades[d];
    return sum;
}

static uint32_t peak_of(const struct province_pane *pane, const struct columns *columns)
{
    uint32_t peak = 1;
    for (size_t row = 0; row < pane->count; row++)
        for (int cell = 0; cell < columns->sparks && pane->rows[row].unit != UNIT_NONE; cell++) {
            uint32_t number =
                cell_number(&pane->tally, pane->rows[row].unit, cell, columns->merged);
            peak = number > peak ? number : peak;
        }
    return peak;
}

static void draw_sparks(const struct province_pane *pane, uint32_t unit, uint32_t peak,
                        const struct columns *columns, struct surface *surface, struct area row)
{
    struct buffer sparks = {0};
    for (int cell = 0; cell < columns->sparks; cell++)
        buffer_add_string(
            &sparks, strip_block(cell_number(&pane->tally, unit, cell, columns->merged), peak));
    surface_put(surface, area_after(row, columns->spark), buffer_bytes(&sparks), STYLE_ACCENT);
    buffer_free(&sparks);
}

void province_table_add_name(const struct browser *browser, size_t index, struct buffer *out)
{
    const struct province_row *row = &browser->provinces.rows[index];
    static const enum message classes[ROLL_CLASS_COUNT] = {
        [ROLL_FORMER] = MESSAGE_UNITS_FORMER,
        [ROLL_NOW] = MESSAGE_UNITS_NOW,
        [ROLL_GROUND] = MESSAGE_UNITS_GROUND,
    };
    const struct gazetteer *gazetteer = &browser->store->gazetteer;
    if (row->unit == UNIT_NONE && row->class != ROLL_LISTED)
        buffer_add_string(out, browser_text(browser, classes[row->class]));
    else if (row->unit == UNIT_NONE)
        text_clean_line(out, row->heading);
    else
        text_clean_line(out, gazetteer_name(gazetteer, row->unit, browser->language));
    if (row->unit != UNIT_NONE && browser->provinces.has_former &&
        !gazetteer_is_ground(gazetteer, row->unit))
        naming_add_years(out, gazetteer, row->unit);
}

static void draw_number(const struct tally *tally, uint32_t unit, const struct columns *columns,
                        struct surface *surface, struct area row, unsigned style)
{
    struct buffer number = {0};
    buffer_printf(&number, "%u", tally->left[unit]);
    if (!tally->is_all)
        buffer_printf(&number, "/%u", tally->all[unit]);
    row.width = columns->count < row.width ? columns->count : row.width;
    surface_put_right(surface, row, buffer_bytes(&number), style);
    buffer_free(&number);
}

/* Draws the box and the name; a unit stands a little right of its heading. */
static void draw_name(const struct browser *browser, size_t index, const struct columns *columns,
                      struct surface *surface, struct area row, unsigned style)
{
    const struct province_pane *pane = &browser->provinces;
    const struct province_row *what = &pane->rows[index];
    struct buffer name = {0}, shown = {0};
    size_t of, chosen = province_pane_chosen(pane, index, &of);
    bool is_heading = what->unit == UNIT_NONE;
    struct area box = area_after(row, MARKER_WIDTH + (is_heading ? 0 : INDENT));
    const char *mark = chosen == of ? "[x]" : "[-]";
    surface_put_string(surface, box, chosen ? mark : "[ ]", style & ~(unsigned)STYLE_BOLD);
    province_table_add_name(browser, index, &name);
    text_add_cut(&shown, buffer_bytes(&name), columns->name + (is_heading ? INDENT : 0));
    surface_put(surface, area_after(box, BOX_WIDTH), buffer_bytes(&shown), style);
    buffer_free(&name);
    buffer_free(&shown);
}

static void draw_row(const struct browser *browser, size_t index, uint32_t peak,
                     const struct columns *columns, struct surface *surface, struct area row)
{
    const struct province_pane *pane = &browser->provinces;
    uint32_t unit = pane->rows[index].unit;
    size_t of;
    if (unit == UNIT_NONE) {
        draw_name(browser, index, columns, surface, row, STYLE_BOLD);
        return;
    }
    bool chosen = province_pane_chosen(pane, index, &of);
    unsigned style = pane->tally.left[unit] ? STYLE_PLAIN : STYLE_FAINT;
    draw_name(browser, index, columns, surface, row, chosen ? style | STYLE_BOLD : style);
    draw_number(&pane->tally, unit, columns, surface, row, style);
    draw_sparks(pane, unit, peak, columns, surface, row);
}

/* Draws above the columns by which names the list is and where the decades begin and end. */
static void draw_head(const struct browser *browser, const struct columns *columns,
                      struct surface *surface, struct area row)
{
    const struct province_pane *pane = &browser->provinces;
    struct buffer names = {0}, years = {0};
    struct area left = area_after(row, MARKER_WIDTH);
    browser_add_names(browser, &names);
    left.width = columns->count - MARKER_WIDTH;
    surface_put(surface, left, buffer_bytes(&names), STYLE_FAINT);
    if (columns->sparks > 2 * YEAR_WIDTH) {
        int last = tally_year(&pane->tally, pane->tally.decade_count - 1);
        buffer_printf(&years, "%-*d%*d", columns->sparks - YEAR_WIDTH, pane->tally.first_year,
                      YEAR_WIDTH, last);
        surface_put(surface, area_after(row, columns->spark), buffer_bytes(&years), STYLE_FAINT);
    }
    buffer_free(&names);
    buffer_free(&years);
}

void province_table_draw(const struct browser *browser, struct surface *surface, struct area area,
                         bool head, bool focus)
{
    const struct view *view = &browser->views[VIEW_PROVINCES];
    const struct province_pane *pane = &browser->provinces;
    struct columns columns = lay_out(pane, area.width);
    uint32_t peak = peak_of(pane, &columns);
    if (head)
        draw_head(browser, &columns, surface, area_row(area, 0));
    if (pane->count == 0)
        surface_put_string(surface, area_row(area, head),
                           browser_text(browser, MESSAGE_NO_PROVINCE), STYLE_PLAIN);
    for (int y = head; y < area.height; y++) {
        size_t index = view->top + (size_t)(y - head);
        struct area row = area_row(area, y);
        if (index >= pane->count)
            break;
        draw_row(browser, index, peak, &columns, surface, row);
        row.width = columns.count < row.width ? columns.count : row.width;
        if (index == view->cursor)
            rows_mark(surface, row, focus);
    }
}
