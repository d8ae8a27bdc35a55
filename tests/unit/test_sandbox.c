#include "term/sandbox.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

/* Each attempt is made by a process that has entered the sandbox for good, and is the same attempt
 * that succeeds outside. Its exit status is the error, 0 for success. */

#define NOBODY 65534
#define LATEST 6 /* from here on Landlock has all that is tried */

static struct {
    char folder[32];   /* what may be read */
    char inside[48];   /* a file in it */
    char outside[48];  /* one beside it */
    char missing[48];  /* one in it that is not there yet */
    int held;          /* `outside`, open for writing */
    int tcp, abstract; /* sockets that listen */
    struct sockaddr_in address;
    struct sockaddr_un name;
    socklen_t name_size;
} room;

static int opening(const char *path, int flags)
{
    return open(path, flags, 0600) < 0 ? errno : 0;
}

static int read_password_file(void)
{
    return opening("/etc/passwd", O_RDONLY);
}

static int list_root(void)
{
    return opening("/", O_RDONLY | O_DIRECTORY);
}

static int read_inside(void)
{
    return opening(room.inside, O_RDONLY);
}

static int read_outside(void)
{
    return opening(room.outside, O_RDONLY);
}

static int write_inside(void)
{
    return opening(room.inside, O_WRONLY);
}

static int truncate_inside(void)
{
    return truncate(room.inside, 0) != 0 ? errno : 0;
}

static int create(void)
{
    return opening(room.missing, O_WRONLY | O_CREAT | O_EXCL);
}

static int remove_inside(void)
{
    return unlink(room.inside) != 0 ? errno : 0;
}

static int make_directory(void)
{
    return mkdir(room.missing, 0700) != 0 ? errno : 0;
}

static int run_program(void)
{
    char *const argv[] = {"true", NULL}, *const env[] = {NULL};
    execve("/bin/true", argv, env);
    return errno;
}

static int write_to_open_file(void)
{
    return write(room.held, "x", 1) != 1 ? errno : 0;
}

static int read_from_open_file(void)
{
    char byte;
    return pread(room.held, &byte, 1, 0) != 1 ? errno : 0;
}

static int connect_to(int family, const void *address, socklen_t size)
{
    int tried = socket(family, SOCK_STREAM, 0);
    return tried < 0 || connect(tried, address, size) != 0 ? errno : 0;
}

static int connect_by_tcp(void)
{
    return connect_to(AF_INET, &room.address, sizeof room.address);
}

static int connect_to_abstract_socket(void)
{
    return connect_to(AF_UNIX, &room.name, room.name_size);
}

static int bind_tcp(void)
{
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int tried = socket(AF_INET, SOCK_STREAM, 0);
    return tried < 0 || bind(tried, (void *)&any, sizeof any) != 0 ? errno : 0;
}

static int signal_parent(void)
{
    return kill(getppid(), 0) != 0 ? errno : 0;
}

static int signal_self(void)
{
    return kill(getpid(), 0) != 0 ? errno : 0;
}

static int dump_core(void)
{
    struct rlimit core;
    return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0 ? EPERM : 0;
}

static int start_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child < 0 ? errno : 0;
}

