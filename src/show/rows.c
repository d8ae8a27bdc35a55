#include "show/rows.h"

size_t rows_top(size_t top, size_t cursor, size_t count, size_t height)
{
    size_t highest = count > height ? count - height : 0;
    if (cursor < top)
        top = cursor;
    if (height && cursor >= top + height)
        top = cursor - height + 1;
    return top < highest ? top : highest;
}

void rows_scroll(struct view *view, size_t count, int height)
{
    view->page = height > 0 ? height : 0;
    view->top = rows_top(view->top, view->cursor, count, (size_t)view->page);
}

size_t rows_text_places(const struct view *view, size_t count)
{
    size_t page = (size_t)view->page;
    return count > page ? count - page + 1 : 1;
}

void rows_scroll_text(struct view *view, size_t count, int height)
{
    view->page = height;
    if (view->cursor >= rows_text_places(view, count))
        view->cursor = rows_text_places(view, count) - 1;
}

void rows_press(struct view *view, size_t count, int y)
{
    if (y >= 0 && view->top + (size_t)y < count)
        view->cursor = view->top + (size_t)y;
}

void rows_mark(struct surface *surface, struct area row, bool focus)
{
    surface_put_string(surface, row, ">", STYLE_PLAIN);
    surface_add_style(surface, row, STYLE_REVERSE);
    if (focus)
        surface_set_cursor(surface, row.x, row.y);
}
