#ifndef RANDOM_TEXT_H
#define RANDOM_TEXT_H

#include "unit.h"

#define ACUTE "\xCC\x81"

/* Appends a random piece: letters, marks, wide ones, controls, broken bytes. */
static inline void add_random(struct buffer *out)
{
    static const char *const pieces[] = {
        "a",
        "b",
        "xyz",
        " ",
        " ",
        " ",
        "\n",
        "-",
        ",",
        ".",
        "(",
        ")",
        "\t",
        "Đ",
        "ộ",
        "e\xCC\xA3",
        "\xCC\x82",
        ACUTE,
        "\xCC\x9B",
        "文",
        "\xEA\xB0\x81",
        "\xE1\x84\x80",
        "\xE1\x85\xA1",
        "\xE1\x86\xA8",
        "\xE0\xA4\x95",
        "\xE0\xA4\xBF",
        "\xE0\xA5\x8D",
        "\xF0\x9F\x98\x80",
        "\xE2\x80\x8D",
        "\xEF\xB8\x8F",
        "\xF0\x9F\x87\xBB",
        "\x1b[0m",
        "\r",
        "\xC2\x85",
        "\xE2\x80\xAE",
        "\xFF",
        "\xC3",
        "\xE1\xBB",
        "\xC2\xA0",
        "…",
        "“",
        "\xE2\x80\xA8",
    };
    for (unsigned left = random_below(24); left > 0; left--)
        buffer_add_string(out, pieces[random_below(COUNT(pieces))]);
}

#endif
