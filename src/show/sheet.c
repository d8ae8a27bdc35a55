#include "show/sheet.h"

#define MEASURE    72 /* columns */
#define MARGIN     2  /* at least, where there is room for no more */
#define MARGINS    10 /* parts of the width, one of which is a margin */
#define ROWS_ABOVE 8  /* parts of the height, one of which stays empty above */

#define PANE_MEASURE 76 /* columns beyond which a line is hard to follow back */
#define PANE_MARGIN  1

struct area sheet_text(struct area room)
{
    int margin = room.width / MARGINS > MARGIN ? room.width / MARGINS : MARGIN;
    int width = room.width - 2 * margin < MEASURE ? room.width - 2 * margin : MEASURE;
    int above = room.height < SHEET_SMALL ? 0 : room.height / ROWS_ABOVE;
    return (struct area){room.x + (room.width - width) / 2, room.y + above, width,
                         room.height - above};
}

struct area sheet_pane_text(struct area pane)
{
    struct area text = area_after(pane, PANE_MARGIN);
    text.width = text.width - PANE_MARGIN < PANE_MEASURE ? text.width - PANE_MARGIN : PANE_MEASURE;
    return text;
}
