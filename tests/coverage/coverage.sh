#!/bin/sh
# coverage.sh FOLDER: prints which share of the lines of each source was run by the tests whose
# objects and counts are below FOLDER, the least covered first, and the share of all.
set -eu
find "$1/src" -name '*.gcda' | xargs gcov -n 2>/dev/null | awk '
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
