#ifndef SHOW_PROVINCE_TABLE_H
#define SHOW_PROVINCE_TABLE_H

#include "show/browser.h"

/* Draws the rows of the province pane in columns: a box, the name, the number of events, a
 * sparkline of the decades; with `head`, what the columns are in a row above. */
void province_table_draw(const struct browser *browser, struct surface *surface, struct area area,
                         bool head, bool focus);

/* Appends what row `index` is called: a unit, with its years where former ones are listed, or a
 * heading. */
void province_table_add_name(const struct browser *browser, size_t index, struct buffer *out);

#endif
