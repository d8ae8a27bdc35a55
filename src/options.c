#include "options.h"

#include <stdlib.h>

void options_free(struct options *options)
{
    free(options->provinces);
    free(options->picks);
}
