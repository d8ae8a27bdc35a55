#!/bin/sh
# coverage.sh FOLDER: builds the program into FOLDER so that it counts, runs the tests, and prints
# which share of the lines of each source they ran, the least covered first, and the share of all.
# Runs in the root of the project. What tries the sandbox is left out: it could not write counts.
set -eu
folder=$1
mkdir -p "$folder"
find "$folder" -name '*.gcda' -delete

counted() {
    ${MAKE:-make} BUILD="$folder" DATADIR="$PWD/data" CFLAGS='-O0 -g --coverage' \
        PROGRAM_LDFLAGS='-Isrc -Wl,--wrap=sandbox_enter tests/coverage/free.c' "$@" \
        >>"$folder.log" 2>&1 || { tail -30 "$folder.log"; exit 1; }
}

: >"$folder.log"
counted unit check-files screens replay
counted pty WITHOUT=%/test_sandbox
find "$folder/src" -name '*.gcda' | xargs gcov -n 2>/dev/null | awk '
    /^File / { file = $2; gsub(/\047/, "", file) }
    /^Lines executed:/ && file ~ /^src\// {
        split($0, part, /[:% ]+/)
        lines = part[5]
        run = part[3] * lines / 100
        if (run > most[file])
            most[file] = run
        size[file] = lines
        file = ""
    }
    END {
        for (f in size) {
            printf "%6.1f %% of %4d  %s\n", most[f] * 100 / size[f], size[f], f | "sort -n"
            all += size[f]
            ran += most[f]
        }
        close("sort -n")
        printf "%6.1f %% of %d lines of src\n", ran * 100 / all, all
    }'
