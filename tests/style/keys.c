#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <unicase.h>

#include "base/text.h"
#include "show/action.h"

/* Prints the table of actions as mdoc: what stands between the marks in dbp-timeline(1). See
 * keys.sh.
 *
 * usage: keys en|vi */

#define KEYS_WIDTH 16 /* columns for the keys of an action */
#define LINE_MAX   78 /* bytes as roff has them; mandoc -T lint frowns on more than 80 */
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

static void put_keys(struct bytes keys, enum language language)
{
    const char *before = ".It ";
    while (keys.size) {
        struct bytes last, rest, left;
        bool is_run = count_run(keys, &last, &rest) >= RUN_MIN;
        struct bytes first = bytes_split(keys, ' ', &left);
        fputs(before, stdout);
        put_key(first);
        if (is_run) {
            fputs(language == LANGUAGE_VI ? " No đến " : " No to ", stdout);
            put_key(last);
        }
        keys = is_run ? rest : left;
        before = " , ";
    }
    putchar('\n');
}

/* Returns how many bytes of roff a text is: what is not ASCII is read as \[uXXXX]. */
static size_t roff_size(struct bytes text)
{
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        size += byte < 0x80 ? 1 : byte >= 0xC0 ? strlen("\\[uXXXX]") : 0;
    }
    return size;
}

/* Prints a word with its first letter made large. */
static void put_first_word(struct bytes word)
{
    uint32_t point;
    size_t first = text_grapheme(word);
    struct buffer large = {0};
    if (text_points((struct bytes){word.at, first}, &point, 1) == 1)
        text_add_point(&large, uc_toupper(point));
    put_text(buffer_bytes(&large));
    put_text(bytes_after(word, first));
    buffer_free(&large);
}

/* Prints a line of help as a sentence, wrapped. */
static void put_sentence(struct bytes text)
{
    size_t column = 0;
    while (text.size) {
        struct bytes rest;
        struct bytes word = bytes_split(text, ' ', &rest);
        size_t size = roff_size(word);
        bool is_first = column == 0;
        bool fits = column + 1 + size <= LINE_MAX;
        if (!is_first)
            putchar(fits ? ' ' : '\n');
        column = is_first || !fits ? size : column + 1 + size;
        if (is_first)
            put_first_word(word);
        else
            put_text(word);
        text = rest;
    }
    puts(".");
}

/* Prints a heading, in which `In` or `At` would be a macro, and what ends in a letter that is not
 * ASCII would seem to mandoc -T lint to end in the bracket of \[uXXXX]. */
static void put_heading(struct bytes title)
{
    bool ends_in_ascii = (unsigned char)title.at[title.size - 1] < 0x80;
    fputs(".Ss", stdout);
    while (title.size) {
        struct bytes word = bytes_split(title, ' ', &title);
        fputs(word.size == 2 ? " \\&" : " ", stdout);
        put_text(word);
    }
    puts(ends_in_ascii ? "" : "\\&");
}

static void put_group(enum action_group group, enum language language)
{
    size_t count;
    const struct action *table = action_table(&count);
    put_heading(bytes_of(action_group_title(group, language)));
    printf(".Bl -tag -width %dn -compact\n", KEYS_WIDTH);
    for (size_t i = 0; i < count; i++) {
        if (table[i].group != group)
            continue;
        put_keys(bytes_of(table[i].keys), language);
        put_sentence(bytes_of(table[i].help.in[language]));
    }
    puts(".El");
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    enum language language = strcmp(argv[1], "vi") == 0 ? LANGUAGE_VI : LANGUAGE_EN;
    for (int group = 0; group < GROUP_COUNT; group++)
        put_group((enum action_group)group, language);
    return ferror(stdout) || fflush(stdout) != 0;
}
