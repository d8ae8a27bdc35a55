#include "show/axis_place.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "show/axis_shape.h"

#define TITLE_LEAST 8  /* columns under which a title says nothing */
#define TITLE_MOST  28 /* columns it may take where others want room */
#define INSET       14 /* columns from which on a bar holds its title */
#define MARKS_LEAST 10 /* columns that hold at least one mark */
#define INSET_EDGE  2  /* columns of the bar that stay on each side of it, a blank among them */

/* --- Cells --- */

static char *cells(struct axis_layout *layout, int y)
{
    return layout->used + (size_t)y * (size_t)layout->width;
}

/* Says whether the columns from `x` up to `end` are free, as far as they are in view. */
static bool is_free(struct axis_layout *layout, int y, int x, int end)
{
    const char *row = cells(layout, y);
    x = x > 0 ? x : 0;
    end = end < layout->width ? end : layout->width;
    return x >= end || !memchr(row + x, 1, (size_t)(end - x));
}

static void take(struct axis_layout *layout, int y, int x, int end)
{
    x = x > 0 ? x : 0;
    end = end < layout->width ? end : layout->width;
    if (x < end)
        memset(cells(layout, y) + x, 1, (size_t)(end - x));
}

/* Returns how many columns from `x` on are free. */
static int free_after(struct axis_layout *layout, int y, int x)
{
    const char *row = cells(layout, y);
    int end = x;
    while (end < layout->width && !row[end])
        end++;
    return end - x;
}

void axis_add_piece(struct axis_layout *layout, struct axis_piece piece)
{
    layout->pieces =
        memory_grow(layout->pieces, layout->count, &layout->room, sizeof *layout->pieces);
    layout->pieces[layout->count++] = piece;
}

/* --- Events --- */

static const struct event *event_at(const struct axis_scene *scene, size_t place)
{
    return &scene->store->events[scene->answer->events[place]];
}

void axis_extent(const struct axis_scene *scene, const struct event *event, int *x, int *end)
{
    const struct axis_scale *scale = scene->scale;
    *x = event->first < scale->first ? 0 : axis_scale_column(scale, event->first);
    *end = event->last > scale->last ? scale->width
                                     : axis_scale_column(scale, (int64_t)event->last + 1);
    *end = *end < scale->width ? *end : scale->width;
    if (event->first == event->last || *end <= *x)
        *end = *x + 1;
}

/* Returns the column of a day, or the end of the bar that is nearest to it. */
static int column_in(const struct axis_piece *piece, const struct axis_scale *scale, int64_t day)
{
    int x = axis_scale_column(scale, day);
    x = x > piece->x ? x : piece->x;
    return x < piece->end ? x : piece->end;
}

static void add_shape(struct axis_piece *piece, const struct axis_scene *scene)
{
    const struct event *event = event_at(scene, piece->place);
    const struct axis_scale *scale = scene->scale;
    piece->solid_x = piece->x;
    piece->solid_end = piece->end;
    piece->doubtful = event->doubt != 0;
    if (piece->kind != AXIS_BAR)
        return;
    struct axis_shape shape = axis_shape_of(scene->store, event);
    piece->open_past = shape.open_past && scale->first <= scene->index->first;
    piece->open_future = shape.open_future && scale->last >= scene->index->last;
    if (shape.first > event->first)
        piece->solid_x = column_in(piece, scale, shape.first);
    if (shape.last < event->last)
        piece->solid_end = column_in(piece, scale, (int64_t)shape.last + 1);
    if (shape.first > shape.last || piece->solid_end < piece->solid_x)
        piece->solid_end = piece->solid_x;
}

/* Appends the title to the layout's. */
static struct text_run read_title(struct axis_layout *layout, const struct axis_scene *scene,
                                  size_t place)
{
    size_t at = layout->titles.size;
    store_title(scene->store, event_at(scene, place)->record, scene->language, &layout->titles);
    return (struct text_run){at, layout->titles.size - at};
}

