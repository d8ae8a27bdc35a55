#include "term/keyboard.h"

#include <curses.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "show/key.h"

/* How long the bytes of one key may be apart, in milliseconds. */
#define KEY_GAP 50

/* Greater numbers in a report are on no screen. */
#define NUMBER_MOST 100000

/* Codes for curses beyond its own. */
#define OWN_PASTE_BEGIN (KEY_MAX + 1)
#define OWN_PASTE_END   (KEY_MAX + 2)
#define OWN_POINTER     (KEY_MAX + 3)

static const struct {
    const char *sequence;
    int key;
} sequences[] = {
    {"\033[A", KEY_UP},           {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},        {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},           {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},        {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},         {"\033[F", KEY_END},
    {"\033OH", KEY_HOME},         {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME},        {"\033[4~", KEY_END},
    {"\033[7~", KEY_HOME},        {"\033[8~", KEY_END},
    {"\033[5~", KEY_PPAGE},       {"\033[6~", KEY_NPAGE},
    {"\033[3~", KEY_DC},          {"\033OP", KEY_F(1)},
    {"\033[11~", KEY_F(1)},       {"\033[200~", OWN_PASTE_BEGIN},
    {"\033[201~", OWN_PASTE_END},
};

static const struct {
    int curses;
    uint32_t key;
} keys[] = {
    {KEY_UP, KEY_CODE_UP},
    {KEY_DOWN, KEY_CODE_DOWN},
    {KEY_LEFT, KEY_CODE_LEFT},
    {KEY_RIGHT, KEY_CODE_RIGHT},
    {KEY_HOME, KEY_CODE_HOME},
    {KEY_FIND, KEY_CODE_HOME},
    {KEY_END, KEY_CODE_END},
    {KEY_SELECT, KEY_CODE_END},
    {KEY_PPAGE, KEY_CODE_PAGE_UP},
    {KEY_NPAGE, KEY_CODE_PAGE_DOWN},
    {KEY_DC, KEY_CODE_DELETE},
    {KEY_BACKSPACE, KEY_CODE_BACKSPACE},
    {KEY_ENTER, KEY_CODE_ENTER},
    {KEY_F(1), KEY_CODE_F1},
    {OWN_PASTE_BEGIN, KEY_CODE_PASTE_BEGIN},
    {OWN_PASTE_END, KEY_CODE_PASTE_END},
};

void keyboard_open(bool mouse)
{
    keypad(stdscr, TRUE);
    define_key(NULL, KEY_MOUSE); /* so that a report of the mouse is a sequence like any other */
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
        define_key(sequences[i].sequence, sequences[i].key);
    if (mouse)
        define_key("\033[<", OWN_POINTER);
}

static uint32_t translate(int curses)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].curses == curses)
            return keys[i].key;
    return KEY_CODE_NONE;
}

/* Reads one byte or key of curses, waiting `delay` milliseconds for it; ERR when none came. */
static int get(int delay)
{
    timeout(delay);
    return getch();
}

/* Swallows the rest of a control sequence: parameters, then one final byte (ECMA-48, 5.4). */
static void swallow_sequence(void)
{
    int next = get(KEY_GAP);
    while (next >= 0x20 && next < 0x40)
        next = get(KEY_GAP);
}

/* Reads a number of a report and the byte behind it, ERR when none came. */
static int read_number(int *next)
{
    int number = 0;
    for (*next = get(KEY_GAP); *next >= '0' && *next <= '9'; *next = get(KEY_GAP))
        number = number < NUMBER_MOST ? 10 * number + *next - '0' : NUMBER_MOST;
    return number;
}

/* Reads the rest of what xterm calls an SGR report: button, column, row, and M when it is pressed.
 * Of the button's number 4, 8 and 16 say that keys were held. */
static uint32_t after_pointer(void)
{
    static const struct {
        int button;
        enum pointer what;
    } buttons[] = {{0, POINTER_PRESS}, {64, POINTER_WHEEL_UP}, {65, POINTER_WHEEL_DOWN}};
    int next, button = read_number(&next) & ~(4 | 8 | 16);
    int x = next == ';' ? read_number(&next) : 0, y = next == ';' ? read_number(&next) : 0;
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons && next == 'M'; i++)
        if (buttons[i].button == button)
            return key_of_pointer(buttons[i].what, x - 1, y - 1);
    return KEY_CODE_NONE;
}

/* Swallows a control string up to its end, BEL or ESC \ (ECMA-48, 5.6). */
static void swallow_string(void)
{
    int last = 0, next = get(KEY_GAP);
    while (next != ERR && next != '\a' && !(last == KEY_CODE_ESCAPE && next == '\\')) {
        last = next;
        next = get(KEY_GAP);
    }
}

/* An escape that begins no sequence curses knows is one it does not, a key with Alt, or Esc. */
static uint32_t after_escape(void)
{
    int next = get(0);
    if (next == ERR)
        return KEY_CODE_ESCAPE;
    if (next == KEY_CODE_ESCAPE || next >= KEY_MIN) {
        ungetch(next);
        return KEY_CODE_ESCAPE;
    }
    if (next == '[' || next == 'O' || (next >= 0x20 && next < 0x30))
        swallow_sequence();
    else if (strchr("]P_^X", next))
        swallow_string();
    return KEY_CODE_NONE;
}

/* Reads the rest of a character of UTF-8. A byte that does not belong to it is left for the next
 * key, so that one bad byte costs no other. */
static uint32_t after_lead(int lead)
{
    char bytes[4] = {(char)lead};
    size_t size = 1, whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, valid;
    while (size < whole) {
        int next = get(KEY_GAP);
        if (next < 0x80 || next > 0xBF) {
            if (next != ERR)
                ungetch(next);
            break;
        }
        bytes[size++] = (char)next;
    }
    struct bytes text = {bytes, size};
    uint32_t point;
    return text_is_utf8(text, &valid) && text_points(text, &point, 1) ? point : KEY_CODE_NONE;
}

/* Bytes that curses has already read do not show in poll(), hence the look without waiting. */
bool keyboard_read(uint32_t *key)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    bool readable = poll(&input, 1, 0) > 0 && (input.revents & POLLIN);
    int got = get(readable ? KEY_GAP : 0);
    if (got == ERR)
        return false;
    if (got == OWN_POINTER)
        *key = after_pointer();
    else if (got >= KEY_MIN)
        *key = translate(got);
    else if (got == KEY_CODE_ESCAPE)
        *key = after_escape();
    else
        *key = got < 0x80 ? (uint32_t)got : after_lead(got);
    return true;
}
