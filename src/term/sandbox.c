#ifdef __linux__
#define _GNU_SOURCE /* O_PATH, syscall() */
#endif

#include "term/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#define SMALL_FILE 4096 /* bytes */

bool sandbox_confines(unsigned layers)
{
    unsigned needed = SANDBOX_PRIVILEGES | SANDBOX_LIMITS | SANDBOX_FILES;
    return (layers & needed) == needed;
}

static void start_threads(const struct sandbox_wish *wish)
{
    if (wish->start)
        wish->start(wish->context);
}

#if defined(__linux__) || defined(__OpenBSD__)

/* A sanitizer looks for leaks at the end: it starts a process, and reads what /proc says of it. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED true
#else
#define IS_SANITIZED false
#endif

static bool limit(int resource, rlim_t most)
{
    const struct rlimit both = {most, most};
    return setrlimit(resource, &both) == 0;
}

static bool is_named(const char *directory)
{
    return directory && *directory;
}

/* To write past the limit has to fail, not to kill. */
static bool enter_limits(const struct sandbox_wish *wish)
{
    signal(SIGXFSZ, SIG_IGN);
    return limit(RLIMIT_CORE, 0) &&
           (wish->prints || limit(RLIMIT_FSIZE, is_named(wish->writable) ? SMALL_FILE : 0)) &&
           (IS_SANITIZED || limit(RLIMIT_NPROC, 0));
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

#define ONLY_VERSION 1U     /* LANDLOCK_CREATE_RULESET_VERSION */
#define RULE_BENEATH 1U     /* LANDLOCK_RULE_PATH_BENEATH */
#define READ_FILE    4U     /* LANDLOCK_ACCESS_FS_READ_FILE */
#define READ_DIR     8U     /* LANDLOCK_ACCESS_FS_READ_DIR */
#define KEEP_FILES   0x126U /* ..._WRITE_FILE, ..._READ_FILE, ..._REMOVE_FILE, ..._MAKE_REG */
#define SCOPE_SIGNAL 2U     /* LANDLOCK_SCOPE_SIGNAL */

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
    if (!is_named(directory))
        return true;
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
    bool entered = rules >= 0 && allow(rules, wish->writable, KEEP_FILES) &&
                   allow(rules, wish->readable[0], READ_FILE) &&
                   allow(rules, wish->readable[1], READ_FILE) &&
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
    start_threads(wish); /* a thread takes over what holds for the one that starts it */
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
static void add_pledge(const struct sandbox_wish *wish, char *out, size_t room)
{
    bool reads = is_named(wish->readable[0]) || is_named(wish->readable[1]);
    snprintf(out, room, "stdio tty%s%s%s", reads ? " rpath" : "",
             is_named(wish->writable) ? " rpath wpath cpath" : "", wish->stops ? " proc" : "");
}

static bool reveal(const char *directory, const char *rights)
{
    return !is_named(directory) || unveil(directory, rights) == 0;
}

unsigned sandbox_enter(const struct sandbox_wish *wish)
{
    char pledged[64];
    start_threads(wish); /* what is pledged holds for all threads */
    unsigned layers = enter_limits(wish) ? SANDBOX_LIMITS : 0U;
    bool hidden = reveal(wish->readable[0], "r") && reveal(wish->readable[1], "r") &&
                  reveal(wish->writable, "rwc") && unveil(NULL, NULL) == 0;
    add_pledge(wish, pledged, sizeof pledged);
    if (!hidden || pledge(pledged, NULL) != 0)
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
    start_threads(wish);
    return 0;
}

#endif
