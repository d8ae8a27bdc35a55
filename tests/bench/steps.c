/* Measures in the process itself what is too small to be seen from outside.
 *
 *   steps SMALL LARGE
 *
 * Two event files at 80x24. In the list one goes from the events up to centuries, level by level,
 * and at each level a row on and back, and down again. On the axis, from the event in the middle of
 * the list, one zooms in from the whole span to a day, and at each zoom moves half a screen on and
 * back. A step is what its key does and the drawing of the page. The same is done in both files by
 * turns, ROUNDS times; a step's time is the median of its rounds. `level`, `zoom` and `pan` are the
 * means over all steps: close to a day the small file has an empty screen and the large one a full
 * one, far from it both are full. With `-most` they are the costliest step of each file.
 *
 * Then DATES dates of the large file are read, and the same bytes are searched for the ends of
 * their lines with memchr(). Output is that of probe.c, NAME MEASURE UNIT MEDIAN P95 LEAST GREATEST
 * COUNT with one number for four, in milliseconds of the processor. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "file/store_open.h"
#include "show/axis_command.h"
#include "show/key.h"
#include "time/edtf.h"

#define ROUNDS    7
#define STEPS_MAX 64
#define DATES     1000000

/* The times of the steps of one kind in one file. */
struct steps {
    double times[STEPS_MAX][ROUNDS];
    size_t count;
};

struct side {
    const char *name;
    struct store store;
    struct browser browser;
    struct steps levels;
    struct steps zooms;
    struct steps pans;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return times[ROUNDS / 2];
}

static void print(const char *name, const char *measure, double number, size_t count)
{
    printf("%s\t%s\tms\t%.5f\t%.5f\t%.5f\t%.5f\t%zu\n", name, measure, number, number, number,
           number, count);
}

/* Types a key, draws, and notes how long both took as step number `step`. */
static void time_step(struct side *side, struct surface *surface, uint32_t key, struct steps *steps,
                      int round)
{
    double start = now();
    browser_key(&side->browser, key);
    browser_draw(&side->browser, surface);
    double end = now();
    if (steps->count == STEPS_MAX)
        exit(EXIT_FAILURE);
    steps->times[steps->count++][round] = end - start;
}

/* Goes from the events up to centuries and down again. */
static void climb(struct side *side, struct surface *surface, int round)
{
    side->levels.count = 0;
    browser_go(&side->browser, side->browser.answer.count / 2, false);
    for (const char *keys = "-jk-jk-jk-jk++++"; *keys; keys++)
        time_step(side, surface, (uint32_t)*keys, &side->levels, round);
}

/* Goes from the whole span to a day. */
static void walk(struct side *side, struct surface *surface, int round)
{
    struct browser *browser = &side->browser;
    side->zooms.count = side->pans.count = 0;
    browser_go(browser, browser->answer.count / 2, false);
    axis_zoom(browser, 0);
    browser_draw(browser, surface);
    while (browser->axis.scale.last > browser->axis.scale.first) {
        time_step(side, surface, '+', &side->zooms, round);
        time_step(side, surface, KEY_CODE_CONTROL('D'), &side->pans, round);
        time_step(side, surface, KEY_CODE_CONTROL('U'), &side->pans, round);
        browser_go(browser, browser->answer.count / 2, false);
        browser_draw(browser, surface);
    }
}

static void print_steps(const char *name, const char *measure, struct steps *steps)
{
    double sum = 0, most = 0;
    char label[32];
    for (size_t i = 0; i < steps->count; i++) {
        double time = median(steps->times[i]);
        sum += time;
        most = time > most ? time : most;
    }
    snprintf(label, sizeof label, "%s-most", measure);
    print(name, measure, sum / (double)steps->count, steps->count);
    print(name, label, most, steps->count);
}

static void open_side(struct side *side, const char *path, struct surface *surface)
{
    if (!store_open(&side->store, path, NULL, NULL))
        exit(EXIT_FAILURE);
    browser_init(&side->browser, &side->store, LANGUAGE_VI);
    while (browser_work(&side->browser) != BROWSER_IDLE)
        ;
    browser_draw(&side->browser, surface);
}

/* Returns the dates of a store, a line each, DATES of them. */
static struct buffer dates_of(const struct store *store)
{
    struct buffer dates = {0};
    for (size_t i = 0; i < DATES; i++) {
        store_value(store, store->events[i % store->count].record, BYTES("Date"), &dates);
        buffer_add_char(&dates, '\n');
    }
    return dates;
}

static size_t parse_all(struct bytes left)
{
    size_t read = 0;
    while (left.size) {
        struct edtf date;
        read += edtf_parse(&date, bytes_split(left, '\n', &left), NULL);
    }
    return read;
}

static size_t scan_all(struct bytes left)
{
    size_t lines = 0;
    for (const char *end; (end = memchr(left.at, '\n', left.size)) != NULL; lines++)
        left = bytes_after(left, (size_t)(end - left.at) + 1);
    return lines;
}

static void measure_dates(const struct store *store)
{
    struct buffer dates = dates_of(store);
    double parse[ROUNDS], scan[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        double start = now();
        size_t read = parse_all(buffer_bytes(&dates));
        double middle = now();
        size_t lines = scan_all(buffer_bytes(&dates));
        parse[round] = middle - start;
        scan[round] = now() - middle;
        if (read != DATES || lines != DATES)
            exit(EXIT_FAILURE);
    }
    print("dates", "parse", median(parse), DATES);
    print("dates", "scan", median(scan), DATES);
    buffer_free(&dates);
}

int main(int argc, char **argv)
{
    static struct side sides[2] = {{.name = "steps-small"}, {.name = "steps-large"}};
    struct surface surface = {0};
    if (argc != 3)
        return EXIT_FAILURE;
    surface_resize(&surface, 80, 24);
    for (int i = 0; i < 2; i++)
        open_side(&sides[i], argv[1 + i], &surface);
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < 2; i++)
            climb(&sides[i], &surface, round);
    for (int i = 0; i < 2; i++)
        browser_key(&sides[i].browser, 'a');
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < 2; i++)
            walk(&sides[i], &surface, round);
    for (int i = 0; i < 2; i++) {
        print_steps(sides[i].name, "level", &sides[i].levels);
        print_steps(sides[i].name, "zoom", &sides[i].zooms);
        print_steps(sides[i].name, "pan", &sides[i].pans);
    }
    measure_dates(&sides[1].store);
    for (int i = 0; i < 2; i++) {
        browser_free(&sides[i].browser);
        store_close(&sides[i].store);
    }
    surface_free(&surface);
    return EXIT_SUCCESS;
}
