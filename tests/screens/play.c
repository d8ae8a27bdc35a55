/* Plays scripts of keys to a browser that has no terminal and prints the screens.
 *
 *     play [--write] SCRIPT...
 *
 * A script is a text file. Lines of its head are `file PATH` (an event file, from the root of the
 * sources), `size WxH`, `lang vi|en`, `ascii` for screens as --ascii sends them; `keys ...` sends
 * keys by the names of the action table, `type TEXT` sends each character of TEXT, and `screen`
 * compares what is on the surface with the lines that follow up to `end`. With --write those lines
 * are replaced instead: look at every one of them before it is committed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "base/text.h"
#include "file/store_open.h"
#include "show/browser.h"
#include "show/key.h"

struct play {
    const char *path;
    struct store store;
    struct browser browser;
    struct surface surface;
    enum language language;
    int width;
    int height;
    bool ascii;
    bool is_open;
    bool writes; /* new screens are taken for right */
    size_t line;
    int failed;
    int compared;
    struct buffer rewritten;
};

static void fail(struct play *play, const char *what)
{
    fprintf(stderr, "%s:%zu: %s\n", play->path, play->line, what);
    play->failed++;
}

static void open_file(struct play *play, struct bytes name)
{
    struct buffer path = {0};
    struct diag_sink sink = {.stream = stderr, .file = "file"};
    buffer_add(&path, name);
    play->is_open = store_open(&play->store, buffer_string(&path), &sink, NULL);
    if (play->is_open)
        browser_init(&play->browser, &play->store, play->language);
    else
        fail(play, "cannot open the file");
    play->browser.ascii = play->ascii;
    buffer_free(&path);
}

static void set_size(struct play *play, struct bytes value)
{
    struct bytes height;
    struct bytes width = bytes_split(value, 'x', &height);
    if (!bytes_number(width, &play->width) || !bytes_number(height, &play->height))
        fail(play, "a size is WxH");
}

static void set_language(struct play *play, struct bytes value)
{
    play->language = bytes_equal(value, BYTES("vi")) ? LANGUAGE_VI : LANGUAGE_EN;
}

static void set_ascii(struct play *play, struct bytes value)
{
    (void)value;
    play->ascii = play->browser.ascii = true;
}

static void draw(struct play *play)
{
    surface_resize(&play->surface, play->width, play->height);
    browser_draw(&play->browser, &play->surface);
}

/* A key is sent to what has been drawn, as a reader would. */
static void send(struct play *play, uint32_t key)
{
    draw(play);
    browser_key(&play->browser, key);
}

static void send_keys(struct play *play, struct bytes names)
{
    while (names.size) {
        struct bytes name = bytes_split(names, ' ', &names);
        if (name.size && key_parse(name) == KEY_CODE_NONE)
            fail(play, "no such key");
        else if (name.size)
            send(play, key_parse(name));
    }
}

static void send_text(struct play *play, struct bytes text)
{
    while (text.size) {
        size_t size = text_grapheme(text);
        uint32_t points[8];
        size_t count = text_points(bytes_first(text, size), points, 8);
        for (size_t i = 0; i < count; i++)
            send(play, points[i]);
        text = bytes_after(text, size);
    }
}

static const struct {
    struct bytes name;
    void (*run)(struct play *play, struct bytes value);
    bool needs_file;
} commands[] = {
    {BYTES_INIT("file"), open_file, false},    {BYTES_INIT("size"), set_size, false},
    {BYTES_INIT("lang"), set_language, false}, {BYTES_INIT("keys"), send_keys, true},
    {BYTES_INIT("type"), send_text, true},     {BYTES_INIT("ascii"), set_ascii, false},
};

/* Prints the screen, in ASCII grapheme by grapheme. */
static void print(const struct play *play, struct buffer *out)
{
    struct buffer shown = {0};
    surface_print(&play->surface, &shown);
    struct bytes left = buffer_bytes(&shown);
    while (play->ascii && left.size) {
        size_t size = left.at[0] == '\n' ? 1 : text_grapheme(left);
        if (left.at[0] == '\n')
            buffer_add_char(out, '\n');
        else
            ascii_add(out, bytes_first(left, size));
        left = bytes_after(left, size);
    }
    buffer_add(out, left);
    buffer_free(&shown);
}

/* Compares the screen with the lines up to `end`, which it takes from `*left`. */
static void compare(struct play *play, struct bytes *left)
{
    struct buffer shown = {0};
    const char *start = left->at;
    size_t size = 0, line = play->line;
    for (;;) {
        struct bytes text = bytes_split(*left, '\n', left);
        play->line++;
        if (left->size == 0 || bytes_equal(text, BYTES("end")))
            break;
        size = (size_t)(left->at - start);
    }
    draw(play);
    print(play, &shown);
    buffer_add(&play->rewritten, buffer_bytes(&shown));
    buffer_add_string(&play->rewritten, "end\n");
    play->compared++;
    if (!play->writes && !bytes_equal(buffer_bytes(&shown), (struct bytes){start, size})) {
        play->line = line;
        fail(play, "the screen is another; it is now:");
        fputs(buffer_string(&shown), stderr);
    }
    buffer_free(&shown);
}

static void run_line(struct play *play, struct bytes line)
{
    struct bytes value;
    struct bytes name = bytes_split(line, ' ', &value);
    if (name.size == 0 || name.at[0] == '#')
        return;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!bytes_equal(commands[i].name, name))
            continue;
        if (commands[i].needs_file && !play->is_open)
            fail(play, "no file is open yet");
        else
            commands[i].run(play, value);
        return;
    }
    fail(play, "no such command");
}

static void play_script(struct play *play, struct bytes left)
{
    while (left.size) {
        struct bytes line = bytes_split(left, '\n', &left);
        play->line++;
        buffer_add(&play->rewritten, line);
        buffer_add_char(&play->rewritten, '\n');
        if (bytes_equal(line, BYTES("screen")))
            compare(play, &left);
        else
            run_line(play, line);
    }
}

static void rewrite(const struct play *play)
{
    FILE *file = fopen(play->path, "w");
    if (!file || fwrite(play->rewritten.data, play->rewritten.size, 1, file) != 1)
        perror(play->path);
    if (file)
        fclose(file);
}

static struct play play_file(const char *path, bool write)
{
    struct play play = {
        .path = path, .language = LANGUAGE_EN, .width = 80, .height = 24, .writes = write};
    struct diag_sink sink = {.stream = stderr, .file = path};
    struct content script;
    if (!content_open(&script, path, &sink)) {
        play.failed = 1;
        return play;
    }
    play_script(&play, script.bytes);
    content_close(&script);
    if (write)
        rewrite(&play);
    if (play.is_open) {
        browser_free(&play.browser);
        store_close(&play.store);
    }
    surface_free(&play.surface);
    buffer_free(&play.rewritten);
    return play;
}

int main(int argc, char **argv)
{
    int passed = 0, failed = 0;
    bool write = argc > 1 && strcmp(argv[1], "--write") == 0;
    for (int i = write ? 2 : 1; i < argc; i++) {
        struct play play = play_file(argv[i], write);
        passed += play.compared - (play.failed < play.compared ? play.failed : play.compared);
        failed += play.failed;
    }
    printf("screens: %d passed, %d failed\n", passed, failed);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
