#!/bin/sh
# Compiles every file of the program, and links nothing, with only what POSIX.1-2008 promises: a
# file that includes <curses.h> may see X/Open too, for the wide characters of curses, and one that
# needs more says so in its first lines. Tries clang with the C library that is there, and
# musl-gcc, whose C library is the strictest about what a header shows, when it is installed.
#
# usage: portable.sh [COMPILER]...
set -eu
cd "${0%/*}/../.."

[ $# -gt 0 ] || set -- clang musl-gcc
object=$(mktemp)
trap 'rm -f "$object"' EXIT
failed=0
for compiler; do
    if ! command -v "$compiler" >/dev/null; then
        printf 'skip  %s is not installed\n' "$compiler"
        continue
    fi
    # musl's own headers first; behind them those of curses, libunistring and Linux.
    behind=
    case $compiler in
    *musl*) behind="-idirafter /usr/include -idirafter /usr/include/$(uname -m)-linux-gnu" ;;
    esac
    files=0
    faults=0
    for file in src/*.c src/*/*.c; do
        xopen=
        ! grep -q '^#include <curses.h>' "$file" || xopen=-D_XOPEN_SOURCE=700
        files=$((files + 1))
        # shellcheck disable=SC2086
        "$compiler" -std=c11 -D_POSIX_C_SOURCE=200809L $xopen -Wall -Wextra -Wpedantic -Werror \
            -Isrc $behind -c -o "$object" "$file" || faults=$((faults + 1))
    done
    if [ "$faults" -eq 0 ]; then
        printf 'ok    %s compiles %d files as POSIX.1-2008\n' "$compiler" "$files"
    else
        printf 'FAIL  %s: %d of %d files need more than POSIX.1-2008\n' \
            "$compiler" "$faults" "$files"
        failed=1
    fi
done
exit $failed
