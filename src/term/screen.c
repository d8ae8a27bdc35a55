#include "term/screen.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "base/text.h"
#include "term/keyboard.h"
#include "term/signals.h"

/* Last, because it makes macros of words like `columns`. */
#include <term.h>

#define ACCENT_PAIR 1
#define BRIGHT_RED  9    /* of sixteen: legible on black without being bold */
#define SIDE_MAX    1000 /* columns or rows to believe the environment */
#define POINTS_MAX  5    /* what a curses cell can hold: CCHARW_MAX of ncurses */
#define ESCAPE_MS   50   /* that the rest of a key may come behind its ESC */
#define PASTE_ON    "\033[?2004h"
#define PASTE_OFF   "\033[?2004l"
#define MOUSE_ON    "\033[?1000h\033[?1006h" /* presses, in decimal numbers */
#define MOUSE_OFF   "\033[?1006l\033[?1000l"

/* What has to be known from opening to closing; curses itself is one to a process. */
static struct {
    SCREEN *terminal;
    struct termios saved;
    struct screen_options options;
    bool has_color;
    bool has_modes;       /* it is of xterm's kin and can mark what is pasted, report its mouse */
    bool is_in_modes;     /* it was told to */
    bool knows_keys;      /* the keyboard was opened */
    struct surface shown; /* what curses was given last */
} state;

/* Returns the string of a capability of the terminal; NULL when it has none, or it is no string. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

/* Without an alternate screen the prompt must not land in the midst of ours. */
static void add_last_line(struct buffer *out)
{
    const char *cup = capability("cup");
    if (cup)
        buffer_add_string(out, tparm(cup, LINES - 1, 0, 0, 0, 0, 0, 0, 0, 0));
    buffer_add_string(out, "\r\n");
}

/* Appends what a fatal signal sends, since it cannot call curses. The cursor comes last: leaving a
 * screen that was not entered yet may bring back a cursor that was never saved. */
static void add_restore(struct buffer *out)
{
    if (state.has_modes)
        buffer_add_string(out, PASTE_OFF);
    if (state.has_modes && state.options.mouse)
        buffer_add_string(out, MOUSE_OFF);
    buffer_add_string(out, capability("sgr0"));
    buffer_add_string(out, capability("rmkx"));
    if (capability("rmcup"))
        buffer_add_string(out, capability("rmcup"));
    else
        add_last_line(out);
    buffer_add_string(out, capability("cnorm"));
}

static void send(const char *bytes)
{
    fputs(bytes, stdout);
    fflush(stdout);
}

/* Turns bracketed paste and, where it is wanted, the mouse on or off. The first page goes out
 * before it. */
static void set_modes(bool on)
{
    if (state.has_modes && state.is_in_modes != on) {
        send(on ? PASTE_ON : PASTE_OFF);
        if (state.options.mouse)
            send(on ? MOUSE_ON : MOUSE_OFF);
    }
    state.is_in_modes = on;
}

static void choose_colors(void)
{
    state.has_color = state.options.color && has_colors() && start_color() == OK;
    if (!state.has_color)
        return;
    use_default_colors();
    init_pair(ACCENT_PAIR, COLORS > BRIGHT_RED ? BRIGHT_RED : COLOR_RED, -1);
}

/* Curses 6.4 takes every motion of the cursor for one outside of a frame, and writes it out by
 * itself, until it has once come back from a pause. So it begins with one; from then on a frame is
 * one write, which a terminal shows as one. */
static void pause_once(void)
{
    endwin();
    refresh();
}

static void enter(void)
{
    pause_once();
    raw();
    noecho();
    nonl();
    idlok(stdscr, TRUE);
    typeahead(-1); /* keys are waited for between frames, and a frame goes out whole */
    choose_colors();
}

/* Descriptions to try for terminals that the machine has none of: newer ones than its database, or
 * of another name. The first row whose part the name has counts; the last has all of them. */
