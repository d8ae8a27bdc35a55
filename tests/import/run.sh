#!/bin/sh
# Tries what dbp-timeline(5) says about bringing events from elsewhere: the commands are taken from
# the manual as they stand there. FORMAT.csv is what comes in, FORMAT.tsv what the program makes of
# it, FORMAT.expected the faults it finds. `--write` writes these two anew; look at them.
#
# usage: run.sh [--write]
set -eu
cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
here=$PWD/tests/import
page=$PWD/man/dbp-timeline.5
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

installed csv2rec || exit 0

# command_of MARK: the lines of the manual between its marks, as the reader sees them.
command_of() {
    sed -n '/^\.\\" '"$1"' BEGIN/,/^\.\\" '"$1"' END/p' "$page" | sed '/^\./d; s/^\\&//; s/\\e/\\/g'
}

# try FORMAT MARK
try() {
    cp "$here/$1.csv" "$scratch/sheet.csv"
    command_of "$2" >"$scratch/command"
    (cd "$scratch" && sh ./command)
    (cd "$scratch" && "$program" --lang=en --check events.rec >"$1.expected" 2>&1) || :
    "$program" --format=tsv "$scratch/events.rec" >"$scratch/$1.tsv" 2>/dev/null
    if [ "$write" ]; then
        cp "$scratch/$1.tsv" "$scratch/$1.expected" "$here"
    fi
    for what in tsv expected; do
        holds "$1.$what" diff "$here/$1.$what" "$scratch/$1.$what"
    done
}

write=${1-}
try spreadsheet SHEET
try timelinejs TIMELINEJS
finish