/* Enters as somebody without privileges, whom alone the limit on processes binds. */
static int attempt(int (*run)(void), const struct sandbox_wish *wish)
{
    int status = -1;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (run == start_process && getuid() == 0 && setuid(NOBODY) != 0)
            _exit(255);
        if (wish)
            sandbox_enter(wish);
        _exit(run());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static const struct {
    const char *name;
    int (*run)(void);
    int error;   /* inside */
    int version; /* the first of Landlock that refuses it */
} attempts[] = {
    {"read /etc/passwd", read_password_file, EACCES, 1},
    {"list /", list_root, EACCES, 1},
    {"read beside the timeline", read_inside, 0, 1},
    {"read elsewhere", read_outside, EACCES, 1},
    {"write beside the timeline", write_inside, EACCES, 1},
    {"truncate", truncate_inside, EACCES, 3},
    {"create", create, EACCES, 1},
    {"make a directory", make_directory, EACCES, 1},
    {"remove", remove_inside, EACCES, 1},
    {"run /bin/true", run_program, EACCES, 1},
    {"let a file grow", write_to_open_file, EFBIG, 1},
    {"read a file that is open", read_from_open_file, 0, 1},
    {"connect by TCP", connect_by_tcp, EACCES, 4},
    {"bind a TCP port", bind_tcp, EACCES, 4},
    {"connect to an abstract socket", connect_to_abstract_socket, EPERM, LATEST},
    {"signal the parent", signal_parent, EPERM, LATEST},
    {"signal itself", signal_self, 0, 1},
    {"dump core", dump_core, EPERM, 1},
#ifndef __SANITIZE_ADDRESS__ /* which starts a process at the end */
    {"start a process", start_process, EAGAIN, 1},
#endif
};

static bool has_landlock(void)
{
    if (sandbox_landlock() > 0)
        return true;
    print_message("skipped: this kernel has no Landlock\n");
    return false;
}

/* So that the refusals below mean something. */
static void everything_is_possible_outside(void **state)
{
    (void)state;
    static int (*const harmless[])(void) = {
        read_password_file, list_root,      read_inside, read_outside,
        write_inside,       connect_by_tcp, bind_tcp,    connect_to_abstract_socket,
        signal_parent,      start_process,
    };
    for (size_t i = 0; i < COUNT(harmless); i++)
        assert_row_int(i, attempt(harmless[i], NULL), 0);
}

static void inside_all_but_reading_beside_the_timeline_is_refused(void **state)
{
    (void)state;
    const struct sandbox_wish wish = {.readable = {room.folder}};
    if (!has_landlock())
        skip();
    for (size_t i = 0; i < COUNT(attempts); i++) {
        int error = attempt(attempts[i].run, &wish);
        if (sandbox_landlock() < attempts[i].version)
            print_message("not refused by this kernel: %s\n", attempts[i].name);
        else if (error != attempts[i].error)
            fail_msg("to %s: %s, not %s", attempts[i].name, strerror(error),
                     strerror(attempts[i].error));
    }
}

static void without_a_wish_nothing_can_be_read(void **state)
{
    (void)state;
    const struct sandbox_wish wish = {.stops = false};
    if (!has_landlock())
        skip();
    assert_int_equal(attempt(read_inside, &wish), EACCES);
}

static void wishes_are_granted(void **state)
{
    (void)state;
    const struct sandbox_wish stops = {.stops = true}, prints = {.prints = true};
    if (!has_landlock())
        skip();
    assert_int_equal(attempt(signal_parent, &stops), 0);
    assert_int_equal(attempt(write_to_open_file, &prints), 0);
}

static int report_layers(void)
{
    return (int)sandbox_enter(&(struct sandbox_wish){.readable = {room.folder}});
}

static void a_kernel_with_landlock_confines(void **state)
{
    (void)state;
    if (!has_landlock())
        skip();
    unsigned layers = (unsigned)attempt(report_layers, NULL);
    assert_true(sandbox_is_there());
    assert_true(sandbox_confines(layers));
    assert_int_equal(!!(layers & SANDBOX_NETWORK), sandbox_landlock() >= 4);
    assert_int_equal(!!(layers & SANDBOX_SCOPES), sandbox_landlock() >= LATEST);
}

static void a_directory_that_is_gone_leaves_no_file_layer(void **state)
{
    (void)state;
    if (!has_landlock())
        skip();
    char folder[sizeof room.folder];
    snprintf(folder, sizeof folder, "%s", room.folder);
    snprintf(room.folder, sizeof room.folder, "/nonexistent");
    unsigned layers = (unsigned)attempt(report_layers, NULL);
    snprintf(room.folder, sizeof room.folder, "%s", folder);
    assert_false(layers & SANDBOX_FILES);
    assert_false(sandbox_confines(layers));
}

static void part_of_a_sandbox_is_none(void **state)
{
    (void)state;
    unsigned needed[] = {SANDBOX_PRIVILEGES, SANDBOX_LIMITS, SANDBOX_FILES}, all = 0;
    for (size_t i = 0; i < COUNT(needed); i++)
        all |= needed[i];
    assert_true(sandbox_confines(all));
    for (size_t i = 0; i < COUNT(needed); i++)
        assert_false(sandbox_confines((all & ~needed[i]) | SANDBOX_NETWORK | SANDBOX_SCOPES));
}

static void write_file(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT, 0644);
    assert_true(file >= 0 && write(file, "x\n", 2) == 2 && close(file) == 0);
}

static void listen_by_tcp(void)
{
    socklen_t size = sizeof room.address;
    room.address.sin_family = AF_INET;
    room.address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    room.tcp = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(room.tcp, (void *)&room.address, size), 0);
    assert_int_equal(getsockname(room.tcp, (void *)&room.address, &size), 0);
    assert_int_equal(listen(room.tcp, 8), 0);
}

static void listen_abstractly(void)
{
    room.name.sun_family = AF_UNIX;
    snprintf(room.name.sun_path + 1, sizeof room.name.sun_path - 1, "%s", room.folder);
    room.name_size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + strlen(room.folder));
    room.abstract = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(room.abstract, (void *)&room.name, room.name_size), 0);
    assert_int_equal(listen(room.abstract, 8), 0);
}

static int furnish(void **state)
{
    (void)state;
    snprintf(room.folder, sizeof room.folder, "/tmp/dbp-sandbox-XXXXXX");
    if (!mkdtemp(room.folder) || chmod(room.folder, 0755) != 0)
        return -1;
    snprintf(room.inside, sizeof room.inside, "%s/inside", room.folder);
    snprintf(room.missing, sizeof room.missing, "%s/missing", room.folder);
    snprintf(room.outside, sizeof room.outside, "%s-outside", room.folder);
    write_file(room.inside);
    write_file(room.outside);
    room.held = open(room.outside, O_RDWR);
    listen_by_tcp();
    listen_abstractly();
    return 0;
}

static int clear(void **state)
{
    (void)state;
    close(room.held);
    close(room.tcp);
    close(room.abstract);
    unlink(room.inside);
    unlink(room.outside);
    return rmdir(room.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_possible_outside),
        cmocka_unit_test(inside_all_but_reading_beside_the_timeline_is_refused),
        cmocka_unit_test(without_a_wish_nothing_can_be_read),
        cmocka_unit_test(wishes_are_granted),
        cmocka_unit_test(a_kernel_with_landlock_confines),
        cmocka_unit_test(a_directory_that_is_gone_leaves_no_file_layer),
        cmocka_unit_test(part_of_a_sandbox_is_none),
    };
    return cmocka_run_group_tests_name("sandbox", tests, furnish, clear);
}
