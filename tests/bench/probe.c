/* Measures programs side by side.
 *
 *   probe [-r ROUNDS] SECTION [-- SECTION]...
 *   probe -t KEYS PROGRAM ARG...
 *
 * A SECTION is a program to measure and how:
 *
 *   tty NAME KEYS PROGRAM ARG...   in a pseudo-terminal of 80x24, an xterm-256color that answers
 *                                  nothing; KEYS are played, see script.h
 *   null NAME PROGRAM ARG...       with its output to /dev/null
 *   file NAME PROGRAM ARG...       with its output to a file, which is thrown away
 *
 * After a round that does not count come ROUNDS more (5 when not said). In each all sections run
 * once, one after the other, so that whatever else the machine does falls on all of them alike; and
 * each finds free memory at hand.
 *
 * Standard output gets a line for each series of numbers, parted by tabs:
 *
 *   NAME MEASURE UNIT MEDIAN P95 LEAST GREATEST COUNT
 *
 *   MEASURE  UNIT
 *   first    ms           from before the start to the first byte
 *   paint    ms           to the first cell that is not blank
 *   start    ms           to the last byte before the first key; also cpu, bytes
 *   LABEL    ms           from before the write of a key to the last byte of what it brought about
 *                         (no line when nothing came); also first (to the first byte, in ms), cpu,
 *                         bytes. For a wait cpu and bytes
 *   exit     ms           from the last key to the end of the program
 *   anon rss kB           memory of its own, and all that is mapped in, after the last step
 *   run      ms cpu kB    of null and file: from start to end, processor, peak of memory
 *   status   exit         of null and file: what it exited with
 *
 * ms are of the clock, cpu is milliseconds of processor (all threads; of a run user and system).
 * When a reply is over is told by silence, but the silence is never part of a time.
 *
 * With -t the program runs once, as a vt220, and what it prints is printed: the cells, with a
 * newline for each control and escape sequence. */

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "process.h"
#include "script.h"
#include "series.h"
#include "terminal.h"

#define ROUNDS 5

/* More than any section takes. */
#define MEMORY ((size_t)1 << 27)
#define PAGE   4096

enum mode { MODE_TTY, MODE_NULL, MODE_FILE };

struct section {
    enum mode mode;
    const char *name;
    struct script script;
    char **argv;
};

struct plan {
    struct section *sections;
    size_t count;
    int rounds;
    FILE *file; /* for the output that is thrown away */
    FILE *null;
};

static void die(const char *about, const char *what)
{
    fprintf(stderr, "probe: %s: %s\n", about, what);
    exit(EXIT_FAILURE);
}

static void add_reply(struct series_list *list, const char *name, const char *label,
                      const struct reply *reply)
{
    if (reply->last >= 0)
        series_add(list, name, label, "ms", reply->last);
    if (reply->first >= 0)
        series_add(list, name, label, "first", reply->first);
    if (reply->cpu >= 0)
        series_add(list, name, label, "cpu", reply->cpu);
    series_add(list, name, label, "bytes", (double)reply->bytes);
}

static void add_start(struct series_list *list, const char *name, const struct reply *reply)
{
    series_add(list, name, "first", "ms", reply->first);
    series_add(list, name, "paint", "ms", reply->paint);
    add_reply(list, name, "start", reply);
}

static void add_memory(struct series_list *list, const char *name, pid_t pid)
{
    double anon = process_memory(pid, "RssAnon");
    if (anon < 0)
        return;
    series_add(list, name, "anon", "kB", anon);
    series_add(list, name, "rss", "kB", process_memory(pid, "VmRSS"));
}

static void wait_step(struct series_list *list, const char *name, const struct step *step,
                      struct terminal *terminal)
{
    struct reply reply = terminal_idle(terminal, step->count);
    reply.first = reply.last = TERMINAL_NEVER;
    if (*step->label)
        add_reply(list, name, step->label, &reply);
}

/* Writes a byte of the file again, which makes it a file saved just now. */
static void save(const char *path)
{
    char byte = 0;
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0 || pread(file, &byte, 1, 0) != 1 || pwrite(file, &byte, 1, 0) != 1)
        die(path, "cannot be saved");
    close(file);
}

/* Nothing is typed: the reply is to the file. */
static struct reply save_file(struct terminal *terminal, char *const *argv)
{
    double began = moment();
    while (argv[1])
        argv++;
    save(*argv);
    struct reply reply = terminal_keys(terminal, "");
    if (reply.last >= 0)
        reply.last += terminal->sent - began;
    return reply;
}

static void play_step(struct series_list *list, const struct section *section,
                      const struct step *step, struct terminal *terminal)
{
    if (step->waits) {
        wait_step(list, section->name, step, terminal);
        return;
    }
    for (int i = 0; i < step->count && !terminal->ended; i++) {
        struct reply reply =
            step->saves ? save_file(terminal, section->argv) : terminal_keys(terminal, step->keys);
        if (*step->label && !terminal->ended)
            add_reply(list, section->name, step->label, &reply);
    }
}

/* Memory is looked at before the last step, which ends the program. Keys are typed on the processor
 * that reads them: how long another one takes to wake is up to the host of a virtual machine. */
