/* Linked by `make asan`: leaks that are not the program's own. The list is in the program because
 * its sandbox opens no file of suppressions, nor the library to learn a function's name. */

const char *__lsan_default_suppressions(void);

/* newterm() of ncurses keeps its first record when it does not know the terminal; it gives no
 * handle by which that could be freed. */
const char *__lsan_default_suppressions(void)
{
    return "leak:libtinfo\n";
}
