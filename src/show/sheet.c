#include "show/sheet.h"

#define MEASURE    72 /* columns */
#define MARGIN     2  /* at least, where there is room for no more */
#define MARGINS    10 /* parts of the width, one of which is a margin */
#define ROWS_ABOVE 8  /* parts of the height, one of which stays empty above */

struct area sheet_text(struct area room)
{
    int margin = room.width / MARGINS > MARGIN ? room.width / MARGINS : MARGIN;
    int width = room.width - 2 * margin < MEASURE ? room.width - 2 * margin : MEASURE;
    int above = room.height < SHEET_SMALL ? 0 : room.height / ROWS_ABOVE;
    return (struct area){room.x + (room.width - width) / 2, room.y + above, width,
                         room.height - above};
}
