#!/bin/sh
# run.sh BUILD SECONDS: builds the libFuzzer targets below BUILD and attacks with each for so many
# seconds, or only with those named in $TARGETS, from the corpus that it keeps there; as many at
# once as there are processors. Runs in the root of the project; SEED= repeats a run.
set -eu
folder=$1/tests/fuzz
seconds=$2
here=$(dirname "$0")
${MAKE:-make} BUILD="$1" CC=clang fuzzers CFLAGS="-O1 -g -Wno-sign-conversion \
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
sh "$here/seeds.sh" "$folder/seeds"
if [ -z "${TARGETS:-}" ]; then
    TARGETS=$(cd "$folder" && ls -d fuzz_* | sed -n 's/^fuzz_\([a-z]*\)$/\1/p')
fi
if [ -d /dev/shm ]; then
    export TMPDIR=/dev/shm
fi

# attack TARGET: fails when it found a fault.
attack() {
    target=$1
    mkdir -p "$folder/corpus/$target" "$folder/found"
    set -- "-max_total_time=$seconds" "-seed=${SEED:-1}" -timeout=5 -rss_limit_mb=1024 \
        "-artifact_prefix=$folder/found/$target-" -max_len=4096 "-dict=$here/words.dict" \
        "$folder/corpus/$target" "$folder/seeds/$target"
    if [ -d "$here/found/$target" ]; then
        set -- "$@" "$here/found/$target"
    fi
    if [ "$target" = options ]; then # which complains on standard error
        set -- -close_fd_mask=2 "$@"
    fi
    if ! "$folder/fuzz_$target" "$@" >"$folder/$target.log" 2>&1; then
        tail -60 "$folder/$target.log"
        return 1
    fi
    sed -n 's/^#\([0-9]*\).*DONE *cov: \([0-9]*\) ft: \([0-9]*\) corp: \([0-9]*\).*/\1 \2 \3 \4/p' \
        "$folder/$target.log" | while read -r runs edges features corpus; do
        printf '%-10s %9d %8d %8d %7d\n' "$target" "$runs" "$edges" "$features" "$corpus"
    done
}

# settle PID...: waits for attacks.
settle() {
    for pid; do
        wait "$pid" || status=1
    done
}

printf '%-10s %9s %8s %8s %7s\n' target runs edges features corpus
status=0
most=$(getconf _NPROCESSORS_ONLN)
running=
for target in $TARGETS; do
    attack "$target" &
    running="$running $!"
    if [ "$(echo "$running" | wc -w)" -eq "$most" ]; then
        # shellcheck disable=SC2086 # process ids
        settle $running
        running=
    fi
done
# shellcheck disable=SC2086 # process ids
settle $running
exit $status
