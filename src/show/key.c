#include "show/key.h"

#include "base/text.h"

/* A pointer's number: this, what it did, column and row. */
#define POINTER_BASE 0x80000000U
#define POINTER_BITS 14 /* for a column or a row */
#define POINTER_MASK ((1U << POINTER_BITS) - 1)

static const struct {
    struct bytes name;
    uint32_t key;
} names[] = {
    {BYTES_INIT("Up"), KEY_CODE_UP},
    {BYTES_INIT("Down"), KEY_CODE_DOWN},
    {BYTES_INIT("Left"), KEY_CODE_LEFT},
    {BYTES_INIT("Right"), KEY_CODE_RIGHT},
    {BYTES_INIT("Home"), KEY_CODE_HOME},
    {BYTES_INIT("End"), KEY_CODE_END},
    {BYTES_INIT("PgUp"), KEY_CODE_PAGE_UP},
    {BYTES_INIT("PgDn"), KEY_CODE_PAGE_DOWN},
    {BYTES_INIT("Del"), KEY_CODE_DELETE},
    {BYTES_INIT("F1"), KEY_CODE_F1},
    {BYTES_INIT("Space"), ' '},
    {BYTES_INIT("Tab"), KEY_CODE_TAB},
    {BYTES_INIT("Enter"), KEY_CODE_ENTER},
    {BYTES_INIT("Esc"), KEY_CODE_ESCAPE},
    {BYTES_INIT("Backspace"), KEY_CODE_BACKSPACE},
    {BYTES_INIT("PasteBegin"), KEY_CODE_PASTE_BEGIN},
    {BYTES_INIT("PasteEnd"), KEY_CODE_PASTE_END},
};

uint32_t key_parse(struct bytes name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (bytes_equal(names[i].name, name))
            return names[i].key;
    if (name.size == 2 && name.at[0] == '^')
        return KEY_CODE_CONTROL(name.at[1]);
    uint32_t points[2];
    return text_points(name, points, 2) == 1 ? points[0] : KEY_CODE_NONE;
}

bool key_is_text(uint32_t key)
{
    return key >= ' ' && key < KEY_CODE_NONE && key != KEY_CODE_BACKSPACE &&
           !(key >= 0x80 && key < 0xA0);
}

uint32_t key_of_pointer(enum pointer what, int x, int y)
{
    uint32_t column = (uint32_t)x, row = (uint32_t)y;
    if (column > POINTER_MASK || row > POINTER_MASK)
        return KEY_CODE_NONE;
    return POINTER_BASE | (uint32_t)what << 2 * POINTER_BITS | column << POINTER_BITS | row;
}

bool key_read_pointer(uint32_t key, enum pointer *what, int *x, int *y)
{
    if (!(key & POINTER_BASE))
        return false;
    *what = (enum pointer)((key & ~POINTER_BASE) >> 2 * POINTER_BITS);
    *x = (int)(key >> POINTER_BITS & POINTER_MASK);
    *y = (int)(key & POINTER_MASK);
    return true;
}
