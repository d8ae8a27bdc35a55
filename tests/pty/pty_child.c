#include "pty_child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define LAST_DESCRIPTOR 256
#define LAST_SIGNAL     31 /* the classic ones; real-time signals are nobody's business here */

static void hold_signals(int how)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(how, &all, NULL);
}

static void use_default_signals(const struct pty_options *options)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    for (int i = 1; i <= LAST_SIGNAL; i++)
        sigaction(i, &action, NULL);
    if (options->ignore_hangup)
        signal(SIGHUP, SIG_IGN);
}

static void use_descriptor(int given, int slave, int target)
{
    dup2(given ? given : slave, target);
}

/* Closes what the harness or a test has open, but for one descriptor: the ends of a pipe or of a
 * terminal are gone only when nobody holds them. */
static void close_others(int first, int kept)
{
    for (int fd = first; fd < LAST_DESCRIPTOR; fd++)
        if (fd != kept)
            close(fd);
}

/* Lets the kernel say that it knows no Landlock. */
static void hide_landlock(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
        _exit(126);
}

/* Becomes the program. It leads its own process group and owns the terminal from its first
 * instruction on; a core file would only litter the directory of the tests. */
static void run_program(const struct pty_options *options, int slave)
{
    setpgid(0, 0);
    tcsetpgrp(slave, getpid());
    use_descriptor(options->in, slave, STDIN_FILENO);
    use_descriptor(options->out, slave, STDOUT_FILENO);
    use_descriptor(options->err, slave, STDERR_FILENO);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    use_default_signals(options);
    close_others(STDERR_FILENO + 1, -1);
    if (options->no_landlock)
        hide_landlock();
    hold_signals(SIG_UNBLOCK);
    const char *program = options->program ? options->program : options->argv[0];
    execve(program, (char *const *)(size_t)options->argv, (char *const *)(size_t)options->env);
    fprintf(stderr, "%s: %s\n", program, strerror(errno));
    _exit(127);
}

static long children_cpu(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000L + usage.ru_utime.tv_usec +
           usage.ru_stime.tv_usec;
}

static struct child_report describe(pid_t pid, int status)
{
    struct child_report report;
    memset(&report, 0, sizeof report);
    report.pid = pid;
    report.status = status;
    report.what = WIFSTOPPED(status) ? CHILD_STOPPED : CHILD_ENDED;
    if (report.what == CHILD_ENDED)
        report.cpu = children_cpu();
    return report;
}

static void tell(int pipe, const struct child_report *report)
{
    while (write(pipe, report, sizeof *report) < 0 && errno == EINTR)
        continue;
}

/* The tiny shell: leads the session, has one job, and passes on what becomes of it. It holds
 * all signals off, so it outlives the job whatever the tests do to the terminal, and the job
 * loses none that comes before it has begun. */
static void run_shell(const struct pty_options *options, int slave, int pipe)
{
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    hold_signals(SIG_BLOCK);
    pid_t pid = fork();
    if (pid == 0)
        run_program(options, slave);
    setpgid(pid, pid);
    tcsetpgrp(slave, pid);
    close_others(0, pipe);
    tell(pipe, &(struct child_report){.what = CHILD_STARTED, .pid = pid});
    for (int status = 0; waitpid(pid, &status, WUNTRACED) == pid;) {
        struct child_report report = describe(pid, status);
        tell(pipe, &report);
        if (report.what == CHILD_ENDED)
            break;
    }
    _exit(0);
}

struct child child_start(const struct pty_options *options, int slave)
{
    int ends[2] = {-1, -1};
    if (pipe(ends) < 0)
        return (struct child){.pid = -1};
    fflush(NULL);
    struct child child = {.shell = fork(), .reports = ends[0]};
    if (child.shell == 0)
        run_shell(options, slave, ends[1]);
    close(ends[1]);
    struct child_report report;
    if (read(ends[0], &report, sizeof report) == (ssize_t)sizeof report)
        child.pid = report.pid;
    return child;
}

/* The pipe is read to its end, so that the shell has reaped the program and gone. */
void child_kill(struct child *child)
{
    struct child_report report;
    if (child->pid > 0)
        kill(child->pid, SIGKILL);
    while (read(child->reports, &report, sizeof report) > 0)
        continue;
    waitpid(child->shell, NULL, 0);
    close(child->reports);
    *child = (struct child){0};
}
