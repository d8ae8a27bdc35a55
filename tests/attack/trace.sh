#!/bin/sh
# Watches every system call of a session: the sandbox is entered, after the first page; no file is
# opened for writing, no process started, no socket made.
set -eu
export LC_ALL=C

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
for tool in strace script; do
    installed "$tool" || exit 0
done
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! strace -o "$log" true 2>/dev/null; then
    skip 'tracing is forbidden here'
    exit 0
fi

# session OPTIONS: a reader who scrolls, searches, looks at every pane, and leaves.
session() {
    {
        for keys in 'jj ' '\r' '\033' '/gao\r' 'n' 'p' '\033' 'a' '\033' '?' 'q' ':1954\r' Q Q; do
            sleep 0.2
            printf "$keys" 2>/dev/null || true
        done
    } | TERM=xterm-256color LANG=C.UTF-8 timeout 60 \
        script -qec "strace -f -o $log $program $1" /dev/null >/dev/null || true
    report "a session$1 ends well" "$(grep -q '+++ exited with 0 +++' "$log" || tail -3 "$log")"
    report "a session$1 opens no file for writing" "$(
        grep -E '(open|openat|openat2|creat)\(' "$log" |
            grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|creat\(' |
            grep -v '"/dev/tty"' || true)"
    report "a session$1 changes no file" "$(
        grep -E '^[0-9]+ +(unlink|rename|link|symlink|mkdir|rmdir|truncate|ftruncate|chmod|mknod)' \
            "$log" || true)"
    report "a session$1 starts nothing" "$(
        grep -E '^[0-9]+ +(execve|execveat|fork|vfork|clone|clone3)\(' "$log" | sed 1d)"
    report "a session$1 makes no socket" "$(
        grep -E '^[0-9]+ +(socket|socketpair|connect|bind|sendto)\(' "$log" || true)"
    if grep -q 'landlock_create_ruleset(NULL, 0, [^)]*) = -1' "$log"; then
        skip 'this kernel has no Landlock'
        return
    fi
    report "a session$1 enters the sandbox once, after the first page" "$(
        awk '/ write\(1, "/ && !page { page = NR }
            / landlock_restrict_self\(.* = 0$/ { entered++; at = NR }
            / prctl\(PR_SET_NO_NEW_PRIVS, 1.* = 0$/ { rights = NR }
            END {
                if (entered != 1 || !rights || rights > at || !page || page > at)
                    print "page " page ", rights " rights ", entered " entered " at " at
            }' "$log")"
}

session ''
session ' --restricted'
finish
