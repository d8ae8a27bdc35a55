#include "show/reread.h"

void reread_free(struct reread *reread)
{
    if (!reread->reading)
        return;
    store_end_reading(reread->reading);
    reread->reading = NULL;
    store_close(&reread->fresh);
}
