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
#include "term/idle.h"
#include "term/watch.h"

#define PROMPT   "> "
#define LINE_MAX 4096 /* bytes; what goes beyond is dropped */

/* Set by a handler, which has no argument: the alarm of struct idle. */
static volatile sig_atomic_t rang;

static void on_alarm(int number)
{
    rang = number;
}

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

/* What one turn of the conversation hands to the next. */
struct talk {
    struct browser *browser;
    struct report report;
    struct watch watch;
    struct lines lines;
    struct idle idle;
    struct buffer out;
    bool ascii;
    bool is_person; /* who types sees a prompt */
};

/* Writes what there is to say; false when it cannot be written. */
static bool say(struct talk *talk)
{
    struct buffer *out = &talk->out;
    if (talk->ascii)
        text_to_ascii(out);
    else
        take_out_boxes(out);
    bool written = out->size == 0 || fwrite(out->data, out->size, 1, stdout) == 1;
    buffer_clear(out);
    return fflush(stdout) == 0 && written;
}

/* Tells what is new and, to a person, that it is their turn. */
static bool tell(struct talk *talk)
{
    report_add(&talk->report, talk->browser, &talk->out);
    if (talk->is_person)
        buffer_add_string(&talk->out, PROMPT);
    return say(talk);
}

/* The last minute begins, or nobody has typed for too long; false then. */
static bool heed_alarm(struct talk *talk)
{
    rang = 0;
    if (idle_ring(&talk->idle))
        return false;
    if (!talk->is_person)
        return true;
    buffer_printf(&talk->out, "\n%s\n" PROMPT, browser_text(talk->browser, MESSAGE_IDLE_LINE));
    return say(talk);
}

/* Returns the next byte, -1 at the end. */
static int next_byte(struct talk *talk)
{
    struct lines *lines = &talk->lines;
    while (lines->at == lines->size) {
        ssize_t got = read(STDIN_FILENO, lines->bytes, sizeof lines->bytes);
        bool goes_on = got < 0 && errno == EINTR && (!rang || heed_alarm(talk));
        if (got <= 0 && !goes_on)
            return -1;
        lines->at = 0;
        lines->size = got > 0 ? (size_t)got : 0;
    }
    return (unsigned char)lines->bytes[lines->at++];
}

/* Reads a line; false at the end. The last one may lack its newline. */
static bool read_line(struct talk *talk, struct buffer *line)
{
    int byte = next_byte(talk);
    buffer_clear(line);
    for (; byte >= 0 && byte != '\n'; byte = next_byte(talk))
        if (line->size < LINE_MAX)
            buffer_add_char(line, (char)byte);
    idle_restart(&talk->idle);
    return byte >= 0 || line->size > 0;
}

/* Does all there is to do: reading, searching, reading anew. */
static void do_work(struct talk *talk)
{
    if (watch_changed(&talk->watch))
        browser_reread(talk->browser);
    while (browser_work(talk->browser) != BROWSER_IDLE)
        ;
}

static void suspend(struct browser *browser)
{
    if (browser->wants_suspend)
        raise(SIGTSTP);
    browser->wants_suspend = false;
}

/* Takes line after line until the reader leaves; false when nothing more can be written. */
static bool converse(struct talk *talk)
{
    struct buffer line = {0};
    bool written = tell(talk), ended = false;
    while (written && !ended && !talk->browser->wants_quit) {
        ended = !read_line(talk, &line);
        if (!ended) {
            order_take(talk->browser, buffer_bytes(&line));
            suspend(talk->browser);
            do_work(talk);
        } else if (talk->is_person) {
            buffer_add_char(&talk->out, '\n'); /* the prompt stands open */
        }
        bool goes_on = !ended && !talk->browser->wants_quit;
        written = goes_on ? tell(talk) : say(talk);
    }
    buffer_free(&line);
    return written;
}

static void take_signals(const struct browser *browser)
{
    struct sigaction alarm = {.sa_handler = on_alarm}; /* it interrupts what is being read */
    sigemptyset(&alarm.sa_mask);
    sigaction(SIGALRM, &alarm, NULL);
    if (browser->restricted)
        signal(SIGTSTP, SIG_IGN);
}

/* Makes ready for a terminal of the size it has, or the usual one where there is none. */
static void fit(struct report *report, int width)
{
    struct winsize size;
    bool is_known =
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    int columns = is_known ? size.ws_col : 80;
    report_init(report, width ? width : columns, is_known ? size.ws_row : 24);
}

bool plain_run(struct browser *browser, const struct plain_options *options)
{
    struct talk talk = {.browser = browser,
                        .idle.minutes = options->idle_minutes,
                        .ascii = options->ascii,
                        .is_person = isatty(STDIN_FILENO)};
    take_signals(browser);
    fit(&talk.report, options->width);
    watch_open(&talk.watch, browser->reread.path);
    do_work(&talk);
    report_begin(&talk.report, browser, &talk.out);
    idle_restart(&talk.idle);
    bool written = converse(&talk);
    watch_close(&talk.watch);
    report_free(&talk.report);
    buffer_free(&talk.out);
    return written;
}
