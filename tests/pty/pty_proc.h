#ifndef TESTS_PTY_PROC_H
#define TESTS_PTY_PROC_H

#include <stdbool.h>
#include <sys/types.h>

/* What Linux tells about a running process under /proc. */

/* Says whether the process is blocked, with no time limit, in a call that waits for input. */
bool proc_waits(pid_t pid);

/* Returns the processor time used so far in microseconds, 0 when it cannot be read. */
long proc_cpu(pid_t pid);

/* Returns how often the process has gone to sleep or been put aside, 0 when it cannot be read. */
long proc_switches(pid_t pid);

/* Returns how often the process has called write(2) or the like, 0 when it cannot be read. */
long proc_writes(pid_t pid);

/* Says whether /proc/PID/NAME, of which 4 KiB are read, holds the text. */
bool proc_has(pid_t pid, const char *name, const char *text);

#endif