static const struct {
    const char *part;
    const char *names[3];
} relatives[] = {
    {"tmux", {"screen-256color", "screen", "vt100"}},
    {"screen", {"screen-256color", "screen", "vt100"}},
    {"xterm", {"xterm-256color", "xterm", "vt100"}},
    {"kitty", {"xterm-256color", "xterm", "vt100"}},
    {"ghostty", {"xterm-256color", "xterm", "vt100"}},
    {"foot", {"xterm-256color", "xterm", "vt100"}},
    {"wezterm", {"xterm-256color", "xterm", "vt100"}},
    {"alacritty", {"xterm-256color", "xterm", "vt100"}},
    {"rio", {"xterm-256color", "xterm", "vt100"}},
    {"", {"vt100", "ansi", "vt220"}},
};

/* Opens the terminal by a description, if a full screen can be drawn with it. One that cannot place
 * its cursor is none: nothing was sent to it yet, and its modes are put back. */
static bool open_as(const char *name)
{
    state.terminal = newterm(name, stdout, stdin);
    if (!state.terminal || capability("cup"))
        return state.terminal != NULL;
    delscreen(state.terminal);
    state.terminal = NULL;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &state.saved);
    return false;
}

/* Opens the terminal that TERM names, or by the description of a relative; returns which. */
static const char *open_terminal(const char *name)
{
    if (!name || !*name)
        return NULL;
    if (open_as(name))
        return name;
    if (screen_is_plain())
        return NULL;
    size_t row = 0;
    while (!strstr(name, relatives[row].part))
        row++;
    for (size_t i = 0; i < 3; i++)
        if (open_as(relatives[row].names[i]))
            return relatives[row].names[i];
    return NULL;
}

/* A terminal knows its size best. One that does not may have it in the environment, within reason:
 * curses would make a screen of any size that is named there. */
static void choose_size(void)
{
    static const char *const names[] = {"LINES", "COLUMNS"};
    struct winsize size;
    int number;
    bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (known || !bytes_number(bytes_of(getenv(names[i])), &number) || number > SIDE_MAX)
            unsetenv(names[i]);
}

static void tell_signals(void)
{
    struct buffer restore = {0};
    add_restore(&restore);
    signals_set_restore(buffer_string(&restore), restore.size);
    buffer_free(&restore);
}

/* The signals are taken first: one that comes while curses begins must not strand the terminal. */
const char *screen_open(const struct screen_options *options)
{
    if (tcgetattr(STDIN_FILENO, &state.saved) != 0)
        return NULL;
    state.options = *options;
    if (!getenv("ESCDELAY"))
        set_escdelay(ESCAPE_MS);
    signals_take(STDIN_FILENO, &state.saved, options->mend);
    choose_size();
    const char *name = open_terminal(getenv("TERM"));
    if (!name) {
        signals_release();
        return NULL;
    }
    state.has_modes = capability("rmcup") != NULL; /* others have no such modes */
    atexit(screen_close);
    tell_signals();
    enter();
    return name;
}

bool screen_is_plain(void)
{
    const char *name = getenv("TERM");
    int error;
    if (!name || !*name)
        return true;
    if (setupterm(name, STDOUT_FILENO, &error) != OK)
        return false;
    bool plain = !capability("cup");
    del_curterm(cur_term);
    return plain;
}

void screen_close(void)
{
    if (!state.terminal)
        return;
    set_modes(false);
    endwin();
    if (!capability("rmcup"))
        send("\r\n"); /* endwin() left the cursor in the last line, which is in use */
    signals_leave();
    delscreen(state.terminal);
    state.terminal = NULL;
    surface_free(&state.shown);
}

void screen_size(int *width, int *height)
{
    *width = COLS;
    *height = LINES;
}

void screen_refit(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return;
    resize_term(size.ws_row, size.ws_col);
    surface_free(&state.shown);
    tell_signals();
}

