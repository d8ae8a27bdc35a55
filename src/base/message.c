#include "base/message.h"

static const struct bilingual texts[MESSAGE_COUNT] = {
#define M(name, english, vietnamese) [MESSAGE_##name] = {{vietnamese, english}},
    MESSAGES(M)
#undef M
};

const char *message(enum message which, enum language language)
{
    return texts[which].in[language];
}
