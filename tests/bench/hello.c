/* The least that a curses program does before its first cell shows: the peer of our first paint.
 * It ends at q. */

#include <curses.h>
#include <locale.h>

int main(void)
{
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    addstr("hello");
    refresh();
    while (getch() != 'q')
        continue;
    endwin();
    return 0;
}