/* The accent is bold where it is no colour. A colour alone is sent in half the bytes of both. */
static attr_t attributes(unsigned style)
{
    static const struct {
        unsigned style;
        attr_t attribute;
    } table[] = {{STYLE_BOLD, A_BOLD},
                 {STYLE_FAINT, A_DIM},
                 {STYLE_REVERSE, A_REVERSE},
                 {STYLE_UNDERLINE, A_UNDERLINE}};
    bool is_mono = !state.has_color && (style & STYLE_ACCENT);
    attr_t attribute = is_mono ? A_BOLD : A_NORMAL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (style & table[i].style)
            attribute |= table[i].attribute;
    return attribute;
}

static void set_cell(cchar_t *out, const struct cell *cell)
{
    uint32_t points[POINTS_MAX];
    wchar_t text[POINTS_MAX + 1];
    struct bytes grapheme = {cell->text, cell->size};
    struct buffer ascii = {0};
    if (state.options.ascii) {
        ascii_add(&ascii, grapheme);
        grapheme = buffer_bytes(&ascii);
    }
    size_t count = text_points(grapheme, points, state.options.ascii ? 1 : POINTS_MAX);
    for (size_t i = 0; i < count; i++)
        text[i] = (wchar_t)points[i];
    text[count] = L'\0';
    short pair = state.has_color && (cell->style & STYLE_ACCENT) ? ACCENT_PAIR : 0;
    setcchar(out, text, attributes(cell->style), pair, NULL);
    buffer_free(&ascii);
}

/* Most of a page is ASCII without a style, which curses takes at a tenth of the cost. */
static bool is_plain(const struct cell *cell)
{
    return cell->size == 1 && cell->style == STYLE_PLAIN;
}

/* In ASCII a wide character is two that are alike; else its second cell, which is empty, comes with
 * the first. */
static void show_cell(const struct cell *cell, int x, int y)
{
    cchar_t shown;
    if (is_plain(cell)) {
        chtype plain = (unsigned char)cell->text[0];
        mvaddchnstr(y, x, &plain, 1);
        return;
    }
    if (cell->width == 0)
        return;
    set_cell(&shown, cell);
    mvadd_wchnstr(y, x, &shown, 1);
    if (state.options.ascii && cell->width == 2)
        mvadd_wchnstr(y, x + 1, &shown, 1);
}

/* Gives curses what has changed in a row, from the right: where a cell is put on the second column
 * of a wide character, curses makes the first a blank, which is then still to be put. */
static void show_row(const struct surface *surface, int y)
{
    for (int x = surface->width - 1; x >= 0; x--) {
        const struct cell *cell = surface_at(surface, x, y);
        struct cell *shown = &state.shown.cells[cell - surface->cells];
        if (memcmp(shown, cell, sizeof *cell) == 0)
            continue;
        *shown = *cell;
        show_cell(cell, x, y);
    }
}

/* Begins with a blank page when the size has changed. */
static void fit_shown(const struct surface *surface)
{
    if (state.shown.width == surface->width && state.shown.height == surface->height)
        return;
    surface_resize(&state.shown, surface->width, surface->height);
    erase();
}

static void show_rows(const struct surface *surface)
{
    fit_shown(surface);
    for (int y = 0; y < surface->height && y < LINES; y++)
        show_row(surface, y);
}

void screen_show(const struct surface *surface, bool repaint)
{
    show_rows(surface);
    if (repaint)
        clearok(curscr, TRUE);
    move(surface->cursor_y < LINES ? surface->cursor_y : LINES - 1,
         surface->cursor_x < COLS ? surface->cursor_x : COLS - 1);
    refresh();
    if (!state.knows_keys)
        keyboard_open(state.options.mouse); /* the first page goes out before it */
    state.knows_keys = true;
    set_modes(true);
}

void screen_suspend(void)
{
    set_modes(false);
    endwin();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &state.saved);
    signals_stop();
    screen_refit();
    refresh();
}

bool screen_key(uint32_t *key)
{
    return keyboard_read(key);
}
