#ifndef TESTS_BENCH_PROCESS_H
#define TESTS_BENCH_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/* What /proc tells of a running program, all threads together. Where there is no /proc, a program
 * always rests and the numbers are negative. */

/* Returns the milliseconds for which it has had a processor. */
double process_cpu(pid_t pid);

/* Says whether no thread runs, wants to run, or waits for a disk. */
bool process_rests(pid_t pid);

/* Returns the number of kilobytes that /proc/PID/status has under `name`, as in "RssAnon". */
double process_memory(pid_t pid, const char *name);

/* Returns the kilobytes that the program has in memory, what several have in common being divided
 * among them. */
double process_share(pid_t pid);

/* Has the program and this one run on the same processor, where the system lets them. */
void process_bind(pid_t pid);

/* Lets this one run on any processor again. */
void process_unbind(void);

#endif
