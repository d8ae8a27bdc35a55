#!/bin/sh
# flake.sh RUNS TEST...: runs the tests so many times, tells what each failure said, and at the end
# how many runs had none.
set -eu
runs=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
good=0
for run in $(seq "$runs"); do
    failed=
    for test; do
        "$test" >"$log" 2>&1 || { failed=yes && printf '\n' && cat "$log"; }
    done
    [ "$failed" ] || good=$((good + 1))
    printf '\r%s of %s runs, %s without a failure' "$run" "$runs" "$good"
done
echo
[ "$good" -eq "$runs" ]
