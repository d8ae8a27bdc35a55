#!/bin/sh
# one_file.sh FOLDER: writes edtf.h and edtf.c, the reader of dates by itself, into FOLDER. Another
# program takes the two as they are. Runs in the root of the project.
set -eu
folder=$1
headers='src/base/bytes.h src/base/buffer.h src/time/day.h src/time/edtf.h'
inside='src/base/memory.h src/time/edtf_bounds.h src/time/edtf_date.h src/time/edtf_plain.h'
mkdir -p "$folder"

# Prints files without their includes of each other.
join() {
    for file; do
        printf '\n/* %s */\n' "${file#src/}"
        sed '/^#include "/d' "$file"
    done
}

# Prints the terms, as a comment.
terms() {
    printf '/* From dbp-timeline, %s\n *\n' "$1"
    sed -n '/^Copyright/,/^OF THIS SOFTWARE/p' LICENSE | sed 's/^/ * /; s/ *$//'
    printf ' */\n'
}

{
    terms 'dates by ISO 8601-2:2019 (EDTF), levels 0, 1 and 2: the interface.'
    # shellcheck disable=SC2086 # names without blanks
    join $headers
} >"$folder/edtf.h"
{
    terms 'dates by ISO 8601-2:2019 (EDTF), levels 0, 1 and 2.'
    printf '\n#include "edtf.h"\n'
    # shellcheck disable=SC2086
    join $inside src/base/bytes.c src/base/buffer.c src/base/memory.c src/time/day.c \
        src/time/edtf_*.c
} >"$folder/edtf.c"
