#include "term/plain.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "show/order.h"
#include "show/report.h"

#define PROMPT   "> "
#define LINE_MAX 4096 /* bytes; what goes beyond is dropped */

/* Lines of standard input. Unlike stdio it asks for no more than there is, so that a line is taken
 * as soon as it was typed. */
struct lines {
    char bytes[1024];
    size_t at;
    size_t size;
};

bool plain_is_wanted(void)
{
    const char *value = getenv("ACCESSIBLE");
    return value && *value && strcmp(value, "0") != 0 && strcmp(value, "false") != 0;
}

/* Returns the next byte, -1 at the end. */
static int next_byte(struct lines *lines)
{
    while (lines->at == lines->size) {
        ssize_t got = read(STDIN_FILENO, lines->bytes, sizeof lines->bytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return -1;
        lines->at = 0;
        lines->size = (size_t)got;
    }
    return (unsigned char)lines->bytes[lines->at++];
}

/* Reads a line; false at the end. The last one may lack its newline. */
static bool read_line(struct lines *lines, struct buffer *line)
{
    int byte = next_byte(lines);
    buffer_clear(line);
    for (; byte >= 0 && byte != '\n'; byte = next_byte(lines))
        if (line->size < LINE_MAX)
            buffer_add_char(line, (char)byte);
    return byte >= 0 || line->size > 0;
}

/* Takes what draws lines and boxes out of a text, should the data hold any: read aloud it is
 * noise. */
static void take_out_boxes(struct buffer *text)
{
    struct buffer out = {0};
    for (struct bytes left = buffer_bytes(text); left.size;) {
        struct bytes first = bytes_first(left, text_grapheme(left));
        uint32_t point = 0;
        text_points(first, &point, 1);
        if ((point >= 0x2500 && point <= 0x259F) || (point >= 0x2800 && point <= 0x28FF))
            text_add_ascii(&out, first);
        else
            buffer_add(&out, first);
        left = bytes_after(left, first.size);
    }
    buffer_free(text);
    *text = out;
}

/* Writes a text and empties it. */
static bool say(struct buffer *text, bool ascii)
{
    if (ascii)
        text_to_ascii(text);
    else
        take_out_boxes(text);
    bool written = text->size == 0 || fwrite(text->data, text->size, 1, stdout) == 1;
    buffer_clear(text);
    return fflush(stdout) == 0 && written;
}

/* Tells what is new and, to a person, that it is their turn. */
static bool tell(struct report *report, struct browser *browser, struct buffer *out, bool ascii)
{
    report_add(report, browser, out);
    if (isatty(STDIN_FILENO))
        buffer_add_string(out, PROMPT);
    return say(out, ascii);
}

static bool converse(struct report *report, struct browser *browser, bool ascii)
{
    struct lines lines = {.at = 0};
    struct buffer line = {0}, out = {0};
    report_begin(report, browser, &out);
    bool written = tell(report, browser, &out, ascii), ended = false;
    while (written && !ended) {
        ended = !read_line(&lines, &line);
        if (!ended)
            order_take(browser, buffer_bytes(&line));
        if (browser->wants_suspend)
            raise(SIGTSTP);
        browser->wants_suspend = false;
        if (browser->wants_quit)
            break;
        if (ended && isatty(STDIN_FILENO))
            buffer_add_char(&out, '\n'); /* the prompt stands open */
        written = ended ? say(&out, ascii) : tell(report, browser, &out, ascii);
    }
    buffer_free(&line);
    buffer_free(&out);
    return written;
}

bool plain_run(struct browser *browser, const struct plain_options *options)
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    struct winsize real;
    struct report report;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &real) == 0 && real.ws_row > 0 && real.ws_col > 0)
        size = real;
    if (browser->restricted)
        signal(SIGTSTP, SIG_IGN);
    while (browser_work(browser) != BROWSER_IDLE)
        ;
    report_init(&report, options->width ? options->width : size.ws_col, size.ws_row);
    bool written = converse(&report, browser, options->ascii);
    report_free(&report);
    return written;
}
