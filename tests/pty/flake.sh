#!/bin/sh
# flake.sh RUNS TEST...: runs the tests so many times; when one fails, tells what it said.
set -eu
runs=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for run in $(seq "$runs"); do
    for test; do
        "$test" >"$log" 2>&1 || { cat "$log"; exit 1; }
    done
    printf '\r%s of %s' "$run" "$runs"
done
echo
