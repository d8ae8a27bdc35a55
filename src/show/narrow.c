#include "show/narrow.h"

/* No name is longer, in bytes. */
#define TYPED_MAX 100

static const struct view_ops *pane_of(const struct browser *browser)
{
    const struct view_ops *ops = view_ops(browser_focus(browser));
    return ops->typed ? ops : NULL;
}

bool narrow_type(struct browser *browser, uint32_t key)
{
    const struct view_ops *ops = pane_of(browser);
    struct buffer longer = {0};
    if (!ops)
        return false;
    struct buffer *typed = ops->typed(browser);
    if (typed->size > TYPED_MAX)
        return true;
    text_add_point(typed, key);
    text_clean(&longer, buffer_bytes(typed));
    buffer_free(typed);
    *typed = longer;
    ops->narrow(browser);
    return true;
}

void narrow_untype(struct browser *browser)
{
    const struct view_ops *ops = pane_of(browser);
    if (!ops)
        return;
    struct buffer *typed = ops->typed(browser);
    buffer_cut(typed, text_last_grapheme(buffer_bytes(typed)));
    ops->narrow(browser);
}

bool narrow_clear(struct browser *browser)
{
    const struct view_ops *ops = pane_of(browser);
    if (!ops || ops->typed(browser)->size == 0)
        return false;
    buffer_clear(ops->typed(browser));
    ops->narrow(browser);
    return true;
}

void narrow_draw_head(struct browser *browser, enum view_id id, struct surface *surface,
                      struct area row, bool focus)
{
    const struct view_ops *ops = view_ops(id);
    struct buffer line = {0};
    ops->head(browser, &line);
    int used = surface_put(surface, row, buffer_bytes(&line), STYLE_BOLD);
    if (focus)
        surface_set_cursor(surface, row.x + (ops->typed(browser)->size ? used : 0), row.y);
    buffer_free(&line);
}

bool narrow_type_blank(struct browser *browser)
{
    const struct view_ops *ops = pane_of(browser);
    if (!ops)
        return false;
    struct bytes typed = buffer_bytes(ops->typed(browser));
    if (typed.size == 0 || typed.at[typed.size - 1] == ' ')
        return false;
    struct query *query = query_new_with_blank(typed);
    bool goes_on = query && ops->lists(browser, query);
    query_free(query);
    return goes_on && narrow_type(browser, ' ');
}