static int title_width(const struct axis_layout *layout, struct text_run title)
{
    return text_width((struct bytes){layout->titles.data + title.at, title.size});
}

/* Says whether the sign alone has room. Bars stand apart from what is before them. */
static bool sign_fits(struct axis_layout *layout, const struct axis_piece *piece, int y)
{
    int bar = piece->kind == AXIS_BAR;
    return is_free(layout, y, piece->x - bar, piece->end + bar);
}

/* Gives the title a place inside a long bar. Where it does not fit whole it may be cut. */
static bool try_inside(struct axis_layout *layout, struct axis_piece *piece, int y, int width,
                       bool cut)
{
    int inside = piece->end - piece->x - 2 * INSET_EDGE;
    if (inside + 2 * INSET_EDGE < INSET || (width > inside && !cut) || !sign_fits(layout, piece, y))
        return false;
    piece->y = y;
    piece->label_x = piece->x + INSET_EDGE;
    piece->label_end = piece->label_x + (width < inside ? width : inside);
    return true;
}

/* Gives the title a place to the right of the sign, or to the left of it. */
static bool try_beside(struct axis_layout *layout, struct axis_piece *piece, int y, int width)
{
    int bar = piece->kind == AXIS_BAR; /* bars stand apart from what is before them */
    int right = piece->end + 1, left = piece->x - 1 - width;
    bool fits_right =
        right + width <= layout->width && is_free(layout, y, piece->x - bar, right + width + 1);
    if (!fits_right && (left < 0 || !is_free(layout, y, left - 1, piece->end + bar)))
        return false;
    piece->y = y;
    piece->label_x = fits_right ? right : left;
    piece->label_end = piece->label_x + width;
    return true;
}

/* Finds a row that has room for a title that is not cut too short. */
static bool try_label(struct axis_layout *layout, struct axis_piece *piece,
                      const struct axis_room *room, int rows, int width)
{
    int shorter = width > TITLE_MOST && !room->roomy ? TITLE_MOST : width;
    bool is_long = piece->end - piece->x >= INSET; /* cut, a title is as good inside */
    for (int y = room->y; y < room->y + rows; y++)
        if (try_inside(layout, piece, y, width, false) ||
            ((!is_long || shorter == width) && try_beside(layout, piece, y, shorter)))
            return true;
    for (int y = room->y; y < room->y + rows; y++)
        if (try_inside(layout, piece, y, width, true))
            return true;
    return false;
}

/* Finds the row with most room for a title to the right, and cuts it to that. */
static bool try_cut(struct axis_layout *layout, struct axis_piece *piece,
                    const struct axis_room *room, int rows)
{
    int best = TITLE_LEAST + 1;
    for (int y = room->y; y < room->y + rows; y++) {
        int left = free_after(layout, y, piece->end + 1);
        left -= piece->end + 1 + left < layout->width; /* a blank behind it */
        if (left <= best - 1 || !sign_fits(layout, piece, y))
            continue;
        best = left + 1;
        piece->y = y;
        piece->label_x = piece->end + 1;
        piece->label_end = piece->label_x + left;
    }
    return best > TITLE_LEAST + 1;
}

static bool try_sign(struct axis_layout *layout, struct axis_piece *piece,
                     const struct axis_room *room, int rows)
{
    piece->label_x = piece->label_end = piece->end;
    for (piece->y = room->y; piece->y < room->y + rows; piece->y++)
        if (sign_fits(layout, piece, piece->y))
            return true;
    return false;
}

void axis_take_piece(struct axis_layout *layout, const struct axis_piece *piece)
{
    bool label = piece->label_end > piece->label_x;
    int x = label && piece->label_x < piece->x ? piece->label_x - 1 : piece->x;
    int end = label && piece->label_end > piece->end ? piece->label_end + 1 : piece->end;
    take(layout, piece->y, x, end + (end == piece->end && piece->kind == AXIS_BAR));
}

