#!/bin/sh
# Measures how the program grows with its file, and prints a row for each size.
#
# usage: curve.sh PROGRAM [EVENTS]...
#
# Without EVENTS the sizes are 1,000, 10,000, 100,000 and 1,000,000. Medians of three rounds, in
# milliseconds; memory in megabytes. `index` is a process that reads all and prints nothing.
set -eu
export LC_ALL=C.UTF-8

program=$1
shift
if [ $# = 0 ]; then
    set -- 1000 10000 100000 1000000
fi
case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
# shellcheck source=tools.sh
. "$here/tools.sh"
measured=$bench/curve.tsv

build_tools
keys='j*10 <PgDn>*10 G g G g G g =p =Điện<Space>Biên filter=<Enter> =x q'
printf '%10s %8s %8s %8s %8s %8s %8s %8s %8s %8s\n' \
    events MB paint index j PgDn G g filter memory
for count in "$@"; do
    generate "$count"
    file=$(events "$count")
    "$tools/probe" -r 3 tty large "$keys" "$program" "$file" -- \
        null index "$program" --from=2500 --format=tsv "$file" >"$measured"
    awk -v count="$count" -v bytes="$(wc -c <"$file")" -F '\t' '
        { value[$1 " " $2 " " $3] = $4 }
        END {
            printf "%10d %8.1f %8.2f %8.1f %8.2f %8.2f %8.2f %8.2f %8.2f %8.1f\n",
                count, bytes / 1000000, value["large paint ms"], value["index run ms"],
                value["large j ms"], value["large <PgDn> ms"], value["large G ms"],
                value["large g ms"], value["large filter ms"],
                value["large anon kB"] * 1024 / 1000000
        }' "$measured"
done
