/* The least that a curses program does before its first cell shows: the peer of our first paint.
 * It ends at q, or when nobody can press it any more. */

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
    for (int key = getch(); key != 'q' && key != ERR;)
        key = getch();
    endwin();
    return 0;
}