/* Says whether a title could have any room; to read it takes longer. */
static bool has_title_room(struct axis_layout *layout, const struct axis_piece *piece,
                           const struct axis_room *room, int rows)
{
    if (piece->end - piece->x >= INSET)
        return true;
    for (int y = room->y; y < room->y + rows; y++)
        if (is_free(layout, y, piece->x, piece->end + 1 + TITLE_LEAST) ||
            is_free(layout, y, piece->x - 1 - TITLE_LEAST, piece->end))
            return true;
    return false;
}

/* Finds a place for the sign, with its title if there is room for that. */
static bool try_all(struct axis_layout *layout, const struct axis_scene *scene,
                    const struct axis_room *room, struct axis_piece *piece)
{
    bool is_long = piece->end - piece->x > layout->width / 2 && !piece->selected;
    int rows = is_long && !room->any_row ? (room->rows + 1) / 2 : room->rows;
    if (room->any_row && !is_long)
        return false; /* it was tried before */
    if (!try_sign(layout, piece, room, rows))
        return false;
    if (room->unnamed || !has_title_room(layout, piece, room, rows))
        return true;
    piece->label = read_title(layout, scene, piece->place);
    int width = title_width(layout, piece->label);
    if (try_label(layout, piece, room, rows, width))
        return true;
    if (try_cut(layout, piece, room, rows))
        return true;
    buffer_cut(&layout->titles, piece->label.at);
    return try_sign(layout, piece, room, rows);
}

static struct axis_piece piece_of(const struct axis_scene *scene, size_t place)
{
    const struct event *event = event_at(scene, place);
    struct axis_piece piece = {.place = place, .count = 1, .selected = place == scene->selected};
    piece.kind = event->first == event->last ? AXIS_POINT : AXIS_BAR;
    axis_extent(scene, event, &piece.x, &piece.end);
    return piece;
}

/* Where marks share the row of a bar, one of its sides is left to them; the bar is cut for it when
 * it must be. */
static void leave_marks_room(struct axis_piece *piece, int width)
{
    if (piece->x > MARKS_LEAST || width - piece->end > MARKS_LEAST)
        return;
    int most = width - MARKS_LEAST - 1;
    piece->end = most > piece->x ? most : piece->x + 1;
}

bool axis_place_event(struct axis_layout *layout, const struct axis_scene *scene,
                      const struct axis_room *room, size_t place)
{
    struct axis_piece piece = piece_of(scene, place);
    if (room->unnamed)
        leave_marks_room(&piece, layout->width);
    if (!try_all(layout, scene, room, &piece))
        return false;
    add_shape(&piece, scene);
    axis_take_piece(layout, &piece);
    axis_add_piece(layout, piece);
    return true;
}

bool axis_place_between(struct axis_layout *layout, const struct axis_scene *scene,
                        struct axis_piece *piece, size_t place, int from, int end)
{
    struct axis_piece alone = piece_of(scene, place);
    if (alone.x < from || alone.end > end)
        return false;
    alone.y = piece->y;
    alone.label_x = alone.label_end = alone.end;
    if (end - alone.end - 1 >= TITLE_LEAST) {
        alone.label = read_title(layout, scene, place);
        int width = title_width(layout, alone.label), most = end - alone.end - 1;
        alone.label_x = alone.end + 1;
        alone.label_end = alone.label_x + (width < most ? width : most);
    }
    add_shape(&alone, scene);
    *piece = alone;
    return true;
}

void axis_widen_titles(struct axis_layout *layout, size_t start)
{
    for (size_t i = start; i < layout->count; i++) {
        struct axis_piece *piece = &layout->pieces[i];
        if (piece->kind == AXIS_MARK || piece->label_x < piece->end ||
            piece->label_end == piece->label_x)
            continue;
        int lacking = title_width(layout, piece->label) - (piece->label_end - piece->label_x);
        int more = free_after(layout, piece->y, piece->label_end + 1); /* a blank stays behind it */
        if (piece->label_end + 1 + more == layout->width)
            more++;
        more = more < lacking ? more : lacking;
        if (more <= 0)
            continue;
        piece->label_end += more;
        axis_take_piece(layout, piece);
    }
}
