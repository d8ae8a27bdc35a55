#ifdef __linux__
#define _GNU_SOURCE /* O_PATH, syscall() */
#endif

#include "term/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <unistd.h>

bool sandbox_confines(unsigned layers)
{
    unsigned needed = SANDBOX_PRIVILEGES | SANDBOX_LIMITS | SANDBOX_FILES;
    return (layers & needed) == needed;
}

#if defined(__linux__) || defined(__OpenBSD__)

/* A sanitizer looks for leaks at the end: it starts a process, and reads what /proc says of it. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED true
#else
#define IS_SANITIZED false
#endif

static bool limit(int resource)
{
    static const struct rlimit none = {0, 0};
    return setrlimit(resource, &none) == 0;
}

/* To write past the limit has to fail, not to kill. */
static bool enter_limits(const struct sandbox_wish *wish)
{
    signal(SIGXFSZ, SIG_IGN);
    return limit(RLIMIT_CORE) && (wish->prints || limit(RLIMIT_FSIZE)) &&
           (IS_SANITIZED || limit(RLIMIT_NPROC));
}

#endif

#ifdef __linux__

#include <sys/prctl.h>
#include <sys/syscall.h>

/* Landlock (landlock(7)) as linux/landlock.h has it, which may be older than the kernel. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule       445
#define SYS_landlock_restrict_self  446
#endif

#define ONLY_VERSION 1U /* LANDLOCK_CREATE_RULESET_VERSION */
#define RULE_BENEATH 1U /* LANDLOCK_RULE_PATH_BENEATH */
#define READ_FILE    4U /* LANDLOCK_ACCESS_FS_READ_FILE */
#define READ_DIR     8U /* LANDLOCK_ACCESS_FS_READ_DIR */
#define SCOPE_SIGNAL 2U /* LANDLOCK_SCOPE_SIGNAL */

struct ruleset {
    uint64_t files, network, scopes; /* what is refused unless a rule allows it */
};

struct beneath {
    uint64_t files;
    int32_t directory;
} __attribute__((packed));

/* All that each version can refuse, and how much of a ruleset it knows. */
static const struct {
    struct ruleset all;
    size_t size;
} versions[] = {
    {{0, 0, 0}, 0},       {{0x1FFF, 0, 0}, 8},  {{0x3FFF, 0, 0}, 8},  {{0x7FFF, 0, 0}, 8},
    {{0x7FFF, 3, 0}, 16}, {{0xFFFF, 3, 0}, 16}, {{0xFFFF, 3, 3}, 24},
};

#define LAST_VERSION (sizeof versions / sizeof *versions - 1)

int sandbox_landlock(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, ONLY_VERSION);
    return version > 0 ? (int)version : 0;
}

bool sandbox_is_there(void)
{
    return sandbox_landlock() > 0;
}

static bool allow(int rules, const char *directory, uint64_t files)
{
    struct beneath rule = {files, open(directory, O_PATH | O_CLOEXEC)};
    bool added =
        rule.directory >= 0 && syscall(SYS_landlock_add_rule, rules, RULE_BENEATH, &rule, 0U) == 0;
    if (rule.directory >= 0)
        close(rule.directory);
    return added;
}

static bool restrict_self(const struct ruleset *refused, size_t size,
                          const struct sandbox_wish *wish)
{
    int rules = (int)syscall(SYS_landlock_create_ruleset, refused, size, 0U);
    bool entered = rules >= 0 && (!wish->readable || allow(rules, wish->readable, READ_FILE)) &&
                   (!IS_SANITIZED || allow(rules, "/proc", READ_FILE | READ_DIR)) &&
                   syscall(SYS_landlock_restrict_self, rules, 0U) == 0;
    if (rules >= 0)
        close(rules);
    return entered;
}

static unsigned enter_landlock(const struct sandbox_wish *wish)
{
    size_t version = (size_t)sandbox_landlock();
    if (version > LAST_VERSION)
        version = LAST_VERSION;
    struct ruleset refused = versions[version].all;
    if (wish->stops)
        refused.scopes &= ~(uint64_t)SCOPE_SIGNAL;
    if (version == 0 || !restrict_self(&refused, versions[version].size, wish))
        return 0;
    return SANDBOX_FILES | (refused.network ? SANDBOX_NETWORK : 0U) |
           (refused.scopes ? SANDBOX_SCOPES : 0U);
}

unsigned sandbox_enter(const struct sandbox_wish *wish)
{
    unsigned layers = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? SANDBOX_PRIVILEGES : 0U;
    layers |= enter_landlock(wish);
    return layers | (enter_limits(wish) ? SANDBOX_LIMITS : 0U);
}

#elif defined(__OpenBSD__)

int sandbox_landlock(void)
{
    return 0;
}

bool sandbox_is_there(void)
{
    return true;
}

/* A pledge without exec or proc leaves no way to more rights, other processes or the network. */
static const char *pledged(const struct sandbox_wish *wish)
{
    if (wish->readable)
        return wish->stops ? "stdio tty rpath proc" : "stdio tty rpath";
    return wish->stops ? "stdio tty proc" : "stdio tty";
}

unsigned sandbox_enter(const struct sandbox_wish *wish)
{
    unsigned layers = enter_limits(wish) ? SANDBOX_LIMITS : 0U;
    bool hidden = (!wish->readable || unveil(wish->readable, "r") == 0) && unveil(NULL, NULL) == 0;
    if (!hidden || pledge(pledged(wish), NULL) != 0)
        return layers;
    return layers | SANDBOX_PRIVILEGES | SANDBOX_FILES | SANDBOX_NETWORK | SANDBOX_SCOPES;
}

#else

int sandbox_landlock(void)
{
    return 0;
}

bool sandbox_is_there(void)
{
    return false;
}

unsigned sandbox_enter(const struct sandbox_wish *wish)
{
    (void)wish;
    return 0;
}

#endif
