#!/bin/sh
# Runs dbp-timeline --check on every x.rec that has an x.expected beside it and compares: standard
# error first, then `exit N`. Where there is an x.tsv, `--list --format=tsv` must print it. Then
# holds the fixtures against the table of diagnostics.
set -u
export LC_ALL=C.UTF-8

cd "${0%/*}/../.." || exit 2
# shellcheck source=tests/report.sh
. tests/report.sh
root=$PWD
if [ ! -x "$program" ]; then
    echo "$0: no program at $program" >&2
    exit 2
fi
cd tests/check || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

pass() {
    passed=$((passed + 1))
}

# Counts a failure and says which, then what is in file $2.
fail() {
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$1"
    [ $# -lt 2 ] || cat "$2"
}

# Compares file $2, which is right, with file $3.
compare() {
    if diff -u "$2" "$3" >"$scratch/diff"; then
        pass
    else
        fail "$1" "$scratch/diff"
    fi
}

# Leaves in $scratch/got what a check of file $1 prints, and its exit status.
check() {
    "$program" --check "$@" >"$scratch/out" 2>"$scratch/got"
    echo "exit $?" >>"$scratch/got"
    if [ -s "$scratch/out" ]; then
        fail "--check $* prints on standard output" "$scratch/out"
    fi
}

# Prints what stands in file $1 before the words of each fault: its place and how grave it is.
places() {
    sed -n 's/^\([^:]*\(:[0-9]*:[0-9]*\)\{0,1\}: [a-z]*\): .*/\1/p' "$1"
}

check_pair() {
    check "$1.rec"
    compare "$1" "$1.expected" "$scratch/got"
    awk -F: '$2 ~ /^[0-9]+$/ { if ($1 == file && $2 + 0 < line) print; file = $1; line = $2 + 0 }' \
        "$scratch/got" >"$scratch/late"
    if [ -s "$scratch/late" ]; then
        fail "$1: not in the order of lines" "$scratch/late"
    fi
    places "$scratch/got" >"$scratch/english"
    check --lang=vi "$1.rec"
    places "$scratch/got" >"$scratch/vietnamese"
    compare "$1 in Vietnamese" "$scratch/english" "$scratch/vietnamese"
}

# Compares the check of file $2 with the one line $3; the case covers diagnostic $1.
check_file() {
    covered="$covered $1 "
    printf '%s\nexit 1\n' "$3" >"$scratch/expected"
    check "$2"
    compare "$1" "$scratch/expected" "$scratch/got"
    cat "$scratch/expected" >>"$scratch/files"
}

# Prints `NAME text` for every row of the table of diagnostics, in English.
diagnostics() {
    tr '\\\n' '  ' <"$root/src/base/diag.h" | awk '{
        while (match($0, /D\([A-Z0-9_]+, *[A-Z]+, *"[^"]*"/)) {
            row = substr($0, RSTART + 2, RLENGTH - 3)
            $0 = substr($0, RSTART + RLENGTH)
            name = row; sub(/,.*/, "", name)
            text = row; sub(/^[^"]*"/, "", text)
            print name, text
        }
    }'
}

covered=
for expected in *.expected; do
    check_pair "${expected%.expected}"
done

for list in *.tsv; do
    "$program" --list --format=tsv --lang=en "${list%.tsv}.rec" >"$scratch/out" 2>"$scratch/got"
    compare "${list%.tsv} as a list" "$list" "$scratch/out"
done

: >"$scratch/empty.rec"
check_file FILE_UNREADABLE no-such-file.rec \
    'no-such-file.rec: error: cannot read the file: No such file or directory'
check_file FILE_DIRECTORY . '.: error: this is a directory, not an event file'
check_file FILE_EMPTY "$scratch/empty.rec" "$scratch/empty.rec: error: the file is empty"

diagnostics >"$scratch/table"
while read -r name text; do
    case $covered in
    *" $name "*) fixture=$scratch/files ;;
    *) fixture=$(printf '%s' "$name" | tr 'A-Z_' 'a-z-').expected ;;
    esac
    if grep -qF -e "$text" "$fixture" 2>"$scratch/out"; then
        pass
    else
        fail "$name has no fixture $fixture that says: $text"
    fi
done <"$scratch/table"
[ -s "$scratch/table" ] || fail "no diagnostics found in src/base/diag.h"

finish
