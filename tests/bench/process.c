#define _GNU_SOURCE /* sched_setaffinity */
#include "process.h"

#include <dirent.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads the file as a string; false when there is nothing in it. */
static bool read_text(const char *path, char *text, size_t room)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    size_t size = fread(text, 1, room - 1, file);
    fclose(file);
    text[size] = '\0';
    return size > 0;
}

/* Reads a file of the next thread that has one; false after the last. */
static bool next_thread(DIR *threads, pid_t pid, const char *name, char *text, size_t room)
{
    const struct dirent *entry;
    char path[320];
    while (threads && (entry = readdir(threads))) {
        snprintf(path, sizeof path, "/proc/%ld/task/%s/%s", (long)pid, entry->d_name, name);
        if (entry->d_name[0] != '.' && read_text(path, text, room))
            return true;
    }
    if (threads)
        closedir(threads);
    return false;
}

static DIR *open_threads(pid_t pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/task", (long)pid);
    return opendir(path);
}

double process_cpu(pid_t pid)
{
    char text[128];
    double nanoseconds = 0;
    bool known = false;
    DIR *threads = open_threads(pid);
    while (next_thread(threads, pid, "schedstat", text, sizeof text)) {
        nanoseconds += strtod(text, NULL);
        known = true;
    }
    return known ? nanoseconds / 1e6 : -1;
}

bool process_rests(pid_t pid)
{
    char text[512];
    bool rests = true;
    DIR *threads = open_threads(pid);
    while (next_thread(threads, pid, "stat", text, sizeof text)) {
        const char *name_end = strrchr(text, ')');
        rests = rests && name_end && name_end[1] == ' ' && name_end[2] != 'R' && name_end[2] != 'D';
    }
    return rests;
}

/* Returns the number that stands behind `name` in a file of /proc/PID. */
static double number_in(pid_t pid, const char *file, const char *name)
{
    char path[64], text[4096];
    size_t size = strlen(name);
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, file);
    if (!read_text(path, text, sizeof text))
        return -1;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, name, size) == 0 && line[size] == ':')
            return strtod(line + size + 1, NULL);
    }
    return -1;
}

double process_memory(pid_t pid, const char *name)
{
    return number_in(pid, "status", name);
}

double process_share(pid_t pid)
{
    return number_in(pid, "smaps_rollup", "Pss");
}

#ifdef CPU_SET
void process_bind(pid_t pid)
{
    int here = sched_getcpu();
    cpu_set_t one;
    if (here < 0)
        return;
    CPU_ZERO(&one);
    CPU_SET((size_t)here, &one);
    sched_setaffinity(0, sizeof one, &one);
    sched_setaffinity(pid, sizeof one, &one);
}

void process_unbind(void)
{
    cpu_set_t all;
    memset(&all, 0xFF, sizeof all);
    sched_setaffinity(0, sizeof all, &all);
}
#else
void process_bind(pid_t pid)
{
    (void)pid;
}

void process_unbind(void)
{
}
#endif
