#include "sandbox_report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "term/sandbox.h"

#define PROOF "/etc/passwd"

static const struct {
    enum sandbox_layer layer;
    enum message what;
} layers[] = {
    {SANDBOX_PRIVILEGES, MESSAGE_LAYER_PRIVILEGES}, {SANDBOX_LIMITS, MESSAGE_LAYER_LIMITS},
    {SANDBOX_FILES, MESSAGE_LAYER_FILES},           {SANDBOX_NETWORK, MESSAGE_LAYER_NETWORK},
    {SANDBOX_SCOPES, MESSAGE_LAYER_SCOPES},
};

static void print_line(enum message what, const char *value, enum language language)
{
    printf("%s: %s\n", message(what, language), value);
}

/* Returns why the file cannot be opened, 0 when it can. */
static int refusal(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    close(file);
    return 0;
}

bool sandbox_report(enum language language)
{
    const struct sandbox_wish wish = {.prints = true};
    char version[16];
    snprintf(version, sizeof version, "%d", sandbox_landlock());
    unsigned held = sandbox_enter(&wish);
    int error = refusal(PROOF);
    print_line(MESSAGE_LANDLOCK, version, language);
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        bool holds = held & layers[i].layer;
        print_line(layers[i].what, message(holds ? MESSAGE_HELD : MESSAGE_NOT_HELD, language),
                   language);
    }
    print_line(MESSAGE_SANDBOX_PROOF, error ? strerror(error) : message(MESSAGE_OPENED, language),
               language);
    return sandbox_confines(held) && error != 0 && fflush(stdout) == 0;
}
