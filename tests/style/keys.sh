#!/bin/sh
# Holds the keys in the manual against the table of actions.
#
# usage: keys.sh [--write] [KEYS]
#
# KEYS (an argument, else a variable) is the program built from keys.c. What it prints has to stand
# between the marks `KEYS BEGIN` and `KEYS END` of the page; if not, the difference is printed and
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
*/*) page=${0%/*}/../../man/dbp-timeline.1 ;;
*) page=../../man/dbp-timeline.1 ;;
esac

table=$("$keys")
new=$(table=$table awk '
    /^\.\\" KEYS BEGIN$/ { begins++; print; print ENVIRON["table"]; inside = 1 }
    /^\.\\" KEYS END$/ { ends++; inside = 0 }
    !inside { print }
    END { exit begins != 1 || ends != 1 || inside }' "$page") || {
    printf '%s: the marks KEYS BEGIN and KEYS END must stand in it once each\n' "$page" >&2
    exit 1
}
if [ -n "$write" ]; then
    printf '%s\n' "$new" >"$page"
elif ! printf '%s\n' "$new" | diff -u "$page" - >&2; then
    printf '%s: the keys are not those of the table; keys.sh --write puts them there\n' "$page" >&2
    exit 1
else
    printf 'the keys in the manual are those of the table\n'
fi
