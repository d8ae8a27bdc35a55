#ifndef UNIT_KEYS_H
#define UNIT_KEYS_H

#include "base/text.h"
#include "show/key.h"
#include "unit.h"

/* Calls `take` for each key of a script: a character is itself, `<Name>` is a key by its name. */
static inline void each_key(const char *script, void (*take)(void *context, uint32_t key),
                            void *context)
{
    for (struct bytes left = bytes_of(script); left.size;) {
        uint32_t key;
        if (left.at[0] == '<') {
            key = key_parse(bytes_after(bytes_split(left, '>', &left), 1));
        } else {
            text_points(left, &key, 1);
            size_t size = 1;
            while (size < left.size && (left.at[size] & 0xC0) == 0x80)
                size++;
            left = bytes_after(left, size);
        }
        if (key == KEY_CODE_NONE)
            fail_msg("no such key in %s", script);
        take(context, key);
    }
}

#endif
