#include "pty_screen.h"

#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#define ESC      '\033'
#define TAIL_MAX 64 /* no sequence that a program writes to its screen is longer */

struct screen {
    VTerm *term;
    VTermScreen *cells;
    char *row;           /* the row asked for last */
    char tail[TAIL_MAX]; /* the beginning of what is not read to its end */
    size_t tail_size;
    int cols;
    int rows;
    bool cursor_visible;
    bool alternate;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct screen *screen = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        screen->cursor_visible = value->boolean;
    if (property == VTERM_PROP_ALTSCREEN)
        screen->alternate = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

struct screen *screen_new(int cols, int rows, screen_answer *answer, void *user)
{
    struct screen *screen = calloc(1, sizeof *screen);
    screen->term = vterm_new(rows, cols);
    screen->cells = vterm_obtain_screen(screen->term);
    screen->cursor_visible = true;
    vterm_set_utf8(screen->term, 1);
    vterm_output_set_callback(screen->term, answer, user);
    vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->cells, 1);
    vterm_screen_reset(screen->cells, 1);
    screen->cols = cols;
    screen->rows = rows;
    return screen;
}

void screen_free(struct screen *screen)
{
    if (!screen)
        return;
    vterm_free(screen->term);
    free(screen->row);
    free(screen);
}

/* Returns how many bytes at the end begin a character of UTF-8 that is not whole yet. */
static size_t character_tail(const char *bytes, size_t size)
{
    for (size_t tail = 1; tail <= 3 && tail <= size; tail++) {
        unsigned char lead = (unsigned char)bytes[size - tail];
        if (lead >= 0xC0)
            return tail < (lead >= 0xF0 ? 4U : lead >= 0xE0 ? 3U : 2U) ? tail : 0;
    }
    return 0;
}

/* Says whether the bytes behind an Esc are all that belongs to it (ECMA-35, ECMA-48 5.4). */
static bool is_whole_escape(const char *bytes, size_t size)
{
    bool control = size && bytes[0] == '[';
    for (size_t i = control; i < size; i++)
        if ((unsigned char)bytes[i] >= (control ? 0x40 : 0x30))
            return true;
    return false;
}

/* The same for a control sequence. */
static size_t escape_tail(const char *bytes, size_t size)
{
    for (size_t tail = 1; tail < TAIL_MAX && tail <= size; tail++)
        if (bytes[size - tail] == ESC)
            return is_whole_escape(bytes + size - tail + 1, tail - 1) ? 0 : tail;
    return 0;
}

/* The emulator gets whole characters and whole sequences: it takes a character in two parts for
 * two, and what screen_resize() says to it must not fall into the middle of a sequence. */
void screen_feed(struct screen *screen, const char *bytes, size_t size)
{
    char *all = malloc(screen->tail_size + size);
    memcpy(all, screen->tail, screen->tail_size);
    memcpy(all + screen->tail_size, bytes, size);
    size += screen->tail_size;
    screen->tail_size = escape_tail(all, size);
    if (!screen->tail_size)
        screen->tail_size = character_tail(all, size);
    size -= screen->tail_size;
    memcpy(screen->tail, all + size, screen->tail_size);
    vterm_input_write(screen->term, all, size);
    free(all);
}

/* A real terminal forgets its scrolling region when its size changes. libvterm keeps it, with a
 * top that may lie below the last row, and the next line feed moves a negative number of lines
 * over its heap. */
void screen_resize(struct screen *screen, int cols, int rows)
{
    char back[32];
    struct pty_cursor cursor = screen_cursor(screen);
    int size = snprintf(back, sizeof back, "\033[r\033[%d;%dH", cursor.y + 1, cursor.x + 1);
    vterm_input_write(screen->term, back, (size_t)size);
    screen->cols = cols;
    screen->rows = rows;
    vterm_set_size(screen->term, rows, cols);
}

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(leads[more] | (c >> (6 * more)));
    for (int i = 1; i <= more; i++)
        out[i] = (char)(0x80 | ((c >> (6 * (more - i))) & 0x3F));
    return (size_t)more + 1;
}

/* The second half of a wide character holds (uint32_t)-1, an empty cell nothing. */
static void put_text(char *out, const VTermScreenCell *cell)
{
    size_t size = 0;
    if (cell->chars[0] == 0)
        out[size++] = ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        if (cell->chars[i] != (uint32_t)-1)
            size += put_utf8(out + size, cell->chars[i]);
    out[size] = '\0';
}

struct pty_cell screen_cell(const struct screen *screen, int x, int y)
{
    struct pty_cell result = {.text = " "};
    VTermScreenCell cell;
    if (x < 0 || y < 0 || x >= screen->cols || y >= screen->rows ||
        !vterm_screen_get_cell(screen->cells, (VTermPos){.row = y, .col = x}, &cell))
        return result;
    put_text(result.text, &cell);
    result.bold = cell.attrs.bold;
    result.underline = cell.attrs.underline != 0;
    result.reverse = cell.attrs.reverse;
    result.coloured = !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
    return result;
}

const char *screen_row(struct screen *screen, int y)
{
    size_t size = 0;
    screen->row = realloc(screen->row, (size_t)screen->cols * PTY_CELL_BYTES + 1);
    for (int x = 0; x < screen->cols; x++) {
        struct pty_cell cell = screen_cell(screen, x, y);
        size_t length = strlen(cell.text);
        memcpy(screen->row + size, cell.text, length);
        size += length;
    }
    while (size && screen->row[size - 1] == ' ')
        size--;
    screen->row[size] = '\0';
    return screen->row;
}

struct pty_cursor screen_cursor(const struct screen *screen)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(screen->term), &at);
    return (struct pty_cursor){.x = at.col,
                               .y = at.row,
                               .visible = screen->cursor_visible,
                               .alternate_screen = screen->alternate};
}

static char attribute_letter(struct pty_cell cell)
{
    int bits = (cell.bold ? 1 : 0) + (cell.underline ? 2 : 0) + (cell.reverse ? 4 : 0);
    return bits || !cell.coloured ? " buxrRUX"[bits] : 'c';
}

/* One letter a cell: b bold, u underline, r reverse, R U X the same with reverse, x bold and
 * underlined, c only coloured. */
static void print_attributes(struct screen *screen, int y, FILE *out)
{
    int last = screen->cols - 1;
    while (last >= 0 && attribute_letter(screen_cell(screen, last, y)) == ' ')
        last--;
    if (last < 0)
        return;
    fprintf(out, "%4d~ ", y);
    for (int x = 0; x <= last; x++)
        fputc(attribute_letter(screen_cell(screen, x, y)), out);
    fputc('\n', out);
}

void screen_print(struct screen *screen, FILE *out)
{
    for (int y = 0; y < screen->rows; y++) {
        fprintf(out, "%4d| %s\n", y, screen_row(screen, y));
        print_attributes(screen, y, out);
    }
    struct pty_cursor cursor = screen_cursor(screen);
    fprintf(out, "cursor at column %d, row %d, %s; %s screen\n", cursor.x, cursor.y,
            cursor.visible ? "visible" : "hidden", cursor.alternate_screen ? "alternate" : "main");
}
