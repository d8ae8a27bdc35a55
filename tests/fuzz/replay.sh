#!/bin/sh
# replay.sh FOLDER PROGRAM...: runs each replay_TARGET over its seeds, which are written below
# FOLDER, and over what was ever found. Runs in the root of the project.
set -eu
folder=$1
here=$(dirname "$0")
shift
sh "$here/seeds.sh" "$folder/seeds"
for program; do
    target=${program##*/replay_}
    printf '%s: ' "$target"
    "$program" "$folder/seeds/$target" "$here/found/$target" 2>"$folder/replay.log" || {
        tail -20 "$folder/replay.log"
        exit 1
    }
done
