#include "term/plain.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/text.h"
#include "show/follow.h"
#include "show/order.h"
#include "show/report.h"
#include "term/class.h"
#include "term/idle.h"

#define PROMPT       "> "
#define LINE_BYTES   4096 /* what goes beyond is dropped */
#define USUAL_WIDTH  80   /* of a terminal that does not say */
#define USUAL_HEIGHT 24

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
            ascii_add(&out, first);
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
    struct class class;
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
        ascii_replace(out);
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
        if (got == 0 || (got < 0 && errno != EINTR))
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
        if (line->size < LINE_BYTES)
            buffer_add_char(line, (char)byte);
    idle_restart(&talk->idle);
    return byte >= 0 || line->size > 0;
}

/* Does all there is to do: reading, searching, reading anew, following. True when a file was saved
 * since this was last done, or the leader has gone. */
static bool do_work(struct talk *talk, bool leader_ended)
{
    const char *path = talk->browser->reread.path;
    watch_hear(&talk->watch);
    bool changed = path && watch_changed(&talk->watch, path);
    if (changed)
        browser_reread(talk->browser);
    while (browser_work(talk->browser) != BROWSER_IDLE)
        ;
    changed |= class_look(&talk->class);
    changed |= class_lose_leader(&talk->class, leader_ended);
    class_tell(&talk->class);
    return changed;
}

/* Waits for a line, and tells meanwhile where the leader goes. False when nobody has typed for too
 * long, or nothing more can be written, which `*written` says. */
static bool await_line(struct talk *talk, bool *written)
{
    struct pollfd files[WAIT_COUNT] = {[WAIT_KEYS] = {STDIN_FILENO, POLLIN, 0},
                                       [WAIT_NOTES] = {talk->watch.file, POLLIN, 0},
                                       [WAIT_LEADER] = {-1, POLLIN, 0}};
    while (talk->lines.at == talk->lines.size) {
        files[WAIT_LEADER].fd = talk->class.leader;
        int ready = poll(files, WAIT_COUNT, class_patience(&talk->class, &talk->watch));
        if (rang && !heed_alarm(talk))
            return false;
        if (ready > 0 && files[WAIT_KEYS].revents)
            return true;
        if (!do_work(talk, ready > 0 && files[WAIT_LEADER].revents))
            continue;
        buffer_add_string(&talk->out, talk->is_person ? "\n" : "");
        *written = tell(talk);
        if (!*written)
            return false;
    }
    return true;
}

static void suspend(struct browser *browser)
{
    if (browser->wants.suspend)
        raise(SIGTSTP);
    browser->wants.suspend = false;
}

/* Takes line after line until the reader leaves; false when nothing more can be written. */
static bool converse(struct talk *talk)
{
    struct buffer line = {0};
    bool written = tell(talk), ended = false;
    while (written && !ended && !talk->browser->wants.quit) {
        ended = !await_line(talk, &written) || !read_line(talk, &line);
        if (!ended) {
            order_take(talk->browser, buffer_bytes(&line));
            suspend(talk->browser);
            follow_note(talk->browser);
            do_work(talk, false);
        } else if (talk->is_person) {
            buffer_add_char(&talk->out, '\n'); /* the prompt stands open */
        }
        bool goes_on = !ended && !talk->browser->wants.quit;
        written = written && (goes_on ? tell(talk) : say(talk));
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
    int columns = is_known ? size.ws_col : USUAL_WIDTH;
    report_init(report, width ? width : columns, is_known ? size.ws_row : USUAL_HEIGHT);
}

bool plain_run(struct browser *browser, const struct plain_options *options)
{
    struct talk talk = {.browser = browser,
                        .idle.minutes = options->idle_minutes,
                        .ascii = options->ascii,
                        .is_person = isatty(STDIN_FILENO)};
    take_signals(browser);
    signals_take_fault(options->mend);
    fit(&talk.report, options->width);
    watch_open(&talk.watch);
    if (browser->reread.path)
        watch_add(&talk.watch, browser->reread.path);
    class_begin(&talk.class, browser, options->lead, options->follow, &talk.watch);
    do_work(&talk, false);
    report_begin(&talk.report, browser, &talk.out);
    idle_restart(&talk.idle);
    bool written = converse(&talk);
    class_end(&talk.class);
    watch_close(&talk.watch);
    report_free(&talk.report);
    buffer_free(&talk.out);
    return written;
}
