#!/bin/sh
# Puts what the last `make bench` measured beside other programs into README.md, between its marks.
#
# usage: readme.sh TABLE
set -eu
readme=${0%/*}/../../README.md
new=$(awk -v table="$1" '
    # Returns the columns from one to another of a line of the table, without blanks around them.
    function cut(from, to,    part) {
        part = substr(line, from, to - from + 1)
        gsub(/^ +| +$/, "", part)
        return part
    }
    # Rows are indented below the one they belong to. Those beside another size of ours stay out.
    function print_rows() {
        getline line <table
        printf "%s\n\n| measure | this program | peer | ratio |\n|---|---:|---:|---:|\n", line
        while ((getline line <table) > 0) {
            if (line !~ /^ /)
                parent = cut(1, 46)
            if (line !~ / (ncurses hello|wc|grep|rg|recinf)( .*)? +[0-9.]+x/)
                continue
            printf "| %s | %s | %s | %s |\n", line ~ /^ / ? parent ", " cut(1, 46) : parent,
                cut(47, 58), cut(61, 84), cut(87, 92)
            rows++
        }
    }
    /^<!-- BENCH BEGIN -->$/ { begins++; print; print_rows(); inside = 1 }
    /^<!-- BENCH END -->$/ { ends++; inside = 0 }
    !inside { print }
    END { exit begins != 1 || ends != 1 || rows == 0 }' "$readme") || {
    echo "readme.sh: no marks BENCH BEGIN and BENCH END in README.md, or no rows in $1" >&2
    exit 1
}
printf '%s\n' "$new" >"$readme"
