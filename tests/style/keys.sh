#!/bin/sh
# Holds the keys in the manuals against the table of actions.
#
# usage: keys.sh [--write] [KEYS]
#
# KEYS (an argument, else a variable) is the program built from keys.c. What it prints has to stand
# between the marks `KEYS BEGIN` and `KEYS END` of each page; if not, the difference is printed and
# the script fails. With --write it is put there.
set -eu
LC_ALL=C
export LC_ALL

write=
if [ "${1-}" = --write ]; then
    write=yes
    shift
fi
keys=${1:-${KEYS:?is needed, or an argument: the program built from keys.c}}
case $0 in
*/*) pages=${0%/*}/../../man ;;
*) pages=../../man ;;
esac

# keys LANGUAGE PAGE: holds or writes one page.
keys() {
    table=$("$keys" "$1")
    new=$(table=$table awk '
        /^\.\\" KEYS BEGIN$/ { begins++; print; print ENVIRON["table"]; inside = 1 }
        /^\.\\" KEYS END$/ { ends++; inside = 0 }
        !inside { print }
        END { exit begins != 1 || ends != 1 || inside }' "$2") || {
        printf '%s: the marks KEYS BEGIN and KEYS END must stand in it once each\n' "$2" >&2
        return 1
    }
    if [ -n "$write" ]; then
        printf '%s\n' "$new" >"$2"
    elif ! printf '%s\n' "$new" | diff -u "$2" - >&2; then
        printf '%s: the keys are not those of the table; keys.sh --write puts them there\n' "$2" >&2
        return 1
    else
        printf '%s: the keys are those of the table\n' "$2"
    fi
}

keys en "$pages/dbp-timeline.1"
keys vi "$pages/vi/man1/dbp-timeline.1"