static void run_in_terminal(const struct section *section, struct series_list *list)
{
    struct terminal terminal;
    double leaving;
    struct reply reply = terminal_start(&terminal, section->argv, "xterm-256color", NULL);
    if (reply.paint < 0)
        die(section->name, "shows nothing");
    add_start(list, section->name, &reply);
    process_bind(terminal.pid);
    for (size_t i = 0; i < section->script.count; i++) {
        if (i + 1 == section->script.count)
            add_memory(list, section->name, terminal.pid);
        if (terminal.ended)
            die(section->name, "ended before its time");
        play_step(list, section, &section->script.steps[i], &terminal);
    }
    int status = terminal_finish(&terminal, &leaving);
    process_unbind();
    if (leaving >= 0)
        series_add(list, section->name, "exit", "ms", leaving);
    if (leaving >= 0 && status != 0)
        die(section->name, "ended with an error");
}

static void run_plain(const struct section *section, FILE *output, struct series_list *list)
{
    double began = moment();
    pid_t pid = child_with_output(section->argv, fileno(output));
    struct child_end end = child_wait(pid);
    if (WIFSIGNALED(end.status))
        die(section->name, "was killed");
    series_add(list, section->name, "run", "ms", end.at - began);
    series_add(list, section->name, "run", "cpu", end.cpu);
    series_add(list, section->name, "run", "kB", end.peak);
    series_add(list, section->name, "status", "exit", WEXITSTATUS(end.status));
}

/* Has the machine find free memory before a section does. A virtual one that was idle for seconds
 * gave it to its host, and to get 60 MB back takes 60 to 150 ms, which would be measured too. */
static void find_memory(void)
{
    char *memory = mmap(NULL, MEMORY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return;
#ifdef MADV_HUGEPAGE
    madvise(memory, MEMORY, MADV_HUGEPAGE);
#endif
    for (size_t i = 0; i < MEMORY; i += PAGE)
        memory[i] = 1;
    munmap(memory, MEMORY);
}

static void run_round(const struct plan *plan, struct series_list *list)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct section *section = &plan->sections[i];
        find_memory();
        if (section->mode == MODE_TTY)
            run_in_terminal(section, list);
        else
            run_plain(section, section->mode == MODE_FILE ? plan->file : plan->null, list);
        if (ftruncate(fileno(plan->file), 0) != 0 || lseek(fileno(plan->file), 0, SEEK_SET) != 0)
            die("scratch file", "cannot be emptied");
    }
}

static void show_text(char **argv)
{
    struct terminal terminal;
    struct script script;
    double leaving;
    if (!script_read(&script, argv[0]))
        die(argv[0], "no such key");
    terminal_start(&terminal, argv + 1, "vt220", stdout);
    for (size_t i = 0; i < script.count && !terminal.ended; i++)
        terminal_keys(&terminal, script.steps[i].keys);
    terminal_finish(&terminal, &leaving);
    script_free(&script);
}

static void read_keys(struct section *section, const char *keys)
{
    if (!script_read(&section->script, keys))
        die(keys, "no such key");
}

/* Reads the words of a section, which end with NULL. */
static void read_section(struct section *section, char **words)
{
    static const char *const modes[] = {"tty", "null", "file"};
    size_t mode = 0, count = 0;
    while (words[count])
        count++;
    while (count && mode < 3 && strcmp(words[0], modes[mode]) != 0)
        mode++;
    if (mode == 3 || count < (mode == MODE_TTY ? 4 : 3))
        die("usage", "[-r ROUNDS] tty NAME KEYS|null NAME|file NAME PROGRAM ARG... [-- ...]");
    *section = (struct section){.mode = (enum mode)mode, .name = words[1], .argv = words + 2};
    if (section->mode == MODE_TTY)
        read_keys(section, *section->argv++);
}

/* Reads all sections; `words` end with NULL. */
static void read_plan(struct plan *plan, char **words)
{
    size_t count = 1;
    for (char **word = words; *word; word++)
        count += strcmp(*word, "--") == 0;
    plan->sections = calloc(count, sizeof *plan->sections);
    plan->file = tmpfile();
    plan->null = fopen("/dev/null", "w");
    if (!plan->sections || !plan->file || !plan->null)
        die("scratch file", "cannot be made");
    for (; plan->count < count; plan->count++) {
        char **end = words;
        while (*end && strcmp(*end, "--") != 0)
            end++;
        *end = NULL;
        read_section(&plan->sections[plan->count], words);
        words = end + 1;
    }
}

static void free_plan(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        script_free(&plan->sections[i].script);
    free(plan->sections);
    fclose(plan->file);
    fclose(plan->null);
}

int main(int argc, char **argv)
{
    struct plan plan = {.rounds = ROUNDS};
    struct series_list list = {0};
    if (argc > 3 && strcmp(argv[1], "-t") == 0) {
        show_text(argv + 2);
        return 0;
    }
    if (argc > 2 && strcmp(argv[1], "-r") == 0) {
        plan.rounds = atoi(argv[2]);
        argv += 2;
    }
    read_plan(&plan, argv + 1);
    run_round(&plan, &list);
    series_clear(&list);
    for (int i = 0; i < plan.rounds; i++)
        run_round(&plan, &list);
    series_print(&list);
    series_clear(&list);
    free_plan(&plan);
    return 0;
}
