/* Measures many sessions of the shipped timeline on one machine.
 *
 *   class PROGRAM [ROUNDS]
 *
 * First a class: one leads, FOLLOWERS follow, and the leader moves ROUNDS times (20 when not said).
 * Then a crowd: CROWD sessions of which one is used; then PAGING of them are paged through at once.
 *
 * Standard output gets the lines that probe.c tells of:
 *
 *   class  move  ms       from before the leader's key to the last byte on the last screen
 *   class  idle  percent  of one processor, of all sessions together, while nobody types
 *   crowd  pss   MiB      of memory for each session, what they share being divided among them
 *   crowd  key   ms       from a key to the last byte of its answer, the others being idle
 *   crowd  page  ms       from the first key to the last byte on the last screen, with PAGING at it
 *   crowd  lost  sessions that are not where the same keys, typed slowly, lead to
 */

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "process.h"
#include "series.h"
#include "terminal.h"

#define ROUNDS     20
#define FOLLOWERS  40
#define CROWD      200
#define PAGING     40
#define IDLE_MS    5000
#define SILENCE_MS 150  /* after which all have said all */
#define PATIENCE   5000 /* milliseconds in which all must have begun to */

#define PAGE_KEYS "\033[6~\033[6~\033[5~" /* two pages down, one up */
#define PAGE_RUNS 12

static void die(const char *what)
{
    fprintf(stderr, "class: %s\n", what);
    exit(EXIT_FAILURE);
}

static void type(const struct terminal *terminal, const char *keys)
{
    size_t size = strlen(keys);
    if (write(terminal->master, keys, size) != (ssize_t)size)
        die("keys cannot be written");
}

/* Takes in what all write until all have written and are silent. Returns the moment of the last
 * byte. */
static double listen(struct terminal *terminals, int count)
{
    struct pollfd masters[CROWD];
    struct reply replies[CROWD] = {{0}};
    double began = moment(), last = began;
    int silent = count;
    for (int i = 0; i < count; i++)
        masters[i] = (struct pollfd){.fd = terminals[i].master, .events = POLLIN};
    while (silent || moment() - last < SILENCE_MS) {
        poll(masters, (nfds_t)count, SILENCE_MS);
        for (int i = 0; i < count; i++) {
            bool is_first = replies[i].bytes == 0;
            if (!masters[i].revents || !terminal_take(&terminals[i], 0, &replies[i]))
                continue;
            last = moment();
            silent -= is_first;
        }
        if (silent && moment() - began > PATIENCE)
            die("not every session answers");
    }
    return last;
}

static double processor(const struct terminal *terminals, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        double used = process_cpu(terminals[i].pid);
        if (used < 0)
            die("a session has ended, or there is no /proc");
        sum += used;
    }
    return sum;
}

static void finish(struct terminal *terminals, int count)
{
    double leaving;
    for (int i = 0; i < count; i++) {
        FILE *text = terminals[i].text;
        terminal_finish(&terminals[i], &leaving);
        if (text)
            fclose(text);
    }
}

static void measure_class(char *program, const char *folder, int rounds, struct series_list *list)
{
    struct terminal class[1 + FOLLOWERS];
    char lead[64], follow[64];
    snprintf(lead, sizeof lead, "--lead=%s/class", folder);
    snprintf(follow, sizeof follow, "--follow=%s/class", folder);
    terminal_start(
        &class [0], (char *[]) { program, lead, NULL }, "xterm-256color", NULL);
    for (int i = 1; i <= FOLLOWERS; i++)
        terminal_start(
            &class [i], (char *[]) { program, follow, NULL }, "xterm-256color", NULL);
    for (int i = 0; i < rounds; i++) {
        double began = moment();
        type(&class[0], "j");
        series_add(list, "class", "move", "ms", listen(class, 1 + FOLLOWERS) - began);
    }
    double before = processor(class, 1 + FOLLOWERS), began = moment();
    poll(NULL, 0, IDLE_MS);
    double used = processor(class, 1 + FOLLOWERS) - before;
    series_add(list, "class", "idle", "percent", 100 * used / (moment() - began));
    finish(class, 1 + FOLLOWERS);
}

/* Returns the position that a session has in its last row, which is painted anew. */
static void position(struct terminal *terminal, char *out, size_t room)
{
    char *text = NULL;
    size_t size = 0;
    out[0] = '\0';
    terminal->text = open_memstream(&text, &size);
    if (!terminal->text)
        die("out of memory");
    terminal_keys(terminal, "\f");
    fclose(terminal->text);
    terminal->text = NULL;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        size_t digits = strspn(line, "0123456789");
        if (digits && line[digits] == '/')
            snprintf(out, room, "%.*s", (int)strcspn(line, " "), line);
    }
    free(text);
}

static void measure_paging(struct terminal *crowd, struct series_list *list)
{
    char expected[32], found[32];
    int lost = 0;
    for (int i = 0; i < PAGE_RUNS; i++)
        terminal_keys(&crowd[PAGING], PAGE_KEYS);
    position(&crowd[PAGING], expected, sizeof expected);
    if (!*expected)
        die("no position is shown");
    double began = moment();
    for (int i = 0; i < PAGE_RUNS; i++)
        for (int j = 0; j < PAGING; j++)
            type(&crowd[j], PAGE_KEYS);
    series_add(list, "crowd", "page", "ms", listen(crowd, PAGING) - began);
    for (int i = 0; i < PAGING; i++) {
        position(&crowd[i], found, sizeof found);
        lost += strcmp(found, expected) != 0;
    }
    series_add(list, "crowd", "lost", "sessions", lost);
}

static void measure_crowd(char *program, int rounds, struct series_list *list)
{
    static struct terminal crowd[CROWD];
    double pss = 0;
    for (int i = 0; i < CROWD; i++)
        terminal_start(&crowd[i], (char *[]){program, NULL}, "xterm-256color", NULL);
    for (int i = 0; i < CROWD; i++)
        pss += process_share(crowd[i].pid) / 1024;
    series_add(list, "crowd", "pss", "MiB", pss / CROWD);
    for (int i = 0; i < rounds; i++)
        series_add(list, "crowd", "key", "ms", terminal_keys(&crowd[CROWD / 2], "j").last);
    measure_paging(crowd, list);
    finish(crowd, CROWD);
}

int main(int argc, char **argv)
{
    struct series_list list = {0};
    char folder[] = "/tmp/dbp-class-XXXXXX", path[64];
    int rounds = argc > 2 ? atoi(argv[2]) : ROUNDS;
    if (argc < 2 || rounds < 1 || !mkdtemp(folder))
        die("usage: class PROGRAM [ROUNDS]");
    measure_class(argv[1], folder, rounds, &list);
    snprintf(path, sizeof path, "%s/class", folder);
    unlink(path);
    rmdir(folder);
    measure_crowd(argv[1], rounds, &list);
    series_print(&list);
    series_clear(&list);
    return 0;
}
