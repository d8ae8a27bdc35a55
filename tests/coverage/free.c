/* Linked by `make coverage` in the place of sandbox_enter(), for the program alone: what it counts
 * is written to files at its end. */

#include "term/sandbox.h"

unsigned __wrap_sandbox_enter(const struct sandbox_wish *wish);

unsigned __wrap_sandbox_enter(const struct sandbox_wish *wish)
{
    if (wish->start)
        wish->start(wish->context);
    return SANDBOX_PRIVILEGES | SANDBOX_LIMITS | SANDBOX_FILES | SANDBOX_NETWORK | SANDBOX_SCOPES;
}
