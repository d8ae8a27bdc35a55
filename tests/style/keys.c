#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "show/action.h"

/* Prints the table of actions as mdoc: what stands between the marks in dbp-timeline(1). See
 * keys.sh. */

#define KEYS_WIDTH 16 /* columns for the keys of an action */
#define LINE_MAX   78 /* bytes; mandoc -T lint frowns on more than 80 */
#define RUN_MIN    3  /* so many keys in a row are given by the first and the last */

/* Prints a character so that roff takes it for nothing but itself. */
static void put_char(char c)
{
    static const struct {
        char plain;
        const char *roff;
    } escapes[] = {{'\\', "\\e"},  {'^', "\\(ha"},  {'~', "\\(ti"},
                   {'`', "\\(ga"}, {'\'', "\\(aq"}, {'"', "\\(dq"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].plain == c) {
            fputs(escapes[i].roff, stdout);
            return;
        }
    }
    putchar(c);
}

static void put_text(struct bytes text)
{
    for (size_t i = 0; i < text.size; i++)
        put_char(text.at[i]);
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Prints a key as an argument. A name of two letters could be a macro, a mark a delimiter. */
static void put_key(struct bytes key)
{
    bool is_plain = is_letter_or_digit(key.at[0]) == (key.size == 1);
    fputs(is_plain || key.size > 2 ? "Ic " : "Ic \\&", stdout);
    put_text(key);
}

/* Returns how many keys at the start of `keys` follow one another like 1, 2, 3. `*last` is the last
 * of them, `*rest` what comes behind it. */
static size_t count_run(struct bytes keys, struct bytes *last, struct bytes *rest)
{
    size_t count = 1;
    struct bytes next = *last = bytes_split(keys, ' ', rest);
    while (rest->size && next.size == 1) {
        struct bytes left;
        next = bytes_split(*rest, ' ', &left);
        if (next.size != 1 || next.at[0] != last->at[0] + 1)
            break;
        *last = next;
        *rest = left;
        count++;
    }
    return count;
}

static void put_keys(struct bytes keys)
{
    const char *before = ".It ";
    while (keys.size) {
        struct bytes last, rest, left;
        bool is_run = count_run(keys, &last, &rest) >= RUN_MIN;
        struct bytes first = bytes_split(keys, ' ', &left);
        fputs(before, stdout);
        put_key(first);
        if (is_run) {
            fputs(" No to ", stdout);
            put_key(last);
        }
        keys = is_run ? rest : left;
        before = " , ";
    }
    putchar('\n');
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Prints a line of help as a sentence, wrapped. */
static void put_sentence(struct bytes text)
{
    size_t column = 0;
    while (text.size) {
        struct bytes rest;
        struct bytes word = bytes_split(text, ' ', &rest);
        bool is_first = column == 0;
        bool fits = column + 1 + word.size <= LINE_MAX;
        if (!is_first)
            putchar(fits ? ' ' : '\n');
        column = is_first || !fits ? word.size : column + 1 + word.size;
        put_char(is_first ? upper(word.at[0]) : word.at[0]);
        put_text(bytes_after(word, 1));
        text = rest;
    }
    puts(".");
}

/* Prints a heading, in which `In` or `At` would be a macro. */
static void put_heading(struct bytes title)
{
    fputs(".Ss", stdout);
    while (title.size) {
        struct bytes word = bytes_split(title, ' ', &title);
        fputs(word.size == 2 ? " \\&" : " ", stdout);
        put_text(word);
    }
    putchar('\n');
}

static void put_group(enum action_group group)
{
    size_t count;
    const struct action *table = action_table(&count);
    put_heading(bytes_of(action_group_title(group, LANGUAGE_EN)));
    printf(".Bl -tag -width %dn -compact\n", KEYS_WIDTH);
    for (size_t i = 0; i < count; i++) {
        if (table[i].group != group)
            continue;
        put_keys(bytes_of(table[i].keys));
        put_sentence(bytes_of(table[i].help.in[LANGUAGE_EN]));
    }
    puts(".El");
}

int main(void)
{
    for (int group = 0; group < GROUP_COUNT; group++)
        put_group((enum action_group)group);
    return ferror(stdout) || fflush(stdout) != 0;
}
