#include "script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 8 /* room for the bytes of a key */

static const struct {
    const char *name;
    const char *bytes;
} named[] = {
    {"<Enter>", "\r"},     {"<Space>", " "}, {"<Esc>", "\033"}, {"<PgDn>", "\033[6~"},
    {"<PgUp>", "\033[5~"}, {"<wait>", ""},   {"<save>", ""},
};

static void *allocate(size_t size)
{
    void *made = calloc(1, size);
    if (!made) {
        perror("probe");
        exit(EXIT_FAILURE);
    }
    return made;
}

static char *copy(const char *text, size_t size)
{
    char *made = allocate(size + 1);
    memcpy(made, text, size);
    return made;
}

/* Writes the bytes of the key whose name begins at `text`; returns how long the name is, 0 when no
 * key is called so. */
static size_t take_name(const char *text, char *out)
{
    if (strncmp(text, "<^", 2) == 0 && text[2] && text[3] == '>') {
        snprintf(out, 2, "%c", text[2] & 0x1f);
        return 4;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        size_t size = strlen(named[i].name);
        if (strncmp(text, named[i].name, size) == 0) {
            snprintf(out, NAME_BYTES, "%s", named[i].bytes);
            return size;
        }
    }
    return 0;
}

/* Puts the bytes of keys in the place of their names; a byte is never longer than its name. */
static bool replace_names(char *keys)
{
    char *out = keys;
    for (const char *in = keys; *in;) {
        if (*in != '<') {
            *out++ = *in++;
            continue;
        }
        char bytes[NAME_BYTES];
        size_t size = take_name(in, bytes);
        if (size == 0)
            return false;
        memcpy(out, bytes, strlen(bytes));
        out += strlen(bytes);
        in += size;
    }
    *out = '\0';
    return true;
}

/* Cuts `*COUNT` off the end of the word, and returns COUNT, or 1. */
static int cut_count(char *word)
{
    char *star = strrchr(word, '*');
    if (!star || star == word || !star[1] || star[1 + strspn(star + 1, "0123456789")])
        return 1;
    *star = '\0';
    return atoi(star + 1);
}

static bool read_step(struct step *step, const char *text, size_t size)
{
    char *word = copy(text, size);
    int count = cut_count(word);
    char *sign = strchr(word, '=');
    char *keys = sign && sign[1] ? sign + 1 : word;
    *step = (struct step){
        .count = count, .waits = strcmp(keys, "<wait>") == 0, .saves = strcmp(keys, "<save>") == 0};
    step->keys = copy(keys, strlen(keys));
    if (keys != word)
        *sign = '\0';
    step->label = word;
    return replace_names(step->keys);
}

bool script_read(struct script *script, const char *text)
{
    *script = (struct script){.steps = allocate((strlen(text) / 2 + 1) * sizeof *script->steps)};
    while (*(text += strspn(text, " "))) {
        size_t size = strcspn(text, " ");
        if (!read_step(&script->steps[script->count++], text, size))
            return false;
        text += size;
    }
    return true;
}

void script_free(struct script *script)
{
    for (size_t i = 0; i < script->count; i++) {
        free(script->steps[i].label);
        free(script->steps[i].keys);
    }
    free(script->steps);
    *script = (struct script){0};
}
