#include "term/idle.h"

#include <unistd.h>

#define MINUTE 60U

/* One minute is all warning, but for a second without which each key would flash it. */
void idle_restart(struct idle *idle)
{
    unsigned seconds = idle->minutes * MINUTE;
    idle->warned = false;
    if (seconds)
        alarm(seconds > MINUTE ? seconds - MINUTE : 1);
}

bool idle_ring(struct idle *idle)
{
    bool over = idle->warned;
    idle->warned = true;
    if (!over)
        alarm(MINUTE);
    return over;
}
